package main

import (
	"bytes"
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// axeRules are those of WCAG 2.2 AA and axe's own best practices.
const axeRules = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`

// axe runs in the page and leaves what it found in it as text.
const axe = `<script>
axe.run(document, {runOnly: ` + axeRules + `}).then(
	r => JSON.stringify({passes: r.passes.length, violations: r.violations.map(v => ({id: v.id, help: v.help, at: v.nodes.map(n => n.html)}))}),
	e => JSON.stringify({error: String(e)}),
).then(text => { const pre = document.createElement("pre"); pre.id = "axe-found"; pre.textContent = text; document.body.append(pre) })
</script>`

var (
	contentPolicy = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	axeFound      = regexp.MustCompile(`(?s)<pre id="axe-found">(.*?)</pre>`)
)

// TestPagesHaveNoBarriers opens every page that a command writes about the
// samples in a browser, with axe-core in it. The page itself allows no script,
// so that of the test goes into a copy without the policy.
func TestPagesHaveNoBarriers(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: starts a browser for each page")
	}
	library := os.Getenv("FIDELITY_AXE")
	if library == "" {
		t.Skip("FIDELITY_AXE does not name axe-core's axe.min.js; .ci/run installs it")
	}
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	code, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	for name, args := range pages(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			page := filepath.Join(t.TempDir(), "page.html")
			var stderr bytes.Buffer
			if status := run(append(args, "-o", page), strings.NewReader(""), &bytes.Buffer{}, &stderr); status != statusDone {
				t.Fatalf("exit status %d\n%s", status, &stderr)
			}
			checkPage(t, browser, page, code)
		})
	}
}

// pages lists a command line for each page.
func pages(t *testing.T) map[string][]string {
	t.Helper()
	samples, err := filepath.Glob("../../reviews/*/20*.yaml")
	if err != nil || len(samples) == 0 {
		t.Fatal(err, "no samples")
	}
	all := map[string][]string{}
	for _, file := range samples {
		if strings.Count(filepath.Base(file), ".") > 1 {
			continue // a reviewer's own copy
		}
		name := filepath.Base(filepath.Dir(file)) + "-" + strings.TrimSuffix(filepath.Base(file), ".yaml")
		all["report-"+name] = []string{"report", file}
	}
	all["plan"] = []string{"plan", "../../reviews/larkmoor/2026-05.yaml"}
	all["agree"] = []string{"agree", "../../reviews/tarnbeck/2026-03.r1.yaml", "../../reviews/tarnbeck/2026-03.r2.yaml"}
	all["agree-all"] = []string{"agree", "--all", "../../reviews/tarnbeck"}
	all["ask"] = []string{"ask", "../../reviews/quillstead/2026-06.yaml"}
	all["compare"] = []string{"compare", "--ranks", "../../reviews"}
	all["compare-groups"] = []string{"compare", "--group", "region", "../../reviews"}
	all["trend"] = []string{"trend", "../../reviews/larkmoor"}
	all["agree"] = []string{"agree", "../../reviews/tarnbeck/2026-03.r1.yaml", "../../reviews/tarnbeck/2026-03.r2.yaml"}
	all["team-copy"] = []string{"report", "--for", "team", "../../reviews/larkmoor/2026-05.yaml"}
	return all
}

func checkPage(t *testing.T, browser, page string, library []byte) {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text = contentPolicy.ReplaceAll(text, nil)
	end := bytes.LastIndex(text, []byte("</body>"))
	if end < 0 {
		t.Fatal("the page has no end")
	}
	with := append([]byte{}, text[:end]...)
	with = append(append(append(with, "<script>"...), library...), "</script>"+axe...)
	with = append(with, text[end:]...)
	if err := os.WriteFile(page, with, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(), "--virtual-time-budget=60000", "--dump-dom", "file://"+filepath.ToSlash(page)).Output()
	if err != nil {
		t.Fatal(err)
	}
	found := axeFound.FindSubmatch(out)
	if found == nil {
		t.Fatalf("axe did not end; the browser wrote %d bytes", len(out))
	}
	var result struct {
		Error      string
		Passes     int
		Violations []struct {
			ID, Help string
			At       []string
		}
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &result); err != nil {
		t.Fatal(err)
	}
	if result.Error != "" || result.Passes == 0 {
		t.Fatalf("axe found nothing to look at: %+v", result)
	}
	for _, v := range result.Violations {
		t.Errorf("%s: %s\n  %s", v.ID, v.Help, strings.Join(v.At, "\n  "))
	}
}
