package reference

// Count returns how often the background holds a term of one to three words as
// it is written; for a term that its table does not list, the most that it can
// have been.
func (b *Background) Count(term string) int {
	if c, ok := b.counts[term]; ok {
		return c
	}
	return max(0, b.floor-1)
}
