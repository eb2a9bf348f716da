package reference

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rung/corpus/attacktest"
)

var bakery = [2]Level{
	{Name: "baker", Names: []string{"baker", "bakers"}},
	{Name: "master", Names: []string{"master baker", "master bakers", "mb"}},
}

// comparison reads a paragraph as a comparison of the bakery's levels.
func comparison(t *testing.T, in string) []Passage {
	t.Helper()
	d, err := Read("doc", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	return Attribute(bakery, []Source{{Doc: d}})
}

func TestAttributeClauses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"one level", "The baker fires the oven.", "baker 1.0 The baker fires the oven."},
		{"the longer name wins", "The master baker buys flour.", "master 1.0 The master baker buys flour."},
		{"a hyphen in a name", "The master-baker buys flour.", "master 1.0 The master-baker buys flour."},
		{"neither", "Flour is white.", ""},
		{"while", "Bakers fire ovens while master bakers buy flour.", "baker 1.0 Bakers fire ovens|master 1.0 while master bakers buy flour."},
		{"while at the beginning", "While bakers fire ovens, the master baker buys flour.", "baker 1.0 While bakers fire ovens,|master 1.0 the master baker buys flour."},
		{"whereas", "The MB buys flour, whereas a baker fires ovens.", "master 1.0 The MB buys flour,|baker 1.0 whereas a baker fires ovens."},
		{"a semicolon", "The baker fires ovens; the master baker buys flour.", "baker 1.0 The baker fires ovens;|master 1.0 the master baker buys flour."},
		{"on the other hand, after the name", "Bakers fire ovens. Master bakers, on the other hand, buy flour.", "baker 1.0 Bakers fire ovens.|master 1.0 Master bakers, on the other hand, buy flour."},
		{"a comma before the other's name", "Bakers fire ovens, and the master baker buys flour.", "baker 1.0 Bakers fire ovens,|master 1.0 and the master baker buys flour."},
		{"both alike", "Bakers and master bakers rise early.", "baker 0.5 Bakers and master bakers rise early.|master 0.5 Bakers and master bakers rise early."},
		{"both, and the first is the subject", "The baker wakes the master baker.", "baker 0.5 The baker wakes the master baker."},
		{"compared with", "Because of it the job is hotter than the master baker job.", ""},
		{"a pronoun", "The baker fires ovens. They sweat.", "baker 1.0 The baker fires ovens.|baker 0.8 They sweat."},
		{"a pronoun before the other's name", "Bakers fire ovens. They rest when the master baker buys flour.", "baker 1.0 Bakers fire ovens.|baker 0.8 They rest|master 1.0 when the master baker buys flour."},
		{"no pronoun", "The baker fires ovens. Wood is carried in.", "baker 1.0 The baker fires ovens.|baker 0.4 Wood is carried in."},
		{"after both, a pronoun is nobody's", "Bakers and master bakers rise. They sing.", "baker 0.5 Bakers and master bakers rise.|master 0.5 Bakers and master bakers rise."},
		{"a denial", "The baker never buys flour.", ""},
		{"a denial and what is so", "The baker does not buy flour, but carries it.", "baker 0.4 but carries it."},
		{"not only is no denial", "The baker not only fires ovens.", "baker 1.0 The baker not only fires ovens."},
		{"a paragraph of its own", "The baker fires ovens.\n\nThey sweat.", "baker 1.0 The baker fires ovens."},
		{"a heading passes its level on", "What is a baker?\n\nFiring ovens is the job.\n\n- Carry wood", "baker 0.6 Firing ovens is the job.|baker 1.0 Carry wood"},
		{"a heading of both takes it back", "What is a baker?\n\nFires ovens.\n\nBaker or master baker\n\nBread is good.", "baker 0.6 Fires ovens."},
		{"a deeper heading keeps it", "# Master bakers\n\nRise at nine.\n\n## Tasks\n\n- Buy flour\n\n## Tools\n\n- Carry pens\n\n# Bread\n\n- Eat it", "master 0.6 Rise at nine.|master 1.0 Buy flour|master 1.0 Carry pens"},
		{"a sentence passes its level to its list", "In adverts for a good master baker in our town we read this again and again, year after year:\n\n- Buy flour\n", "master 1.0 In adverts for a good master baker in our town we read this again and again, year after year:|master 1.0 Buy flour"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range comparison(t, tt.in) {
				got = append(got, fmt.Sprintf("%s %.1f %s", p.Level, p.Weight, p.Text))
			}
			if g := strings.Join(got, "|"); g != tt.want {
				t.Errorf("\n got %s\nwant %s", g, tt.want)
			}
		})
	}
}

