package batch

import (
	"encoding/binary"
	"hash/maphash"
	"sync"

	"rung/classify"
	"rung/corpus"
)

// duplicates remembers the verdicts on postings, so that one that comes again,
// with the same text, title and company, is not judged again: its verdict but
// for its ID and place. The memory is bounded: of each part, what was not asked
// for while partVerdicts others came is forgotten.
type duplicates struct {
	seeds [2]maphash.Seed
	parts [16]duplicatesPart // so that workers seldom wait for each other
}

// partVerdicts times two, sixteen parts, and the three kilobytes of a verdict with
// three reasons are 12 MB at most.
const (
	partVerdicts = 128
	mostReasons  = 16 // of a verdict that is remembered
)

type duplicatesPart struct {
	mu       sync.Mutex
	now, old map[[2]uint64]classify.Verdict
}

func newDuplicates() *duplicates {
	return &duplicates{seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}}
}

// key is a hash of 128 bits, so that no two postings of a batch share one.
func (d *duplicates) key(p *corpus.Posting) (key [2]uint64) {
	for i, seed := range d.seeds {
		var h maphash.Hash
		h.SetSeed(seed)
		h.WriteString(p.Title)
		h.WriteByte(0)
		h.WriteString(p.Company)
		// As a whole, which is much faster for what is long.
		h.Write(binary.LittleEndian.AppendUint64(nil, maphash.String(seed, p.Text)))
		key[i] = h.Sum64()
	}
	return key
}

// verdict is the one that is known, or that of judge.
func (d *duplicates) verdict(p *corpus.Posting, judge func() classify.Verdict) classify.Verdict {
	key := d.key(p)
	part := &d.parts[key[0]%uint64(len(d.parts))]
	v, ok := part.get(key)
	if !ok {
		v = judge()
		v.Doc = nil // large, and no row shows it
		if len(v.Reasons) <= mostReasons {
			part.put(key, v)
		}
	}
	v.ID, v.Source = p.ID, p.Source
	return v
}

func (d *duplicatesPart) get(key [2]uint64) (classify.Verdict, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	v, ok := d.now[key]
	if !ok {
		if v, ok = d.old[key]; ok {
			d.add(key, v)
		}
	}
	return v, ok
}

func (d *duplicatesPart) put(key [2]uint64, v classify.Verdict) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.add(key, v)
}

func (d *duplicatesPart) add(key [2]uint64, v classify.Verdict) {
	if len(d.now) == partVerdicts || d.now == nil {
		d.now, d.old = make(map[[2]uint64]classify.Verdict, partVerdicts), d.now
	}
	d.now[key] = v
}
