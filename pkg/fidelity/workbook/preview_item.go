package workbook

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// longestFormula is the most that a workbook allows, with some room.
const longestFormula = 8000

// errNoFormula says that an item's rule is more than formulas can say.
var errNoFormula = errors.New("the rule is more than formulas can say")

// itemCells are what the preview shows of an item.
type itemCells struct {
	*itemWork
	score string // a formula: the score, or what to say instead
	says  string // a formula: what the figures say
	rows  *rowScores
	count string // rows of the first table, or nothing
}

// item makes the formulas of an item. The error says what they cannot do.
func (w *working) item(i int) (*itemCells, error) {
	it := &itemWork{working: w, def: &w.review.Scale().Items()[i], place: i, each: -1, used: map[int]bool{}}
	out := &itemCells{itemWork: it}
	if w.review.Scale().Scores().Min < 0 || len(it.def.Anchors) == 0 && len(it.def.FromCount) == 0 {
		return out, errNoFormula
	}
	if it.def.Each != "" {
		it.each, _ = w.review.Scale().TableAt(it.def.Each)
	}
	it.factCells()
	if err := it.figures(out); err != nil {
		return out, err
	}
	low, high, err := it.scores(out)
	if err != nil {
		return out, err
	}
	asked := it.askedFacts()
	if asked.missing != "" {
		it.missing = append(it.missing, asked.missing)
	}
	if len(low) > longestFormula || len(high) > longestFormula {
		return out, errNoFormula
	}
	a := w.single(it.def.ID+": lowest score", low)
	b := w.single(it.def.ID+": highest score", high)
	missing := w.single(it.def.ID+": missing", join(it.missing, "+", "0"))
	odd := w.single(it.def.ID+": for the tool", join(it.odd, "+", "0"))
	say := fmt.Sprintf(`IF(%s<1,1,%s)&%s`, w.outside(missing), w.outside(missing), quote(stillMissing))
	if out.count != "" {
		say = fmt.Sprintf("IF(%s=0,%s,%s)", w.outside(out.count), quote(nothingYet), say)
	}
	out.score = fmt.Sprintf("IFERROR(IF(%s>0,%s,IF(%s=%s,%s,%s)),%s)",
		w.outside(odd), quote(seeTheTool), w.outside(a), w.outside(b), w.outside(a), say, quote(seeTheTool))
	out.says = fmt.Sprintf(`IFERROR(IF(%s>0,"",%s),"")`, w.outside(odd), join(it.sayings(out, asked), `&"; "&`, `""`))
	return out, nil
}

// What the preview says where it shows no score.
const (
	seeTheTool   = "see the tool"
	stillMissing = " still missing"
	nothingYet   = "nothing to count yet"
)

func join(list []string, by, empty string) string {
	if len(list) == 0 {
		return empty
	}
	return strings.Join(list, by)
}

// factCells read the answers of the Checklists sheet.
func (w *itemWork) factCells() {
	b := w.layout.sheet(keyChecklists).block(blockFacts)
	for f := range w.def.Facts {
		fact := &w.def.Facts[f]
		key := "items." + w.def.ID + ".facts." + fact.ID
		x := w.cells[key+" "+columnAnswer]
		formula := fmt.Sprintf(`IF(COUNTIFS(%s,">=0")=1,%s,IF((%s="")+(%s=%s)>0,%s,%s))`, x, x, x, x, w.unknown(), notKnown, isOdd)
		if fact.Kind != fidelity.Whole {
			for i := range b.lines {
				if b.lines[i].key == key {
					formula = w.answer(x, b.lines[i].cells[0].answers, notKnown)
				}
			}
		}
		cell := w.single(key, "IFERROR("+formula+","+isOdd+")")
		w.facts = append(w.facts, cell)
		w.odd = append(w.odd, "("+cell+"="+isOdd+")")
	}
}

// figures works out the measures of all rows.
func (w *itemWork) figures(out *itemCells) error {
	w.measures = make([]*figure, len(w.def.Measures))
	w.inRow = make([]rowFigure, len(w.def.Measures))
	tables := map[int]bool{}
	for m := range w.def.Measures {
		def := &w.def.Measures[m]
		if w.ofEachRow(def) {
			continue
		}
		f, err := w.figureOf(def)
		if err != nil {
			return err
		}
		w.measures[m] = f
		if f.missing != "" {
			w.missing = append(w.missing, f.missing)
		}
		tables[f.table] = true
		if out.count == "" {
			out.count = w.table(f.table).count
		}
	}
	if w.each >= 0 {
		tables[w.each] = true
		if out.count == "" {
			out.count = w.table(w.each).count
		}
	}
	for t := range w.review.Scale().Definition().Tables {
		if tables[t] {
			w.odd = append(w.odd, "("+w.table(t).odd+")")
		}
	}
	return nil
}

// ofEachRow says whether a measure is of one row: its columns go without their
// table.
func (w *itemWork) ofEachRow(m *fidelity.Measure) bool {
	for i := range m.Parts {
		return w.ofEachRow(&m.Parts[i])
	}
	return w.each >= 0 && len(m.Columns) > 0 && !strings.Contains(m.Columns[0], ".")
}

