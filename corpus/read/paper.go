package read

import (
	"bytes"
	"errors"

	"rung/corpus"
	"rung/corpus/paper"
)

func (s *stream) pdf(b []byte) error {
	text, err := paper.PDF(s.ctx, b)
	if err != nil {
		return err
	}
	s.one(corpus.Posting{Text: corpus.Normalize(text)})
	return nil
}

// archive reads a document or a workbook, which are both zip archives.
func (s *stream) archive(b []byte) error {
	if bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		return errors.New("a file of an old or encrypted Office format: save it as DOCX or XLSX without a password")
	}
	kind, err := paper.Kind(b)
	if err != nil {
		return err
	}
	switch kind {
	case "xlsx":
		return s.workbook(b)
	case "docx":
		text, err := paper.DOCX(s.ctx, b)
		if err != nil {
			return err
		}
		s.one(corpus.Posting{Text: corpus.Normalize(text)})
		return nil
	default:
		return errors.New("not a file of postings, but " + kind)
	}
}
