package table

import (
	"bytes"
	"testing"
)

func written(t *testing.T, format string, opt Options, tables ...*Table) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, opt, tables...); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}
