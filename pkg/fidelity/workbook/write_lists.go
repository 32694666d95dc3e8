package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// limit is a number that the preview compares with.
type limit struct{ item, about, value string }

// Where the Lists sheet has its limits, and its drop-downs.
const (
	limitRow    = 6
	limitColumn = 4
	listsColumn = 6
)

// limit puts a number on the Lists sheet, once, and names its cell.
func (b *book) limit(item, about, value string) string {
	key := item + "\x00" + about + "\x00" + value
	if cell, ok := b.limitN[key]; ok {
		return cell
	}
	name := b.layout.sheet(keyLists).name
	cell := fmt.Sprintf("'%s'!$D$%d", name, limitRow+len(b.limits))
	b.limits = append(b.limits, limit{item, about, value})
	b.limitN[key] = cell
	return cell
}

// drawLists draws the drop-downs and the limits of the preview.
func (b *book) drawLists() {
	p := b.page(keyLists)
	for col, digits := range []float64{34, 40, 12, 3} {
		p.width(2+col, digits)
	}
	p.heading("Lists", lookTitle)
	p.heading("What the drop-downs offer, and the limits that the preview compares with. There is nothing to fill in here.", lookLead)
	p.row = limitRow - 1
	p.mark(notesMark)
	for col, s := range []string{"Item", "Limit", "Number"} {
		p.put(2+col, content{is: textCell, text: s}, lookHead)
	}
	for n := range b.lists {
		p.width(listsColumn+n, 30)
		c, _ := showText(b.lists[n].about)
		p.put(listsColumn+n, c, lookHead)
	}
	p.tall = 60
	p.next()
	for _, at := range b.limits {
		title := ""
		if i, ok := b.review.Scale().ItemAt(at.item); ok {
			title = fmt.Sprintf("%d %s", b.review.Scale().Items()[i].Number, b.layout.itemShort(i))
		}
		p.put(2, content{is: textCell, text: title}, lookSmall)
		p.put(3, content{is: textCell, text: plainName(at.about)}, lookSmall)
		value := content{is: textCell, text: at.value}
		if n, err := fidelity.ParseNumber(at.value); err == nil {
			value = showNumber(n)
		}
		p.put(limitColumn, value, lookMid)
		p.next()
	}
	for n := range b.lists {
		p.row = limitRow
		for _, label := range b.lists[n].labels {
			value := content{is: textCell, text: label}
			if len(label) < 4 { // scores are numbers
				if score, err := fidelity.ParseNumber(label); err == nil {
					value = showNumber(score)
				}
			}
			p.put(listsColumn+n, value, lookText)
			p.row++
		}
		letter := p.letter(listsColumn + n)
		p.fail("drop-down", p.f.SetDefinedName(&excelize.DefinedName{
			Name: b.lists[n].name, RefersTo: fmt.Sprintf("%s$%s$%d:$%s$%d", p.quoted(), letter, limitRow, letter, p.row-1),
		}))
	}
	p.protect()
	p.paper("$"+itoa(limitRow-1)+":$"+itoa(limitRow-1), "$A:$A")
}
