package hdfs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// cluster answers as a name node and a data node do. The shape of the answers is
// that of Hadoop's "WebHDFS REST API".
func cluster(t *testing.T) (address string) {
	var mu sync.Mutex
	files := map[string]string{}
	var self string
	refuse := func(w http.ResponseWriter, code int, exception, message string) {
		w.WriteHeader(code)
		fmt.Fprintf(w, `{"RemoteException":{"exception":%q,"message":%q}}`, exception, message)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		q := r.URL.Query()
		if q.Get("user.name") != "analyst" {
			refuse(w, 403, "AccessControlException", "Permission denied")
			return
		}
		if name, ok := strings.CutPrefix(r.URL.Path, "/data"); ok { // the data node
			if r.Method == http.MethodPut {
				b, err := io.ReadAll(r.Body)
				if err != nil {
					return
				}
				files[name] = string(b)
				w.WriteHeader(http.StatusCreated)
				return
			}
			at, err := strconv.Atoi(q.Get("offset"))
			if err != nil || at > len(files[name]) {
				refuse(w, 400, "IllegalArgumentException", "bad offset")
				return
			}
			io.WriteString(w, files[name][at:])
			return
		}
		name := strings.TrimPrefix(r.URL.Path, "/webhdfs/v1")
		content, there := files[name]
		answer := func(v any) {
			if err := json.NewEncoder(w).Encode(v); err != nil {
				t.Error(err)
			}
		}
		switch op := r.Method + " " + q.Get("op"); {
		case op == "GET LISTSTATUS":
			list := []map[string]any{}
			for file, content := range files {
				if rest, ok := strings.CutPrefix(file, name); ok && !strings.Contains(rest, "/") {
					list = append(list, map[string]any{"pathSuffix": rest, "type": "FILE", "length": len(content)})
				}
			}
			if len(list) == 0 {
				refuse(w, 404, "FileNotFoundException", "File does not exist: "+name)
				return
			}
			list = append(list, map[string]any{"pathSuffix": "folder.jsonl", "type": "DIRECTORY", "length": 0})
			answer(map[string]any{"FileStatuses": map[string]any{"FileStatus": list}})
		case op == "PUT CREATE" && q.Get("noredirect") == "true":
			answer(map[string]any{"Location": self + (&url.URL{Path: "/data" + name}).EscapedPath() + "?user.name=analyst"})
		case !there:
			refuse(w, 404, "FileNotFoundException", "File does not exist: "+name)
		case op == "GET GETFILESTATUS":
			answer(map[string]any{"FileStatus": map[string]any{"pathSuffix": "", "type": "FILE", "length": len(content)}})
		case op == "GET OPEN":
			http.Redirect(w, r, self+(&url.URL{Path: "/data" + name}).EscapedPath()+"?user.name=analyst&offset="+q.Get("offset"), http.StatusTemporaryRedirect)
		case op == "DELETE DELETE":
			delete(files, name)
			answer(map[string]bool{"boolean": true})
		case op == "PUT RENAME":
			_, taken := files[q.Get("destination")]
			if !taken {
				files[q.Get("destination")] = content
				delete(files, name)
			}
			answer(map[string]bool{"boolean": !taken})
		default:
			refuse(w, 400, "UnsupportedOperationException", op)
		}
	}))
	t.Cleanup(server.Close)
	self = server.URL
	return "hdfs://" + strings.TrimPrefix(server.URL, "http://")
}

func TestFiles(t *testing.T) {
	root := cluster(t) + "/jobs/"
	ctx := t.Context()
	s := &system{user: "analyst"}
	put := func(name, content string) {
		t.Helper()
		if err := filesystem.Write(ctx, s, name, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if names, err := s.List(ctx, root+"*.jsonl"); err != nil || len(names) > 0 {
		t.Errorf("a folder that is not there: %q, %v", names, err)
	}
	put(root+"a.jsonl", "one\ntwo\n")
	put(root+"b b?.jsonl", "three\n")
	put(root+"c.txt", "")
	names, err := s.List(ctx, root+"*.jsonl")
	slices.Sort(names)
	if want := []string{root + "a.jsonl", root + "b b?.jsonl"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%q, %v, want %q", names, err, want)
	}
	for name, want := range map[string]string{"a.jsonl": "one\ntwo\n", "b b?.jsonl": "three\n", "c.txt": ""} {
		b, err := filesystem.Read(ctx, s, root+name)
		if err != nil || string(b) != want {
			t.Errorf("%s: %q, %v, want %q", name, b, err, want)
		}
		if n, err := s.Size(ctx, root+name); err != nil || n != int64(len(want)) {
			t.Errorf("%s: %d bytes, %v", name, n, err)
		}
	}
	r, err := s.OpenRead(ctx, root+"a.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.(io.Seeker).Seek(4, io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(r); err != nil || string(b) != "two\n" {
		t.Errorf("from byte 4: %q, %v", b, err)
	}
	if err := filesystem.Rename(ctx, s, root+"c.txt", root+"d.txt"); err != nil {
		t.Error(err)
	}
	if err := filesystem.Rename(ctx, s, root+"d.txt", root+"a.jsonl"); err == nil {
		t.Error("a file was replaced by renaming")
	}
	if err := s.Remove(ctx, root+"d.txt"); err != nil {
		t.Error(err)
	}
	if _, err := s.Size(ctx, root+"d.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is gone: %v", err)
	}
}

func TestRefusals(t *testing.T) {
	root := cluster(t)
	ctx := t.Context()
	stranger := &system{}
	if _, err := stranger.OpenRead(ctx, root+"/a"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a stranger reads: %v", err)
	}
	if err := filesystem.Write(ctx, stranger, root+"/a", nil); err == nil {
		t.Error("a stranger writes")
	}
	for _, name := range []string{"hdfs://", "hdfs:///a", "hdfs://host", "/a"} {
		if _, err := stranger.Size(ctx, name); err == nil || !strings.Contains(err.Error(), "no hdfs path") {
			t.Errorf("%q: %v", name, err)
		}
	}
}