func TestDifferences(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"the heading says so", "Education\n\nThe baker went to school.", Education},
		{"the sentence says so", "The baker attends the morning meeting.", Meetings},
		{"nothing says so", "The baker carries wood.", Duties},
		{"the first sentence of a paragraph says so", "Look at the metrics. The baker sells rolls and attends fairs.", Metrics},
		{"a paragraph whose heading is lost", "Career\n\nThe career begins at school. The baker learns.\n\nWhen it comes to meetings, tastes differ. The baker stays in the meeting.", Career + " " + Meetings},
		{"a heading under a heading keeps its difference", "Career\n\nAll paths\n\nThe baker learns.", Career},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range comparison(t, tt.in) {
				got = append(got, p.Difference)
			}
			if g := strings.Join(got, " "); g != tt.want {
				t.Errorf("got %q, want %q", g, tt.want)
			}
		})
	}
}

func TestProfile(t *testing.T) {
	d, err := Read("doc", strings.NewReader("Tasks\n\n- Fire ovens.\n- Master bakers do more.\n- Carry flour to the master baker.\n\nOther tasks\n\n- Sweep.\n\nNext step of the career\n\n- Learn to be a master baker.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range Attribute(bakery, []Source{{"baker", d}}) {
		if !p.Profile {
			t.Errorf("line %d is not marked as of a profile", p.Line)
		}
		got = append(got, fmt.Sprintf("%d %s %.1f", p.Line, p.Level, p.Weight))
	}
	if want := []string{"3 baker 0.5", "5 baker 0.5", "9 baker 0.1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzAttribute(f *testing.F) {
	for _, s := range []string{"1The baker\n\nThe baker, while mb, rises; they sing. S", "# mb\n- bakers and mbs of\n- X\n", "The master-\nbaker", "than a baker, but not the mb", "\xff\x80 1.2.3 •", "• a\n• b\n• c\n• d\n• e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Read("doc", strings.NewReader(s))
		if err != nil {
			return
		}
		rows := strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), "\n") + 1
		last := 0
		for _, l := range d.Lines {
			if l.Text == "" || l.Row(0) <= last || l.Row(len(l.Text)) > rows {
				t.Fatalf("line %q stands on rows %d to %d of %d, after row %d", l.Text, l.Row(0), l.Row(len(l.Text)), rows, last)
			}
			last = l.Row(len(l.Text))
		}
		for _, own := range []string{"", "baker"} {
			var ps []Passage
			attacktest.Bounded(t, s, 8<<20, 4000, func() { ps = Attribute(bakery, []Source{{own, d}}) })
			for _, p := range ps {
				if p.Text == "" || p.Line < 1 || p.Line > rows || p.Weight <= 0 || p.Weight > 1 || !slices.Contains(differences[:], p.Difference) || p.Level != "baker" && p.Level != "master" {
					t.Fatalf("impossible passage %+v", p)
				}
			}
			for _, k := range Mine(ps, DefaultBackground(), Options{Levels: bakery, MinZ: 1e-9}) {
				if k.Z != k.Z || k.Z*k.LogOdds <= 0 || len(k.Cites) == 0 || !slices.Contains(k.Forms, k.Term) || strings.Count(k.Term, " ") >= maxWords {
					t.Fatalf("impossible keyword %+v", k)
				}
			}
		}
	})
}

func BenchmarkAttribute(b *testing.B) {
	in := strings.Repeat("While bakers fire ovens, the master baker buys flour from the mill; they count every sack.\n\n- Carry wood to the ovens\n\n", 100)
	d, err := Read("doc", strings.NewReader(in))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		Attribute(bakery, []Source{{Doc: d}})
	}
}
