package main

import (
	"bufio"
	"errors"
	"iter"
	"strings"

	"rung/corpus"
	"rung/corpus/store"
	"rung/scrape"
)

// files reads the postings of files as corpus does, and those of databases and
// web archives, which only the packages that write them can read.
func files(opt corpus.Options, names []string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		plain := 0 // names before this one were read
		for i, name := range names {
			f := kind(opt.Format, name)
			if f != corpus.DB && f != corpus.WARC {
				continue
			}
			read := database
			if f == corpus.WARC {
				read = archive
			}
			for _, some := range []iter.Seq2[corpus.Posting, error]{opt.Files(names[plain:i]), read(name)} {
				for p, err := range some {
					if !yield(p, err) {
						return
					}
				}
			}
			plain = i + 1
		}
		for p, err := range opt.Files(names[plain:]) {
			if !yield(p, err) {
				return
			}
		}
	}
}

// kind is the format of a file by what was said of it or by its first bytes.
func kind(said corpus.Format, name string) corpus.Format {
	if said != corpus.Auto || name == "-" {
		return said
	}
	f, err := corpus.Open(name)
	if err != nil {
		return corpus.Auto // told when it is read
	}
	defer f.Close()
	head, _ := bufio.NewReader(f).Peek(64)
	return corpus.Detect("", head)
}

// database reads the postings that a crawl kept, also those that are gone by
// now: what they say has not changed.
func database(name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		failed := func(err error) {
			why := strings.TrimPrefix(cause(err).Error(), name+": ") // which LineError adds
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: errors.New(why)})
		}
		db, err := store.OpenReader(name)
		if err != nil {
			failed(err)
			return
		}
		defer db.Close()
		for p, err := range db.Postings() {
			switch {
			case err != nil:
				failed(err)
				return
			case p.Posting.Text == "":
			case !yield(p.Posting, nil):
				return
			}
		}
	}
}

// archive reads the postings of the pages in a web archive.
func archive(name string) iter.Seq2[corpus.Posting, error] {
	return func(yield func(corpus.Posting, error) bool) {
		f, err := corpus.Open(name)
		if err != nil {
			yield(corpus.Posting{}, &corpus.LineError{File: name, Err: cause(err)})
			return
		}
		defer f.Close()
		for p, err := range scrape.ReadWARC(f, name) {
			if !yield(p, err) {
				return
			}
		}
	}
}
