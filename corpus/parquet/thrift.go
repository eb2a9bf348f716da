package parquet

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// The footer and the headers of pages are Thrift in its compact form, in which a list
// may say that it has two thousand million elements. They are walked here, within
// bounds, before anything makes room for what they say.

// walker walks one value.
type walker struct {
	r    *bufio.Reader
	n    int64   // bytes walked
	path []int16 // the fields that the value stands in
	// int is told of every whole number and truth value, list of every list before its elements.
	int  func(path []int16, v int64) error
	list func(path []int16, structs bool, n uint64) error
	end  func(path []int16) // of a struct
}

const ( // types of fields
	thriftTrue   = 1
	thriftFalse  = 2
	thriftByte   = 3
	thriftDouble = 7
	thriftBinary = 8
	thriftList   = 9
	thriftSet    = 10
	thriftMap    = 11
	thriftStruct = 12
)

var errThrift = errors.New("what describes the data makes no sense")

// maxPath is how deep structs may stand in each other; those of the format stand five deep.
const maxPath = 16

func (t *walker) ReadByte() (byte, error) {
	b, err := t.r.ReadByte()
	if err == nil {
		t.n++
	}
	return b, err
}

// uvarint reads a number of up to 64 bits.
func (t *walker) uvarint() (uint64, error) { return binary.ReadUvarint(t) }

func (t *walker) varint() (int64, error) {
	u, err := t.uvarint()
	return int64(u>>1) ^ -int64(u&1), err
}

func (t *walker) skip(n uint64) error {
	for n > 0 {
		k, err := t.r.Discard(int(min(n, 1<<20)))
		t.n += int64(k)
		if n -= uint64(k); err != nil {
			return err
		}
	}
	return nil
}

func (t *walker) tell(v int64) error {
	if t.int == nil {
		return nil
	}
	return t.int(t.path, v)
}

// structure walks a struct to its end.
func (t *walker) structure() error {
	if len(t.path) >= maxPath {
		return errThrift
	}
	t.path = append(t.path, 0)
	defer func() { t.path = t.path[:len(t.path)-1] }()
	id := int16(0)
	for {
		b, err := t.ReadByte()
		if err != nil {
			return err
		}
		if b == 0 {
			if t.end != nil {
				t.end(t.path[:len(t.path)-1])
			}
			return nil
		}
		if b>>4 != 0 {
			id += int16(b >> 4)
		} else {
			v, err := t.varint()
			if err != nil {
				return err
			}
			id = int16(v)
		}
		t.path[len(t.path)-1] = id
		if kind := b & 15; kind == thriftTrue || kind == thriftFalse {
			err = t.tell(int64(thriftFalse - kind))
		} else {
			err = t.value(kind)
		}
		if err != nil {
			return err
		}
	}
}

func (t *walker) value(kind byte) error {
	switch kind {
	case thriftTrue, thriftFalse, thriftByte: // those of lists
		return t.skip(1)
	case 4, 5, 6: // whole numbers of 16, 32 and 64 bits
		v, err := t.varint()
		if err != nil {
			return err
		}
		return t.tell(v)
	case thriftDouble:
		return t.skip(8)
	case thriftBinary:
		n, err := t.uvarint()
		if err != nil {
			return err
		}
		return t.skip(n)
	case thriftList, thriftSet:
		b, err := t.ReadByte()
		if err != nil {
			return err
		}
		n, kind := uint64(b>>4), b&15
		if n == 15 {
			if n, err = t.uvarint(); err != nil {
				return err
			}
		}
		if t.list != nil {
			if err := t.list(t.path, kind == thriftStruct, n); err != nil {
				return err
			}
		}
		return t.elements(n, kind, 0)
	case thriftMap:
		n, err := t.uvarint()
		if err != nil || n == 0 {
			return err
		}
		b, err := t.ReadByte()
		if err != nil {
			return err
		}
		return t.elements(n, b>>4, b&15)
	case thriftStruct:
		return t.structure()
	}
	return errThrift
}

