package read

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"rung/corpus/enum"
)

// Format is a kind of file that holds postings.
type Format uint8

// The formats. JSONL stands for the family: JSON Lines, but also one JSON
// array of objects, one object, or one object around an array of objects.
// WARC and DB are recognised, not read, by this package.
const (
	Auto     Format = iota // by content and extension
	Text                   // one posting a file
	HTML                   // one saved page a file
	Markdown               // one posting a file, with or without front matter
	JSONL                  // one object a line
	CSV                    // a header and rows, separated by comma, semicolon, tab or bar
	TSV                    // the same, by tabs
	Parquet                // one posting a row, columns nested or not
	PDF                    // one posting a file
	DOCX                   // one posting a file
	XLSX                   // a header and rows on a sheet of a workbook
	XML                    // a feed of jobs, RSS, Atom: one posting an element
	Mail                   // one posting a message, or a page saved as MHTML
	RTF                    // one posting a file
	ODT                    // one posting a file
	ODS                    // a header and rows on a sheet of a workbook
	Zip                    // files of all these formats
	WARC
	DB
)

var formatNames = enum.Names[Format]{"auto", "text", "html", "markdown", "jsonl", "csv", "tsv", "parquet", "pdf", "docx", "xlsx", "xml", "eml", "rtf", "odt", "ods", "zip", "warc", "db"}

func (f Format) String() string { return formatNames.Of(f) }

// ParseFormat is the inverse of String; the error lists the formats that are read.
func ParseFormat(s string) (Format, error) {
	if f, ok := formatNames.Parse(s); ok {
		return f, nil
	}
	return Auto, fmt.Errorf("unknown format %q (want one of %s)", s, strings.Join(formatNames[:WARC], ", "))
}

var extensions = map[string]Format{
	".txt": Text, ".text": Text,
	".html": HTML, ".htm": HTML, ".xhtml": HTML,
	".md": Markdown, ".markdown": Markdown, ".mdx": Markdown,
	".jsonl": JSONL, ".ndjson": JSONL, ".json": JSONL,
	".csv": CSV, ".tsv": TSV, ".tab": TSV, ".psv": CSV, ".xls": TSV, // a real .xls is told by its first bytes
	".parquet": Parquet, ".pdf": PDF, ".docx": DOCX, ".xlsx": XLSX, ".xlsm": XLSX, ".warc": WARC,
	".xml": XML, ".rss": XML, ".atom": XML, ".eml": Mail, ".mht": Mail, ".mhtml": Mail, ".rtf": RTF, ".odt": ODT, ".ods": ODS, ".zip": Zip,
	".db": DB, ".sqlite": DB, ".sqlite3": DB,
}

var magics = []struct {
	f     Format
	magic string
}{
	{Parquet, "PAR1"}, {Parquet, "PARE"}, {PDF, "%PDF-"}, {DOCX, "PK\x03\x04"}, {DOCX, "PK\x05\x06"}, {DOCX, "\xd0\xcf\x11\xe0"}, {RTF, "{\\rtf"}, {WARC, "WARC/"}, {DB, "SQLite format 3\x00"},
}

// Detect says what a file is by its first bytes, uncompressed, and its name. What the
// bytes certainly are decides before the extension does, and the extension before what
// they look like. It returns Auto for binary data of no known kind.
func Detect(name string, head []byte) Format {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.magic)) {
			return m.f.archived(strings.ToLower(name))
		}
	}
	head, _ = utf16Head(head)
	if isBinary(head) {
		return Auto
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, bomUTF8), " \t\r\n\x1e")
	if isXML(head) {
		return XML
	}
	if looksPage(head) {
		return HTML
	}
	ext := extension(name)
	if f, ok := extensions[ext]; ok && (f != Text && f < Parquet || f == Mail || f == XML && bytes.HasPrefix(head, []byte("<"))) {
		return f
	}
	if looksMail(head) {
		return Mail
	}
	line := head
	if end := bytes.IndexAny(head, "\r\n"); end >= 0 {
		line = head[:end]
	}
	switch {
	case len(head) > 1 && head[0] == '{', len(head) > 1 && head[0] == '[' && startsJSON(head[1:]), isScript(head), bytes.HasPrefix(head, []byte("b'{")):
		return JSONL
	case ext == ".txt":
		if looksTable(head) { // spreadsheets save tables by this name
			return CSV
		}
		return Text
	case looksHeader(line):
		if sniffComma(line) == '\t' {
			return TSV
		}
		return CSV
	case looksMarkdown(head):
		return Markdown
	}
	return Text
}

// extension is that of a file's name in lower case, below those of compression.
func extension(name string) string {
	name = strings.ToLower(name)
	for _, z := range []string{".gz", ".zst", ".gzip", ".zstd", ".bz2", ".xz"} {
		name = strings.TrimSuffix(name, z)
	}
	return path.Ext(name)
}

// archived is the kind of archive that a zip archive of this name is likely to be.
func (f Format) archived(name string) Format {
	if f == DOCX {
		for _, g := range []Format{XLSX, ODT, ODS} {
			if strings.Contains(name, "."+g.String()[:3]) {
				return g
			}
		}
	}
	return f
}

