package table

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// audit runs in the page and leaves what it finds in the document: the names
// and roles that a screen reader gets, the contrast of each text with its
// background, and the order of rows after clicks.
const audit = `<script>
addEventListener("load", () => {
  const found = {roles: [], low: [], duplicate: [], background: "", sorted: {}};
  const rgb = s => s.match(/[\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
  const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3) } return [255, 255, 255] };
  for (const e of document.querySelectorAll("h1, a, caption, th, td, p, li, button")) {
    if (!e.textContent.trim()) continue;
    const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) found.low.push(e.tagName + " " + ratio.toFixed(1));
  }
  const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
  found.duplicate = ids.filter((id, i) => ids.indexOf(id) !== i);
  found.background = getComputedStyle(document.body).backgroundColor;
  for (const e of document.querySelectorAll("main, nav, h1, table, [role=region], thead th, tbody th, button"))
    found.roles.push((e.computedRole ?? "?") + ": " + (e.computedName ?? "?"));
  const table = document.querySelector("table");
  const column = i => [...table.tBodies[0].rows].map(r => r.cells[i].textContent);
  for (const [key, i, clicks] of [["up", 2, 1], ["down", 2, 2], ["text", 0, 1], ["decimals", 4, 1]]) {
    const th = table.tHead.rows[0].cells[i];
    for (let n = 0; n < clicks; n++) th.querySelector("button").click();
    found.sorted[key] = [th.getAttribute("aria-sort"), ...column(i)];
    th.removeAttribute("aria-sort");
  }
  document.body.textContent = JSON.stringify(found);
});
</script>`

type audited struct {
	Roles, Low, Duplicate []string
	Background            string
	Sorted                map[string][]string
}

func browse(t *testing.T, args ...string) audited {
	t.Helper()
	chromium := tool(t, "chromium", "chromium-browser", "google-chrome")
	dir := t.TempDir()
	page := string(written(t, "html", Options{Title: "Report"}, sampleLevels(), sampleHostile()))
	path := filepath.Join(dir, "page.html")
	if err := os.WriteFile(path, []byte(strings.Replace(page, "</body>", audit+"</body>", 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	args = append(args, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
		"--enable-blink-features=ComputedAccessibilityInfo", "--dump-dom", "file://"+path)
	out := run(t, dir, chromium, args...)
	_, body, _ := strings.Cut(out, "<body>")
	body, _, _ = strings.Cut(body, "</body>")
	var found audited
	if err := json.Unmarshal([]byte(html.UnescapeString(body)), &found); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return found
}

func TestChromiumFindsThePageAccessibleAndSorts(t *testing.T) {
	light, dark := browse(t), browse(t, "--blink-settings=preferredColorScheme=0")
	if light.Background != "rgb(255, 255, 255)" || dark.Background == light.Background {
		t.Errorf("background %s, in the dark %s", light.Background, dark.Background)
	}
	if len(light.Low)+len(dark.Low) > 0 {
		t.Errorf("texts of less contrast than 4.5 to 1: %v, in the dark %v", light.Low, dark.Low)
	}
	if len(light.Duplicate) > 0 {
		t.Errorf("ids that are there twice: %v", light.Duplicate)
	}
	roles := strings.Join(light.Roles, "\n")
	for _, want := range []string{"main: ", "navigation: Tables", "heading: Report", "table: Levels by company & month", "region: Levels by company & month", "columnheader: Share (%)", "button: Share (%)", "rowheader: Tidewater"} {
		if !strings.Contains(roles, want) {
			t.Errorf("no %q in\n%s", want, roles)
		}
	}
	for key, want := range map[string]string{
		"up":       "ascending 0 3 12,000 –",
		"down":     "descending 12,000 3 0 –",
		"text":     "ascending Larkfield Commerce Northwind Quarry Tidewater",
		"decimals": "ascending −1.01 0.00 0.10 –",
	} {
		if got := strings.Join(light.Sorted[key], " "); got != want {
			t.Errorf("sorted %s: %s, want %s", key, got, want)
		}
	}
}
