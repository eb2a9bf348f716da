package read

import (
	archive "archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"rung/corpus"
	"rung/corpus/paper"
)

func (s *stream) pdf(b []byte) error { return s.paper(paper.PDF(s.ctx, b)) }

func (s *stream) rtf(b []byte) error { return s.paper(paper.RTF(s.ctx, b)) }

// paper gives the posting that a document is.
func (s *stream) paper(text string, err error) error {
	if err == nil {
		s.one(corpus.Posting{Text: corpus.Normalize(text)})
	}
	return err
}

// archive reads a document, a workbook, or the files that were packed together: all are
// zip archives. at is nil where the file can only be read forwards.
func (s *stream) archive(r io.Reader, at io.ReaderAt, size int64, f Format) error {
	var b []byte
	if at == nil || size <= maxRecord {
		var err error
		if b, err = whole(r, f); err != nil {
			return err
		}
		at, size = bytes.NewReader(b), int64(len(b))
	}
	if bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		if strings.HasSuffix(strings.ToLower(s.name), ".msg") {
			return errors.New("a message in Outlook's own format: save it as .eml, or as text")
		}
		return errors.New("a file of an old or encrypted Office format: save it as DOCX or XLSX without a password")
	}
	z, err := archive.NewReader(at, size)
	if err != nil {
		return fmt.Errorf("the archive is damaged or cut short: %w", err)
	}
	kind := paper.Kind(z)
	switch {
	case kind == "zip" && s.o.packed:
		return errArchives
	case kind == "zip":
		return s.zip(z)
	case b == nil:
		return errors.New("larger than 64 MB, which no posting is")
	}
	switch kind {
	case "xlsx":
		return s.workbook(b)
	case "ods":
		return s.ods(b)
	case "docx":
		return s.paper(paper.DOCX(s.ctx, b))
	case "odt":
		return s.paper(paper.ODT(s.ctx, b))
	}
	return errors.New("not a file of postings, but " + kind)
}
