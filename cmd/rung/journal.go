package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"rung/classify"
	"rung/corpus"
)

// identity is what makes the rows of a run: two runs of one identity write the
// same bytes.
type identity struct {
	Rung    string            `json:"rung"` // version of the program, and of Go
	Command string            `json:"command"`
	Options map[string]string `json:"options"` // of the command line, those that the rows depend on
	Model   string            `json:"model,omitempty"`
	Lexicon string            `json:"lexicon,omitempty"`
	Inputs  []inputState      `json:"inputs"`
}

// inputState is an input as it lay there when the run began. Of stdin and of web
// addresses only the name is known.
type inputState struct {
	Name     string    `json:"name"`
	Bytes    int64     `json:"bytes,omitempty"`
	Modified time.Time `json:"modified,omitzero"`
}

// differs says in words what of another run is not as here; "" is nothing.
func (id *identity) differs(other *identity) string {
	switch {
	case id.Rung != other.Rung:
		return fmt.Sprintf("it was begun by rung %s, this is rung %s", other.Rung, id.Rung)
	case id.Command != other.Command:
		return fmt.Sprintf("it was begun by rung %s", other.Command)
	case id.Model != other.Model:
		return fmt.Sprintf("it was begun with the model %s, this is %s", other.Model, id.Model)
	case id.Lexicon != other.Lexicon:
		return fmt.Sprintf("it was begun with the lexicon %s, this is %s", other.Lexicon, id.Lexicon)
	}
	for _, name := range slices.Sorted(maps.Keys(id.Options)) {
		if here, there := id.Options[name], other.Options[name]; here != there {
			return fmt.Sprintf("it was begun with --%s %s, not with %s", name, shown(there), shown(here))
		}
	}
	for i, in := range id.Inputs {
		if i >= len(other.Inputs) || other.Inputs[i].Name != in.Name {
			return fmt.Sprintf("it was begun without the input %q at this place", in.Name)
		}
		if was := other.Inputs[i]; was.Bytes != in.Bytes || !was.Modified.Equal(in.Modified) {
			return fmt.Sprintf("the input %q has changed since", in.Name)
		}
	}
	if n := len(other.Inputs) - len(id.Inputs); n > 0 {
		return "it was begun with " + plural(n, "more input")
	}
	return ""
}

func shown(value string) string {
	if value == "" {
		return `""`
	}
	return value
}

// position is how far a run came.
type position struct {
	Postings int         `json:"postings"`         // done: written, or left out
	Left     int         `json:"left,omitempty"`   // of them, those that --only left out
	Input    uint32      `json:"input"`            // CRC-32C of these postings
	Levels   levelCounts `json:"levels"`           // of them
	Bytes    int64       `json:"bytes,omitempty"`  // of the unfinished file, or of its last shard, that hold them
	Sum      uint32      `json:"sum,omitempty"`    // CRC-32C of these bytes, of a file
	Shards   int         `json:"shards,omitempty"` // of a folder
}

// levelCounts are numbers of postings by classify.Level.
type levelCounts [classify.Unread + 1]int

// rows is how many of the postings have a row.
func (p *position) rows() int { return p.Postings - p.Left }

// castagnoli is the CRC that processors have an instruction for.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sum continues a checksum.
func sum(of uint32, b []byte) uint32 { return crc32.Update(of, castagnoli, b) }

// sumPosting continues the sum of the postings that were written. buf is
// scratch.
func sumPosting(of uint32, buf []byte, p *corpus.Posting) (uint32, []byte) {
	buf = append(buf[:0], p.ID...)
	buf = append(buf, 0)
	buf = append(buf, p.Title...)
	buf = append(buf, 0)
	buf = append(buf, p.Company...)
	buf = append(buf, 0)
	buf = append(buf, p.Text...)
	return sum(of, buf), buf
}

