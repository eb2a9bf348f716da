package batch

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Identity is what makes the rows of a run: two runs of one Identity write the
// same bytes.
type Identity struct {
	Rung    string            `json:"rung"` // version of the program, and of Go
	Command string            `json:"command"`
	Options map[string]string `json:"options"` // of the command line, those that the rows depend on
	Model   string            `json:"model,omitempty"`
	Lexicon string            `json:"lexicon,omitempty"`
	Inputs  []inputState      `json:"inputs"`
}

// inputState is an input as it lay there when the run began. Of stdin and of web
// addresses only the name is known.
type inputState struct {
	Name     string    `json:"name"`
	Bytes    int64     `json:"bytes,omitempty"`
	Modified time.Time `json:"modified,omitzero"`
}

// differs says in words what of another run is not as here; "" is nothing.
// Options are called by the caller's names for them, where it has some.
func (id *Identity) differs(other *Identity, called func(option string) string) string {
	switch {
	case id.Rung != other.Rung:
		return fmt.Sprintf("it was begun by rung %s, this is rung %s", other.Rung, id.Rung)
	case id.Command != other.Command:
		return fmt.Sprintf("it was begun by rung %s", other.Command)
	case id.Model != other.Model:
		return fmt.Sprintf("it was begun with the model %s, this is %s", other.Model, id.Model)
	case id.Lexicon != other.Lexicon:
		return fmt.Sprintf("it was begun with the lexicon %s, this is %s", other.Lexicon, id.Lexicon)
	}
	names := map[string]string{} // each may have some that the other lacks
	maps.Copy(names, id.Options)
	maps.Copy(names, other.Options)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if here, there := id.Options[name], other.Options[name]; here != there {
			if called != nil {
				name = called(name)
			}
			return fmt.Sprintf("it was begun with %s %s, not with %s", name, cmp.Or(there, `""`), cmp.Or(here, `""`))
		}
	}
	for i, in := range id.Inputs {
		if i >= len(other.Inputs) || other.Inputs[i].Name != in.Name {
			return fmt.Sprintf("it was begun without the input %q at this place", in.Name)
		}
		if was := other.Inputs[i]; was.Bytes != in.Bytes || !was.Modified.Equal(in.Modified) {
			return fmt.Sprintf("the input %q has changed since", in.Name)
		}
	}
	if n := len(other.Inputs) - len(id.Inputs); n > 0 {
		return fmt.Sprintf("it was begun with more inputs, %d in all", len(other.Inputs))
	}
	return ""
}

// Manifest is the file NAME.manifest.json beside an output: what made it, of
// what, and how often what was found.
type Manifest struct {
	Output     string          `json:"output"`
	Arguments  []string        `json:"arguments"`
	Run        Identity        `json:"run"`
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

// ReadManifest reads the manifest of an output; nil where there is none that can
// be read.
func ReadManifest(output string) *Manifest {
	b, err := os.ReadFile(manifestPath(output))
	if err != nil {
		return nil
	}
	m := new(Manifest)
	if json.Unmarshal(b, m) != nil {
		return nil
	}
	return m
}

// manifest is that of a run that is done but for its last step.
func (j *Job) manifest(res Result, started time.Time, resumed int) *Manifest {
	m := &Manifest{Output: j.Output, Arguments: j.Arguments, Run: j.identity, Postings: j.at.Postings, LeftOut: j.at.Left, Skipped: res.Skipped,
		Quarantine: j.Quarantine, Started: started.UTC(), Finished: time.Now().UTC(), Resumed: resumed}
	for i, name := range j.Task.Levels {
		if m.Levels == nil {
			m.Levels = map[string]int{}
		}
		m.Levels[name] = j.at.Levels[i]
	}
	for _, src := range j.Input.Sources {
		m.Inputs = append(m.Inputs, manifestInput{src.Name, src.Bytes, src.SHA256, src.Postings, src.Skipped})
	}
	return m
}

// write makes it appear whole.
func (m *Manifest) write() error {
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	out, err := Create(manifestPath(m.Output), nil, nil)
	if err != nil {
		return err
	}
	defer out.Abort()
	if _, err := out.Write(append(b, '\n')); err != nil {
		return err
	}
	return out.Commit()
}
