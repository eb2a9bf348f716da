package web

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io/fs"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// pair is a certificate of this machine, of a number, and its key, in PEM.
func pair(t *testing.T, number int64) (cert, key []byte) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{SerialNumber: big.NewInt(number), Subject: pkix.Name{CommonName: "a test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	signed, err := x509.CreateCertificate(rand.Reader, of, of, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	b, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: signed}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: b})
}

// folder is files that change.
type folder struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (f *folder) read(name string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b, ok := f.files[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return b, nil
}

func (f *folder) write(name string, b []byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.files[name] = b
}

func TestHTTPSAndARenewedCertificate(t *testing.T) {
	cert, key := pair(t, 1)
	disk := &folder{files: map[string][]byte{"cert": cert, "key": key}}
	conf, err := TLS("cert", "key", disk.read)
	if err != nil {
		t.Fatal(err)
	}
	const token = "a token of sixteen"
	s := server(t, Options{Token: token, TLS: conf})
	address, end := serving(t, s)
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(cert)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.PostForm("https://"+address+"/token", url.Values{"token": {token}})
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if cookie := res.Header.Get("Set-Cookie"); res.StatusCode != http.StatusSeeOther || !strings.Contains(cookie, "; Secure") {
		t.Errorf("the token is answered %d with the cookie %q", res.StatusCode, cookie)
	}
	number := func() int64 {
		t.Helper()
		res, err := client.Get("https://" + address + "/healthz")
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		return res.TLS.PeerCertificates[0].SerialNumber.Int64()
	}
	cert2, key2 := pair(t, 2)
	roots.AppendCertsFromPEM(cert2)
	for _, c := range []struct {
		name, file string
		b          []byte
		want       int64
	}{
		{"half renewed", "cert", cert2, 1},
		{"renewed", "key", key2, 2},
		{"cut", "cert", cert[:100], 2},
		{"brought back", "cert", cert2, 2},
	} {
		disk.write(c.file, c.b)
		if got := number(); got != c.want {
			t.Errorf("%s: certificate %d is shown, want %d", c.name, got, c.want)
		}
	}
	if c, err := tls.Dial("tcp", address, &tls.Config{RootCAs: roots, MaxVersion: tls.VersionTLS11, MinVersion: tls.VersionTLS10}); err == nil {
		t.Errorf("TLS of version %x is spoken", c.ConnectionState().Version)
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

func TestACertificateAndItsKeyGoTogether(t *testing.T) {
	cert, key := pair(t, 1)
	_, other := pair(t, 2)
	disk := &folder{files: map[string][]byte{"cert": cert, "key": key, "other": other, "text": []byte("hello")}}
	for _, c := range []struct{ cert, key, want string }{
		{"cert", "", `the certificate "cert" comes without its key`},
		{"", "key", `the key "key" comes without its certificate`},
		{"nosuch", "key", `reading "nosuch"`},
		{"cert", "nosuch", `reading "nosuch"`},
		{"cert", "other", `the certificate "cert" with the key "other": private key does not match`},
		{"text", "key", `the certificate "text" with the key "key": failed to find any PEM data`},
	} {
		if _, err := TLS(c.cert, c.key, disk.read); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q and %q: %v, want %q", c.cert, c.key, err, c.want)
		}
	}
	if conf, err := TLS("", "", disk.read); conf != nil || err != nil {
		t.Errorf("neither: %v, %v", conf, err)
	}
}
