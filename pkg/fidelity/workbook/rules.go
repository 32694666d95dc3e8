package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// bounds are what a number cannot exceed: limits, and another cell of its row.
type bounds struct {
	limits       *fidelity.Limits
	other, label string
}

// within narrows the formula of a rule to what is not above the other cell.
// Where either holds no number there is nothing to compare.
func (b *bounds) within(cell, formula string) string {
	if b == nil || b.other == "" {
		return formula
	}
	return fmt.Sprintf(`IF(IF(COUNTIFS(%s,">=0")+COUNTIFS(%s,">=0")=2,%s>%s,FALSE),FALSE,%s)`, cell, b.other, cell, b.other, formula)
}

func (b *bounds) say() string {
	if b == nil || b.other == "" {
		return ""
	}
	return fmt.Sprintf(", not above “%s”", b.label)
}

// rule gives cells a drop-down or a rule, with a message that says what to
// write. The range is written as rules have it, such as "C5:C9 C12"; the first
// cell is the one that formulas speak of.
func (p *page) rule(cells, first string, f *field, within *bounds) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = cells
	var limits *fidelity.Limits
	if within != nil {
		limits = within.limits
	}
	stop, message := excelize.DataValidationErrorStyleStop, ""
	custom := func(formula string) {
		dv.Type, dv.Formula1 = "custom", escapeRule(within.within(first, formula))
	}
	length := func(limit int) {
		p.fail("rule", dv.SetRange(0, limit, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
	}
	orUnknown := func(criteria ...string) {
		var parts []string
		for _, c := range criteria {
			parts = append(parts, first+`,"`+c+`"`)
		}
		custom(fmt.Sprintf(`(COUNTIFS(%s)+(%s="%s"))>0`, strings.Join(parts, ","), first, unknownLabel))
	}
	switch {
	case len(f.answers) > 0:
		dv.SetSqrefDropList(p.listOf(f))
		message = "Choose one of the answers in the list."
		if f.kind == holdsLine {
			stop, message = excelize.DataValidationErrorStyleWarning, "This is not in the list. Keep it all the same?"
		}
	case f.kind == holdsCode:
		custom(fmt.Sprintf(`(SUMPRODUCT((%s:%s=%s)*1)<2)*(COUNTIFS(%s,"?*")=1)`, fixRow(first), fixRow(lastOf(cells)), first, first))
		message = "Write a short code, such as E014, and never a name."
		if f.column == 0 {
			message += " Each row needs a code of its own."
		} else {
			custom(fmt.Sprintf(`COUNTIFS(%s,"?*")=1`, first))
		}
	case f.kind == holdsWhole:
		custom(fmt.Sprintf(`IF(COUNTIFS(%s,">=0")=1,%s=ROUND(%s,0),%s="%s")`, first, first, first, first, unknownLabel))
		message = "Write a whole number from 0" + within.say() + ", or: " + unknownLabel + "."
	case f.kind == holdsPercent:
		orUnknown(">=0", "<=100")
		message = "Write a percent from 0 to 100, such as 64, or: " + unknownLabel + "."
	case f.kind == holdsNumber && f.part == partWeek:
		custom(fmt.Sprintf(`COUNTIFS(%s,">=0")=1`, first))
		message = "Write a number from 0. Leave out weeks of leave."
	case f.kind == holdsNumber:
		orUnknown(criteria(limits)...)
		message = "Write a number" + sayLimits(limits) + within.say() + ", or: " + unknownLabel + "."
	case f.kind == holdsDay:
		p.fail("rule", dv.SetRange(367, 109574, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		message = "Write a date, such as 14 October 2026."
	case f.kind == holdsMonth:
		p.fail("rule", dv.SetRange(7, 13, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
		message = "Write year and month, such as 2026-05."
	case f.kind == holdsLine:
		length(500)
		message = "This is meant for a few words, up to 500 characters. Codes and roles, no names of clients."
	default:
		length(maxCell)
		message = "This is meant for up to 16,000 characters. Put the rest into a document of its own."
	}
	dv.SetError(stop, "Please look again", message)
	p.fail("rule for "+cells, p.f.AddDataValidation(p.name, dv))
}

// escapeRule makes a formula fit for the part of the file that holds it.
func escapeRule(formula string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(formula)
}

func criteria(l *fidelity.Limits) []string {
	out := []string{}
	if l != nil && l.AtLeast != nil {
		out = append(out, ">="+l.AtLeast.Exact())
	}
	if l != nil && l.Above != nil {
		out = append(out, ">"+l.Above.Exact())
	}
	if len(out) == 0 {
		out = append(out, ">=0")
	}
	if l != nil && l.AtMost != nil {
		out = append(out, "<="+l.AtMost.Exact())
	}
	return out
}

func sayLimits(l *fidelity.Limits) string {
	switch {
	case l == nil:
		return " from 0"
	case l.Above != nil && l.AtMost != nil:
		return fmt.Sprintf(" above %s and up to %s", l.Above, l.AtMost)
	case l.AtLeast != nil && l.AtMost != nil:
		return fmt.Sprintf(" from %s to %s", l.AtLeast, l.AtMost)
	case l.Above != nil:
		return fmt.Sprintf(" above %s", l.Above)
	case l.AtLeast != nil:
		return fmt.Sprintf(" from %s", l.AtLeast)
	}
	return ""
}

// fixRow fixes the row of a cell's name, as in B$9.
func fixRow(cell string) string {
	at := strings.IndexAny(cell, "0123456789")
	return cell[:at] + "$" + cell[at:]
}

// lastOf is the last cell of a range.
func lastOf(cells string) string {
	_, last, ok := strings.Cut(cells, ":")
	if !ok {
		return cells
	}
	return last
}

// listOf is the name of the drop-down of a field; equal ones are one. What
// tables and checklists ask may also be not known.
func (b *book) listOf(f *field) string {
	var labels []string
	for _, a := range f.answers {
		labels = append(labels, a.label)
	}
	if f.mayBeUnknown() {
		labels = append(labels, unknownLabel)
	}
	key := strings.Join(labels, "\x00")
	if name, ok := b.names[key]; ok {
		return name
	}
	name := fmt.Sprintf("Answers_%d", len(b.lists)+1)
	b.names[key] = name
	b.lists = append(b.lists, list{name, f.label, labels})
	return name
}

// mayBeUnknown says whether a drop-down offers not known: for evidence only.
func (f *field) mayBeUnknown() bool {
	return f.key == columnAnswer || f.kind == holdsAnswer && f.part != partSource && strings.Contains(f.key, ".") && !strings.HasPrefix(f.key, blockActions+".")
}
