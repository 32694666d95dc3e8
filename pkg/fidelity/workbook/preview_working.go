package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The preview is worked out on a hidden sheet, in plain formulas that say what
// the engine says. Three ideas carry it.
//
// A value of the evidence becomes a number: what it counts as, or for an
// answer its place; notThere, notKnown or odd else. So no text ever meets a
// sum.
//
// A measure is what is known of it: its lowest and highest value, which are
// far out where nothing is known.
//
// A condition is two formulas, 0 or 1: that it surely holds, and that it may.
// All-of multiplies them, any-of adds them up. An item that has the same
// lowest and highest score shows it.
const (
	notThere = "-2" // there is no row
	notKnown = "-1"
	isOdd    = "-3" // something that only the tool can read
	farOut   = "1E+9"
)

// working is the hidden sheet while it is being drawn.
type working struct {
	*page
	rows    int            // the row for the next single value
	right   int            // the column for the next value of every row
	vectors map[string]vec // values of every row, by table and column
	shown   map[int]tableCells
}

// Where the working sheet has its single values, and its first row.
const (
	workingRow  = 4
	workingName = 2
	workingCell = 3
	workingSide = 5
)

// vec is a value of every row of a table: a column of the working sheet.
type vec struct {
	letter string
	first  int
	n      int
}

// all names the range, and cell the value of one row, from 0.
func (v vec) all() string {
	return fmt.Sprintf("$%s$%d:$%s$%d", v.letter, v.first, v.letter, v.first+v.n-1)
}
func (v vec) cell(r int) string { return fmt.Sprintf("$%s%d", v.letter, v.first+r) }

// tableCells are what every measure of a table needs.
type tableCells struct {
	present vec
	count   string // how many rows there are
	looked  string // 1 where there are rows, or somebody says that there are none
	odd     string // above 0 where rows are not where they were
}

// single writes a value that is worked out once and returns its cell.
func (w *working) single(name, formula string) string {
	w.row = w.rows
	w.put(workingName, content{is: textCell, text: name}, lookKey)
	w.formula(workingCell, formula, nil, lookKey)
	w.rows++
	return fmt.Sprintf("$%s$%d", w.letter(workingCell), w.rows-1)
}

// every writes a value for every row of a table.
func (w *working) every(t int, name string, formula func(r int) string) vec {
	place := w.tables[t]
	formulas := make([]string, place.last-place.first+1)
	for r := range formulas { // first of all, since they may add columns of their own
		formulas[r] = formula(r)
	}
	v := vec{letter: w.letter(w.right), first: workingRow, n: len(formulas)}
	w.row = workingRow - 1
	w.put(w.right, content{is: textCell, text: name}, lookKey)
	for r := range formulas {
		w.row = workingRow + r
		w.formula(w.right, "IFERROR("+formulas[r]+","+notThere+")", nil, lookKey)
	}
	w.right++
	return v
}

// outside is how another sheet names a cell of this one.
func (w *working) outside(cell string) string { return w.quoted() + cell }

// given names the cell of a row on the table's own sheet.
func (w *working) given(t int, key string, r int) string {
	place := w.tables[t]
	return fmt.Sprintf("%s$%s%d", place.sheet, place.columns[key], place.first+r)
}

// givenAll names the column on the table's own sheet.
func (w *working) givenAll(t int, key string) string {
	place := w.tables[t]
	return fmt.Sprintf("%s$%s$%d:$%s$%d", place.sheet, place.columns[key], place.first, place.columns[key], place.last)
}

