package reporttest_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// nasty draws texts that someone may type or paste, the worst among them.
func nasty() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringN(0, 12, -1),
		rapid.SampledFrom([]string{
			"We saw six records.", "🙂", "👩🏽‍🚀", "مرحبا بالعالم", "שלום", "\u202eabc\u202c", "e\u0301\u0301\u0301", "日本語",
			"\x00", "\x07", "\x1b[31m", "\x7f", "\xff\xfe", "\uFFFE", "\u200b", "\u00ad", "\u2028", "\ufeff", "\t", "\r", "\r\n", "\n\n",
			`=HYPERLINK("http://example.org","x")`, "=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "{=A1}", "_x0041_", "\t=1+1",
			"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><script>", "]]>", "<!--", "&lt;", `" onload="x`,
			"javascript:alert(1)", "# Heading", "| a | b |", "**bold**", "[link](http://example.org)", "![x](y)", "```", "1. one", "---", "~~~",
			`a,"b";c`, `""`, "'", `\`, ") Tj ET Q endstream endobj", "%%EOF", "%s %d", "{{.}}", "$& \\1", strings.Repeat("x", 300),
		}),
	)
	return rapid.Map(rapid.SliceOfN(piece, 1, 4), func(s []string) string { return strings.Join(s, " ") })
}

// fill sets every text of a review that a person may type freely.
func fill(t reviewtest.TB, r *fidelity.Review, text func() string) {
	r.Service.Name, r.Service.Organisation, r.Service.Setting, r.Sharing = text(), text(), text(), text()
	for i := range r.Reviewers {
		r.Reviewers[i].Name, r.Reviewers[i].Role, r.Reviewers[i].Organisation = text(), text(), text()
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Saw, f.Judgement, f.Because = text(), text(), text()
		f.Recommend = &fidelity.Recommendation{Text: text(), Who: text()}
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		a.What, a.Who, a.Outcome, a.Measure = text(), text(), text(), text()
	}
	r.Response = &fidelity.Response{Text: text(), By: text(), Date: r.Visit.To}
	for i := range r.Corrections {
		r.Corrections[i].Why = text()
	}
	for _, table := range r.Scale().Definition().Tables {
		rows := r.Rows(table.ID)
		for c := range table.Columns {
			if table.Columns[c].Kind != fidelity.Text {
				continue
			}
			for i := range rows {
				if v, err := table.Columns[c].Parse(text()); err == nil {
					rows[i].SetAt(c, v)
				}
			}
		}
	}
}

// filled is the input of a report of a review of the usual size, and of the one
// before it, with every text of both drawn from text.
func filled(t reviewtest.TB, reader report.Reader, text func() string) report.Input {
	before, now := reviewtest.Assess(t, reviewtest.Full).Review(), reviewtest.Assess(t, reviewtest.Full).Review()
	before.Visit.From.Year--
	before.Visit.To.Year--
	now.Corrections = []fidelity.Correction{{Item: now.Scale().Items()[0].ID, From: 4, To: 3, Why: "x"}}
	fill(t, before, text)
	fill(t, now, text)
	return report.Input{
		Assessment: fidelity.Assess(now), Before: fidelity.Assess(before), Speaker: reviewtest.Speaker(t), Tool: "fidelity", Reader: reader,
		Look: report.Look{Organisation: text(), Contact: text(), Sharing: text()},
	}
}

// Whatever people have typed, every format of every copy is whole, and nothing
// in it is more than text.
func TestHostileReviewsInEveryFormat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := nasty()
		reader := rapid.SampledFrom(report.Readers()).Draw(t, "reader")
		pool := rapid.SliceOfN(text, 12, 12).Draw(t, "texts")
		next := 0
		in := filled(t, reader, func() string { next++; return pool[next%len(pool)] })
		doc := report.Build(in)
		for _, f := range formats() {
			out, err := f.render(doc)
			if err != nil {
				t.Fatalf("%s for %s: %v", f.name, reader, err)
			}
			if err := f.check(out); err != nil {
				t.Fatalf("%s for %s: %v", f.name, reader, err)
			}
		}
	})
}

// marked is a text of so many letters with words to find at its ends.
func marked(n, length int) string {
	first, last := fmt.Sprintf("Alpha%d ", n), fmt.Sprintf(" omega%d", n)
	return first + strings.Repeat("A long account of the visit. ", (length-len(first)-len(last))/29) + last
}

// A text of 30,000 letters is whole in every format, and makes no more pages
// than it needs.
func TestVeryLongTextsAreWholeInEveryFormat(t *testing.T) {
	const length = 30_000
	in := filled(t, report.Team, func() string { return "short" })
	r := in.Assessment.Review()
	fields := map[string]*string{}
	f := &r.Findings[4]
	fields["saw"], fields["judgement"], fields["because"], fields["recommend"] = &f.Saw, &f.Judgement, &f.Because, &f.Recommend.Text
	fields["action"], fields["response"], fields["sharing"] = &r.Actions[0].What, &r.Response.Text, &r.Sharing
	n := 0
	for _, name := range []string{"saw", "judgement", "because", "recommend", "action", "response", "sharing"} {
		n++
		*fields[name] = marked(n, length)
	}
	in.Assessment = fidelity.Assess(r)
	doc := report.Build(in)
	for _, f := range formats() {
		out, err := f.render(doc)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		if err := f.check(out); err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		text := f.text(t, out)
		for i := 1; i <= n; i++ {
			// CSV has a row an item and the workbook no chapters: the answer of
			// the service, and in CSV all that is no item's, has no place there.
			if f.name == "csv" && i > 4 || f.name == "xlsx" && i == 6 {
				continue
			}
			for _, want := range []string{fmt.Sprintf("Alpha%d ", i), fmt.Sprintf(" omega%d", i)} {
				if !strings.Contains(text, want) {
					t.Errorf("%s lost %q", f.name, want)
				}
			}
		}
		if f.name == "pdf" {
			if pages := pagesOf(t, out); pages > 150 {
				t.Errorf("%d pages", pages)
			}
		}
	}
}

// What a format cannot show leaves a visible sign, and what stands around it
// can be read.
func TestWhatCannotBeShownLeavesASign(t *testing.T) {
	doc := report.Build(filled(t, report.Team, func() string { return "Before 🙂 مرحبا \x07 =1+1 <b> after" }))
	for _, f := range formats() {
		out, err := f.render(doc)
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		text := f.text(t, out)
		want := "Before 🙂 مرحبا "
		if f.name == "pdf" {
			want = "Before ? "
		}
		if !strings.Contains(text, want) || !strings.Contains(text, "after") {
			t.Errorf("%s does not say %q", f.name, want)
		}
	}
}
