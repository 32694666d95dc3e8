package html_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func specimen(t *testing.T) *node {
	t.Helper()
	root, err := render(reporttest.Specimen())
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func TestPageHasLandmarksAndOneTitle(t *testing.T) {
	root := specimen(t)
	if lang := root.first("html").attrs["lang"]; lang != "en-GB" {
		t.Errorf("lang = %q", lang)
	}
	if n := len(root.tagged("h1")); n != 1 {
		t.Errorf("%d h1, want one", n)
	}
	if got, want := root.first("body").outline(), "a header nav main footer"; got != want {
		t.Errorf("body holds %q, want %q", got, want)
	}
	skip := root.first("body").kids[0]
	if main := root.first("main").attrs["id"]; skip.attrs["href"] != "#"+main {
		t.Errorf("the skip link goes to %s, main is %s", skip.attrs["href"], main)
	}
}

func TestHeadingsSkipNoLevel(t *testing.T) {
	level := 0
	for _, h := range specimen(t).all(func(n *node) bool { return regexp.MustCompile(`^h[1-6]$`).MatchString(n.tag) }) {
		next := int(h.tag[1] - '0')
		if next > level+1 {
			t.Errorf("%q is h%d after h%d", h.text, next, level)
		}
		level = next
	}
}

func TestIDsAreUniqueAndReferencesMeetOne(t *testing.T) {
	root := specimen(t)
	everything := root.all(func(*node) bool { return true })
	ids := map[string]bool{}
	for _, n := range everything {
		if id, ok := n.attrs["id"]; ok {
			if ids[id] {
				t.Errorf("id %q stands twice", id)
			}
			ids[id] = true
		}
	}
	for _, n := range everything {
		if to, ok := strings.CutPrefix(n.attrs["href"], "#"); ok && !ids[to] {
			t.Errorf("a link to %q goes nowhere", to)
		}
		for _, id := range strings.Fields(n.attrs["aria-labelledby"]) {
			if !ids[id] {
				t.Errorf("<%s> is labelled by %q, which is not there", n.tag, id)
			}
		}
	}
}

func TestTablesSayWhatTheirCellsAre(t *testing.T) {
	root := specimen(t)
	tables := root.tagged("table")
	if len(tables) != 6 {
		t.Fatalf("%d tables, want the two with rows and those of four charts", len(tables))
	}
	for _, table := range tables {
		if table.first("caption").text == "" {
			t.Error("a table has no caption")
		}
		for _, th := range table.tagged("th") {
			if scope := th.attrs["scope"]; scope != "col" && scope != "row" {
				t.Errorf("header cell %q has scope %q", th.text, scope)
			}
		}
		for _, row := range table.first("tbody").kids {
			if len(row.kids) != len(table.first("thead").first("tr").kids) {
				t.Errorf("row %q has %d cells", row.text, len(row.kids))
			}
		}
	}
	for _, region := range root.all(func(n *node) bool { return n.attrs["role"] == "region" }) {
		if region.attrs["tabindex"] != "0" || region.attrs["aria-labelledby"] == "" {
			t.Errorf("a region that scrolls cannot be reached or has no name: %v", region.attrs)
		}
	}
}

func TestDrawingsHaveATextOrAreHidden(t *testing.T) {
	for _, svg := range specimen(t).all(func(n *node) bool { return n.tag == "svg" && n.attrs["class"] != "" }) {
		switch {
		case svg.attrs["aria-hidden"] == "true":
		case svg.attrs["role"] == "img" && svg.first("title").text != "" && svg.first("desc").text != "":
		default:
			t.Errorf("a drawing of class %s says nothing", svg.attrs["class"])
		}
	}
}

func TestKindAndStageStandAtTheTopAndOnEveryPrintedPage(t *testing.T) {
	doc := reporttest.Specimen()
	doc.Kind, doc.Stage, doc.Running = "Self-audit", "Final", "Larkhill. Self-audit, final"
	root, err := render(doc)
	if err != nil {
		t.Fatal(err)
	}
	status := root.first("header").kids[0]
	if status.text != "Self-audit Final" {
		t.Errorf("the page begins with %q", status.text)
	}
	title := root.first("title").text
	if !strings.Contains(title, "Self-audit") || !strings.Contains(title, "Final") {
		t.Errorf("title = %q", title)
	}
	style := root.first("style").text
	for _, want := range []string{
		`@top-left { content: "Larkhill. Self\2d audit, final" }`,
		`@top-right { content: "Final" }`,
	} {
		if !strings.Contains(style, want) {
			t.Errorf("no %s among the page margins", want)
		}
	}
}

func TestNothingIsLoadedAndNothingRuns(t *testing.T) {
	page, err := html.Render(reporttest.Specimen())
	if err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"<script", "<img", "<iframe", "http://", "https://", "@import", "@font-face", "src=", "url(//", "javascript:"} {
		if strings.Contains(string(page), never) {
			t.Errorf("the page holds %s", never)
		}
	}
	root, err := read(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range root.tagged("link") {
		if link.attrs["href"] != "data:," {
			t.Errorf("a link element to %s", link.attrs["href"])
		}
	}
	policy := root.first("head").all(func(n *node) bool { return n.attrs["http-equiv"] == "Content-Security-Policy" })
	if len(policy) != 1 || !strings.HasPrefix(policy[0].attrs["content"], "default-src 'none'; style-src 'unsafe-inline'; img-src data:") {
		t.Error("the content security policy is not there")
	}
}

func TestLanguageIsNeverMissing(t *testing.T) {
	for lang, want := range map[string]string{"": "en-GB", "cy": "cy"} {
		root, err := render(&report.Document{Lang: lang, Title: "T"})
		if err != nil {
			t.Fatal(err)
		}
		if got := root.first("html").attrs["lang"]; got != want {
			t.Errorf("lang %q gives %q, want %q", lang, got, want)
		}
	}
}