// table works out which rows there are.
func (w *working) table(t int) tableCells {
	if cells, ok := w.shown[t]; ok {
		return cells
	}
	def := &w.review.Scale().Definition().Tables[t]
	id := def.ID + "." + def.Columns[0].ID
	place := w.tables[t]
	present := w.every(t, def.ID+": there", func(r int) string { return "(" + w.given(t, id, r) + `<>"")*1` })
	count := w.single(def.ID+": rows", fmt.Sprintf("SUMPRODUCT((%s=1)*1)", present.all()))
	below := fmt.Sprintf("%s$%s$%d:$%s$%d", place.sheet, place.columns[id], place.last+1, place.columns[id], place.last+500)
	cells := tableCells{present: present, count: count}
	cells.looked = w.single(def.ID+": looked at", fmt.Sprintf(`((%s>0)+(%s<>"")>0)*1`, count, place.none))
	cells.odd = w.single(def.ID+": rows elsewhere", fmt.Sprintf(`(SUMPRODUCT((%s<>"")*1)<>%s)+SUMPRODUCT((%s<>"")*1)+(%s>0)*(%s<>"")`,
		w.givenAll(t, id), count, below, count, place.none))
	w.shown[t] = cells
	return cells
}

// value returns what a column counts as, for every row.
func (w *working) value(t, c int) (vec, error) {
	def := &w.review.Scale().Definition().Tables[t]
	col := &def.Columns[c]
	name := def.ID + "." + col.ID
	if v, ok := w.vectors[name]; ok {
		return v, nil
	}
	answers := w.field(t, name).answers
	blank := notKnown
	if col.Default != "" {
		place := indexOf(col.Choices(), col.Default)
		if place < 0 {
			return vec{}, fmt.Errorf("%s has a default that is no answer", name)
		}
		blank = fmt.Sprint(place)
	}
	var formula func(r int) string
	switch col.Kind {
	case fidelity.Decimal, fidelity.Whole:
		formula = func(r int) string {
			x := w.given(t, name, r)
			return fmt.Sprintf(`IF(COUNTIFS(%s,">=0")=1,%s,IF((%s="")+(%s=%s)>0,%s,%s))`, x, x, x, x, w.unknown(), blank, isOdd)
		}
	case fidelity.Percent:
		formula = func(r int) string { return w.percent(t, name, r) }
	case fidelity.YesNo, fidelity.Choice:
		formula = func(r int) string { return w.answer(w.given(t, name, r), answers, blank) }
	case fidelity.Set:
		formula = func(r int) string { return w.set(t, name, r, len(col.Answers), answers) }
	case fidelity.Series:
		formula = func(r int) string { return w.series(t, name, r) }
	case fidelity.Code, fidelity.Text, fidelity.Month:
		// How often the text occurs, which is all that is asked of texts.
		all, id := w.givenAll(t, name), w.givenAll(t, def.ID+"."+def.Columns[0].ID)
		formula = func(r int) string {
			x := w.given(t, name, r)
			return fmt.Sprintf(`IF((%s="")+(%s=%s)>0,%s,IF(COUNTIFS(%s,"*  *")+COUNTIFS(%s," *")+COUNTIFS(%s,"* ")>0,%s,SUMPRODUCT((%s<>"")*(%s=%s))))`,
				x, x, w.unknown(), notKnown, x, x, x, isOdd, id, all, x)
		}
	default:
		return vec{}, fmt.Errorf("%s is of a kind that formulas do not count", name)
	}
	there := w.table(t).present
	v := w.every(t, name, func(r int) string {
		return fmt.Sprintf("IF(%s=1,%s,%s)", there.cell(r), formula(r), notThere)
	})
	w.vectors[name] = v
	return v, nil
}

// field is the column of the sheet with a key; a set has one for each member.
func (w *working) field(t int, key string) *field {
	def := &w.review.Scale().Definition().Tables[t]
	b := w.layout.sheet(tableKey + def.ID).block("evidence." + def.ID)
	for c := range b.columns {
		if name, _, _ := strings.Cut(b.columns[c].key, partMark); name == key {
			return &b.columns[c]
		}
	}
	return &field{}
}

// unknown is the cell that says "not known".
func (w *working) unknown() string { return w.limit("", "what drop-downs call unknown", unknownLabel) }

