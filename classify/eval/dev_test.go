package eval

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rung/classify"
)

// shared opens a file of the data that stands beside a checkout, or skips.
func shared(t testing.TB, name string) *os.File {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "data")
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Skipf("needs %s, which is not beside this checkout", name)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func devGold(t testing.TB) []Example {
	t.Helper()
	gold, err := ReadGold(shared(t, "dev/leadership.jsonl"), "leadership.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func TestX(t *testing.T) {
	gold := devGold(t)
	rd, err := ReadReaders(shared(t, "dev/readers.jsonl"), "readers.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	t0 := time.Now()
	r := Evaluate(classify.Default(), gold, Options{Gold: "leadership.jsonl", Readings: rd, Reference: classify.Reference()})
	t.Log(time.Since(t0))
	r.WriteText(os.Stdout)
	AuditModel(classify.Default(), gold).WriteText(os.Stdout)
}