// isXML reports whether b begins as XML that is no page.
func isXML(b []byte) bool {
	if !bytes.HasPrefix(b, []byte("<")) {
		return false
	}
	declared := bytes.HasPrefix(b, []byte("<?xml"))
	for len(b) > 1 && (b[1] == '?' || b[1] == '!') {
		end := []byte(">")
		if bytes.HasPrefix(b, []byte("<!--")) {
			end = []byte("-->")
		} else if b[1] == '!' {
			if kind := bytes.ToLower(b[:min(len(b), 20)]); bytes.Contains(kind, []byte("html")) {
				return false
			}
		}
		i := bytes.Index(b, end)
		if i < 0 {
			return declared && len(b) > 64 // the root is further on
		}
		if b = bytes.TrimLeft(b[i+len(end):], " \t\r\n"); !bytes.HasPrefix(b, []byte("<")) {
			return declared && len(b) == 0
		}
	}
	n := 1
	for n < len(b) && (isAlnum(b[n]) || strings.IndexByte("-_:.", b[n]) >= 0) {
		n++
	}
	name := strings.ToLower(string(b[1:n]))
	if i := strings.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	switch {
	case name == "html", name == "head", name == "body", name == "workbook": // the last is a spreadsheet of 2003
		return false
	}
	return declared && name != "" || xmlRoots[name]
}

// xmlRoots are the roots by which XML without a declaration is known.
var xmlRoots = listed("rss feed rdf source jobs workzag-jobs trovit vacancies positions postings urlset joblist job_list jobfeed job-feed jobpostings")

// looksMail reports whether b begins with the head of a message.
func looksMail(b []byte) bool {
	if bytes.HasPrefix(b, []byte("From ")) { // of a mailbox
		_, b, _ = bytes.Cut(b, []byte{'\n'})
	}
	known, sure := 0, false
	for line := range bytes.Lines(b) {
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		k, _, ok := bytes.Cut(line, []byte{':'})
		if !ok || len(k) > 60 || bytes.IndexByte(k, ' ') >= 0 {
			break
		}
		switch strings.ToLower(string(k)) {
		case "mime-version", "message-id", "received", "return-path", "content-type", "delivered-to", "dkim-signature", "content-transfer-encoding":
			known, sure = known+1, true
		case "from", "to", "subject", "date", "reply-to", "cc", "sender":
			known++
		}
	}
	return sure && known >= 3
}

// startsJSON reports whether b, which stands after a "[", goes on like a JSON array and
// not like a note in brackets.
func startsJSON(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return len(b) == 0 || b[0] == '{' || b[0] == ']' || len(b) > 1 && b[0] == '[' && (b[1] == '{' || b[1] == '"')
}

// looksPage reports whether b begins like a whole page or a fragment of one.
func looksPage(b []byte) bool {
	if len(b) == 0 || b[0] != '<' {
		return false
	}
	b = bytes.ToLower(b[:min(len(b), 64)])
	for _, p := range []string{"<!doctype", "<html", "<head", "<body", "<!--", "<?xml", "<div", "<p>", "<p ", "<h1", "<h2", "<ul", "<script", "<meta", "<article", "<section", "<main", "<table", "<span", "<strong", "<b>", "<br"} {
		if bytes.HasPrefix(b, []byte(p)) {
			return true
		}
	}
	return false
}

// looksMarkdown reports whether a line of b is a heading, a link or a front
// matter's fence: signs that plain text does not use.
func looksMarkdown(b []byte) bool {
	if bytes.HasPrefix(b, []byte("---\n")) || bytes.HasPrefix(b, []byte("+++\n")) || bytes.Contains(b, []byte("](http")) {
		return true
	}
	for line := range bytes.Lines(b) {
		n := len(line) - len(bytes.TrimLeft(line, "#"))
		if n > 0 && n < 5 && n < len(line) && line[n] == ' ' {
			return true
		}
		if bytes.HasPrefix(line, []byte("**")) && bytes.HasSuffix(bytes.TrimRight(line, " \r\n:"), []byte("**")) {
			return true
		}
	}
	return false
}

// looksTable reports whether the first lines of a text are those of a table: a header with a
// name for the text, and below it a line of as many fields at least.
func looksTable(head []byte) bool {
	m := Options{}.mapping()
	seen := 0
	var comma byte
	wide := 0
	for line := range bytes.FieldsFuncSeq(head, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if seen++; wide > 0 {
			return bytes.Count(line, []byte{comma}) >= wide || bytes.IndexByte(line, '"') >= 0
		}
		if seen > headerRows {
			break
		}
		for _, c := range []byte("\t;|,") {
			if w := bytes.Count(line, []byte{c}); w > 0 && (seen == 1 || c == '\t') && m.names(split(line, c)) {
				comma, wide = c, w
				break
			}
		}
	}
	return false
}

// looksHeader reports whether a line names columns: two at least, and a third of all,
// by names that fields have.
func looksHeader(line []byte) bool {
	comma := sniffComma(line)
	if len(line) > 4096 || bytes.IndexByte(line, comma) < 0 {
		return false
	}
	known, n := 0, 0
	for _, f := range bytes.Split(line, []byte{comma}) {
		n++
		if c, ok := columns().names[fold(strings.Trim(string(f), "\" \r"))]; ok && c.field != fSection {
			known++
		}
	}
	return known >= 2 && known*3 >= n
}

func isBinary(b []byte) bool {
	odd := 0
	for _, c := range b {
		if c == 0 {
			odd += 4
		} else if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b && c != recordMark && c != 1 { // 1 separates the columns of Hive
			odd++
		}
	}
	return odd*20 > len(b)
}
