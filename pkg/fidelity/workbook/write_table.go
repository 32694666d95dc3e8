package workbook

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func itoa(n int) string { return strconv.Itoa(n) }

// How many rows a table has room for: more than all but the largest reviews
// need, and some empty ones in any case.
const (
	roomForRows  = 40
	spareForRows = 20
)

// table draws the sheet of a table: what a row is, and the rows.
func (b *book) table(t int) {
	def := &b.review.Scale().Definition().Tables[t]
	words := b.layout.words.Tables[def.ID]
	p := b.page(tableKey + def.ID)
	title := words.Title
	if title == "" {
		title = upper(plainName(def.ID))
	}
	p.heading(title, lookTitle)
	if words.Rows != "" {
		p.heading("Rows: "+strings.TrimSuffix(oneLine(words.Rows), ".")+".", lookLead)
	}
	looked := p.sheet.block(blockNone)
	rows := p.sheet.block("evidence." + def.ID)
	place := &tablePlace{sheet: p.quoted(), columns: map[string]string{}}
	b.tables[t] = place
	widths := p.tableWidths(rows)

	p.open(looked, 3)
	row := looked.lines[0]
	p.mark(row.key)
	p.text(2, row.cells[0].label, lookSmall, widths[0])
	none := content{}
	if b.review.Looked(def.ID) && len(b.review.Rows(def.ID)) == 0 {
		none = showAnswer(noneAnswers, noneAnswers[0].id)
	}
	p.input(looked, &row, 0, 3, none)
	place.none = p.fixed(3)
	p.put(4, content{is: textCell, text: row.cells[0].help}, lookLead)
	p.next()

	p.open(rows, 2)
	p.mark(notesMark)
	for c := range rows.columns {
		p.text(2+c, rows.columns[c].label, lookHead, widths[c])
		place.columns[rows.columns[c].key] = p.letter(2 + c)
	}
	p.next()
	p.freeze(2)
	p.mark(notesMark)
	for c := range rows.columns {
		p.text(2+c, rows.columns[c].help, lookHelp, widths[c])
	}
	p.next()
	place.first = p.row
	b.tableRows(p, t, rows)
	place.last = p.row - 1
	p.rules(rows, 2, place.first, func(f *field) *bounds { return boundsOf(def, rows, f, place) })
	p.paper("$"+itoa(place.first-2)+":$"+itoa(place.first-2), "$A:$B")
}

// boundsOf are the bounds of a column: what the scale says of it.
func boundsOf(def *fidelity.Table, rows *block, f *field, place *tablePlace) *bounds {
	column := &def.Columns[f.column]
	out := &bounds{limits: &column.Limits}
	for i := range rows.columns {
		o := &rows.columns[i]
		if f.part == wholeValue && o.part == wholeValue && column.AtMost != "" && def.Columns[o.column].ID == column.AtMost {
			out.other, out.label = place.columns[o.key]+itoa(place.first), o.label
		}
	}
	return out
}

// tableRows draws the rows and the empty ones below.
func (b *book) tableRows(p *page, t int, rows *block) {
	def := &b.review.Scale().Definition().Tables[t]
	have := b.review.Rows(def.ID)
	first, room := p.row, max(roomForRows, len(have)+spareForRows)
	for i := range have {
		for c := range rows.columns {
			f := &rows.columns[c]
			if value := show(&def.Columns[f.column], f, have[i].At(f.column)); value.is != blankCell {
				p.fill(2+c, value)
				p.needs(value.text, lookInput, f.width)
			}
		}
		p.next()
	}
	p.row = first + room - 1
	for c := range rows.columns {
		p.dress(p.letter(2+c)+itoa(first), p.at(2+c), lookOf(&rows.columns[c]))
	}
	p.row++
}

// tableWidths sets the widths of the columns, so that what is to be counted
// can be read above without taking half of the screen.
func (p *page) tableWidths(b *block) []float64 {
	widths := make([]float64, len(b.columns))
	for c := range b.columns {
		f := &b.columns[c]
		widths[c] = min(max(f.width, float64(len(f.help))/8), 34)
		p.width(2+c, widths[c])
	}
	return widths
}
