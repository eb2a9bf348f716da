package skills

import (
	"testing"

	"rung/corpus/attacktest"
	"rung/corpus/text"
)

// TestAttackSkillsGrowAsTheText: names, lists and hyphens without end take memory in
// proportion to the text.
func TestAttackSkillsGrowAsTheText(t *testing.T) {
	whole := Default()
	families := attacktest.Families("Java, ", "Java/", "machine - ", "Go (and R), ", "communication skills ", "degree in computer science, ", "Python-", "the Data Science team ")
	attacktest.Grows(t, families, 32<<10, 2<<20, func(s string) uint64 {
		d := text.Parse("Requirements\n\n- " + s)
		return attacktest.Bytes(func() {
			fresh := &Tagger{names: whole.names, known: whole.known, model: whole.model} // nothing of the last text is used again
			fresh.pool.New = whole.pool.New
			fresh.Find(d)
		})
	})
}
