package signal

import (
	"fmt"
	"slices"
	"strings"

	"rung/corpus/text"
)

// compiler reads .lex files into a lexicon.
type compiler struct {
	lx    *Lexicon
	sets  map[string]node
	rules map[string]int // name → index in lx.Rules
	build builder

	name   string // of the file
	number int    // of the line
	family Difference
	rule   *Rule // being read; nil before the first of a file
	says   int   // patterns of that rule
}

func (c *compiler) errorf(format string, args ...any) error {
	where := fmt.Sprintf("%s:%d: ", c.name, c.number)
	if c.rule != nil {
		where += "rule " + c.rule.Name + ": "
	}
	return fmt.Errorf("%s%s", where, fmt.Sprintf(format, args...))
}

func (c *compiler) file(name, content string) error {
	c.name, c.number, c.family, c.rule = name, 0, NumDifferences, nil
	for line := range strings.Lines(content) {
		c.number++
		if key, _, _ := strings.Cut(strings.TrimSpace(line), " "); key != "yes" && key != "no" {
			line = cutComment(line)
		}
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(line, " ")
		if err := c.statement(key, strings.TrimSpace(value)); err != nil {
			return err
		}
	}
	return c.endRule()
}

// cutComment removes a comment, which begins with a # at the beginning of the line or
// after white space: C# is a word.
func cutComment(line string) string {
	for i := range len(line) {
		if line[i] == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
			return line[:i]
		}
	}
	return line
}

// endRule ends the rule that is being read, if any, and says what it lacks.
func (c *compiler) endRule() error {
	if c.rule == nil {
		return nil
	}
	switch {
	case c.says == 0:
		return c.errorf("has no say line")
	case c.rule.Gloss == "":
		return c.errorf("has no gloss: say in a few words what it means")
	case len(c.rule.Cite) == 0:
		return c.errorf("has no cite: every rule names where it comes from")
	}
	c.rule = nil
	return nil
}

// pattern reads a pattern of the rule, or of the context.
func (c *compiler) pattern(value string, use patternUse) error {
	n, err := parsePattern(value, c.sets)
	if err != nil {
		return c.errorf("%v", err)
	}
	rule := -1
	if c.rule != nil {
		rule = len(c.lx.Rules) - 1
	}
	if err := c.build.add(n, accept{rule: int32(rule), use: use}); err != nil {
		return c.errorf("%v", err)
	}
	return nil
}

// statement reads one line. README.md in lexicon/ describes them.
func (c *compiler) statement(key, value string) error {
	switch key {
	case "family":
		return c.difference(key, value, &c.family)
	case "set":
		if err := c.endRule(); err != nil {
			return err
		}
		name, of, ok := strings.Cut(value, "=")
		if name = strings.TrimSpace(name); !ok || name == "" {
			return c.errorf("set: want set NAME = ALTERNATIVES")
		}
		if _, ok := c.sets[name]; ok {
			return c.errorf("set %q is defined twice", name)
		}
		n, err := parsePattern(strings.TrimSpace(of), c.sets)
		if err != nil {
			return c.errorf("set %s: %v", name, err)
		}
		c.sets[name] = n
		return nil
	case "negates", "affirms", "hedges":
		if err := c.endRule(); err != nil {
			return err
		}
		return c.pattern(value, map[string]patternUse{"negates": useNegates, "affirms": useAffirms, "hedges": useHedges}[key])
	case "rule":
		if err := c.endRule(); err != nil {
			return err
		}
		if c.family == NumDifferences {
			return c.errorf("rule %s: the file must begin with its family", value)
		}
		if value == "" || strings.ContainsAny(value, " \t:") {
			return c.errorf("rule %q: a name is one word without a colon", value)
		}
		if _, ok := c.rules[value]; ok {
			return c.errorf("rule %s is defined twice", value)
		}
		c.rules[value] = len(c.lx.Rules)
		c.rule = &Rule{Name: value, Difference: c.family, Line: c.number, File: c.name, Index: len(c.lx.Rules), kinds: defaultKinds}
		c.lx.Rules = append(c.lx.Rules, c.rule)
		c.says = 0
		return nil
	}
	if c.rule == nil {
		return c.errorf("%q outside of a rule", key)
	}
	if value == "" {
		return c.errorf("%s: a value is missing", key)
	}
	r := c.rule
	switch key {
	case "gloss":
		r.Gloss = value
	case "cite":
		r.Cite = strings.Fields(value)
	case "lean":
		return c.lean(value)
	case "gate":
		n := len(value)
		switch {
		case n <= 3 && strings.Trim(value, "+") == "":
			r.Gate = int8(n)
		case n <= 3 && strings.Trim(value, "-") == "":
			r.Gate = int8(-n)
		default:
			return c.errorf("gate %q: want one to three + or -", value)
		}
	case "flag":
		r.Flag = value
	case "fact":
		return c.fact(value)
	case "difference":
		return c.difference(key, value, &r.Difference)
	case "in":
		// A line whose kind is not known, and a heading, count everywhere.
		r.kinds = 1<<text.Other | 1<<text.Heading
		for _, f := range strings.Fields(value) {
			k, ok := text.ParseKind(f)
			if !ok {
				return c.errorf("in: there is no kind of section %q", f)
			}
			r.kinds |= 1 << k
		}
	case "keep":
		for _, f := range strings.Fields(value) {
			switch f {
			case "negated":
				r.keepNegated = true
			case "hedged":
				r.keepHedged = true
			default:
				return c.errorf("keep %q: want negated or hedged", f)
			}
		}
	case "say":
		c.says++
		return c.pattern(value, useSay)
	case "unless":
		return c.pattern(value, useUnless)
	case "yes", "no":
		if key == "yes" && r.Example == "" {
			r.Example = value
		}
		c.lx.proofs = append(c.lx.proofs, proof{rule: len(c.lx.Rules) - 1, yes: key == "yes", sentence: value, line: c.number})
	default:
		return c.errorf("%q is not a statement of the language", key)
	}
	return nil
}

// difference reads the name of one of the seven.
func (c *compiler) difference(key, value string, to *Difference) error {
	d, ok := ParseDifference(value)
	if !ok {
		return c.errorf("%s %q: want one of %s", key, value, strings.Join(differenceNames, ", "))
	}
	*to = d
	return nil
}

// fact reads "scope whole", or "size" alone.
func (c *compiler) fact(value string) error {
	name, of, _ := strings.Cut(value, " ")
	f, ok := factNames.Parse(name)
	if !ok {
		return c.errorf("fact %q: want one of %s", name, strings.Join(factNames, ", "))
	}
	i := slices.Index(f.Values(), strings.TrimSpace(of))
	if f == FactSize && of == "" {
		i = 0
	}
	if i < 0 {
		return c.errorf("fact %s: %q is none of its values: %s", f, of, strings.Join(f.Values(), ", "))
	}
	c.rule.States = append(c.rule.States, Statement{f, uint8(i)})
	return nil
}

// lean reads "vp ++", "director +" or "none".
func (c *compiler) lean(value string) error {
	level, strength, _ := strings.Cut(value, " ")
	sign, n := map[string]int{"vp": 1, "director": -1}[level], len(strength)
	if value != "none" && (sign == 0 || n < 1 || n > 3 || strings.Trim(strength, "+") != "") {
		return c.errorf("lean %q: want director or vp and one to three +, or none", value)
	}
	c.rule.Lean = Lean(sign * n)
	return nil
}

// defaultKinds are the kinds of sections in which a rule counts that names none.
const defaultKinds = 1<<text.NumKinds - 1 - 1<<text.Benefits - 1<<text.Legal - 1<<text.Apply
