package web

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"log"
	"strings"
	"sync"
)

// TLS is how to serve by HTTPS, of TLS 1.2 or later, with a certificate and its key, each
// a file in PEM that read gives; nil where neither is named. They are read for every
// connection, so that a renewed certificate needs no new server; while the two do not
// fit together, the last that did are shown. It is an error where the first do not.
func TLS(cert, key string, read func(name string) ([]byte, error)) (*tls.Config, error) {
	switch {
	case cert == "" && key == "":
		return nil, nil
	case cert == "":
		return nil, fmt.Errorf("the key %q comes without its certificate", key)
	case key == "":
		return nil, fmt.Errorf("the certificate %q comes without its key", cert)
	}
	c := &certificate{names: [2]string{cert, key}, read: read}
	if _, err := c.get(nil); err != nil {
		return nil, err
	}
	return &tls.Config{MinVersion: tls.VersionTLS12, NextProtos: []string{"http/1.1"}, GetCertificate: c.get}, nil
}

type certificate struct {
	names [2]string // of the certificate and of its key
	read  func(name string) ([]byte, error)
	mu    sync.Mutex
	files [2][]byte // of last
	last  *tls.Certificate
}

func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.renew(); err != nil && c.last == nil {
		return nil, err
	}
	return c.last, nil
}

// renew reads the files, and takes what is in them where that has changed.
func (c *certificate) renew() error {
	var files [2][]byte
	for i, name := range c.names {
		var err error
		if files[i], err = c.read(name); err != nil {
			return fmt.Errorf("reading %q: %w", name, err)
		}
	}
	if c.last != nil && bytes.Equal(files[0], c.files[0]) && bytes.Equal(files[1], c.files[1]) {
		return nil
	}
	pair, err := tls.X509KeyPair(files[0], files[1])
	if err != nil {
		return fmt.Errorf("reading the certificate %q with the key %q: %s", c.names[0], c.names[1], strings.TrimPrefix(err.Error(), "tls: "))
	}
	c.files, c.last = files, &pair
	return nil
}

// quiet passes on what net/http has to say, but not that somebody who is no browser came
// to the port.
type quiet struct{}

func (quiet) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte("TLS handshake error")) {
		return len(b), nil
	}
	return log.Writer().Write(b)
}
