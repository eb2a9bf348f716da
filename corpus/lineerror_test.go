package corpus

import (
	"encoding/json"
	"errors"
	"testing"
)

func TestABadRecordIsNamedByItsPlace(t *testing.T) {
	for _, c := range []struct {
		e    LineError
		want string
	}{
		{LineError{File: "jobs.json"}, "jobs.json"},
		{LineError{File: "jobs.json", Line: 7}, "jobs.json:7"},
		{LineError{File: "jobs.json", Line: 7, Record: 2}, "jobs.json:7#2"},
	} {
		c.e.Err = errors.New("the text is empty")
		if got, want := c.e.Error(), c.want+": the text is empty"; got != want {
			t.Errorf("message %q, want %q", got, want)
		}
		b, err := json.Marshal(&c.e)
		if want := `{"source":"` + c.want + `","reason":"the text is empty"}`; err != nil || string(b) != want {
			t.Errorf("kept as %s, %v, want %s", b, err, want)
		}
	}
}