// scores are the formulas of the lowest and the highest score.
func (w *itemWork) scores(out *itemCells) (low, high string, err error) {
	scores := w.review.Scale().Scores()
	switch {
	case w.each >= 0:
		rows, err := w.rowsOf()
		if err != nil {
			return "", "", err
		}
		out.rows = &rows
		mean := func(v vec, none int) string {
			return fmt.Sprintf("IF(%s=0,%d,%s)", rows.counted, none,
				rounded(fmt.Sprintf("SUMPRODUCT((%s<>%s)*%s)/%s", v.all(), notThere, v.all(), rows.counted)))
		}
		return mean(rows.low, scores.Min), mean(rows.high, scores.Max), nil
	case len(w.def.FromCount) > 0:
		return w.fromCount()
	}
	return w.anchorsOf(-1, -1)
}

// fromCount scores by the number of facts in place: from those that are yes to
// those plus the unknown ones. More of them must never score less.
func (w *itemWork) fromCount() (low, high string, err error) {
	byCount := map[int]int{}
	for _, c := range w.def.FromCount {
		byCount[c.Count] = c.Score
	}
	var yes, open []string
	for _, cell := range w.facts {
		yes = append(yes, "("+cell+"=2)")
		open = append(open, "("+cell+"<0)")
	}
	inPlace := w.single(w.def.ID+": in place", join(yes, "+", "0"))
	most := w.single(w.def.ID+": may be in place", inPlace+"+"+join(open, "+", "0"))
	low, high = itoa(byCount[0]), itoa(byCount[0])
	for n := 1; n <= len(w.facts); n++ {
		if byCount[n] < byCount[n-1] {
			return "", "", errNoFormula
		}
		limit := w.limit(w.def.ID, "in place for a "+itoa(byCount[n]), itoa(n))
		low = fmt.Sprintf("IF(%s>=%s,%d,%s)", inPlace, limit, byCount[n], low)
		high = fmt.Sprintf("IF(%s>=%s,%d,%s)", most, limit, byCount[n], high)
	}
	return low, high, nil
}

// askedCells count the facts that are asked.
type askedCells struct{ of, missing string }

func (w *itemWork) askedFacts() askedCells {
	if len(w.facts) == 0 {
		return askedCells{}
	}
	var of, missing []string
	for f, cell := range w.facts {
		asked := "1"
		if c := &w.def.Facts[f].OnlyIf; !c.IsZero() {
			if h, err := w.condition(c, -1, -1, true); err == nil {
				asked = "(" + h.maybe + ">0)*1"
			}
		}
		of = append(of, asked)
		missing = append(missing, "("+cell+"<0)*"+asked)
	}
	return askedCells{
		of:      w.single(w.def.ID+": facts asked", join(of, "+", "0")),
		missing: w.single(w.def.ID+": facts not known", join(missing, "+", "0")),
	}
}

// sayings are what the figures say, each a formula of text.
func (w *itemWork) sayings(out *itemCells, asked askedCells) (list []string) {
	for m, f := range w.measures {
		if f != nil {
			list = append(list, w.saying(m, f))
		}
	}
	if out.rows != nil {
		low, high := out.rows.low.all(), out.rows.high.all()
		settled := w.outside(w.single(w.def.ID+": rows settled", fmt.Sprintf("SUMPRODUCT((%s=%s)*(%s<>%s))", low, high, low, notThere)))
		counted := w.outside(out.rows.counted)
		mean := w.outside(w.single(w.def.ID+": mean of rows", fmt.Sprintf("IF(%s=0,0,ROUND(ROUND(SUMPRODUCT((%s<>%s)*%s)/%s,9),2))", out.rows.counted, low, notThere, low, out.rows.counted)))
		list = append(list, fmt.Sprintf(`%s&" of "&%s&%s&IF((%s=%s)*(%s>0)=1,", mean "&%s,"")`,
			settled, counted, quote(" "+w.layout.many(w.def.Each)+" settled"), settled, counted, counted, mean))
	}
	if len(w.facts) > 0 {
		of, missing := w.outside(asked.of), w.outside(asked.missing)
		if len(w.def.FromCount) > 0 {
			var yes []string
			for _, cell := range w.facts {
				yes = append(yes, "("+cell+"=2)")
			}
			list = append(list, fmt.Sprintf(`%s&" of "&%s&" in place"&IF(%s>0,", "&%s&" not known","")`,
				w.outside(w.single(w.def.ID+": yes", join(yes, "+", "0"))), of, missing, missing))
		} else {
			list = append(list, fmt.Sprintf(`(%s-%s)&" of "&%s&" answered"`, of, missing, of))
		}
	}
	return list
}

// saying is what a measure of all rows says, and on how many rows it rests.
func (w *itemWork) saying(m int, f *figure) string {
	name, unit := w.measureWords(m)
	low, high := w.outside(f.low), w.outside(f.high)
	number := func(x string) string { return "ROUND(ROUND(" + x + ",9),1)" }
	return fmt.Sprintf(`IF(%s=%s,%s&%s,IF(%s>-%s,%s&" to "&%s&%s,%s))&" ("&%s&" of "&%s&%s`,
		low, high, number(low), quote(" "+unit), low, farOut, number(low), number(high), quote(" "+unit), quote(name+": not settled"),
		w.outside(f.used), w.outside(w.table(f.table).count), quote(" "+w.layout.many(w.review.Scale().Definition().Tables[f.table].ID)+")"))
}

// measureWords are what a measure and its unit are called.
func (w *itemWork) measureWords(m int) (name, unit string) {
	id := w.def.Measures[m].ID
	words := w.layout.words.Items[w.def.ID].Measures[id]
	name, unit = words.Name, words.Unit
	if name == "" {
		name = plainName(id)
	}
	if unit == "" {
		unit = name
	}
	return name, unit
}
