package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// manifest is the file NAME.manifest.json beside an output: what made it, of
// what, and how often what was found.
type manifest struct {
	Output     string          `json:"output"`
	Arguments  []string        `json:"arguments"`
	Run        identity        `json:"run"`
	Inputs     []manifestInput `json:"inputs"`
	Postings   int             `json:"postings"`
	Skipped    int             `json:"skipped"`
	Levels     map[string]int  `json:"levels,omitempty"`   // of the postings, those left out among them
	LeftOut    int             `json:"left_out,omitempty"` // by --only
	Quarantine string          `json:"quarantine,omitempty"`
	Started    time.Time       `json:"started"`
	Finished   time.Time       `json:"finished"`
	Resumed    int             `json:"resumed"` // times
}

// manifestInput is what was read of an input. SHA256 is missing where it was not
// read to its end, and of a web address.
type manifestInput struct {
	Name     string `json:"name"`
	Bytes    int64  `json:"bytes,omitempty"`
	SHA256   string `json:"sha256,omitempty"`
	Postings int    `json:"postings"`
	Skipped  int    `json:"skipped"`
}

// manifestPath is the manifest of an output.
func manifestPath(output string) string { return filepath.Clean(output) + ".manifest.json" }

// readManifest returns nil where there is none that can be read.
func readManifest(output string) *manifest {
	b, err := os.ReadFile(manifestPath(output))
	if err != nil {
		return nil
	}
	m := new(manifest)
	if json.Unmarshal(b, m) != nil {
		return nil
	}
	return m
}

// write makes it appear whole.
func (m *manifest) write() error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	out, err := new(app).create(manifestPath(m.Output), nil)
	if err != nil {
		return err
	}
	defer out.abort()
	if _, err := out.Write(append(b, '\n')); err != nil {
		return err
	}
	return out.commit()
}
