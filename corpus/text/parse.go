package text

// Parse reads s. Every string has a Document; of one longer than two gigabytes
// only the beginning is read.
func Parse(s string) *Document {
	d := new(Document)
	d.Reset(s)
	return d
}

// Reset makes d the Document of s. It uses d's slices again, so what was read
// from d before must be forgotten.
func (d *Document) Reset(s string) {
	s = s[:min(len(s), maxLen)]
	d.Text = s
	d.Lines = lines(d.Lines[:0], s)
	d.Sentences, d.Tokens = d.Sentences[:0], d.Tokens[:0]
	for i := range d.Lines {
		d.line(i)
	}
	d.sections()
}

// line reads the tokens and sentences of line i. The items of a flattened list
// are sentences, and their bullet signs no tokens.
func (d *Document) line(i int) {
	l := d.Lines[i]
	for at := l.Start; at < l.End; {
		end, next := item(d.Text, at, l.End)
		first := len(d.Tokens)
		d.Tokens = tokenize(d.Tokens, d.Text, at, end)
		d.split(i, first)
		at = next
	}
}

// item returns where the item of a flattened list that begins at s[i] ends, and
// where the next begins.
func item(s string, i, end int) (stop, next int) {
	return end, end
}
