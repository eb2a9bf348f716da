// Package paper turns files that were made for paper, PDF and DOCX, into plain
// lines: a paragraph, a heading or an item of a list each on one line, items
// behind "• ", a blank line before a heading. It keeps what a reader sees and
// drops what repeats on every page; it does not guess what a line means, reads no
// pictures, and opens nothing.
package paper

import (
	"context"
	"errors"
	"strings"
)

// ErrNoText says that a file holds pictures of text, or nothing.
var ErrNoText = errors.New("the file holds no text, only pictures or nothing: recognise the text first (OCR), or paste it as plain text")

// maxText bounds what is read of one file: far beyond any posting.
const maxText = 8 << 20

// lines collects the text of a document.
type lines struct {
	b     strings.Builder
	blank bool // the next line comes after a blank one
}

// gap notes an empty paragraph, or white space that separates two.
func (l *lines) gap() { l.blank = true }

// add puts s on a line of its own, after a blank one where apart is true.
func (l *lines) add(s string, apart bool) {
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	if l.b.Len() > 0 {
		l.b.WriteByte('\n')
		if apart || l.blank {
			l.b.WriteByte('\n')
		}
	}
	l.blank = false
	l.b.WriteString(s)
}

func (l *lines) text() (string, error) {
	if strings.TrimSpace(l.b.String()) == "" {
		return "", ErrNoText
	}
	return l.b.String(), nil
}

// recovered makes an error of a panic of a library, which speaks of Go and not of the file.
func recovered(err *error) {
	if x := recover(); x != nil {
		switch e := x.(type) {
		case limit:
			*err = errors.New(string(e))
			return
		case ended:
			*err = e.error
			return
		}
		*err = errors.New("the file is damaged: save it anew, or paste its text")
	}
}

// limit is a panic of this package, thrown out of a library that called back.
type limit string

// ended is another: the context's error.
type ended struct{ error }

// alive throws where ctx has ended.
func alive(ctx context.Context) {
	if err := ctx.Err(); err != nil {
		panic(ended{err})
	}
}