// answer is the place of an answer in its list.
func (w *working) answer(x string, answers []answer, blank string) string {
	formula := isOdd
	for i := len(answers) - 1; i >= 0; i-- {
		formula = fmt.Sprintf("IF(%s=%s,%d,%s)", x, quote(answers[i].label), i, formula)
	}
	return fmt.Sprintf(`IF(%s="",%s,IF(%s=%s,%s,%s))`, x, blank, x, w.unknown(), notKnown, formula)
}

// percent is a part of its base, or a number. A number below 1 is one that was
// typed with its sign; 1 could be meant either way.
func (w *working) percent(t int, name string, r int) string {
	x, part, base := w.given(t, name, r), w.given(t, name+partMark+"part", r), w.given(t, name+partMark+"base", r)
	number := fmt.Sprintf(`IF(COUNTIFS(%s,0)+COUNTIFS(%s,">1",%s,"<=100")=1,%s,IF(COUNTIFS(%s,">0",%s,"<1")=1,%s*100,IF((%s="")+(%s=%s)>0,%s,%s)))`,
		x, x, x, x, x, x, x, x, x, w.unknown(), notKnown, isOdd)
	return fmt.Sprintf(`IF((%s="")*(%s="")=1,%s,IF((%s<>"")+(COUNTIFS(%s,">=0")<>1)+(COUNTIFS(%s,">0")<>1)>0,%s,IF(%s>%s,%s,%s/%s*100)))`,
		part, base, number, x, part, base, isOdd, part, base, isOdd, part, base)
}

// set is how many members are yes.
func (w *working) set(t int, name string, r, n int, answers []answer) string {
	var yes, no, filled, unknown []string
	place := w.tables[t]
	b := w.layout.sheet(tableKey + w.review.Scale().Definition().Tables[t].ID).blocks[1]
	for c := range b.columns {
		if key, _, _ := strings.Cut(b.columns[c].key, partMark); key != name || len(yes) == n {
			continue
		}
		x := fmt.Sprintf("%s$%s%d", place.sheet, place.columns[b.columns[c].key], place.first+r)
		yes = append(yes, fmt.Sprintf("(%s=%s)", x, quote(answers[0].label)))
		no = append(no, fmt.Sprintf("(%s=%s)", x, quote(answers[1].label)))
		filled = append(filled, fmt.Sprintf(`(%s<>"")`, x))
		unknown = append(unknown, fmt.Sprintf("(%s=%s)", x, w.unknown()))
	}
	sum := func(list []string) string { return strings.Join(list, "+") }
	return fmt.Sprintf("IF(%s=0,%s,IF(%s>0,%s,IF(%s+%s=%s,%s,%s)))",
		sum(filled), notKnown, sum(unknown), notKnown, sum(yes), sum(no), sum(filled), sum(yes), isOdd)
}

// series is the mean of the weeks, or the one number.
func (w *working) series(t int, name string, r int) string {
	x := w.given(t, name, r)
	first, last := w.given(t, name+partMark+"1", r), w.given(t, name+partMark+itoa(w.layout.weeks), r)
	weeks := first + ":" + last[strings.LastIndex(last, "$"):]
	number := fmt.Sprintf(`IF(COUNTIFS(%s,">=0")=1,%s,IF((%s="")+(%s=%s)>0,%s,%s))`, x, x, x, x, w.unknown(), notKnown, isOdd)
	return fmt.Sprintf(`IF(SUMPRODUCT((%s<>"")*1)=0,%s,IF((SUMPRODUCT((%s<>"")*1)<>COUNTIFS(%s,">=0"))+(%s<>"")>0,%s,SUM(%s)/COUNTIFS(%s,">=0")))`,
		weeks, number, weeks, weeks, x, isOdd, weeks, weeks)
}

// quote is a text in a formula.
func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func indexOf(list []string, s string) int {
	for i := range list {
		if list[i] == s {
			return i
		}
	}
	return -1
}
