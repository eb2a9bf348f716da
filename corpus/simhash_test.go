package corpus

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func words(r *rand.Rand, n int) []string {
	w := make([]string, n)
	for i := range w {
		w[i] = fmt.Sprintf("word%d", r.IntN(5000))
	}
	return w
}

func TestSimHashOfNearTextsIsNear(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	sum, far := 0, 64
	for range 200 {
		w := words(r, 600)
		edited := slices.Clone(w)
		for range 6 { // one word in a hundred
			edited[r.IntN(len(edited))] = "other"
		}
		a := SimHash(strings.Join(w, " "))
		sum += bits.OnesCount64(a ^ SimHash(strings.Join(edited, " ")))
		far = min(far, bits.OnesCount64(a^SimHash(strings.Join(words(r, 600), " "))))
	}
	if near := float64(sum) / 200; near > nearBits || far < 2*nearBits {
		t.Errorf("near texts differ in %.1f bits, others in %d or more", near, far)
	}
}

func TestSimHashCountsWordsOnly(t *testing.T) {
	a := SimHash("You lead four teams.\n\n- Plan hiring")
	for _, s := range []string{"you lead FOUR teams -- plan hiring", "• You lead four teams;\tplan hiring!"} {
		if SimHash(s) != a {
			t.Errorf("%q is told apart", s)
		}
	}
	if SimHash("You lead four teams. Plan firing") == a {
		t.Error("another word is not told apart")
	}
	if SimHash("") != 0 || SimHash("… — !") != 0 {
		t.Error("no words are not 0")
	}
}

func TestRankWords(t *testing.T) {
	for title, want := range map[string]string{
		"Sr. Director, Platform":              "director senior",
		"Vice President of Engineering":       "vp",
		"VP, Engineering":                     "vp",
		"Engineering Manager II":              "2 manager",
		"Director of Engineering / Director":  "director",
		"Internal Tools Engineer":             "",
		"Head of Engineering, International":  "head",
		"":                                    "",
		"Associate Vice-President (Software)": "associate vp",
	} {
		if got := RankWords(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestNearLinksToTheFirstOfItsKind(t *testing.T) {
	prints := []Fingerprint{
		{"c", 0b0111, "vp"}, {"a", 0b0000, "vp"}, {"b", 0b0001, "vp"}, {"d", 0b0001, "director"}, {"e", ^uint64(0), "vp"}, {"f", 0b11_0001, "director"},
	}
	want := map[ID]ID{"b": "a", "c": "a", "f": "d"}
	for range 10 {
		rand.Shuffle(len(prints), func(i, j int) { prints[i], prints[j] = prints[j], prints[i] })
		if got := Near(prints); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestNearFindsWhatComparingAllFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var prints []Fingerprint
	for i := range 400 {
		h := r.Uint64()
		if i%2 == 1 {
			h = prints[i-1].Hash
			for range r.IntN(10) {
				h ^= 1 << r.IntN(64)
			}
		}
		prints = append(prints, Fingerprint{ID: ID(fmt.Sprintf("%03d", i)), Hash: h})
	}
	want := map[ID]ID{}
	for i, p := range prints {
		for _, o := range prints[:i] {
			if _, linked := want[o.ID]; !linked && bits.OnesCount64(p.Hash^o.Hash) <= nearBits {
				want[p.ID] = o.ID
				break
			}
		}
	}
	if got := Near(prints); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d links, want %d", len(got), len(want))
	}
}

func BenchmarkSimHash(b *testing.B) {
	text := strings.Repeat("You lead four teams and report to the VP of Engineering. ", 80)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		SimHash(text)
	}
}
