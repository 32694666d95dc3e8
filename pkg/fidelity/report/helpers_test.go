package report_test

import (
	"encoding/json"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func input(t reviewtest.TB, a *fidelity.Assessment, reader report.Reader) report.Input {
	return report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref()), Tool: "fidelity 0.0.0-test", Reader: reader}
}

func trendInput(t reviewtest.TB, reviews ...*fidelity.Assessment) report.TrendInput {
	return report.TrendInput{
		Paths: compare.Trend(reviews, compare.Settings{}), Tool: "fidelity 0.0.0-test",
		Speaker: func(s *fidelity.Scale) *say.Speaker { return reviewtest.SpeakerOf(t, s.Ref()) },
	}
}

// copyFor builds the copy of one of the reviews of reviewtest for a reader.
func copyFor(t reviewtest.TB, review string, reader report.Reader) *report.Document {
	return report.Build(input(t, reviewtest.Assess(t, review), reader))
}

// documents are all that can be built of an assessment, by name.
func documents(t reviewtest.TB, a *fidelity.Assessment) map[string]*report.Document {
	all := map[string]*report.Document{}
	for _, reader := range report.Readers() {
		all[string(reader)] = report.Build(input(t, a, reader))
	}
	for _, reader := range report.Readers() {
		again := input(t, a, reader)
		again.Before = a // the last review, as it were
		all[string(reader)+", looking back"] = report.Build(again)
	}
	all["trend"] = report.BuildTrend(trendInput(t, a))
	all["plan"] = report.BuildPlan(input(t, a, report.Team))
	all["plan for everybody"] = report.BuildPlan(input(t, a, report.Full))
	for i, def := range a.Scale().Items() {
		all["explanation of "+def.ID] = report.BuildExplanation(input(t, a, report.Full), i)
	}
	return all
}

// section returns a section by its id, and nothing where the copy has none.
func section(doc *report.Document, id string) *report.Section {
	for i := range doc.Sections {
		if doc.Sections[i].ID == id {
			return &doc.Sections[i]
		}
	}
	return nil
}

func ids(doc *report.Document) []string {
	var out []string
	for _, s := range doc.Sections {
		out = append(out, s.ID)
	}
	return out
}

// visit calls back for every block of a document, those in groups included.
func visit(doc *report.Document, block func(report.Block)) {
	for _, s := range doc.Sections {
		visitBlocks(s.Blocks, block)
	}
}

func visitBlocks(blocks report.Blocks, block func(report.Block)) {
	for _, b := range blocks {
		block(b)
		switch b := b.(type) {
		case report.Group:
			visitBlocks(b.Blocks, block)
		case report.Columns:
			visitBlocks(report.Blocks{b.Left, b.Right}, block)
		}
	}
}

// group returns a group by its id.
func group(t testing.TB, doc *report.Document, id string) report.Group {
	t.Helper()
	var found *report.Group
	visit(doc, func(b report.Block) {
		if g, ok := b.(report.Group); ok && g.ID == id {
			found = &g
		}
	})
	if found == nil {
		t.Fatalf("no group %s", id)
	}
	return *found
}

// table returns a table by its id.
func table(t testing.TB, doc *report.Document, id string) report.Table {
	t.Helper()
	var found *report.Table
	visit(doc, func(b report.Block) {
		if table, ok := b.(report.Table); ok && table.ID == id {
			found = &table
		}
	})
	if found == nil {
		t.Fatalf("no table %s", id)
	}
	return *found
}

// texts are all strings of a document, those of its data included, as its
// JSON has them.
func texts(t reviewtest.TB, doc *report.Document) []string {
	t.Helper()
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return stringsOf(all, nil)
}

func stringsOf(value any, out []string) []string {
	switch value := value.(type) {
	case string:
		return append(out, value)
	case []any:
		for _, part := range value {
			out = stringsOf(part, out)
		}
	case map[string]any:
		for _, part := range value {
			out = stringsOf(part, out)
		}
	}
	return out
}
