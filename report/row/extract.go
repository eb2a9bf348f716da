package row

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rung/classify"
	"rung/corpus"
	"rung/corpus/profile"
	"rung/report"
	"rung/report/table"
)

// ExtractFormat is a way of writing profiles. A file is Head, the rows with
// Between between two, and Tail. Row appends to dst and may be called from many
// goroutines; it may append nothing, and then no Between belongs there. The
// verdict on the posting gives the facts of the job; formats for annotation do
// without.
type ExtractFormat struct {
	Name                string
	Head, Between, Tail string
	Row                 func(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict) []byte
}

// ExtractFormats are the formats by name.
func ExtractFormats(opt Options) []ExtractFormat {
	behind := append(slices.Clip(factCells), originCells...)
	behind = append(behind, keptCells(opt.Kept)...)
	return []ExtractFormat{
		{Name: "jsonl", Row: func(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict) []byte {
			return append(appendProfile(dst, p, pr, v, opt), '\n')
		}},
		{Name: "csv", Head: strings.Join(itemColumns, ",") + "," + heads(behind, ',') + "\n", Row: func(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict) []byte {
			return appendItemRows(dst, p, pr, v, behind)
		}},
		{Name: "labelstudio", Head: "[\n", Between: ",\n", Tail: "\n]\n", Row: appendTask},
		{Name: "doccano", Row: appendDoccano},
	}
}

// appendProfile appends a profile as one JSON object: the facts that are stated
// once, null where they are not, and behind them the ten facts of the job as
// objects, where they are known; then every item with its place. Start and end
// count bytes of the posting's normalised text, rune_start and rune_end its code
// points; all are half-open.
func appendProfile(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict, opt Options) []byte {
	dst = appendNames(dst, p)
	dst = append(dst, `,"facts":{`...)
	for i, f := range pr.Facts() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = report.AppendString(dst, f.Name)
		dst = append(dst, ':')
		switch {
		case f.Value == "":
			dst = append(dst, "null"...)
		case f.Quoted:
			dst = report.AppendString(dst, f.Value)
		default:
			dst = append(dst, f.Value...)
		}
	}
	if report.HasLadder(v) {
		from := len(dst)
		dst = encodeFacts(dst, reflect.ValueOf(new(room).fillFacts(p.Text, &v.Facts)).Elem())
		dst[from], dst = ',', dst[:len(dst)-1] // members of this object, not one of their own
	}
	dst = append(dst, `},"items":[`...)
	runes := newRuneCounter(p.Text)
	for i, it := range pr.Items() {
		if i > 0 {
			dst = append(dst, ',')
		}
		item := newItem(p, it, &runes)
		dst = encodeItem(dst, reflect.ValueOf(&item).Elem())
	}
	dst = append(dst, ']')
	dst = appendCut(dst, v)
	dst = appendOrigin(dst, p)
	if opt.Text {
		dst = append(dst, `,"text":`...)
		dst = report.AppendString(dst, p.Text)
	}
	return append(dst, '}')
}

// origin is where a posting came from, as the rows of verdicts have it.
type origin struct {
	URL      string `json:"url,omitempty"`
	Location string `json:"location,omitempty"`
	Posted   string `json:"posted,omitempty"`
	Row      int64  `json:"row,omitempty"`
	Kept     Kept   `json:"kept,omitempty"`
}

var encodeOrigin = encoderOf(reflect.TypeFor[origin]())

func newOrigin(p corpus.Posting) origin {
	return origin{valid(p.URL), valid(p.Location), moment(p.Posted), int64(p.Row), p.Kept}
}

// appendOrigin appends it to an object.
func appendOrigin(dst []byte, p corpus.Posting) []byte {
	o := newOrigin(p)
	from := len(dst)
	dst = encodeOrigin(dst, reflect.ValueOf(&o).Elem())
	if dst = dst[:len(dst)-1]; len(dst) == from+1 {
		return dst[:from] // nothing is known
	}
	dst[from] = ','
	return dst
}

// cut returns the end of the text that was not read, because no posting is so long.
func cut(v *classify.Verdict) (u classify.UnreadSpan, ok bool) {
	if n := len(v.Unread); n > 0 && v.Unread[n-1].Cause == classify.FlagCut {
		return v.Unread[n-1], true
	}
	return u, false
}

// appendCut appends what was not read of a text to an object, under the key that
// it has in the rows of verdicts, where there is any.
func appendCut(dst []byte, v *classify.Verdict) []byte {
	if u, ok := cut(v); ok {
		dst = append(dst, `,"unread":[{"start":`...)
		dst = strconv.AppendInt(dst, int64(u.Start), 10)
		dst = append(dst, `,"end":`...)
		dst = strconv.AppendInt(dst, int64(u.End), 10)
		dst = append(dst, `,"cause":`...)
		dst = append(report.AppendString(dst, u.Cause), `}]`...)
	}
	return dst
}

// item is a thing that a posting states, with its place.
type item struct {
	Field     string   `json:"field"`
	Value     string   `json:"value"`
	Kind      string   `json:"kind"`
	Marks     []string `json:"marks"`
	Start     int64    `json:"start"`
	End       int64    `json:"end"`
	RuneStart int64    `json:"rune_start"`
	RuneEnd   int64    `json:"rune_end"`
	Quote     string   `json:"quote"`
}

var encodeItem = encoderOf(reflect.TypeFor[item]())

