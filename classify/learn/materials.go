package learn

import (
	"iter"
	"slices"

	"rung/classify"
	"rung/classify/eval"
	"rung/classify/signal"
	"rung/corpus"
)

// Rows turns labelled postings into rows to learn from. A bank's grade teaches
// nothing and is left out; what is labelled other is read by its title.
func Rows(examples []eval.Example) []Row {
	var out []Row
	for i := range examples {
		e := &examples[i]
		row := Row{Text: e.Text, Company: e.Company}
		switch {
		case e.BankVP:
			continue
		case e.Label == eval.VP:
			row.Kind = Higher
		case e.Label == eval.Director:
			row.Kind = Lower
		default:
			if row.Rank = RankOf(e.Title); row.Rank != NoRank {
				row.Kind = Ladder
			}
		}
		out = append(out, row)
	}
	return out
}

// NewMaterials makes materials of postings without labels: the vocabulary from
// all of background, strangers from each every-th posting of it whose title names
// no leader, the functions from labelled postings of other functions, which may
// be none.
func NewMaterials(reference *classify.Model, lx *signal.Lexicon, background []corpus.Posting, functions []eval.Example, every int) *Materials {
	m := &Materials{Lexicon: lx, Reference: reference, Vocab: CountVocabulary(textsOf(background), DefaultVocabulary)}
	for i := range background {
		if p := &background[i]; i%every == 0 && !leads(p.Title) {
			m.Strangers = append(m.Strangers, Row{Text: p.Text, Company: p.Company})
		}
	}
	for i := range functions {
		m.Functions = append(m.Functions, Row{Text: functions[i].Text, Company: functions[i].Company})
	}
	return m
}

func leads(title string) bool {
	c := classify.ClaimOf(title)
	return c == classify.ClaimDirector || c == classify.ClaimVP || c == classify.ClaimBankVP || RankOf(title) == Above
}

func textsOf(ps []corpus.Posting) iter.Seq[string] {
	return func(yield func(string) bool) {
		for t := range slices.Values(ps) {
			if !yield(t.Text) {
				return
			}
		}
	}
}

// Trainer learns classifiers for eval.CrossValidate.
type Trainer struct {
	Recipe    Recipe
	Materials *Materials
}

// Name implements eval.Trainer.
func (t *Trainer) Name() string { return "default" }

// Train implements eval.Trainer.
func (t *Trainer) Train(train []eval.Example) (eval.Classifier, error) {
	m, err := t.Recipe.Train(t.Name(), Rows(train), t.Materials)
	if err != nil {
		return nil, err
	}
	return classify.New(m, t.Materials.Lexicon)
}
