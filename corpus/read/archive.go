package read

import (
	"archive/tar"
	archive "archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"rung/corpus"
)

const (
	maxMembers  = 100_000 // files of an archive
	maxUnpacked = 4 << 30 // bytes of all of them
)

// members reads the files of an archive one by one.
type members struct {
	s    *stream
	n    int
	left int64
}

var errUnpacked = fmt.Errorf("the archive holds more than %d GB: unpack it, and name the folder", maxUnpacked>>30)

var errArchives = errors.New("an archive within an archive: unpack the outer one, and name its folder")

// zip reads the files of an archive; each is named below it.
func (s *stream) zip(z *archive.Reader) error {
	m := members{s: s, left: maxUnpacked}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		err := m.member(f.Name, func() (io.Reader, func() error, error) {
			if f.Flags&1 != 0 {
				return nil, nil, errors.New("it is locked with a password: unpack it")
			}
			r, err := f.Open()
			if err != nil {
				return nil, nil, fmt.Errorf("it cannot be unpacked: %w", err)
			}
			return r, r.Close, nil
		})
		if err != nil || s.stopped {
			return err
		}
	}
	return m.end()
}

// tar reads the files of an archive in the order in which they come.
func (s *stream) tar(r io.Reader) error {
	m := members{s: s, left: maxUnpacked}
	for t := tar.NewReader(r); ; {
		h, err := t.Next()
		if err == io.EOF {
			return m.end()
		}
		if err != nil {
			return torn(err, 0)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err = m.member(h.Name, func() (io.Reader, func() error, error) { return t, func() error { return nil }, nil }); err != nil || s.stopped {
			return err
		}
	}
}

// member reads one file. Hidden ones are left out, as those of a folder are.
func (m *members) member(name string, open func() (io.Reader, func() error, error)) error {
	for part := range strings.SplitSeq(strings.ReplaceAll(name, "\\", "/"), "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" {
			return nil
		}
	}
	s := m.s
	if err := s.ctx.Err(); err != nil {
		return torn(err, 0)
	}
	if m.n++; m.n > maxMembers {
		return fmt.Errorf("the archive holds more than %d files: unpack it, and name the folder", maxMembers)
	}
	name = s.name + "/" + path.Clean(strings.TrimLeft(strings.ReplaceAll(name, "\\", "/"), "/"))
	fail := func(err error) {
		s.n++
		s.stopped = !s.yield(corpus.Posting{}, &corpus.LineError{File: name, Err: err})
	}
	r, closed, err := open()
	if err != nil {
		fail(err)
		return nil
	}
	defer closed()
	o := s.o
	o.packed = true
	for p, err := range o.Read(s.ctx, &counted{r, &m.left}, name) {
		var line *corpus.LineError
		switch {
		case err == nil:
			s.post(p)
		case errors.As(err, &line):
			s.n++
			s.stopped = !s.yield(p, err)
		case s.ctx.Err() != nil:
			return torn(s.ctx.Err(), 0)
		case m.left < 0:
			return errUnpacked
		default:
			fail(errors.Unwrap(err)) // without the name, which LineError adds
		}
		if s.stopped {
			return nil
		}
	}
	return nil
}

func (m *members) end() error {
	if m.n == 0 {
		return errors.New("the archive holds no file")
	}
	return nil
}

// counted ends what is unpacked where it is more than any archive may hold.
type counted struct {
	io.Reader
	left *int64
}

func (c *counted) Read(b []byte) (int, error) {
	if *c.left < 0 {
		return 0, errUnpacked
	}
	n, err := c.Reader.Read(b)
	*c.left -= int64(n)
	return n, err
}

// others are files that are no postings, by their first bytes, and what to do about them.
var others = []struct {
	magic, what string
}{
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive: unpack it, and name the files or their folder"},
	{"Rar!\x1a\x07", "a RAR archive: unpack it, and name the files or their folder"},
	{"\x1f\x9d", "packed by compress (.Z): unpack it first"},
	{"\x04\x22\x4d\x18", "packed by LZ4: unpack it first"},
	{"MSCF", "a cabinet archive: unpack it, and name the files or their folder"},
	{"ARROW1", "an Arrow or Feather file: save it as Parquet"},
	{"FEA1", "a Feather file: save it as Parquet"},
	{"\xff\xff\xff\xff", "a stream of Arrow: save it as Parquet"},
	{"Obj\x01", "an Avro file: save it as JSON Lines or Parquet"},
	{"ORC", "an ORC file: save it as Parquet"},
	{"\x89HDF\r\n", "an HDF5 file: save it as Parquet or CSV"},
	{"\x80\x04\x95", "a pickle of Python: save it as Parquet or CSV"},
	{"\x80\x05\x95", "a pickle of Python: save it as Parquet or CSV"},
	{"\x89PNG\r\n", "a picture: recognise its text first (OCR), or paste it as plain text"},
	{"\xff\xd8\xff", "a picture: recognise its text first (OCR), or paste it as plain text"},
	{"GIF8", "a picture: recognise its text first (OCR), or paste it as plain text"},
	{"II*\x00", "a picture: recognise its text first (OCR), or paste it as plain text"},
	{"%!PS", "a PostScript file: save it as PDF"},
	{"bplist", "a property list or web archive of Apple: save the page as HTML"},
}

// other says what a file is that is no file of postings, or "".
func other(head []byte) string {
	for _, o := range others {
		if bytes.HasPrefix(head, []byte(o.magic)) && (isBinary(head) || o.magic == "%!PS" || o.magic[0] >= 0x80) {
			return o.what
		}
	}
	return ""
}

// isTar reports whether a file begins as an archive of tar.
func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }
