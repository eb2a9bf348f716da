package reference

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mine(t *testing.T, levels [2]Level, sources ...[2]string) []Keyword {
	t.Helper()
	var ss []Source
	for _, s := range sources {
		d, err := Read("doc", strings.NewReader(s[1]))
		if err != nil {
			t.Fatal(err)
		}
		ss = append(ss, Source{s[0], d})
	}
	return Mine(Attribute(levels, ss), DefaultBackground(), Options{Levels: levels, MinZ: 0.01})
}

func find(ks []Keyword, term string) *Keyword {
	if i := slices.IndexFunc(ks, func(k Keyword) bool { return k.Term == term }); i >= 0 {
		return &ks[i]
	}
	return nil
}

const bakeries = "The baker fires the oven and carries wood. The master baker signs the flour contract. " +
	"Bakers knead dough, while master bakers agree the flour budget. Bakers and master bakers taste bread."

func TestSwappedLevelsSwapSigns(t *testing.T) {
	ks := mine(t, bakery, [2]string{"", bakeries})
	swapped := mine(t, [2]Level{bakery[1], bakery[0]}, [2]string{"", bakeries})
	if len(ks) == 0 || len(ks) != len(swapped) {
		t.Fatalf("%d keywords, swapped %d", len(ks), len(swapped))
	}
	for _, k := range ks {
		s := find(swapped, k.Term)
		if s == nil || math.Abs(s.Z+k.Z) > 1e-12 || s.Counts[0] != k.Counts[1] {
			t.Errorf("%q: %+v swapped is %+v", k.Term, k, s)
		}
	}
}

func TestWhatIsNoKeyword(t *testing.T) {
	ks := mine(t, bakery, [2]string{"", "The baker Hans Ottermeyer of the bakery fires ovens. The master baker signs contracts for Brotgarten. An SMB is no MB of flour, but the mb buys flour."})
	for _, term := range []string{"baker", "bakers", "master baker", "master", "mb", "smb", "the", "ottermeyer", "hans ottermeyer", "brotgarten"} {
		if k := find(ks, term); k != nil {
			t.Errorf("%q is a keyword: %+v", term, k)
		}
	}
	if find(ks, "contracts") == nil {
		t.Errorf("contracts is none: %+v", ks)
	}
}

func TestSharedTermsSpeakForNeither(t *testing.T) {
	if k := find(mine(t, bakery, [2]string{"", bakeries}), "taste bread"); k != nil && math.Abs(k.Z) > 0.05 {
		t.Errorf("what both do is a keyword: %+v", k)
	}
}

func TestProfileYieldsToComparison(t *testing.T) {
	// The profile claims the flour budget for the baker; the comparison gives it to the master baker.
	profile := "- Keep the flour budget and fire ovens.\n- Plan the flour budgets and carry wood.\n- Knead dough all night.\n"
	ks := mine(t, bakery, [2]string{"baker", profile}, [2]string{"", bakeries + " The master baker hires drivers, leases mills, haggles with the council and speaks for the guild."})
	for _, term := range []string{"flour", "flour budget"} {
		if k := find(ks, term); k == nil || k.Z <= 0 {
			t.Errorf("%q must stay with the comparison's level: %+v", term, k)
		}
	}
	if k := find(ks, "night"); k == nil || k.Z >= 0 {
		t.Errorf("what only the profile says must count for its level: %+v", k)
	}
	if k := find(mine(t, bakery, [2]string{"baker", profile}), "flour"); k != nil {
		t.Errorf("one profile alone compares nothing: %+v", k)
	}
}

func TestBalance(t *testing.T) {
	for _, tt := range []struct {
		name        string
		mass        [2][2]float64
		fill, scale [2]float64
		size        float64
	}{
		{"a profile fills what the comparison leaves empty", [2][2]float64{{60, 200}, {100, 0}}, [2]float64{0.2, 0}, [2]float64{1, 1}, 100},
		{"a profile on the longer side counts nothing", [2][2]float64{{100, 200}, {60, 0}}, [2]float64{0, 0}, [2]float64{0.6, 1}, 60},
		{"two profiles are brought to one size", [2][2]float64{{0, 300}, {0, 100}}, [2]float64{1. / 3, 1}, [2]float64{1, 1}, 100},
		{"nothing on one side", [2][2]float64{{0, 300}, {0, 0}}, [2]float64{0, 0}, [2]float64{0, 0}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fill, scale, size := balance(tt.mass)
			if d := cmp.Diff([]any{tt.fill, tt.scale, tt.size}, []any{fill, scale, size}); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestForms(t *testing.T) {
	ks := mine(t, bakery, [2]string{"", "The baker fires hot-air ovens and one oven more. Master bakers sign each contract."})
	if k := find(ks, "contract"); k == nil || !slices.Equal(k.Forms, []string{"contract", "contracts"}) {
		t.Errorf("forms of contract: %+v", k)
	}
	if k := find(ks, "hot air"); k == nil {
		t.Errorf("a hyphenated word is a term: %+v", ks)
	}
	for _, half := range []string{"hot", "air", "air ovens"} {
		if k := find(ks, half); k != nil {
			t.Errorf("half a hyphenated word is a term: %+v", k)
		}
	}
}

func TestStem(t *testing.T) {
	for _, tt := range [][2]string{{"budgets", "budget"}, {"priorities", "priority"}, {"processes", "process"}, {"process", "process"},
		{"releases", "release"}, {"status", "status"}, {"boss", "boss"}, {"is", "is"}, {"scheduling", "scheduling"}, {"okrs", "okr"}, {"benches", "bench"}} {
		if got := stem(tt[0]); got != tt[1] {
			t.Errorf("stem(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}
