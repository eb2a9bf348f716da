package eval

import (
	"slices"
	"testing"

	"rung/classify"
	"rung/corpus"
)

func TestLevelWordsAreFoundWhole(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64 // VPs less Directors
	}{
		{"Report to the VP of Engineering.", 1},
		{"A senior vice-president, an SVP and two VPs.", 3},
		{"Directors and a Senior Director; a director.", -3},
		{"The vice president manages directors.", 0},
		{"The president of the directorate, a vice, an executive", 0},
		{"", 0},
	} {
		if got := levelWords(c.text); got != c.want {
			t.Errorf("%q: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestTheOwnTitleIsStruckOut(t *testing.T) {
	p := corpus.Posting{Title: "Director of Data", Text: "As Director of Data you report to the VP. Our Director of Data hires."}
	raw, masked := baselines()[1], baselines()[2]
	for _, c := range []struct {
		t    Trainer
		want float64
	}{{raw, -1}, {masked, 1}} {
		k, err := c.t.Train(nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := k.Classify(p).LogOdds; got != c.want {
			t.Errorf("%s: %v, want %v", c.t.Name(), got, c.want)
		}
	}
	p.Title = ""
	if strikeTitle(p) != p.Text {
		t.Error("no title strikes something out")
	}
}

func TestWordsAreThoseOfScikitLearn(t *testing.T) {
	for text, want := range map[string][]string{
		"Own the P&L, a C++ code-base.": {"own", "the", "code", "base"},
		"naïve R2D2 is_it 2 24/7 100k":  {"naïve", "r2d2", "is_it", "24", "100k"},
		"日本 é ab":                       {"日本", "ab"},
		"":                              {},
	} {
		if got := words(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTFIDFSeesNoLevelWords(t *testing.T) {
	var b tfidf
	mask := func(title, text string) []gram { return b.bag(corpus.Posting{Title: title, Text: text}) }
	if a, c := mask("VP of Data", "The VP of Data leads directors."), mask("Director of Data", "The Director of Data leads senior vice presidents."); !slices.Equal(a, c) {
		t.Errorf("two titles, two bags: %v, %v", a, c)
	}
}

func TestBaselinesNeedTwoLevels(t *testing.T) {
	one := sayings(30)[1:3]
	for _, name := range []string{"majority", "length", "tfidf_lr"} {
		b := baselines()
		i := slices.IndexFunc(b, func(t Trainer) bool { return t.Name() == name })
		if _, err := b[i].Train(one); err == nil || err.Error() != "the training rows hold one level only" {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestTheMajorityIsTheLargerLevel(t *testing.T) {
	rows := sayings(10) // four VPs
	for _, c := range []struct {
		train []Example
		want  classify.Level
	}{{rows, classify.Director}, {append([]Example{rows[1]}, rows[0], rows[3]), classify.VP}} {
		k, err := baselines()[0].Train(c.train)
		if err != nil {
			t.Fatal(err)
		}
		if got := k.Classify(corpus.Posting{}).Level; got != c.want {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}

func TestLongerPostingsReadAsTheLongerLevel(t *testing.T) {
	k, err := baselines()[3].Train([]Example{
		example("1", "", "Short.", Director), example("2", "", "Shorter, no?", Director),
		example("3", "", "A good deal longer than either of the others.", VP), example("4", "", "And this is the longest of all of the four texts here.", VP),
	})
	if err != nil {
		t.Fatal(err)
	}
	if s, l := k.Classify(corpus.Posting{Text: "Brief."}), k.Classify(corpus.Posting{Text: "Something that goes on and on for quite some time."}); s.Level != classify.Director || l.Level != classify.VP {
		t.Errorf("short reads %v, long %v", s.Level, l.Level)
	}
}
