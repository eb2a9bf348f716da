package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rung/corpus"
	"rung/corpus/store"
)

// serving runs rung serve until stop, which returns the exit code and what was
// said on stderr.
func serving(t *testing.T, args ...string) (address string, stop func() (int, string)) {
	t.Helper()
	r, w := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...), strings.NewReader(""), io.Discard, w)
		w.Close()
	}()
	in := bufio.NewReader(r)
	first, err := in.ReadString('\n')
	at := regexp.MustCompile(`https?://[0-9.:]+`).FindString(first)
	if err != nil || at == "" {
		rest, _ := io.ReadAll(in)
		t.Fatalf("rung serve said %q%s", first, rest)
	}
	said := make(chan string, 1)
	go func() {
		rest, _ := io.ReadAll(in)
		said <- first + string(rest)
	}()
	return at, func() (int, string) {
		cancel()
		return <-code, <-said
	}
}

func TestServeAnswersAndEnds(t *testing.T) {
	address, stop := serving(t)
	text, err := os.ReadFile("../../testdata/postings/vp.txt")
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(address+"/api/v1/check", "text/plain", strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	var card struct {
		Level   string
		Summary string
	}
	err = json.NewDecoder(res.Body).Decode(&card)
	res.Body.Close()
	if err != nil || card.Level != "vp" {
		t.Errorf("%v: %+v", err, card)
	}
	// Addresses of this machine are not read for anybody.
	res, err = http.PostForm(address+"/fetch", map[string][]string{"url": {address + "/healthz"}})
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != http.StatusBadGateway {
		t.Errorf("an address of this machine is answered %d: %s", res.StatusCode, page)
	}
	code, said := stop()
	if code != exitClean || !strings.Contains(said, `route="POST /api/v1/check" status=200`) || !strings.Contains(said, "the page is closed") {
		t.Errorf("exit code %d, said %s", code, said)
	}
	if strings.Contains(said, "Ostrava") {
		t.Error("the log holds the posting")
	}
}

func TestServeByHTTPS(t *testing.T) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	of := &x509.Certificate{SerialNumber: big.NewInt(1), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	signed, err := x509.CreateCertificate(rand.Reader, of, of, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	key, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	roots := x509.NewCertPool()
	for name, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: signed}, keyFile: {Type: "PRIVATE KEY", Bytes: key}} {
		b := pem.EncodeToMemory(block)
		roots.AppendCertsFromPEM(b)
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	address, stop := serving(t, "--tls-cert", certFile, "--tls-key", keyFile)
	if !strings.HasPrefix(address, "https://") {
		t.Errorf("the page is said to be at %s", address)
	}
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, DisableKeepAlives: true}}
	res, err := client.Get(address + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("the health is answered %d", res.StatusCode)
	}
	if code, said := stop(); code != exitClean {
		t.Errorf("exit code %d, said %s", code, said)
	}
}

// TestServeEndsBySignalUnderLoad sends the real signal to the real program while
// many ask. Whatever was asked over a connection that the program took and had
// not said to close is answered.
func TestServeEndsBySignalUnderLoad(t *testing.T) {
	cmd := exec.Command("rung", "serve", "--addr", "127.0.0.1:0", "--no-log")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	said := bufio.NewReader(stderr)
	first, _ := said.ReadString('\n')
	address := strings.TrimPrefix(regexp.MustCompile(`http://[0-9.:]+`).FindString(first), "http://")
	if address == "" {
		t.Fatalf("rung serve said %q", first)
	}
	text, err := os.ReadFile("../../testdata/postings/vp.txt")
	if err != nil {
		t.Fatal(err)
	}
	question := fmt.Sprintf("POST /api/v1/check HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s", address, len(text), text)
	var answered, lost atomic.Int64
	var group sync.WaitGroup
	for range 100 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			defer c.Close()
			in := bufio.NewReader(c)
			for {
				_, err := io.WriteString(c, question)
				var res *http.Response
				if err == nil {
					res, err = http.ReadResponse(in, nil)
				}
				if err == nil {
					_, err = io.Copy(io.Discard, res.Body)
				}
				if err != nil || res.StatusCode != http.StatusOK {
					lost.Add(1)
					return
				}
				answered.Add(1)
				if res.Close {
					return
				}
			}
		})
	}
	for answered.Load() < 300 && lost.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(said)
	if err := cmd.Wait(); err != nil || !strings.Contains(string(rest), "the page is closed") {
		t.Errorf("%v: %s", err, rest)
	}
	group.Wait()
	if n := lost.Load(); n > 0 {
		t.Errorf("%d questions were lost beside %d that were answered", n, answered.Load())
	}
}

func TestServeBrowsesADatabase(t *testing.T) {
	name := filepath.Join(t.TempDir(), "rung.db")
	db, err := store.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	step := &store.Step{Now: now, Fresh: now, Page: store.Page{Method: "GET", URL: "https://jobs.example.com/", Host: "jobs.example.com", Source: "s", State: store.Done, Request: []byte{}}}
	for i, n := range []string{"director", "vp", "nurse"} {
		text, err := os.ReadFile("../../testdata/postings/" + n + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		step.Postings = append(step.Postings, store.Posting{Posting: corpus.Posting{ID: corpus.ID(fmt.Sprint("s/", i)), Title: n, Text: corpus.Normalize(string(text))}})
	}
	if _, err := db.Do(step); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	address, stop := serving(t, "--no-log", name)
	get := func(path string) (string, int) {
		res, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		return string(b), res.StatusCode
	}
	for range 200 {
		if got, _ := get("/t/db"); !strings.Contains(got, "Still reading") {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if got, _ := get("/t/db?level=vp"); !strings.Contains(got, "1 of 3 postings") {
		t.Errorf("the table shows %s", got)
	}
	if got, code := get("/t/db/p/1"); code != 200 || !strings.Contains(got, "Reads as a VP-level job") {
		t.Errorf("the second posting is answered %d", code)
	}
	if _, code := get("/t/db/p/3"); code != 404 {
		t.Errorf("a fourth posting is answered %d", code)
	}
	if code, said := stop(); code != exitClean || strings.Contains(said, "answered\" method") {
		t.Errorf("exit code %d: %s", code, said)
	}
}
