package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// shape is a piece for the tests of place: height in tenths of a page.
func shape(tenths float64, k keep) *piece { return &piece{height: tenths * room / 10, keep: k} }

func TestPlace(t *testing.T) {
	head := &piece{height: room / 10}
	row := func() *piece { return &piece{height: room / 10 * 2.9, head: head} }
	fresh := shape(1, loose)
	fresh.newPage = true
	spaced := shape(5, loose)
	spaced.above = 1
	first := shape(1, loose)
	first.newPage = true
	for name, c := range map[string]struct {
		in   []*piece
		want []int // pieces on each page, repeated heads included
	}{
		"nothing":                     {nil, []int{0}},
		"two that fit":                {[]*piece{shape(5, loose), shape(5, loose)}, []int{2}},
		"white space counts":          {[]*piece{shape(5, loose), spaced}, []int{1, 1}},
		"a heading goes along":        {[]*piece{shape(8, loose), shape(1, always), shape(2, loose)}, []int{1, 2}},
		"a chain of headings":         {[]*piece{shape(7, loose), shape(1, always), shape(1, always), shape(2, loose)}, []int{1, 3}},
		"a group stays together":      {[]*piece{shape(8, loose), shape(1, gently), shape(1, gently), shape(1, loose)}, []int{1, 3}},
		"a group parts to save paper": {[]*piece{shape(5, loose), shape(2, gently), shape(2, gently), shape(2, loose)}, []int{3, 1}},
		"a group taller than a page":  {[]*piece{shape(5, loose), shape(4, gently), shape(4, gently), shape(4, loose)}, []int{2, 2}},
		"its heading stays":           {[]*piece{shape(5, loose), shape(4, always), shape(4, gently), shape(4, loose)}, []int{1, 2, 1}},
		"no page is tall enough":      {[]*piece{shape(5, loose), shape(4, always), shape(4, always), shape(4, loose)}, []int{2, 2}},
		"taller than a page":          {[]*piece{shape(1, loose), shape(11, loose), shape(1, loose)}, []int{1, 1, 1}},
		"a new page":                  {[]*piece{shape(1, loose), fresh, shape(1, loose)}, []int{1, 2}},
		"a new page at the beginning": {[]*piece{first, shape(1, loose)}, []int{2}},
		"a heading before a new page": {[]*piece{shape(1, always), {height: 1, newPage: true}}, []int{1, 1}},
		"the head is repeated":        {[]*piece{row(), row(), row(), row(), row(), row(), row()}, []int{4, 4, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []int
			for _, page := range place(c.in) {
				got = append(got, len(page))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// leaf is an element that something is drawn of, with its pages.
type leaf struct {
	tag         string
	first, last int
}

func leaves(e *element) []leaf {
	var out []leaf
	own := leaf{e.tag, -1, -1}
	for _, k := range e.kids {
		if k.mark != nil {
			if own.first < 0 {
				own.first = k.mark.page
			}
			own.last = k.mark.page
		}
	}
	if own.first >= 0 {
		out = append(out, own)
	}
	for _, k := range e.kids {
		if k.elem != nil {
			out = append(out, leaves(k.elem)...)
		}
	}
	return out
}

// noOrphans fails where a heading, a caption or a table head is the last of
// its page, whatever fills the page above it.
func noOrphans(t *testing.T, blocks ...report.Block) {
	t.Helper()
	// To more than the first page holds; a heading is taller than two lines.
	for lines := 0; lines < 48; lines += 2 {
		text := strings.TrimSpace(strings.Repeat("x\n", lines))
		doc := page(append([]report.Block{report.Paragraph{Text: text}}, blocks...)...)
		all := leaves(painted(t, doc).root)
		for i, l := range all[:len(all)-1] {
			next := all[i+1]
			binds := l.tag[0] == 'H' || l.tag == "Caption" || (l.tag == "TH" && next.tag != "TH" && next.tag != "Table")
			if binds && next.first != l.last {
				t.Errorf("after %d lines: a %s is on page %d, and the %s that follows on page %d", lines, l.tag, l.last+1, next.tag, next.first+1)
			}
		}
	}
}

func TestHeadingIsNeverOrphaned(t *testing.T) {
	long := strings.Repeat("A sentence that goes on for a while. ", 20)
	rows := make([][]report.Cell, 12)
	for i := range rows {
		rows[i] = []report.Cell{{Text: fmt.Sprint(i)}, {Text: long}}
	}
	table := report.Table{Caption: "A table", Columns: []report.Column{{Head: "No.", Right: true}, {Head: "Why", Weight: 5}}, Rows: rows}
	group := report.Group{Heading: "A group", Boxes: &report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}, Score: "3 out of 5"}
	with := func(blocks ...report.Block) report.Group {
		g := group
		g.Blocks = blocks
		return g
	}
	quote := report.Quote{Label: "What we saw", Text: long}
	for name, blocks := range map[string][]report.Block{
		"paragraph":       {report.Heading{Text: "A heading"}, report.Paragraph{Text: long}},
		"list":            {report.Heading{Text: "A heading"}, report.List{Items: []string{long, long}}},
		"quote":           {report.Heading{Text: "A heading"}, quote},
		"table":           {report.Heading{Text: "A heading"}, table},
		"small table":     {report.Heading{Text: "A heading"}, report.Table{Caption: "Small", Columns: table.Columns, Rows: rows[:2]}},
		"chart":           {report.Heading{Text: "A heading"}, report.TotalLine{Min: 25, Max: 125, Low: 102, High: 102, Label: "102"}},
		"group":           {report.Heading{Text: "A heading"}, with(quote, quote), with(quote)},
		"group of a page": {report.Heading{Text: "A heading"}, with(quote, quote, quote, quote, quote, quote, quote), report.Paragraph{Text: long}},
		"endless group":   {report.Heading{Text: "A heading"}, with(table, quote, table), report.Paragraph{Text: long}},
		"groups nested":   {with(with(with(quote, table)), with(table))},
		"columns":         {report.Heading{Text: "A heading"}, report.Columns{Left: with(quote), Right: with(report.List{Items: []string{long}})}},
		"tall columns":    {report.Heading{Text: "A heading"}, report.Columns{Left: with(table), Right: with(quote)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			noOrphans(t, blocks...)
		})
	}
}

// A group is parted only where keeping it together would leave much of the page
// before it empty. Its heading never stands alone: see noOrphans.
func TestGroupStaysOnOnePageUnlessThatWastesPaper(t *testing.T) {
	for _, c := range []struct {
		situation string
		before    float64 // height of what stands before the group
		together  bool
	}{
		{"fits below", room * 0.3, true},
		{"a fifth of the page would stay empty", room * 0.8, true},
		{"almost half of the page would stay empty", room * 0.55, false},
	} {
		t.Run(c.situation, func(t *testing.T) {
			pieces := []*piece{{height: c.before}}
			for range 6 {
				pieces = append(pieces, &piece{height: room * 0.1, keep: gently})
			}
			pieces[len(pieces)-1].keep = loose
			pages := place(pieces)
			last := pages[len(pages)-1]
			if together := len(last) == 7 || len(last) == 6; together != c.together {
				t.Errorf("%d pieces of the group on the last of %d pages", len(last), len(pages))
			}
		})
	}
}

// Whom a recommendation is for never stands alone on the page after it.
func TestTheLineBelowAQuoteStaysWithIt(t *testing.T) {
	for before := range 60 {
		l := newTestLayout(t)
		pieces, err := l.document(page(
			report.Paragraph{Text: strings.Repeat("line\n", before+20)},
			report.Quote{Label: "Recommendation", Text: strings.Repeat("A sentence that goes on for a while. ", 8)},
			report.Terms{Rows: []report.Term{{Name: "Kind of remedy", Text: "leadership"}, {Name: "Who", Text: "team leader"}}},
		))
		if err != nil {
			t.Fatal(err)
		}
		pages := place(pieces)
		if last := pages[len(pages)-1]; len(last) < 3 {
			t.Errorf("after %d lines, the lines below are alone on the last of %d pages", before+20, len(pages))
		}
	}
}
