package eval

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rung/corpus"
)

func example(id, company, text string, l Label) Example {
	return Example{Posting: corpus.Posting{ID: corpus.ID(id), Company: company, Text: text}, Label: l}
}

func TestOneCompanyIsOneGroupHoweverItIsSpelt(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Acme Inc.", "ACME, Inc", true},
		{"Acme", "Acme Co., Ltd.", true},
		{"Blue-Sky Labs", "blue sky labs", true},
		{"S.A.P. Group", "SAP Group", true},
		{"Acme", "Acme Robotics", false},
		{"None", "None", false},
		{"n/a", "N/A", false},
		{"", "", false},
		{"Company", "Limited", false},
	} {
		g := groups([]Example{example("1", c.a, "Build the one thing.", VP), example("2", c.b, "Quite another text.", VP)})
		if (g[0] == g[1]) != c.same {
			t.Errorf("%q and %q: one group %v, want %v", c.a, c.b, g[0] == g[1], c.same)
		}
	}
}

func TestNearlyTheSameTextIsOneGroup(t *testing.T) {
	ad := "You will own the budget of the whole engineering group and answer to the founders for the plan of the next three years, hiring the leaders who carry it out."
	edited := strings.Replace(ad, "three years", "two years", 1)
	other := "You will run the sprints of two teams, review their code and their designs, coach their leads, and keep the releases of the quarter on time and on scope."
	g := groups([]Example{example("1", "A", ad, VP), example("2", "B", edited, VP), example("3", "C", other, VP), example("4", "B", other+" Now.", VP)})
	if want := []int{0, 0, 0, 0}; !slices.Equal(g, want) {
		t.Errorf("groups %v, want %v: 1 and 2 share a text, 2 and 4 a company, 3 and 4 a text", g, want)
	}
	g = groups([]Example{example("1", "A", ad, VP), example("2", "B", edited, VP), example("3", "C", other, VP)})
	if want := []int{0, 0, 1}; !slices.Equal(g, want) {
		t.Errorf("groups %v, want %v", g, want)
	}
}

func TestFoldsByCompany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "n")
		var examples []Example
		for i := range n {
			c := rapid.IntRange(0, 20).Draw(t, "company")
			examples = append(examples, example(fmt.Sprint(i), fmt.Sprintf("company %d x", c), fmt.Sprint("text ", i), Label(rapid.IntRange(0, 2).Draw(t, "label"))))
		}
		k, seed := rapid.IntRange(2, 5).Draw(t, "k"), rapid.Uint64().Draw(t, "seed")
		f := byCompany(examples, groups(examples), k, seed)
		if again := byCompany(examples, groups(examples), k, seed); !slices.Equal(f.fold, again.fold) {
			t.Fatal("the same seed gave other folds")
		}
		home := map[string]int{}
		for i := range examples {
			if f.fold[i] < 0 || f.fold[i] >= k {
				t.Fatalf("fold %d of %d", f.fold[i], k)
			}
			if was, ok := home[examples[i].Company]; ok && was != f.fold[i] {
				t.Fatalf("%s stands in folds %d and %d", examples[i].Company, was, f.fold[i])
			}
			home[examples[i].Company] = f.fold[i]
		}
	})
}

func TestFoldsHoldTheSameShareOfEachLabel(t *testing.T) {
	var examples []Example
	for i := range 100 {
		l := Director
		if i%5 == 0 {
			l = VP
		}
		examples = append(examples, example(fmt.Sprint(i), fmt.Sprintf("company %d x", i), "Text.", l))
	}
	f := byCompany(examples, groups(examples), 10, 3)
	var vps, all [10]int
	for i := range examples {
		all[f.fold[i]]++
		if examples[i].Label == VP {
			vps[f.fold[i]]++
		}
	}
	for fold := range all {
		if all[fold] != 10 || vps[fold] != 2 {
			t.Errorf("fold %d holds %d rows and %d VPs, want 10 and 2", fold, all[fold], vps[fold])
		}
	}
	if other := byCompany(examples, groups(examples), 10, 4); slices.Equal(f.fold, other.fold) {
		t.Error("another seed gave the same folds")
	}
}

func TestLayout(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"bullet signs", "Duties\n• Lead\n• Hire\n• Plan", "bulleted"},
		{"hyphens, indented", "  - Lead\n  - Hire\n  - Plan", "bulleted"},
		{"numbers", "1. Lead\n2. Hire\n3) Plan", "bulleted"},
		{"two bullets are too few", "- Lead\n- Hire\nPlan", "flattened"},
		{"a paragraph", "Lead - hire - plan. 3. Done", "flattened"},
		{"a sum of money is no bullet", "5000 a month\n6000 a month\n7000 a month", "flattened"},
		{"rules are no bullets", "---\n---\n---", "flattened"},
		{"nothing", "", "flattened"},
	} {
		if got := layoutOf(c.text); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
