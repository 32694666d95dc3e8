package workbook

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// preview draws the Preview sheet and, hidden, how it comes about.
func (b *book) preview() {
	p := b.page(keyPreview)
	w := &working{page: b.page(keyWorking), rows: workingRow, right: workingSide, vectors: map[string]vec{}, shown: map[int]tableCells{}}
	w.fail("hidden sheet", w.f.SetSheetVisible(w.name, false))
	assessed := fidelity.Assess(b.review)
	widths := []float64{6, 40, 74, 22, 12, 12}
	for col, digits := range widths {
		p.width(col+2, digits)
	}
	p.heading("Preview", lookTitle)
	p.heading("It follows what you type, so that you see where you are. The tool works out the scores that count, and never reads this sheet.", lookLead)
	p.heading("Where something is still missing there is no score. “See the tool” means that formulas cannot say it exactly.", lookLead)
	p.mark(notesMark)
	for col, s := range []string{"No", "Item", "What the figures say so far", "Suggested score", "Your score", "Counts as"} {
		p.text(col+2, s, lookHead, widths[col])
	}
	p.next()
	p.freeze(0)
	titles := itoa(p.row - 1)
	total := runningTotal{first: p.row}
	for i := range b.review.Scale().Items() {
		cells, err := w.item(i)
		score, says := `""&`+quote(seeTheTool), `""`
		var now any = seeTheTool
		text := ""
		if err == nil {
			score, says = cells.score, cells.says
			if !b.odd(cells) {
				now, text = b.scoreNow(cells, assessed), b.saysNow(cells, assessed)
			}
		}
		p.previewRow(i, score, says, now, text, &total)
	}
	p.totals(&total)
	p.protect()
	p.paper("$"+titles+":$"+titles, "$A:$B")
}

// runningTotal is what the rows above add up to.
type runningTotal struct {
	first  int
	sum    float64
	scored int
}

// previewRow draws the row of an item.
func (p *page) previewRow(i int, score, says string, now any, text string, total *runningTotal) {
	it := &p.review.Scale().Items()[i]
	p.mark(notesMark)
	p.put(2, content{is: numberCell, number: float64(it.Number)}, lookMid)
	p.text(3, p.layout.itemTitle(i), lookText, 40)
	p.formula(4, says, text, lookText)
	p.needs(text, lookText, 74)
	p.formula(5, score, now, lookMid)
	yours := p.cells["items."+it.ID+" score"]
	rating := p.review.Findings[i].Rating
	var own, counts any = "", ""
	if s, ok := rating.Score(); ok {
		own, counts = float64(s), float64(s)
	} else if rating.Decided() {
		own = showRating(rating, p.layout.itemBlockOf(i).cells[0].answers).text
	} else if s, ok := now.(float64); ok {
		counts = s
	}
	p.formula(6, fmt.Sprintf(`IF(%s="","",%s)`, yours, yours), own, lookMid)
	e, f := p.at(5), p.at(6)
	p.formula(7, fmt.Sprintf(`IF(COUNTIFS(%s,">=0")=1,%s,IF(%s<>"","",IF(COUNTIFS(%s,">=0")=1,%s,"")))`, f, f, f, e, e), counts, lookStrong)
	if n, ok := counts.(float64); ok {
		total.sum, total.scored = total.sum+n, total.scored+1
	}
	p.next()
}

// totals draws the total so far, and the band once all items have a score.
func (p *page) totals(total *runningTotal) {
	scale := p.review.Scale()
	n := len(scale.Items())
	counts := fmt.Sprintf("$G$%d:$G$%d", total.first, p.row-1)
	complete := total.scored == n
	line := func(label, formula string, value any) {
		p.mark(notesMark)
		p.text(3, label, lookLabel, 40)
		p.put(4, content{}, lookText)
		p.put(5, content{}, lookText)
		p.put(6, content{}, lookText)
		p.formula(7, formula, value, lookStrong)
		p.next()
	}
	line("Items that have a score, of "+itoa(n), fmt.Sprintf(`COUNTIFS(%s,">=0")`, counts), float64(total.scored))
	scored := p.fixed(7)
	scored = scored[:len(scored)-len(itoa(p.row))] + itoa(p.row-1)
	if scale.Method() == fidelity.Mean {
		var mean any = ""
		if complete {
			v, _ := fidelity.Int(int(total.sum)).Div(fidelity.Int(n))
			mean = v.RoundTo(2).Float()
		}
		line("Total, once all items have a score (the mean)", fmt.Sprintf(`IF(%s=%d,ROUND(SUM(%s)/%d,2),"")`, scored, n, counts, n), mean)
	} else {
		line("Total so far (the total only counts once all items have a score)", fmt.Sprintf("SUM(%s)", counts), total.sum)
	}
	bands := scale.Bands()
	if len(bands) == 0 {
		return
	}
	band := ""
	sum := fmt.Sprintf("SUM(%s)", counts)
	exact := fidelity.Int(int(total.sum))
	if scale.Method() == fidelity.Mean {
		sum += "/" + itoa(n)
		exact, _ = exact.Div(fidelity.Int(n))
	}
	if place := scale.BandFrom(exact); complete && place >= 0 {
		if band = p.layout.words.Bands[bands[place].ID]; band == "" {
			band = upper(plainName(bands[place].ID))
		}
	}
	line("Band, once all items have a score", fmt.Sprintf(`IF(%s=%d,%s,"")`, scored, n, bandsFormula(p, bands, sum)), band)
}

// bandsFormula names the band of a total: bands come from the lowest up.
func bandsFormula(p *page, bands []fidelity.Band, sum string) string {
	formula := `""`
	for _, at := range bands {
		label := p.layout.words.Bands[at.ID]
		if label == "" {
			label = upper(plainName(at.ID))
		}
		formula = fmt.Sprintf("IF(ROUND(%s,9)>=%s,%s,%s)", sum, p.limit("", "total for "+label, at.From.Exact()), quote(label), formula)
	}
	return formula
}
