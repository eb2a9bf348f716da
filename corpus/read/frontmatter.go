package read

import (
	"strings"

	"rung/corpus"
)

// frontMatter takes off the fenced lines at the head of a text and sets the fields of p
// that they name: "key: value" of YAML between ---, "key = value" of TOML between +++.
func frontMatter(p *corpus.Posting, t string) string {
	fence, sign := "---\n", ":"
	if strings.HasPrefix(t, "+++\n") {
		fence, sign = "+++\n", "="
	}
	rest, ok := strings.CutPrefix(t, fence)
	if !ok {
		return t
	}
	head, body, ok := strings.Cut(rest, "\n"+fence)
	if !ok {
		if head, ok = strings.CutSuffix(strings.TrimRight(rest, "\n"), "\n"+fence[:3]); !ok {
			return t
		}
	}
	key, items := "", []string(nil) // of a list that goes on
	set := func() {
		if len(items) > 0 {
			setField(p, key, strings.Join(items, ", "))
		}
		items = nil
	}
	for l := range strings.Lines(head) {
		words := strings.TrimSpace(l)
		if item, ok := strings.CutPrefix(words, "- "); ok && sign == ":" && key != "" {
			items = append(items, unquoted(item))
			continue
		}
		k, v, ok := strings.Cut(l, sign)
		if !ok || strings.HasPrefix(l, " ") || strings.HasPrefix(l, "#") {
			continue
		}
		set()
		key, v = strings.Trim(strings.TrimSpace(k), `"'`), strings.TrimSpace(v)
		if list, ok := strings.CutPrefix(v, "["); ok && strings.HasSuffix(list, "]") {
			for item := range strings.SplitSeq(strings.TrimSuffix(list, "]"), ",") {
				if item = unquoted(item); item != "" {
					items = append(items, item)
				}
			}
			continue
		}
		setField(p, key, unquoted(v))
	}
	set()
	return body
}

// unquoted is a value without the quotes around it, and without a remark behind it.
func unquoted(v string) string {
	v = strings.TrimSpace(v)
	if v == "" || v[0] != '"' && v[0] != '\'' {
		v, _, _ = strings.Cut(v, " #")
	} else if end := strings.LastIndexByte(v, v[0]); end > 0 && (end+1 == len(v) || strings.HasPrefix(strings.TrimSpace(v[end+1:]), "#")) {
		v = v[1:end]
	}
	return strings.Trim(strings.TrimSpace(v), `"'`)
}
