// Package hdfs is a filesystem of Beam for hdfs:// paths, over the REST
// interface that every Hadoop cluster offers (WebHDFS, and HttpFS with the same
// calls). The host and port of a path are those of the name node's web
// interface: hdfs://namenode:9870/jobs/*.jsonl. It knows simple authentication
// only, by the name of a user; a cluster with Kerberos wants a gateway.
package hdfs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Register makes hdfs:// paths known to Beam, read and written as a user; an
// empty one leaves it to the cluster who that is. It may be called once.
func Register(user string) {
	filesystem.Register("hdfs", func(context.Context) filesystem.Interface { return &system{user} })
}

type system struct{ user string }

func (s *system) Close() error { return nil }

// split takes hdfs://host:port/path apart.
func split(name string) (host, file string, err error) {
	rest, ok := strings.CutPrefix(name, "hdfs://")
	host, file, found := strings.Cut(rest, "/")
	if !ok || !found || host == "" {
		return "", "", fmt.Errorf("%q is no hdfs path: want hdfs://namenode:9870/path", name)
	}
	return host, "/" + file, nil
}

// call asks the name node. query are keys and values in turn.
func (s *system) call(ctx context.Context, method, name, op string, query ...string) (*http.Response, error) {
	host, file, err := split(name)
	if err != nil {
		return nil, err
	}
	q := url.Values{"op": {op}}
	if s.user != "" {
		q.Set("user.name", s.user)
	}
	for i := 0; i < len(query); i += 2 {
		q.Set(query[i], query[i+1])
	}
	u := url.URL{Scheme: "http", Host: host, Path: "/webhdfs/v1" + file, RawQuery: q.Encode()}
	return send(ctx, method, u.String(), nil)
}

// send makes errors of refusals.
func send(ctx context.Context, method, address string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, body)
	if err != nil {
		return nil, err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/octet-stream")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < 400 {
		return resp, nil
	}
	defer resp.Body.Close()
	var told struct {
		RemoteException struct{ Exception, Message string }
	}
	b, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
	if json.Unmarshal(b, &told) != nil || told.RemoteException.Message == "" {
		told.RemoteException.Message = "the answer is " + resp.Status
	}
	err = errors.New(told.RemoteException.Message)
	switch {
	case resp.StatusCode == http.StatusNotFound:
		err = fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	case told.RemoteException.Exception == "AccessControlException":
		err = fmt.Errorf("%w: %w", fs.ErrPermission, err)
	}
	return nil, err
}

// ask decodes an answer in JSON.
func (s *system) ask(ctx context.Context, method, name, op string, answer any, query ...string) error {
	resp, err := s.call(ctx, method, name, op, query...)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(answer)
}

// status is what the name node knows of a file; PathSuffix is empty of the one
// that was asked for itself.
type status struct {
	PathSuffix, Type string
	Length           int64
}

// List matches the last part of the pattern only, and leaves folders out.
func (s *system) List(ctx context.Context, glob string) ([]string, error) {
	host, file, err := split(glob)
	if err != nil {
		return nil, err
	}
	dir, pattern := path.Split(file)
	var answer struct {
		FileStatuses struct{ FileStatus []status }
	}
	err = s.ask(ctx, http.MethodGet, "hdfs://"+host+dir, "LISTSTATUS", &answer)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, f := range answer.FileStatuses.FileStatus {
		match, bad := path.Match(pattern, f.PathSuffix)
		if bad != nil {
			return nil, fmt.Errorf("%q: %w", pattern, bad)
		}
		if match && f.Type == "FILE" {
			names = append(names, "hdfs://"+host+dir+f.PathSuffix)
		}
	}
	return names, err
}

func (s *system) Size(ctx context.Context, name string) (int64, error) {
	var answer struct{ FileStatus status }
	err := s.ask(ctx, http.MethodGet, name, "GETFILESTATUS", &answer)
	return answer.FileStatus.Length, err
}

// OpenRead follows the name node to the data nodes. The file can be entered in
// the middle.
func (s *system) OpenRead(ctx context.Context, name string) (io.ReadCloser, error) {
	f := &file{s: s, ctx: ctx, name: name}
	if err := f.open(0); err != nil {
		return nil, err
	}
	return f, nil
}

type file struct {
	io.ReadCloser // the answer of a data node
	s             *system
	ctx           context.Context // of OpenRead, as io.Seeker has none
	name          string
}

func (f *file) open(at int64) error {
	resp, err := f.s.call(f.ctx, http.MethodGet, f.name, "OPEN", "offset", fmt.Sprint(at))
	if err != nil {
		return err
	}
	f.ReadCloser = resp.Body
	return nil
}

// Seek implements io.Seeker, from the beginning of the file.
func (f *file) Seek(offset int64, whence int) (int64, error) {
	if whence != io.SeekStart || offset < 0 {
		return 0, errors.New("a file of hdfs is entered from its beginning")
	}
	f.Close()
	return offset, f.open(offset)
}

// OpenWrite overwrites a file, which is whole when Close returns nil.
func (s *system) OpenWrite(ctx context.Context, name string) (io.WriteCloser, error) {
	// The name node is asked without a body, and says which data node wants it.
	var answer struct{ Location string }
	if err := s.ask(ctx, http.MethodPut, name, "CREATE", &answer, "overwrite", "true", "noredirect", "true"); err != nil {
		return nil, err
	}
	if answer.Location == "" {
		return nil, fmt.Errorf("writing %q: the name node names no data node", name)
	}
	r, w := io.Pipe()
	up := &upload{PipeWriter: w, done: make(chan error, 1)}
	go func() {
		resp, err := send(ctx, http.MethodPut, answer.Location, r)
		if err == nil {
			err = resp.Body.Close()
		}
		r.CloseWithError(err) // whoever writes on is told
		up.done <- err
	}()
	return up, nil
}

type upload struct {
	*io.PipeWriter
	done chan error
}

func (u *upload) Close() error {
	u.PipeWriter.Close()
	return <-u.done
}

// Remove implements filesystem.Remover.
func (s *system) Remove(ctx context.Context, name string) error {
	return s.yes(ctx, http.MethodDelete, name, "DELETE")
}

// Rename implements filesystem.Renamer. It does not replace a file.
func (s *system) Rename(ctx context.Context, from, to string) error {
	_, file, err := split(to)
	if err != nil {
		return err
	}
	return s.yes(ctx, http.MethodPut, from, "RENAME", "destination", file)
}

// yes asks for what is answered with true or false.
func (s *system) yes(ctx context.Context, method, name, op string, query ...string) error {
	var answer struct{ Boolean bool }
	if err := s.ask(ctx, method, name, op, &answer, query...); err != nil {
		return err
	}
	if !answer.Boolean {
		return fmt.Errorf("%s of %q: refused", strings.ToLower(op), name)
	}
	return nil
}
