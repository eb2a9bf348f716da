package web

import (
	"bytes"
	"context"
	"io"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/corpus/read"
	"rung/report"
	"rung/report/card"
)

// checked is one posting with all that the page says of it.
type checked struct {
	Posting corpus.Posting
	Verdict classify.Verdict
	Notes   []string // what the reader of the text wants known
	by      *classify.Classifier

	More    bool // the rest is filled in
	Profile *profile.Profile
	Change  []card.Advice
}

// pasted reads a pasted text: as a page where it is the source of one, else as
// text. Title and company are those of the form, where it has them. It fails with
// errEmpty or errUnread.
func pasted(ctx context.Context, f form) (corpus.Posting, error) {
	format := read.Text
	if d := read.Detect("", []byte(f.Text[:min(len(f.Text), 4096)])); d == read.HTML || d == read.Markdown {
		format = d
	}
	var p corpus.Posting
	if strings.TrimSpace(f.Text) == "" {
		return p, errEmpty
	}
	for read, err := range read.Postings(ctx, strings.NewReader(f.Text), "pasted", format) {
		if err != nil {
			return p, errUnread
		}
		p = read
		break
	}
	if f.Title != "" {
		p.Title = oneLine(f.Title)
	}
	if f.Company != "" {
		p.Company = oneLine(f.Company)
	}
	p.Source = ""
	return p, nil
}

// oneLine makes one line of a short field, of at most 300 bytes.
func oneLine(s string) string {
	const most = 300
	s = strings.Join(strings.Fields(corpus.Normalize(s)), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// judge classifies when it is its turn, at the share of VPs that is asked for.
func (s *Server) judge(ctx context.Context, p corpus.Posting, prior float64) (*checked, error) {
	by := s.Classifier
	if prior > 0 && prior < 1 {
		by = by.AtPrior(prior)
	}
	var c *checked
	err := s.turn(ctx, len(p.Text), func() error { c = s.verdict(by, p); return nil })
	return c, err
}

// verdict is what judge does when it is its turn.
func (s *Server) verdict(by *classify.Classifier, p corpus.Posting) *checked {
	c := &checked{Posting: p, Verdict: by.Classify(p), Notes: p.Notes, by: by}
	s.meter.judged(c.Verdict.Level)
	return c
}

// whole is judge and then, in another turn, supplement.
func (s *Server) whole(ctx context.Context, k saved) (*checked, error) {
	c, err := s.judge(ctx, k.posting, k.form.Prior)
	if err == nil {
		err = s.turn(ctx, len(k.posting.Text), func() error { s.supplement(ctx, c, k.form.Means); return nil })
	}
	return c, err
}

// supplement adds what takes longer: what the posting states, and what would change
// the reading.
func (s *Server) supplement(ctx context.Context, c *checked, means string) {
	c.More = true
	c.Profile = profile.Extract(c.Verdict.Doc)
	c.Change = card.Advise(ctx, c.by, c.Posting, &c.Verdict, means)
}

func (s *Server) levels() report.Levels { return report.Levels(s.Classifier.Model().Levels) }

// card is the check as report writes it, for saving and sharing.
func (s *Server) card(c *checked) *card.Card {
	shown := card.New(s.Classifier.Model(), &c.Posting, &c.Verdict)
	shown.Cite = s.Cite
	if c.More {
		shown.Supplement(c.Profile, c.Change)
	}
	return shown
}

// dropped is one file that was dropped on the page. Its name is shown and tells
// the format; no path is made of it.
type dropped struct {
	name string
	body []byte
}

// read gives the postings of what was dropped, and says of the first few records
// that could not be read why. It holds a turn of the queue, since files may be
// large, until they are read or ctx ends.
func (s *Server) read(ctx context.Context, files []dropped) ([]corpus.Posting, []string, error) {
	if err := s.queue.enter(ctx); err != nil {
		return nil, nil, err
	}
	defer s.queue.leave()
	return s.readFiles(ctx, files, s.Limits.Postings, s.Limits.Memory/2)
}

// readFiles reads at most most postings, with bytesMost bytes of text together,
// and fails with errTooMany where there are more.
func (s *Server) readFiles(ctx context.Context, files []dropped, most int, bytesMost int64) (found []corpus.Posting, bad []string, err error) {
	defer func() {
		if recover() != nil { // a broken file made a library panic
			err = errUnread
		}
	}()
	const reasons = 20
	size := int64(0)
	for _, f := range files {
		for p, failed := range s.Read(ctx, f.body, f.name, read.Options{NoFiles: true}) {
			if ctx.Err() != nil {
				return nil, nil, ctx.Err()
			}
			if failed != nil {
				if len(bad) == reasons {
					break // of this file
				}
				bad = append(bad, failed.Error())
				continue
			}
			if size += int64(len(p.Text)); len(found) == most || size > bytesMost {
				return found, bad, errTooMany
			}
			found = append(found, p)
		}
	}
	return found, bad, nil
}

// slurp reads at most most bytes, and fails with errTooLarge where there are
// more. The asker has announced said bytes, -1 for none; no more than a little
// memory is asked for because of that.
func slurp(r io.Reader, said, most int64) ([]byte, error) {
	const little = 64 << 10
	var b bytes.Buffer
	b.Grow(int(min(max(said, 0), little)) + bytes.MinRead)
	_, err := b.ReadFrom(io.LimitReader(r, most+1))
	if err == nil && int64(b.Len()) > most {
		err = errTooLarge
	}
	return b.Bytes(), err
}
