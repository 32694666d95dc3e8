package xlsx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

var totalHeads = []struct {
	head string
	look look
}{{"Section", lookHead}, {"Score", lookHeadMid}, {"Out of", lookHeadMid}, {"Mean score", lookHeadMid}, {"Items with a score", lookHead}}

// totals adds the sections with their totals, and a chart of their means.
func (p *page) totals(t *report.Totals) {
	if t == nil || len(t.Sections) == 0 {
		return
	}
	p.gap(10)
	p.row++
	for i, h := range totalHeads {
		p.put(i+1, p.row, h.head, h.look)
	}
	p.high(textHeight("Section", labelWidth, lookHead) + padding)
	first := p.row + 1
	alive := t.Adds && p.living(t)
	for i := range t.Sections {
		p.totalRow(&t.Sections[i], lookTitle, lookValueMid, lookMean)
		if row := &t.Sections[i]; alive && row.Score != nil {
			items, sections, name := p.scoreCells(scoreColumn), p.scoreCells(sectionColumn), p.at(1, p.row)
			p.formula(2, p.row, fmt.Sprintf("SUMIFS(%s,%s,%s)", items, sections, name), *row.Score, lookValueMid)
			p.formula(4, p.row, fmt.Sprintf("AVERAGEIFS(%s,%s,%s)", items, sections, name), *row.Mean, lookMean)
		}
	}
	last := p.row
	p.totalRow(&t.Total, lookSumName, lookSum, lookSumMean)
	if alive && t.Total.Score != nil {
		p.formula(2, p.row, fmt.Sprintf("SUM(%s:%s)", p.at(2, first), p.at(2, last)), *t.Total.Score, lookSum)
		p.formula(4, p.row, fmt.Sprintf("AVERAGE(%s)", p.scoreCells(scoreColumn)), *t.Total.Mean, lookSumMean)
	}
	p.meansChart(t, first, last)
}

// totalRow writes the numbers of a section. While items are open there is no
// total, only what is possible.
func (p *page) totalRow(row *report.TotalRow, name, value, mean look) {
	p.row++
	p.put(1, p.row, row.Name, name)
	if row.Score != nil {
		p.put(2, p.row, row.Score, value)
	} else {
		p.put(2, p.row, fmt.Sprintf("%g to %g", row.Low, row.High), value)
	}
	p.put(3, p.row, &row.Max, value)
	if row.Mean != nil {
		p.put(4, p.row, row.Mean, mean)
	} else {
		p.put(4, p.row, "not all scored", value)
	}
	p.put(5, p.row, fmt.Sprintf("%d of %d", row.Scored, row.Of), name.plain())
	p.high(textHeight(row.Name, labelWidth, name))
}

// living says whether formulas can add up the scores by section: they compare
// names without regard to case, and take some signs for patterns.
func (p *page) living(t *report.Totals) bool {
	seen := map[string]bool{}
	for _, row := range t.Sections {
		name := strings.ToLower(row.Name)
		if seen[name] || name == "" || strings.ContainsAny(name, "*?~<>=\n\r\t") || utf8.RuneCountInString(name) > mostListed || row.Name != strings.TrimSpace(row.Name) {
			return false
		}
		seen[name] = true
	}
	return len(p.doc.Data.Scores) > 0
}

// scoreCells are the cells of a column of the scores.
func (b *book) scoreCells(col int) string {
	return b.cells(sheetScores, col, 2, 1+len(b.doc.Data.Scores))
}