// elements walks n elements, or pairs.
func (t *walker) elements(n uint64, a, b byte) error {
	if len(t.path) >= maxPath { // lists in lists count, too
		return errThrift
	}
	t.path = append(t.path, 0)
	defer func() { t.path = t.path[:len(t.path)-1] }()
	for range n {
		if err := t.value(a); err != nil {
			return err
		}
		if b != 0 {
			if err := t.value(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// Paths of the footer: 0 stands for an element of a list.
var (
	pathEncryption = []int16{8}
	pathSchema     = []int16{2}
	pathElement    = []int16{2, 0}
	pathLeaf       = []int16{2, 0, 1} // the type, which leaves alone have
	pathChildren   = []int16{2, 0, 5}
	pathGroups     = []int16{4}
	pathChunks     = []int16{4, 0, 1}
)

const (
	maxFooter  = 128 << 20 // in memory
	maxColumns = 20_000
	maxDepth   = 64
)

// checkFooter refuses a footer that would take more memory than one of postings does,
// and a schema that is no tree or a deep one.
func checkFooter(r io.Reader) (encrypted bool, err error) {
	type element struct {
		leaf bool
		kids int64
	}
	var schema []element
	var e element
	takes, count := int64(0), uint64(0)
	t := &walker{r: bufio.NewReaderSize(r, 64<<10)}
	t.list = func(path []int16, structs bool, n uint64) error {
		size := int64(16) // what an element takes when it is read, about
		switch {
		case slices.Equal(path, pathSchema):
			size = 300
			if count += n; count > 3*maxColumns {
				return fmt.Errorf("the file has more than %d columns, and no file of postings has", maxColumns)
			}
		case slices.Equal(path, pathGroups):
			size = 200
		case slices.Equal(path, pathChunks):
			size = 1000
		case structs:
			size = 64
		}
		if n > maxFooter || takes+int64(n)*size > maxFooter {
			return fmt.Errorf("its footer lists more than %d MB of columns and row groups, and that of no file of postings does", maxFooter>>20)
		}
		takes += int64(n) * size
		return nil
	}
	t.int = func(path []int16, v int64) error {
		switch {
		case slices.Equal(path, pathLeaf):
			e.leaf = true
		case slices.Equal(path, pathChildren):
			e.kids = v
		}
		return nil
	}
	t.end = func(path []int16) {
		if slices.Equal(path, pathElement) {
			schema, e = append(schema, e), element{}
		}
		encrypted = encrypted || slices.Equal(path, pathEncryption)
	}
	if err := t.structure(); err == errThrift || err == io.EOF || err == io.ErrUnexpectedEOF {
		return encrypted, errFooter
	} else if err != nil {
		return encrypted, err
	}
	var open []int64 // children that are still to come, at every depth
	leaves := 0
	for i, e := range schema {
		if i > 0 && len(open) == 0 {
			return encrypted, errFooter
		}
		if e.kids < 0 || e.kids > int64(len(schema)) || e.leaf && e.kids > 0 {
			return encrypted, errFooter
		}
		if e.leaf {
			leaves++
		}
		if i > 0 {
			open[len(open)-1]--
		}
		if !e.leaf {
			open = append(open, e.kids)
		}
		for len(open) > 0 && open[len(open)-1] == 0 {
			open = open[:len(open)-1]
		}
		switch {
		case len(open) > maxDepth:
			return encrypted, fmt.Errorf("its columns stand more than %d deep in each other, and those of no posting do", maxDepth)
		case leaves > maxColumns:
			return encrypted, fmt.Errorf("the file has more than %d columns, and no file of postings has", maxColumns)
		}
	}
	if len(open) > 0 {
		return encrypted, errFooter
	}
	return encrypted, nil
}

// header is what stands before a page.
type header struct {
	kind             int64 // of the page
	size, compressed int64 // of its data, inflated and as it stands
	crc              uint32
	checked          bool // crc is there
	values           int64
	encoding         int64
	repBits, defBits bool  // levels are packed in bits, as old writers did
	rep, def         int64 // bytes of levels; -1 where they are told in the data
	plain            bool  // the data are not compressed, whatever the column is
}

const ( // kinds of pages
	dataPage       = 0
	dictionaryPage = 2
	dataPage2      = 3
)

const (
	encodingPlain           = 0
	encodingPlainDictionary = 2
	encodingRLE             = 3
	encodingBits            = 4
	encodingDelta           = 5
	encodingDeltaLength     = 6
	encodingDeltaBytes      = 7
	encodingDictionary      = 8
	encodingSplit           = 9
)

// readHeader reads the header of a page and says how long it is.
func readHeader(r *bufio.Reader) (h header, n int64, err error) {
	h = header{kind: -1, size: -1, compressed: -1, rep: -1, def: -1}
	v2 := header{}
	t := &walker{r: r, int: func(path []int16, v int64) error {
		if len(path) == 1 {
			switch path[0] {
			case 1:
				h.kind = v
			case 2:
				h.size = v
			case 3:
				h.compressed = v
			case 4:
				h.crc, h.checked = uint32(v), true
			}
			return nil
		}
		if len(path) > 2 {
			return nil
		}
		switch [2]int16{path[0], path[1]} {
		case [2]int16{5, 1}, [2]int16{7, 1}, [2]int16{8, 1}:
			h.values = v
		case [2]int16{5, 2}, [2]int16{7, 2}, [2]int16{8, 4}:
			h.encoding = v
		case [2]int16{5, 3}:
			h.defBits = v == encodingBits
		case [2]int16{5, 4}:
			h.repBits = v == encodingBits
		case [2]int16{8, 5}:
			v2.def = v
		case [2]int16{8, 6}:
			v2.rep = v
		case [2]int16{8, 7}:
			v2.plain = v == 0
		}
		return nil
	}}
	if err := t.structure(); err != nil {
		return h, t.n, early(err)
	}
	if h.kind == dataPage2 {
		h.rep, h.def, h.plain = v2.rep, v2.def, v2.plain
		if h.rep < 0 || h.def < 0 {
			return h, t.n, errThrift
		}
	}
	if h.size < 0 || h.compressed < 0 || h.values < 0 || h.rep+h.def > min(h.size, h.compressed) {
		return h, t.n, errThrift
	}
	return h, t.n, nil
}
