package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"rung/report/dossier"
	"rung/report/study"
	"rung/report/table"
	"rung/scrape/inputs"
)

// wholeReport writes all tables, with method and sources, to a folder or to one
// page.
func (a *app) wholeReport(f *reportFlags, s *study.Study, args []string) error {
	run, err := a.runOf(f, s, args)
	if err != nil {
		return err
	}
	names := study.Names()
	if f.by == "" {
		names = append(names, study.Extra()...)
	}
	var tables []*table.Table
	for _, name := range names {
		t, err := s.Table(name, f.query())
		if errors.Is(err, study.ErrNothing) {
			a.say("left out: %v", err)
			continue
		}
		if err != nil {
			return fmt.Errorf("making the report: %w", err)
		}
		tables = append(tables, t)
	}
	if e := strings.ToLower(filepath.Ext(f.path)); e == ".html" || e == ".htm" {
		out, err := a.create(f.path, args)
		if err != nil {
			return err
		}
		defer out.Abort()
		if err := dossier.HTML(out, run, tables); err != nil {
			return fmt.Errorf("writing %q: %w", f.path, err)
		}
		return out.Commit()
	}
	if info, err := os.Stat(f.path); err == nil && !info.IsDir() {
		return withHint(fmt.Errorf("writing %q: it is a file", f.path), "name a folder, or a file that ends in .html")
	}
	n := 0
	for file, err := range dossier.Files(run, tables) {
		if err != nil {
			return fmt.Errorf("making the report: %w", err)
		}
		name := filepath.Join(f.path, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return fmt.Errorf("writing %q: %w", f.path, inputs.Cause(err))
		}
		out, err := a.create(name, args)
		if err != nil {
			return err
		}
		if _, err = out.Write(file.Data); err == nil {
			err = out.Commit()
		}
		if err != nil {
			out.Abort()
			return fmt.Errorf("writing %q: %w", name, err)
		}
		n++
	}
	a.say("wrote %s to %q", plural(n, "file"), f.path)
	return nil
}

// runOf is what the report says of this run.
func (a *app) runOf(f *reportFlags, s *study.Study, args []string) (dossier.Run, error) {
	c, err := loadModel(f.model)
	if err != nil {
		return dossier.Run{}, err
	}
	run := dossier.Run{Title: "Levels of job postings", Program: "rung " + version(), Command: f.command, Lexicon: c.Lexicon().Version,
		Postings: s.Len(), Skipped: s.Skipped, Seed: f.seed, Resamples: f.resamples, Boilerplate: f.boilerplate == "remove", KeptDuplicates: f.duplicates == "keep"}
	if run.Created, err = created(f.created); err != nil {
		return run, err
	}
	run.Model, run.Odds = strings.Join(s.Models(), ", "), s.Odds()
	run.Duplicates, run.Texts = s.Duplicates(), s.Texts()
	for _, arg := range args {
		in := dossier.Input{Name: arg}
		err := hashInput(&in)
		if err != nil {
			return run, fmt.Errorf("reading %q: %w", arg, inputs.Cause(err))
		}
		run.Inputs = append(run.Inputs, in)
	}
	return run, nil
}

// hashInput sums the bytes of a file; of a folder, those of all its files in
// the order of their names. Of what cannot be read twice nothing is told.
func hashInput(in *dossier.Input) error {
	info, err := os.Stat(in.Name)
	if err != nil || !info.Mode().IsRegular() && !info.IsDir() {
		return nil
	}
	sum := sha256.New()
	err = filepath.Walk(in.Name, func(path string, info os.FileInfo, err error) error {
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		r, err := os.Open(path)
		if err != nil {
			return err
		}
		defer r.Close()
		n, err := io.Copy(sum, r)
		in.Bytes += n
		return err
	})
	in.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return err
}

// created is the date of --created, or that of SOURCE_DATE_EPOCH; no clock is
// asked, so that a report made again is the same.
func created(flag string) (string, error) {
	if flag != "" {
		if _, err := time.Parse("2006-01-02", flag); err != nil {
			return "", withHint(fmt.Errorf("reading the flags: --created %q", flag), "write it as 2026-11-21")
		}
		return flag, nil
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return "", nil
	}
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", withHint(fmt.Errorf("reading SOURCE_DATE_EPOCH %q: not a number of seconds", epoch), "unset it, or give the date with --created")
	}
	return time.Unix(n, 0).UTC().Format("2006-01-02"), nil
}
