package dossier

import (
	"fmt"
	"math"
	"strings"

	"rung/report/table"
)

// paragraph is one of the text.
type paragraph struct {
	heading bool
	text    string
}

// method says in words what was done, with the numbers of the run.
func method(run Run, tables []*table.Table) []paragraph {
	var out []paragraph
	head := func(s string) { out = append(out, paragraph{true, s}) }
	say := func(format string, args ...any) {
		out = append(out, paragraph{false, fmt.Sprintf(format, args...)})
	}
	head("Findings")
	for _, s := range findings(tables) {
		say("%s", s)
	}
	head("Data")
	counted := run.Postings
	if !run.KeptDuplicates {
		counted -= run.Duplicates
	}
	say("%s read from %s; %s could not be read. %s came with the text of the posting.", plural(run.Postings, "posting was", "postings were"), plural(len(run.Inputs), "input", "inputs"), plural(run.Skipped, "record", "records"), plural(run.Texts, "posting", "postings"))
	what := "removed"
	if run.KeptDuplicates {
		what = "kept"
	}
	say("Near-duplicates of an earlier posting: %d, %s; %d postings are counted. Two postings are near-duplicates where the 64-bit fingerprints of their runs of three words differ in at most seven bits (Charikar 2002) and their titles name the same rank.", run.Duplicates, what, counted)
	what = "kept"
	if run.Boilerplate {
		what = "removed"
	}
	say("Sentences that an employer repeats in postings of other titles were %s in the table of terms.", what)
	head("Reading of levels")
	say("The level of a posting was read from its text, without its title, by the model %s with the lexicon %s: a sum of the weights of what rules and words found, turned into a calibrated probability.", run.Model, run.Lexicon)
	if run.Odds != "" {
		say("%s Another share moves the log-odds of every posting by the same amount (Saerens, Latinne and Decaestecker 2002); --prior-vp asks for it.", run.Odds)
	}
	say("A level is read surely where such readings are right 95 times in 100 on postings held out; a level without that leans. Where the probability lies in the zone in which the two levels are near a coin flip, the posting is unsure. A job of neither level is below Director, as one team's manager or a single contributor is, above VP, as who runs the company's technology is, or of another function than engineering. Unread are texts in which no level can be read: in another language, too short, without duties, a curriculum vitae, an article, several jobs in one. The table of answers counts all of these apart; the table of levels counts what is read and what leans together.")
	say("The built-in models learned from public postings. Where the postings counted here are among them, agreement is higher than on others; rung eval --cv measures it without that.")
	say("What a title claims is read from the title alone. It is testimony, and was used only to be compared.")
	head("Statistics")
	say("Shares have 95 %% score intervals (Wilson 1927). Means have 95 %% percentile bootstrap intervals (Efron 1979) of %d resamples, seed %d; a resample draws whole employers with all their postings (Davison and Hinkley 1997); very large groups have fewer, as the table says. Groups are compared by Hedges' g (Hedges 1981) and by Cliff's delta (Cliff 1993; interval of Feng and Cliff 2004).", run.Resamples, run.Seed)
	say("All other intervals, and the q values, take postings for independent of one another. Postings of one employer are not quite that: the table of levels gives the design effects of its shares (Kish 1965; Liang and Zeger 1986), and the dispersion of a term shows whether it is one employer's.")
	say("Agreement is Cohen's kappa (Cohen 1960) over the postings whose title claims one of the two levels and whose duties read one of them, with the standard error of Fleiss, Cohen and Everitt (1969), and its linear and quadratic weightings (Cohen 1968), which also count the postings whose duties are unsure.")
	say("Skills, kinds of duty and words are compared by the log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008); a posting counts each once. Their prior is made of the same postings, and weighs little. Their q values control the false discovery rate (Benjamini and Hochberg 1995) over all tests of one table, not over all tables. Dispersion is DPnorm over employers (Gries 2008; Lijffijt and Gries 2012). Quantiles are of type 7 (Hyndman and Fan 1996).")
	say("Tables that compare levels by what the model itself weighs (differences, words) describe the model's reading. The tables by claim compare what titles claim, and are free of that circle, unless the model learned from the same postings.")
	head("To repeat this")
	say("%s", run.Command)
	created := ""
	if run.Created != "" {
		created = ", " + run.Created
	}
	say("%s%s. The manifest lists the inputs and every file of this report with its SHA-256; the same inputs and command give the same bytes.", run.Program, created)
	return out
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// findings are the main figures of the tables in words.
func findings(tables []*table.Table) []string {
	var out []string
	for _, t := range tables {
		cell := func(row int, key string) string {
			j := t.Index(key)
			if j < 0 {
				return ""
			}
			s := t.Columns[j].Format(t.Rows[row][j])
			if t.Columns[j].Kind == table.Share {
				s += " %"
			}
			return s
		}
		number := func(row int, key string) float64 {
			if j := t.Index(key); j >= 0 && !t.Rows[row][j].Missing {
				return t.Rows[row][j].Number
			}
			return math.NaN()
		}
		kind, by, _ := strings.Cut(t.Name, "_by_")
		if by == "company" {
			continue
		}
		if by != "" {
			by = " by " + by
		}
		switch kind {
		case "levels":
			if t.Columns[0].Head != "Group" {
				continue // grouped by a field
			}
			var parts []string
			for i := range t.Rows {
				parts = append(parts, fmt.Sprintf("%s %s (%s; 95 %% interval %s to %s)", cell(i, "level"), cell(i, "n"), cell(i, "share"), cell(i, "low"), cell(i, "high")))
			}
			out = append(out, fmt.Sprintf("Of %d postings the duties read: %s.", t.N, strings.Join(parts, ", ")))
		case "answers":
			if t.Columns[0].Head != "Group" {
				continue
			}
			var parts []string
			for i := range t.Rows {
				if cell(i, "n") != "0" {
					parts = append(parts, fmt.Sprintf("%s %s (%s)", cell(i, "answer"), cell(i, "n"), cell(i, "share")))
				}
			}
			out = append(out, fmt.Sprintf("Told apart further: %s.", strings.Join(parts, ", ")))
		case "agreement":
			if len(t.Rows) > 0 && cell(0, "n") != "0" {
				out = append(out, fmt.Sprintf("Where title and duties both name one of the two levels (%s postings), they agree in %s (%s to %s); kappa is %s (%s to %s). %s say VP and read Director, %s say Director and read VP. The duties of %s more are unsure.",
					cell(0, "n"), cell(0, "agree"), cell(0, "low"), cell(0, "high"), cell(0, "kappa"), cell(0, "kappa_low"), cell(0, "kappa_high"), cell(0, "reads_lower"), cell(0, "reads_higher"), cell(0, "unsure")))
			}
		case "differences":
			best, strongest := -1, 0.0
			for i := range t.Rows {
				if effect := number(i, "effect"); effect > strongest {
					best, strongest = i, effect
				}
			}
			if best >= 0 {
				out = append(out, fmt.Sprintf("Of the seven differences%s, %s tells the groups most apart: Hedges' g %s (%s to %s) of %s.", by, strings.ToLower(cell(best, "difference")), cell(best, "effect"), cell(best, "effect_low"), cell(best, "effect_high"), cell(best, "level")))
			}
		case "skills", "responsibilities", "terms":
			first := map[string][]string{}
			var order []string
			for i := range t.Rows {
				g := cell(i, "level")
				if len(first[g]) == 0 {
					order = append(order, g)
				}
				if len(first[g]) < 5 && number(i, "q") < .05 {
					first[g] = append(first[g], cell(i, "term"))
				}
			}
			for _, g := range order {
				if len(first[g]) > 0 {
					out = append(out, fmt.Sprintf("%s%s, %s (q below .05, strongest first): %s.", strings.ToUpper(kind[:1])+kind[1:], by, g, strings.Join(first[g], ", ")))
				}
			}
		}
	}
	return out
}

// Markdown is the method and the sources as text.
func Markdown(run Run, tables []*table.Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", run.Title)
	for _, p := range method(run, tables) {
		if p.heading {
			fmt.Fprintf(&b, "\n## %s\n", p.text)
		} else {
			fmt.Fprintf(&b, "\n%s\n", p.text)
		}
	}
	b.WriteString("\n## Sources\n\n")
	for _, s := range sources() {
		fmt.Fprintf(&b, "- %s\n", s)
	}
	return b.String()
}

// bibliography reads references.bib, which this package writes: one field has
// one pair of braces, and no field holds another pair. The field in is
// where an entry was published.
func bibliography() []map[string]string {
	quotes := strings.NewReplacer("``", "“", "''", "”")
	var out []map[string]string
	for entry := range strings.SplitSeq(string(references), "\n@") {
		kind, rest, ok := strings.Cut(entry, "{")
		if !ok || strings.HasPrefix(kind, "%") {
			continue
		}
		s := map[string]string{}
		_, rest, _ = strings.Cut(rest, ",")
		for {
			name, after, ok := strings.Cut(rest, "= {")
			if !ok {
				break
			}
			s[strings.Trim(name, " ,\n")], rest, _ = strings.Cut(after, "}")
		}
		s["title"] = quotes.Replace(s["title"])
		s["in"] = s["journal"] + s["booktitle"] + s["publisher"]
		out = append(out, s)
	}
	return out
}

// sources are the references as lines.
func sources() []string {
	var out []string
	for _, s := range bibliography() {
		names := strings.Split(s["author"], " and ")
		author := strings.Join(names, "; ")
		line := fmt.Sprintf("%s (%s). %s. %s", author, s["year"], s["title"], s["in"])
		if s["volume"] != "" {
			line += " " + s["volume"]
		}
		if s["pages"] != "" {
			line += ", " + strings.ReplaceAll(s["pages"], "--", "–")
		}
		out = append(out, line+".")
	}
	return out
}

// citation says how the report's program is cited, and by what methods it works.
func citation(run Run) string {
	var b strings.Builder
	fmt.Fprintf(&b, "cff-version: 1.2.0\nmessage: Cite the program, and the methods that you report.\ntype: software\ntitle: rung\nversion: %q\nlicense: Apache-2.0\nauthors:\n  - name: The rung contributors\nabstract: Reads job postings and says from the duties whether they are Director-level or VP-level.\n", run.Program)
	if run.Created != "" {
		fmt.Fprintf(&b, "date-released: %q\n", run.Created)
	}
	b.WriteString("references:\n")
	for _, s := range bibliography() {
		kind := "article"
		switch {
		case s["volume"] != "":
		case s["pages"] == "":
			kind = "book"
		default:
			kind = "conference-paper"
		}
		fmt.Fprintf(&b, "  - type: %s\n    title: %q\n    year: %s\n    authors:\n", kind, s["title"], s["year"])
		for _, a := range strings.Split(s["author"], " and ") {
			family, given, _ := strings.Cut(a, ", ")
			fmt.Fprintf(&b, "      - family-names: %q\n        given-names: %q\n", family, given)
		}
		switch {
		case kind == "article":
			fmt.Fprintf(&b, "    journal: %q\n    volume: %s\n", s["in"], s["volume"])
		case kind == "book":
			fmt.Fprintf(&b, "    publisher:\n      name: %q\n", s["in"])
		default:
			fmt.Fprintf(&b, "    collection-title: %q\n", s["in"])
		}
	}
	return b.String()
}
