package measure

import (
	"fmt"

	"rung/corpus/text"
)

// AppendText appends the figures as a table for people.
func (m *Lines) AppendText(dst []byte) []byte {
	dst = fmt.Appendf(dst, "%d postings, %d lines; kinds of lines: accuracy %.3f, macro F1 %.3f\n\n", m.Postings, m.Lines, m.Accuracy, m.MacroF1)
	dst = fmt.Appendf(dst, "%-22s  precision  recall     F1     n\n", "")
	row := func(name string, s Score) {
		dst = fmt.Appendf(dst, "%-22s  %9.3f  %6.3f  %5.3f  %4d\n", name, s.Precision, s.Recall, s.F1, s.N)
	}
	for k := range text.NumKinds {
		if s, ok := m.Kinds[text.Kind(k).String()]; ok {
			row(text.Kind(k).String(), s)
		}
	}
	row("responsibilities", m.Responsibilities)
	row("hard skills", m.HardSkills)
	row("soft skills", m.SoftSkills)
	for _, name := range fieldNames {
		row(name, m.Fields[name])
	}
	return dst
}
