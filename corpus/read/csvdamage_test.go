package read

import (
	"errors"
	"fmt"
	"rung/corpus"
	"strings"
	"testing"
)

// One row in twenty has a quote that does not end. However many there are, only
// they are lost, and rows of many lines below them are found whole.
func TestReadLosesOnlyTheRowsOfACSVThatAreDamaged(t *testing.T) {
	long := strings.Repeat("You lead, \"\"coach\"\" and hire managers,\nand report to the board.\n", 120) // 8 KB on many lines
	for _, c := range []struct{ name, damage string }{
		{"a quote that does not end", "%d,\"torn\n"},
		{"a quote that does not end, and no quote below that would show it", "%d,x,\"torn\n"},
		{"fields that are missing", "%d\n"},
		{"fields too many", "%d,a,b,c,d\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var in strings.Builder
			in.WriteString("id,title,text\n")
			const rows = 2000
			lines, line := map[string]int{}, 2
			for i := range rows {
				row := fmt.Sprintf("%d,VP,\"%s\"\n", i, long)
				if i%20 == 7 {
					row = fmt.Sprintf(c.damage, i)
				}
				in.WriteString(row)
				lines[fmt.Sprint(i)] = line
				line += strings.Count(row, "\n")
			}
			good, bad := 0, 0
			for p, err := range Postings(t.Context(), strings.NewReader(in.String()), "a.csv", CSV) {
				var at *corpus.LineError
				switch {
				case errors.As(err, &at):
					if bad++; at.Line != lines[fmt.Sprint(20*bad-13)] {
						t.Fatalf("bad record %d in line %d", bad, at.Line)
					}
				case err != nil:
					t.Fatal(err)
				case p.Source != fmt.Sprintf("a.csv:%d", lines[string(p.ID)]) || !strings.HasPrefix(p.Text, "You lead, \"coach\""):
					t.Fatalf("%s: posting %q", p.Source, p.ID)
				default:
					good++
				}
			}
			if good != rows-rows/20 || bad != rows/20 {
				t.Errorf("%d postings and %d damaged records, of %d rows", good, bad, rows)
			}
		})
	}
}

// What stands below a quote that never ends is read again from its second line,
// also where that was the whole rest of the file.
func TestReadGoesOnBelowAQuoteThatReachesTheEndOfTheFile(t *testing.T) {
	in := "id,text\n1,\"torn\n" + "2,You lead 40 people\n3,\"\"torn too\n4,You lead six teams"
	var got []string
	for p, err := range Postings(t.Context(), strings.NewReader(in), "a.csv", CSV) {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, string(p.ID)+" "+p.Text)
		}
	}
	want := []string{`a.csv:2: a field in quotes does not end: its closing " is missing`, "2 You lead 40 people",
		`a.csv:4: a field in quotes does not end: its closing " is missing`, "4 You lead six teams"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// TestAttackATableOfMoreColumnsThanAnyIsNotRead, and a row of as many costs itself.
func TestAttackATableOfMoreColumnsThanAnyIsNotRead(t *testing.T) {
	many := strings.Repeat(",a", maxColumns)
	if got, want := show("title,text"+many+"\nVP,Lead\n", "a.csv", Options{}), "! a.csv: more than 16384 columns, which no table of postings has\n"; got != want {
		t.Errorf("a header: %q, want %q", got, want)
	}
	if got, want := show("title,text\nVP,Lead\nVP"+many+"\nHead,Own\n", "a.csv", Options{}), "2 VP||Lead\n3! more than 16384 columns, which no table of postings has\n4 Head||Own\n"; got != want {
		t.Errorf("a row: %q, want %q", got, want)
	}
}
