package batch

import "testing"

func TestAnOptionThatOnlyOneRunHasIsADifference(t *testing.T) {
	with, without := &Identity{Options: map[string]string{"warc-verify": "true"}}, &Identity{}
	if got := with.differs(without, nil); got != `it was begun with warc-verify "", not with true` {
		t.Errorf("that of this run: %q", got)
	}
	if got := without.differs(with, nil); got != `it was begun with warc-verify true, not with ""` {
		t.Errorf("that of the other: %q", got)
	}
	if got := with.differs(with, nil); got != "" {
		t.Errorf("the same: %q", got)
	}
}
