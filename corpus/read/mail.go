package read

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	"path"
	"strings"

	"rung/corpus"

	"golang.org/x/net/html/charset"
)

const (
	maxParts     = 1_000 // of one message
	maxPartDepth = 20    // of parts within each other
)

// mail reads a message (RFC 5322), a page saved as MHTML, which is one, or each message of
// a mailbox.
func (s *stream) mail(b []byte) error {
	b = bytes.ReplaceAll(bytes.TrimPrefix(b, bomUTF8), []byte("\r\n"), []byte{'\n'})
	b = bytes.TrimLeft(b, "\n")
	for n := 1; len(b) > 0 && !s.stopped; n++ {
		if err := s.ctx.Err(); err != nil {
			return torn(err, 0)
		}
		one := b
		b = nil
		if bytes.HasPrefix(one, []byte("From ")) {
			_, one, _ = bytes.Cut(one, []byte{'\n'})
			one, b = cutMailbox(one)
		}
		s.message(one, n)
	}
	return nil
}

// cutMailbox ends a message of a mailbox where the next one begins.
func cutMailbox(b []byte) (one, rest []byte) {
	for at := 0; ; {
		i := bytes.Index(b[at:], []byte("\n\nFrom "))
		if i < 0 {
			return b, nil
		}
		at += i + 2
		if line, _, _ := bytes.Cut(b[at:], []byte{'\n'}); looksMail(b[at:min(len(b), at+4096)]) || bytes.Count(line, []byte{':'}) >= 2 {
			return b[:at], b[at:]
		}
	}
}

// mailPart is a part of a message that holds no others.
type mailPart struct {
	kind, charset, encoding string
	name                    string // of an attachment
	location                string // of a page
	attached                bool
	body                    []byte
}

// message reads one message; n is its number.
func (s *stream) message(b []byte, n int) {
	head, body := mailHead(b)
	var parts []mailPart
	walkMail(head, body, 0, &parts)
	subject := mailWords(head["subject"])
	for again := true; again; {
		again = false
		for _, prefix := range []string{"re:", "fwd:", "fw:", "aw:", "wg:"} {
			if len(subject) >= len(prefix) && strings.EqualFold(subject[:len(prefix)], prefix) {
				subject, again = strings.TrimSpace(subject[len(prefix):]), true
			}
		}
	}
	known := corpus.Posting{Title: oneLine(subject), URL: strings.TrimSpace(head["snapshot-content-location"])}
	if !strings.HasPrefix(known.URL, "http") {
		known.URL = ""
	}
	var plain, page *mailPart
	var files []string
	for i := range parts {
		p := &parts[i]
		switch {
		case p.attached:
			if f := extensions[strings.ToLower(path.Ext(p.name))]; f != Auto {
				files = append(files, p.name)
			}
		case p.kind == "text/html" && page == nil:
			page = p
		case p.kind == "text/plain" && plain == nil:
			plain = p
		}
	}
	if len(files) > 0 {
		s.m.say("a message has attachments, which are not read: " + strings.Join(files[:min(len(files), 5)], ", ") + ": save them, and name the files")
	}
	switch {
	case page != nil:
		if known.URL == "" && strings.HasPrefix(page.location, "http") {
			known.URL = page.location
		}
		kind := ""
		if page.charset != "" {
			kind = "text/html; charset=" + page.charset
		}
		if html := page.decoded(); plain == nil || len(bytes.TrimSpace(html)) > 0 {
			s.pageOf(html, kind, known, n)
			return
		}
	case plain == nil:
		s.bad(n, b[:min(len(b), bufSize)], errors.New("the message holds no text"))
		return
	}
	text, notes := plain.text()
	text, joined := unwrap(corpus.Normalize(text))
	if joined {
		notes = append(notes, "lines broken at a fixed width were joined")
	}
	p := corpus.Posting{Text: text, Notes: notes, URL: known.URL}
	readLabels(&p)
	p.Title = cmp.Or(p.Title, known.Title)
	s.oneOf(p, n)
}