// journal is the file beside an unfinished output: which run writes it, and how
// far it surely came. It is JSON Lines: a journalHead, then a position at a time,
// and a resumed where the run was taken up again. A torn last line is none.
type journal struct {
	file *os.File
	path string
	journalHead
	resumed int       // times
	safe    int       // postings that a resumed run need not do again
	last    time.Time // of the last position
}

type journalHead struct {
	Identity identity  `json:"run"`
	Started  time.Time `json:"started"`
}

// journalLine is any line behind the head.
type journalLine struct {
	Position *position `json:"at,omitempty"`
	Resumed  time.Time `json:"resumed,omitzero"`
}

// journalEvery is the least time between two positions: a kill loses that much
// work, and a long run leaves a short journal.
const journalEvery = 100 * time.Millisecond

// errLocked is told of an output that another process is writing.
var errLocked = errors.New("another run is writing it")

// beside is the hidden file next to path.
func beside(path, ending string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+ending)
}

// openLocked opens a file to read and write, makes it if there is none, and
// locks it. The file that another process moved away meanwhile is not taken.
func openLocked(path string, mode fs.FileMode) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, mode)
		if err != nil {
			return nil, err
		}
		if !lock(f) {
			f.Close()
			return nil, errLocked
		}
		here, err := f.Stat()
		if there, gone := os.Stat(path); err == nil && gone == nil && os.SameFile(here, there) {
			return f, nil
		}
		f.Close()
		if err != nil {
			return nil, err
		}
	}
}

// openJournal opens and locks the journal of an output, and returns the
// positions in it, none where it is new.
func openJournal(output string) (*journal, []position, error) {
	j := &journal{path: beside(output, ".journal")}
	var err error
	if j.file, err = openLocked(j.path, 0o666); err != nil {
		return nil, nil, err
	}
	positions, err := j.read()
	if err != nil {
		j.file.Close()
		return nil, nil, err
	}
	return j, positions, nil
}

// read leaves the file at the end of the last whole line.
func (j *journal) read() (positions []position, err error) {
	r := bufio.NewReader(j.file)
	whole := int64(0)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if err == io.EOF {
			break
		}
		var l journalLine
		if whole == 0 {
			err = json.Unmarshal(line, &j.journalHead)
		} else {
			err = json.Unmarshal(line, &l)
		}
		if err != nil {
			break // what follows cannot be trusted either
		}
		whole += int64(len(line))
		switch {
		case l.Position != nil:
			positions = append(positions, *l.Position)
		case !l.Resumed.IsZero():
			j.resumed++
		}
	}
	if err := j.file.Truncate(whole); err != nil {
		return nil, err
	}
	_, err = j.file.Seek(whole, io.SeekStart)
	return positions, err
}

// begin empties the journal for a new run.
func (j *journal) begin(id *identity, now time.Time) error {
	if err := j.file.Truncate(0); err != nil {
		return err
	}
	if _, err := j.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	j.journalHead, j.resumed = journalHead{*id, now}, 0
	return j.line(j.journalHead)
}

// resume notes that the run goes on.
func (j *journal) resume(now time.Time) error {
	j.resumed++
	return j.line(journalLine{Resumed: now})
}

// line writes one line with one call, so that a kill leaves all of it or none.
func (j *journal) line(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = j.file.Write(append(b, '\n'))
	return err
}

// at writes a position, unless the last is recent and now is not asked for.
func (j *journal) at(p position, now bool) error {
	if !now && time.Since(j.last) < journalEvery {
		return nil
	}
	j.last = time.Now()
	return j.line(journalLine{Position: &p})
}

// close keeps the journal for a resume; it may be nil.
func (j *journal) close() {
	if j != nil && j.file != nil {
		j.file.Close()
		j.file = nil
	}
}

// remove ends it: the output is complete, or will never be.
func (j *journal) remove() error {
	err := os.Remove(j.path) // before the lock is given up
	j.close()
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return err
}
