package corpus

// markdown reads a Markdown file: one posting.
func (s *stream) markdown(b []byte) { s.text(b) }
