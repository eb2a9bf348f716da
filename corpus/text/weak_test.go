package text

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shared returns the path of a data file beside the repository.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		path := filepath.Join(dir, "..", "shared", "data", name)
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			if _, err := os.Stat(path); err == nil {
				return path
			}
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Skipf("no shared/data/%s beside the repository", name)
	return ""
}

// posting is a text with, for each line of it, its kind where that is known.
type posting struct {
	ID, Title, Company, Text string
	Lines                    map[string][][2]int
	kinds                    []Kind // by line number, unlabelled = NumKinds; nil without labels
}

func readPostings(t testing.TB, name string) []posting {
	t.Helper()
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	var out []posting
	for dec := json.NewDecoder(bufio.NewReader(r)); ; {
		var p posting
		if err := dec.Decode(&p); err == io.EOF {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		if p.Lines != nil {
			p.kinds = make([]Kind, strings.Count(p.Text, "\n")+1)
			for i := range p.kinds {
				p.kinds[i] = NumKinds
			}
			for name, ranges := range p.Lines {
				k, _ := ParseKind(name)
				for _, r := range ranges {
					for i := r[0]; i <= r[1]; i++ {
						p.kinds[i] = k
					}
				}
			}
		}
		out = append(out, p)
	}
}

// constraints says which states the units of an unlabelled posting may have.
func constraints(d *Document) (allowed []uint32, known int) {
	under, paras := -1, 0 // kind of the lines since a known heading; paragraphs since
	seen := 0
	opening := true // before any heading or list
	for i := range d.Sentences {
		s := &d.Sentences[i]
		u := d.scratch.units[i]
		opening = opening && !u.item
		may := uint32(allContent)
		if u.may {
			may = allStates
			if x := asHeading(d, i); x != 0 {
				opening = false
				h, _ := headings.find(phrase(d.Tokens[s.First:s.Last]))
				under, paras = int(h.kind), 0
				if x&(x-1) != 0 || h.loose {
					under = -1
				} else {
					seen |= 1 << h.kind
				}
				allowed = append(allowed, x)
				continue
			}
		}
		if k := surely(d, i); k >= 0 {
			allowed = append(allowed, 1<<k)
			under = -1
			continue
		}
		if u.turn == nextPara && !u.item {
			paras++
			last := i > 0 && d.scratch.units[i-1].item
			short := s.Last-s.First < maxHeading && u.may && d.Text[s.End-1] != '.'
			if paras > 2 || last || short {
				under = -1
			}
		}
		if Kind(under) == Role && u.item {
			under = -1
		}
		if n := s.Last - s.First; n > 12 { // what tells a story is not the small change of a posting
			may &^= 1 << Other
			if opening {
				may &= openingKinds(strings.ToLower(s.Of(d.Text))) | allHeading
			}
		}
		if under >= 0 {
			k := uint32(1) << under
			if Kind(under) == Duties && hasWord(d, i, hashYears, hashDegree) {
				k |= 1 << Requirements
			}
			may = k
		}
		allowed = append(allowed, may)
	}
	for ; seen > 0; seen &= seen - 1 {
		known++
	}
	return allowed, known
}

// asHeading returns the heading states of a unit that is a heading for sure: it
// is listed, it is "About Acme", or it introduces a list. Else it returns 0.
func asHeading(d *Document, i int) uint32 {
	s, u := &d.Sentences[i], d.scratch.units
	toks := d.Tokens[s.First:s.Last]
	if h, ok := headings.find(phrase(toks)); ok {
		return 1 << (numContent + int(h.kind))
	}
	if u[i].item || u[i].turn != nextPara || i+1 == len(u) || !isUpper(d.Text[s.Start]) {
		return 0
	}
	last := d.Text[s.End-1]
	switch {
	case i > 0 && len(toks) > 1 && len(toks) <= 8 && shouts(s.Of(d.Text)):
		return allHeading
	case toks[0].Hash == hashAbout && len(toks) <= 5 && last != '.' && u[i+1].turn == nextPara:
		return 1 << (numContent + int(About))
	case u[i+1].item && (last == ':' && len(toks) <= 10 || last != '.' && len(toks) <= 5):
		return allHeading
	}
	return 0
}

// shouts reports whether s has ten capitals and no small letter.
func shouts(s string) bool {
	capitals := 0
	for i := range len(s) {
		if s[i] >= 'a' && s[i] <= 'z' {
			return false
		}
		capitals += b2i(isUpper(s[i]))
	}
	return capitals >= 10
}

var (
	hashAbout             = Hash("about")
	hashYears, hashDegree = Hash("years"), Hash("degree")
)

func hasWord(d *Document, i int, words ...uint64) bool {
	for _, t := range d.Tokens[d.Sentences[i].First:d.Sentences[i].Last] {
		if slices.Contains(words, t.Hash) {
			return true
		}
	}
	return false
}

// sure holds words that leave no doubt, whatever they stand under.
var sure = []struct {
	kind  Kind
	words []string
}{
	{Legal, []string{"equal opportunity", "equal employment", "regardless of race", "without regard to race", "gender identity", "e-verify",
		"reasonable accommodation", "protected veteran", "background check", "fair chance", "unsolicited resumes", "recruitment agencies",
		"authorized to work", "eligible to work", "visa sponsorship", "sponsor visas", "privacy policy", "privacy notice"}},
	{Apply, []string{"apply here", "please apply", "apply now", "apply online", "to apply,", "send your resume", "send your cv",
		"send us your", "submit your resume", "submit your application", "encourage you to apply", "more and apply"}},
	{Other, []string{"position is based", "role is based", "open to candidates", "candidates based", "roles are remote", "role is remote", "position is remote",
		"is a remote position", "is a remote role", "must be located", "must live", "ability to travel", "travel required", "travel is required",
		"job title:", "position title:", "for more information, visit", "visit our website"}},
	{Preferred, []string{"is a plus", "are a plus", "strong plus", "big plus", "a plus.", "nice to have", "nice-to-have", "strongly preferred",
		"is preferred", "highly preferred", "is desirable", "highly desired", "is a bonus", "but not required"}},
}

// What a posting without a heading begins with: the employer or the job.
var (
	employer = []string{"founded", "our mission", "leading provider", "is a leading", "we believe", "headquartered", "our customers", "is the leading",
		"backed by", "funding", "world's", "our platform", "we build", "we're building", "we are building", "is building", "is a global", "company"}
	job = []string{"in this role", "this role", "this position", "seeking", "looking for", "as a ", "as an ", "as the ", "reporting to",
		"report to", "you will", "you’ll", "you'll", "responsible for", "the role", "the position", "your team"}
)

// openingKinds returns the states of a sentence that a posting begins with.
func openingKinds(s string) uint32 {
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
	}
	switch e, j := has(employer), has(job); {
	case e && !j:
		return 1 << About
	case j && !e:
		return 1 << Role
	}
	return 1<<About | 1<<Role
}

// surely returns the kind of a sentence that some words leave no doubt of, or -1.
func surely(d *Document, i int) int {
	s := strings.ToLower(d.Sentences[i].Of(d.Text))
	if strings.HasPrefix(s, "show more") || s == "show less" {
		return int(Other)
	}
	for _, x := range sure {
		for _, w := range x.words {
			if strings.Contains(s, w) {
				return int(x.kind)
			}
		}
	}
	if i == 0 && (strings.Count(s, "|") > 1 || strings.Count(s, " - ") > 1 && len(s) < 150) {
		return int(Other)
	}
	toks := d.Tokens[d.Sentences[i].First:d.Sentences[i].Last]
	if k, ok := d.begins(toks); ok && k != Role && len(toks) > 4 && slices.ContainsFunc(toks[:4], func(t Token) bool { return d.Text[t.Start] == ':' }) {
		return int(k)
	}
	if len(s) < 20 && (strings.HasPrefix(s, "li-") || strings.HasPrefix(s, "#li")) {
		return int(Other)
	}
	return -1
}

// gold says which states the units of a labelled posting may have.
func gold(d *Document, p *posting) []uint32 {
	allowed := make([]uint32, len(d.Sentences))
	for i := range d.Sentences {
		s := &d.Sentences[i]
		k := p.kinds[d.Lines[s.Line].Number]
		switch {
		case k == NumKinds:
			allowed[i] = allContent
		case k == Heading:
			allowed[i] = introduces(d, p, s.Line)
			if h, ok := headings.find(phrase(d.Tokens[s.First:s.Last])); ok && !h.loose {
				allowed[i] |= 1 << (numContent + int(h.kind))
			}
			if !d.scratch.units[i].may { // too long, or in two: of the kind it introduces
				allowed[i] = allContent
			}
		default:
			allowed[i] = 1 << k
			if d.scratch.units[i].may && d.scratch.units[i].turn == sameLine {
				allowed[i] |= allHeading
			}
		}
	}
	return allowed
}

// introduces returns the heading states for the kind of the content after line.
func introduces(d *Document, p *posting, line int) uint32 {
	for _, l := range d.Lines[line:] {
		if k := p.kinds[l.Number]; k < Heading {
			return 1 << (numContent + int(k))
		}
	}
	return allHeading
}

// corpus reads what is learned from: unlabelled postings, at most a few of a
// company, none that shares a long line with one of the labelled ones.
func weak(t testing.TB, labelled []posting) []posting {
	long := map[uint64]bool{}
	each := func(p *posting, f func(h uint64)) {
		for line := range strings.SplitSeq(p.Text, "\n") {
			if len(line) > 60 {
				h := fnv.New64a()
				io.WriteString(h, strings.TrimLeft(line, "-•* "))
				f(h.Sum64())
			}
		}
	}
	for i := range labelled {
		each(&labelled[i], func(h uint64) { long[h] = true })
	}
	of := map[string]int{}
	var out []posting
	for _, p := range readPostings(t, "background.jsonl.gz") {
		shares := false
		each(&p, func(h uint64) { shares = shares || long[h] })
		if shares || of[p.Company] >= 3 && p.Company != "" {
			continue
		}
		of[p.Company]++
		out = append(out, p)
	}
	return out
}
