package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"time"

	"rung/classify"
	"rung/corpus"
)

// Position is how far a run came.
type Position struct {
	Postings int         `json:"postings"`         // done: written, or left out
	Left     int         `json:"left,omitempty"`   // of them, those that --only left out
	Input    uint32      `json:"input"`            // CRC-32C of these postings
	Levels   LevelCounts `json:"levels"`           // of them
	Bytes    int64       `json:"bytes,omitempty"`  // of the unfinished file, or of its last shard, that hold them
	Sum      uint32      `json:"sum,omitempty"`    // CRC-32C of these bytes, of a file
	Shards   int         `json:"shards,omitempty"` // of a folder
}

// LevelCounts are numbers of postings by classify.Level.
type LevelCounts [classify.Unread + 1]int

// Rows is how many of the postings have a row.
func (p *Position) Rows() int { return p.Postings - p.Left }

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
	Identity Identity  `json:"run"`
	Started  time.Time `json:"started"`
}

// journalLine is any line behind the head.
type journalLine struct {
	Position *Position `json:"at,omitempty"`
	Resumed  time.Time `json:"resumed,omitzero"`
}

// journalEvery is the least time between two positions: a kill loses that much
// work, and a long run leaves a short journal.
const journalEvery = 100 * time.Millisecond

// openJournal opens and locks the journal of an output, and returns the
// positions in it, none where it is new.
func openJournal(output string) (*journal, []Position, error) {
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
func (j *journal) read() (positions []Position, err error) {
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
func (j *journal) begin(id *Identity, now time.Time) error {
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
func (j *journal) at(p Position, now bool) error {
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
