package row

import (
	"strconv"

	"rung/classify"
	"rung/classify/signal"
	"rung/report"
)

// whys are why a verdict is neither of the levels, and why it is unread, each ""
// where it is something else or where that is not known.
func whys(v *classify.Verdict) (neither, unread string) {
	switch v.Level {
	case classify.Neither:
		return v.Why.String(), ""
	case classify.Unread:
		return "", v.Cause.String()
	}
	return "", ""
}

// appendStanding appends the keys on where the job stands and on how the verdict
// was come by.
func appendStanding(dst []byte, text string, v *classify.Verdict) []byte {
	dst = append(dst, `,"sure":`...)
	dst = strconv.AppendBool(dst, v.Sure)
	if report.HasLadder(v) {
		for r, p := range v.Ladder {
			dst = append(dst, ladderKeys[r]...)
			dst = report.AppendFloat(dst, p)
		}
		dst = append(dst, `},"function":{"engineering":`...)
		dst = report.AppendFloat(dst, v.Engineering)
		dst = append(dst, `},"facts":{`...)
		dst = appendFacts(dst, text, &v.Facts)
		dst = append(dst, '}')
	}
	neither, unread := whys(v)
	if neither != "" {
		dst = append(dst, `,"why_neither":"`...)
		dst = append(dst, neither...)
		dst = append(dst, '"')
	}
	if unread != "" {
		dst = append(dst, `,"why_unread":"`...)
		dst = append(dst, unread...)
		dst = append(dst, '"')
	}
	dst = append(dst, `,"prior_vp":`...)
	dst = report.AppendFloat(dst, v.PriorVP)
	dst = append(dst, `,"unread":[`...)
	for i := range v.Unread {
		u := &v.Unread[i]
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"start":`...)
		dst = strconv.AppendInt(dst, int64(u.Start), 10)
		dst = append(dst, `,"end":`...)
		dst = strconv.AppendInt(dst, int64(u.End), 10)
		dst = append(dst, `,"cause":`...)
		dst = report.AppendString(dst, u.Cause)
		dst = append(dst, '}')
	}
	return append(dst, ']')
}

// appendFacts appends the ten facts of the job as members of an object, each with
// its value, and with its place where it is stated.
func appendFacts(dst []byte, text string, facts *classify.Facts) []byte {
	for k := range facts {
		dst = append(dst, factKeys[k]...)
		dst = appendFactValue(dst, facts, signal.Fact(k))
		if facts.Stated(signal.Fact(k)) {
			e := &facts[k].Evidence
			dst = append(dst, `,"start":`...)
			dst = strconv.AppendInt(dst, int64(e.Start), 10)
			dst = append(dst, `,"end":`...)
			dst = strconv.AppendInt(dst, int64(e.End), 10)
			dst = append(dst, `,"quote":`...)
			dst = report.AppendString(dst, report.Quote(text, e.Span))
		}
		dst = append(dst, '}')
	}
	return dst
}

// appendFactValue appends a value as JSON: a word, 0 or 1, or a number of people,
// null where none is said.
func appendFactValue(dst []byte, facts *classify.Facts, k signal.Fact) []byte {
	switch {
	case k != signal.FactSize:
		return append(dst, factValues[k][facts[k].Value]...)
	case facts[k].Number == 0:
		return append(dst, "null"...)
	}
	return strconv.AppendInt(dst, int64(facts[k].Number), 10)
}

// appendFactCell appends the value for a cell: "" for a number of people that is not said.
func appendFactCell(dst []byte, facts *classify.Facts, k signal.Fact) []byte {
	if k != signal.FactSize {
		return append(dst, facts.Value(k)...)
	}
	if n := facts[k].Number; n != 0 {
		dst = strconv.AppendInt(dst, int64(n), 10)
	}
	return dst
}

// yesNo says of a fact whether it is one of yes and no, which programs read as 1
// and 0.
func yesNo(k signal.Fact) bool {
	values := k.Values()
	return len(values) == 2 && values[0] == "0" && values[1] == "1"
}

// ladderKeys and factKeys are what stands before each value in a row; factValues
// are the values as JSON. They are made once, since rows are written by the
// million.
var (
	ladderKeys = func() (keys [classify.NumRungs]string) {
		for r := range keys {
			keys[r] = `,"` + classify.Rung(r).String() + `":`
		}
		keys[0] = `,"ladder":{` + keys[0][1:]
		return keys
	}()
	factKeys = func() (keys [signal.NumFacts]string) {
		for k := range keys {
			keys[k] = `,"` + signal.Fact(k).String() + `":{"value":`
		}
		keys[0] = keys[0][1:]
		return keys
	}()
	factValues = func() (values [signal.NumFacts][]string) {
		for k := range values {
			for _, v := range signal.Fact(k).Values() {
				if !yesNo(signal.Fact(k)) {
					v = `"` + v + `"`
				}
				values[k] = append(values[k], v)
			}
		}
		return values
	}()
)