// mailHead cuts the fields of a head, by their names in lower case, from what follows.
// Of a field that is there twice the first counts.
func mailHead(b []byte) (head map[string]string, body []byte) {
	head = map[string]string{}
	name := ""
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte{'\n'})
		switch k, v, ok := bytes.Cut(line, []byte{':'}); {
		case len(bytes.TrimSpace(line)) == 0:
			return head, rest
		case line[0] == ' ' || line[0] == '\t':
			if name != "" && len(head[name]) < bufSize {
				head[name] += " " + string(bytes.TrimSpace(line))
			}
		case !ok: // no head, or one that is damaged
			if len(head) == 0 {
				return head, b
			}
			name = ""
		default:
			if name = strings.ToLower(string(bytes.TrimSpace(k))); head[name] != "" || len(name) > 100 {
				name = ""
			} else {
				head[name] = string(bytes.TrimSpace(v))
			}
		}
		b = rest
	}
	return head, nil
}

// walkMail lists the parts of a message that hold no others.
func walkMail(head map[string]string, body []byte, depth int, parts *[]mailPart) {
	if len(*parts) >= maxParts || depth > maxPartDepth {
		return
	}
	kind, params, err := mime.ParseMediaType(head["content-type"])
	if err != nil && kind == "" {
		kind, _, _ = strings.Cut(strings.ToLower(head["content-type"]), ";")
		params = map[string]string{}
		if _, after, ok := strings.Cut(head["content-type"], "boundary="); ok {
			after, _, _ = strings.Cut(after, ";")
			params["boundary"] = strings.Trim(strings.TrimSpace(after), `"`)
		}
	}
	if kind = strings.TrimSpace(kind); kind == "" {
		kind = "text/plain"
	}
	if boundary := params["boundary"]; strings.HasPrefix(kind, "multipart/") && boundary != "" {
		for part := range bytesBetween(body, "--"+boundary) {
			h, b := mailHead(part)
			walkMail(h, b, depth+1, parts)
		}
		return
	}
	how, with, _ := mime.ParseMediaType(head["content-disposition"])
	p := mailPart{
		kind: kind, charset: params["charset"], encoding: strings.ToLower(strings.TrimSpace(head["content-transfer-encoding"])),
		name: mailWords(cmp.Or(with["filename"], params["name"])), location: head["content-location"], body: body,
	}
	if kind == "message/rfc822" {
		h, b := mailHead(p.decoded())
		walkMail(h, b, depth+1, parts)
		return
	}
	p.attached = how == "attachment" || p.name != "" && !strings.HasPrefix(kind, "text/")
	*parts = append(*parts, p)
}

// bytesBetween gives what stands between lines that begin with a mark, until one that
// ends with "--" or the end.
func bytesBetween(b []byte, mark string) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		from := -1
		for at := 0; at < len(b); {
			end := len(b)
			if i := bytes.IndexByte(b[at:], '\n'); i >= 0 {
				end = at + i + 1
			}
			if line := bytes.TrimRight(b[at:end], " \t\n"); bytes.HasPrefix(line, []byte(mark)) && (len(line) == len(mark) || string(line[len(mark):]) == "--") {
				if from >= 0 && !yield(b[from:at]) || len(line) > len(mark) {
					return
				}
				from = end
			}
			at = end
		}
		if from >= 0 {
			yield(b[from:])
		}
	}
}

// decoded is the body without its transfer encoding, as far as it can be undone.
func (p *mailPart) decoded() []byte {
	switch p.encoding {
	case "base64":
		clean := make([]byte, 0, len(p.body))
		for _, c := range p.body {
			if isAlnum(c) && c < 0x80 || c == '+' || c == '/' {
				clean = append(clean, c)
			}
		}
		out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
		n, _ := base64.RawStdEncoding.Decode(out, clean)
		return out[:n]
	case "quoted-printable":
		out, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(p.body))) // it is lenient; what is broken stays
		if len(out)*8 < len(p.body) {
			return p.body
		}
		return out
	}
	return p.body
}

// text is the body in UTF-8.
func (p *mailPart) text() (string, []string) {
	b := p.decoded()
	if e, name := charset.Lookup(p.charset); e != nil && name != "utf-8" && name != "replacement" {
		if d, err := e.NewDecoder().Bytes(b); err == nil {
			return string(d), nil
		}
	}
	return decodeText(b)
}

// mailWords undoes the encoded words of a head (RFC 2047).
func mailWords(s string) string {
	d := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if t, err := d.DecodeHeader(s); err == nil {
		return t
	}
	return s
}
