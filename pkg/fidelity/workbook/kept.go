package workbook

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// keptReview is what a workbook keeps beside its sheets: see the comment of
// the package. It has no answer to what the sheets show exactly, so that
// nothing that people take out of a sheet stays behind.
func (b *book) keptReview() *fidelity.Review {
	r := b.review
	out := fidelity.NewReview(r.Scale())
	out.Service = fidelity.Service{ID: "kept", Name: "kept"}
	out.Kind, out.Visit.From = fidelity.SelfAudit, fidelity.Date{Year: 2000, Month: 1, Day: 1}
	out.Changes, out.Corrections, out.NotPersonal = r.Changes, r.Corrections, r.NotPersonal
	out.Blind, out.Seal, out.Amends, out.Stripped, out.Kept = r.Blind, r.Seal, r.Amends, r.Stripped, r.Kept
	for t := range r.Scale().Definition().Tables {
		keepCells(r, out, t)
	}
	sources := b.layout.sources()
	for i := range r.Findings {
		keepFinding(&r.Findings[i], &out.Findings[i], sources, b.layout.itemBlockOf(i))
	}
	keepTexts(r, out)
	return out
}

// keepCells keeps the cells of a table that their sheet does not show exactly.
func keepCells(r, out *fidelity.Review, t int) {
	def := &r.Scale().Definition().Tables[t]
	for _, row := range r.Rows(def.ID) {
		var kept *fidelity.Row
		for c := range def.Columns {
			v := row.At(c)
			if exactly(&def.Columns[c], v) {
				continue
			}
			if kept == nil {
				kept = out.NewRow(t)
				kept.SetAt(0, row.At(0))
			}
			kept.SetAt(c, v)
		}
	}
}

func keepFinding(f, out *fidelity.Finding, sources []answer, line *line) {
	out.Ratings = f.Ratings
	if !ordered(sources, f.Sources) {
		out.Sources = f.Sources
	}
	out.Saw, out.Judgement, out.Because = inexact(f.Saw), inexact(f.Judgement), inexact(f.Because)
	if rec := f.Recommend; rec != nil {
		kept := fidelity.Recommendation{Text: inexact(rec.Text), Who: inexact(rec.Who), Kind: inexact(rec.Kind)}
		if labelled(line, "recommend.kind", rec.Kind) {
			kept.Kind = rec.Kind
		}
		if kept != (fidelity.Recommendation{}) {
			out.Recommend = &kept
		}
	}
}

// labelled says whether a text would be read as the label of another id.
func labelled(row *line, column, text string) bool {
	for _, f := range row.cells {
		if f.key == column {
			return slices.ContainsFunc(f.answers, func(a answer) bool { return a.id != text && strings.EqualFold(a.label, text) })
		}
	}
	return false
}

// inexact returns a text that a cell does not hold exactly, and nothing else.
func inexact(s string) string {
	if _, exact := showText(s); exact {
		return ""
	}
	return s
}

// keepTexts keeps the texts of actions, of the response and of who may see the
// report where a cell does not hold them exactly.
func keepTexts(r, out *fidelity.Review) {
	for i := range r.Actions {
		a := &r.Actions[i]
		kept := fidelity.Action{What: inexact(a.What), Who: inexact(a.Who), Outcome: inexact(a.Outcome), Measure: inexact(a.Measure), Remedy: inexact(a.Remedy)}
		if kept != (fidelity.Action{}) && a.ID != "" {
			kept.ID = a.ID
			out.Actions = append(out.Actions, kept)
		}
	}
	out.Sharing = inexact(r.Sharing)
	if r.Response != nil && inexact(r.Response.Text) != "" {
		out.Response = &fidelity.Response{Text: r.Response.Text}
	}
}

// itemBlockOf is the row of an item on the Items sheet.
func (l *layout) itemBlockOf(i int) *line {
	return &l.sheet(keyItems).block(blockItems).lines[i]
}

// pieceSize bounds the pieces in which the kept review lies in cells.
const pieceSize = 8000

// drawKept writes the kept review into its hidden sheet, and the marks of what
// the workbook shows.
func (b *book) drawKept() {
	p := b.page(keyKept)
	p.pieces(blockKept, string(source.FormatReview(b.keptReview())))
	p.pieces(blockMarks, source.MarksOf(b.review).String())
	p.fail("hidden sheet", p.f.SetSheetVisible(p.name, false))
}

// pieces writes a long text in pieces that end with a line where they can.
func (p *page) pieces(key, text string) {
	p.open(p.sheet.block(key), 2)
	for text != "" {
		size := len(text)
		if size > pieceSize {
			size = pieceSize
			if end := strings.LastIndexByte(text[:size], '\n'); end > 0 {
				size = end + 1
			}
			for size < len(text) && text[size]&0xC0 == 0x80 { // not inside of a character
				size++
			}
		}
		p.put(2, content{is: textCell, text: text[:size]}, lookText)
		p.next()
		text = text[size:]
	}
}