func newItem(p corpus.Posting, it profile.Item, runes *runeCounter) item {
	return item{it.Field, it.Value, it.Kind, it.Marks, int64(it.Start), int64(it.End), int64(runes.at(it.Start)), int64(runes.at(it.End)), report.Quote(p.Text, it.Span)}
}

// appendNames opens an object with what names the posting.
func appendNames(dst []byte, p corpus.Posting) []byte {
	dst = append(dst, `{"id":`...)
	dst = report.AppendString(dst, string(p.ID))
	dst = append(dst, `,"source":`...)
	dst = report.AppendString(dst, p.Source)
	dst = append(dst, `,"company":`...)
	dst = report.AppendString(dst, p.Company)
	dst = append(dst, `,"title":`...)
	return report.AppendString(dst, p.Title)
}

// itemColumns are those of the long form, one row an item, before factCells,
// which say the same in each row of a posting.
var itemColumns = []string{"id", "source", "company", "title", "field", "value", "kind", "marks", "start", "end", "rune_start", "rune_end", "quote"}

// factCells are those of the ten facts of the job.
var factCells = columns[slices.IndexFunc(columns, func(c column) bool { return c.name == "facts" })].cells

// originCells are those of origin, but for what is kept.
var originCells = func() (list []cell) {
	for _, c := range columns {
		if slices.Contains([]string{"url", "location", "posted", "row"}, c.name) {
			list = append(list, c.cells...)
		}
	}
	return list
}()

// appendItemRows appends one row of comma-separated values for each item. Marks
// are separated by "; ".
func appendItemRows(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict, behind []cell) []byte {
	runes := newRuneCounter(p.Text)
	o := newOrigin(p)
	facts := Record{URL: o.URL, Location: o.Location, Posted: o.Posted, Row: o.Row, Kept: o.Kept}
	if report.HasLadder(v) {
		facts.Facts = new(room).fillFacts(p.Text, &v.Facts)
	}
	items := pr.Items()
	if u, ok := cut(v); ok {
		items = append(items, profile.Item{Span: u.Span, Field: "unread", Value: u.Cause})
	}
	for _, it := range items {
		it := newItem(p, it, &runes)
		if it.Field == "unread" {
			it.Quote = "" // it may be the most of a file
		}
		for _, s := range []string{string(p.ID), p.Source, p.Company, p.Title, it.Field, it.Value, it.Kind, strings.Join(it.Marks, "; ")} {
			dst = append(table.AppendCell(dst, report.Clean(s), ','), ',')
		}
		for _, n := range []int64{it.Start, it.End, it.RuneStart, it.RuneEnd} {
			dst = append(strconv.AppendInt(dst, n, 10), ',')
		}
		dst = append(table.AppendCell(dst, report.Clean(it.Quote), ','), ',')
		dst = append(appendCells(dst, &facts, behind, ','), '\n')
	}
	return dst
}

// appendTask appends a task of Label Studio with its items as one prediction.
// The labelling interface that it fits is
//
//	<View><Labels name="label" toName="text">…</Labels><Text name="text" value="$text"/></View>
//
// with one Label for each of profile.Fields. Offsets count code points.
func appendTask(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict) []byte {
	dst = append(dst, `{"data":`...)
	dst = appendNames(dst, p)
	dst = append(dst, `,"text":`...)
	dst = report.AppendString(dst, p.Text)
	dst = appendCut(dst, v)
	dst = append(dst, `},"predictions":[{"model_version":"rung","result":[`...)
	runes := newRuneCounter(p.Text)
	for i, it := range pr.Items() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"id":"`...)
		dst = strconv.AppendInt(dst, int64(i+1), 10)
		dst = append(dst, `","from_name":"label","to_name":"text","type":"labels","value":{"start":`...)
		dst = strconv.AppendInt(dst, int64(runes.at(it.Start)), 10)
		dst = append(dst, `,"end":`...)
		dst = strconv.AppendInt(dst, int64(runes.at(it.End)), 10)
		dst = append(dst, `,"text":`...)
		dst = report.AppendString(dst, report.Quote(p.Text, it.Span))
		dst = append(dst, `,"labels":[`...)
		dst = report.AppendString(dst, it.Field)
		dst = append(dst, `]},"meta":{"text":[`...)
		dst = report.AppendString(dst, strings.Join(append([]string{it.Value, it.Kind}, it.Marks...), "; "))
		dst = append(dst, `]}}`...)
	}
	return append(dst, `]}]}`...)
}

// appendDoccano appends a line of doccano's sequence labelling, which needs the
// project's option for overlapping spans: a duty holds skills. Offsets count
// code points.
func appendDoccano(dst []byte, p corpus.Posting, pr *profile.Profile, v *classify.Verdict) []byte {
	dst = appendNames(dst, p)
	dst = append(dst, `,"text":`...)
	dst = report.AppendString(dst, p.Text)
	dst = append(dst, `,"label":[`...)
	runes := newRuneCounter(p.Text)
	for i, it := range pr.Items() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '[')
		dst = strconv.AppendInt(dst, int64(runes.at(it.Start)), 10)
		dst = append(dst, ',')
		dst = strconv.AppendInt(dst, int64(runes.at(it.End)), 10)
		dst = append(dst, ',')
		dst = report.AppendString(dst, it.Field)
		dst = append(dst, ']')
	}
	dst = append(dst, ']')
	return append(appendCut(dst, v), "}\n"...)
}
