package text

// sections gives every sentence and every line its kind, and joins lines to
// sections.
func (d *Document) sections(m *model) {
	d.observe()
	d.score(m)
	best := d.scratch.decode(m.turns)
	d.Sections = d.Sections[:0]
	under := Other // what the last heading introduces
	for i, last := 0, 0; i < len(d.Lines); i++ {
		first := last
		for last < len(d.Sentences) && d.Sentences[last].Line == i {
			last++
		}
		var bytes [NumKinds]int
		content := false
		for j := first; j < last; j++ {
			s := &d.Sentences[j]
			k := Kind(best[j])
			if int(best[j]) >= numContent {
				under = Kind(int(best[j]) - numContent)
				k = Heading
			} else {
				content = true
			}
			s.Kind = k
			bytes[k] += s.End - s.Start
		}
		l := &d.Lines[i]
		l.Kind = Heading
		if content || first == last { // a line of nothing but bullet signs has no sentence
			l.Kind = most(bytes[:Heading])
		}
		if l.Kind == Heading {
			d.Sections = append(d.Sections, Section{Span: l.Span, Kind: under, Heading: l.Span})
			continue
		}
		n := len(d.Sections) - 1
		switch {
		case n >= 0 && d.Sections[n].Span == d.Sections[n].Heading: // nothing but a heading so far
			d.Sections[n].Kind = l.Kind
		case n < 0 || d.Sections[n].Kind != l.Kind:
			d.Sections = append(d.Sections, Section{Span: l.Span, Kind: l.Kind})
		}
		d.Sections[len(d.Sections)-1].End = l.End
	}
}

// most returns the index of the greatest of n.
func most(n []int) Kind {
	m := 0
	for k := range n {
		if n[k] > n[m] {
			m = k
		}
	}
	return Kind(m)
}
