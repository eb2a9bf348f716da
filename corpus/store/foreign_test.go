package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// foreign is a database of tables that are not those of this package.
func foreign(t *testing.T) string {
	path := filepath.Join(t.TempDir(), "jobs.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE TABLE jobs (id INTEGER, name TEXT, pay REAL, made DATE, raw BLOB); CREATE VIEW open AS SELECT * FROM jobs; " +
		"INSERT INTO jobs VALUES (1, 'VP', 1.5, '2024-03-04', x'6162'), (2, NULL, NULL, NULL, NULL)"); err != nil {
		t.Fatal(err)
	}
	return path
}

func asked(ctx context.Context, path, query string) string {
	var b strings.Builder
	for row, err := range Query(ctx, path, query) {
		if err != nil {
			b.WriteString("! " + err.Error() + "\n")
			continue
		}
		b.WriteString(strings.Join(row, "|") + "\n")
	}
	return b.String()
}

func TestAQueryReadsWhatItSelectsAndChangesNothing(t *testing.T) {
	path := foreign(t)
	other := filepath.Join(t.TempDir(), "other.db")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"select id, name as title, pay, made, raw from open order by id": "id|title|pay|made|raw\n1|VP|1.5|2024-03-04T00:00:00Z|ab\n2||||\n",
		" -- mine\nWITH a AS (SELECT 1 AS n) SELECT n FROM a":            "n\n1\n",
		"select id from jobs where id > 9":                               "id\n",
		"delete from jobs":                                               "! the query is no SELECT, and others are not run\n",
		"pragma query_only=0":                                            "! the query is no SELECT, and others are not run\n",
		"select nope from jobs":                                          "! the query: no such column: nope\n",
	} {
		if got := asked(t.Context(), path, query); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", query, got, want)
		}
	}
	for _, query := range []string{
		"select 1; attach '" + other + "' as o; create table o.x (a)", "select 1; pragma query_only=0; delete from jobs", "with a as (select 1) delete from jobs", "select 1; vacuum into '" + other + "'",
	} {
		if got := asked(t.Context(), path, query); !strings.Contains(got, "! ") {
			t.Errorf("%s: %s", query, got)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file is another: %v", err)
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("another file was made")
	}
	if got, err := Tables(path); strings.Join(got, " ") != "jobs open" || err != nil {
		t.Errorf("tables %q, %v", got, err)
	}
}

// TestAQueryWithoutEndEndsWithItsContext: also one that gives no row.
func TestAQueryWithoutEndEndsWithItsContext(t *testing.T) {
	path := foreign(t)
	const endless = "with recursive a(n) as (select 1 union all select n + 1 from a) "
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	for _, err := range Query(ctx, path, endless+"select n from a") {
		if n++; n == 10 {
			cancel()
		}
		if err != nil && ctx.Err() == nil {
			t.Fatal(err)
		}
	}
	if n < 10 || n > 10_000 {
		t.Errorf("%d rows", n)
	}
	ctx, cancel = context.WithCancel(t.Context())
	done := make(chan string)
	go func() { done <- asked(ctx, path, endless+"select count(*) from a") }()
	cancel()
	if got := <-done; !strings.Contains(got, context.Canceled.Error()) {
		t.Errorf("got %s", got)
	}
}
