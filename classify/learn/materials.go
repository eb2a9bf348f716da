package learn

import (
	"rung/classify"
	"rung/classify/eval"
	"rung/classify/signal"
	"rung/corpus"
	"rung/corpus/stats"
)

// Materials are what a model is learned from besides the labelled rows.
type Materials struct {
	lexicon   *signal.Lexicon
	reference *classify.Model // prior means of the rules, differences and cites of terms
	vocab     *vocabulary
	rows      []Row // postings of the background and of other functions
	readings  map[corpus.ID]*eval.Reading
	cache     map[string]stats.Sparse
}

// NewMaterials makes materials. The vocabulary comes from all of background. Rows
// are made of the postings of the background that have a reading, and of every
// every-th of the others whose title names no leader; and of all postings of
// functions, which are of leaders of other functions and may be none.
func NewMaterials(reference *classify.Model, lx *signal.Lexicon, background []corpus.Posting, functions []eval.Example, readings []eval.Reading, every int) *Materials {
	m := &Materials{lexicon: lx, reference: reference, vocab: countVocabulary(background), readings: map[corpus.ID]*eval.Reading{}}
	for i := range readings {
		m.readings[readings[i].ID] = &readings[i]
	}
	for i := range background {
		p := &background[i]
		if r := m.readings[p.ID]; r != nil {
			m.rows = append(m.rows, fromReading(p, r))
		} else if i%every == 0 && !leads(p.Title) {
			m.rows = append(m.rows, stranger(p))
		}
	}
	for i := range functions {
		p := &functions[i].Posting
		if r := m.readings[p.ID]; r != nil {
			m.rows = append(m.rows, fromReading(p, r))
		} else {
			m.rows = append(m.rows, otherFunction(p))
		}
	}
	return m
}

// Labelled turns labelled postings into rows: as careful readers read them,
// where they did, else as their labels say.
func (m *Materials) Labelled(examples []eval.Example) []Row {
	var out []Row
	for i := range examples {
		e := &examples[i]
		if r := m.readings[e.ID]; r != nil {
			out = append(out, fromReading(&e.Posting, r))
		} else {
			out = append(out, fromLabel(e))
		}
	}
	return out
}

// Prepare computes the features of the materials and of labelled rows once, for
// many trainings on parts of them. It is not needed, and not safe during a
// training.
func (m *Materials) Prepare(rows ...[]Row) {
	if m.cache == nil {
		m.cache = map[string]stats.Sparse{}
	}
	e := newExtractor(m.lexicon, m.vocab)
	put := func(s string) {
		if _, ok := m.cache[s]; !ok {
			m.cache[s] = e.features(s)
		}
	}
	for _, rs := range append(rows, m.rows) {
		for i := range rs {
			put(rs[i].Text)
			for _, p := range rs[i].Phrases {
				put(p.Text)
			}
		}
	}
}

// Trainer learns classifiers for eval.CrossValidate.
type Trainer struct {
	Recipe    Recipe
	Materials *Materials
	Gold      []eval.Example // all examples, of which each training takes a part: materials of an employer that is held out are held out too
}

func (t *Trainer) Name() string { return "default" }

func (t *Trainer) Train(train []eval.Example) (eval.Classifier, error) {
	held := map[string]bool{}
	for i := range t.Gold {
		held[corpus.EmployerKey(t.Gold[i].Company)] = true
	}
	for i := range train {
		delete(held, corpus.EmployerKey(train[i].Company))
	}
	delete(held, "")
	rows := t.Materials.Labelled(train)
	for i := range t.Materials.rows {
		if r := &t.Materials.rows[i]; !held[corpus.EmployerKey(r.Company)] {
			rows = append(rows, *r)
		}
	}
	m, err := t.Recipe.train(t.Name(), rows, t.Materials)
	if err != nil {
		return nil, err
	}
	return classify.New(m, t.Materials.lexicon)
}
