package fidelity

import (
	"cmp"
	"fmt"
	"slices"
)

// DefinitionError is one thing that is wrong with a scale. Path names the
// place as the scale's files have it, as in "items.caseload-size.anchors.5".
type DefinitionError struct{ Path, Text string }

// Error returns the place and the sentence.
func (e DefinitionError) Error() string { return e.Path + ": " + e.Text }

// Compile checks a definition and resolves its names. All that is wrong is
// told at once; the scale is nil then.
func Compile(def Definition) (*Scale, []DefinitionError) {
	c := compiler{scale: &Scale{def: def, tableIndex: map[string]int{}, itemIndex: map[string]int{}}}
	c.frame()
	c.tables()
	c.items()
	if len(c.errors) > 0 {
		return nil, c.errors
	}
	c.scale.digest = digest(&c.scale.def)
	return c.scale, nil
}

type compiler struct {
	scale  *Scale
	errors []DefinitionError
}

func (c *compiler) fail(path, format string, args ...any) {
	c.errors = append(c.errors, DefinitionError{path, fmt.Sprintf(format, args...)})
}

// frame checks what the items stand in: scores, bands, sections.
func (c *compiler) frame() {
	def := &c.scale.def
	if def.Scores.Min >= def.Scores.Max || def.Scores.Max-def.Scores.Min > 100 {
		c.fail("scores", "the lowest score, %d, must be below the highest, %d, and within 100 of it", def.Scores.Min, def.Scores.Max)
	}
	c.scale.bands = slices.Clone(def.Bands)
	slices.SortStableFunc(c.scale.bands, func(a, b Band) int { return a.From.Cmp(b.From) })
	for i := 1; i < len(c.scale.bands); i++ {
		if c.scale.bands[i].From.Cmp(c.scale.bands[i-1].From) == 0 {
			c.fail("bands", "%s and %s begin at the same total", c.scale.bands[i-1].ID, c.scale.bands[i].ID)
		}
	}
	if len(def.Items) == 0 {
		c.fail("items", "a scale needs at least one item")
	}
}

func (c *compiler) tables() {
	for t, def := range c.scale.def.Tables {
		path := "tables." + def.ID
		if _, twice := c.scale.tableIndex[def.ID]; twice {
			c.fail(path, "there is a table %s already", def.ID)
		}
		c.scale.tableIndex[def.ID] = t
		tab := table{def: def, columnIndex: map[string]int{}, defaults: make([]Value, len(def.Columns)), limitedBy: make([]int, len(def.Columns))}
		for i, col := range def.Columns {
			if _, twice := tab.columnIndex[col.ID]; twice {
				c.fail(path+".columns."+col.ID, "there is a column %s already", col.ID)
			}
			tab.columnIndex[col.ID] = i
			tab.defaults[i] = UnknownValue()
			if len(col.Answers) > 64 {
				c.fail(path+".columns."+col.ID, "a column has at most 64 answers")
			}
			if col.Default != "" {
				v, err := col.Parse(col.Default)
				if err != nil {
					c.fail(path+".columns."+col.ID+".default", "%s", err)
				}
				tab.defaults[i] = v
			}
		}
		if len(def.Columns) == 0 || def.Columns[0].ID != "id" || def.Columns[0].Kind != Code {
			c.fail(path, "the first column must be id, of type code")
		}
		for i, col := range def.Columns {
			tab.limitedBy[i] = -1
			if col.AtMost == "" {
				continue
			}
			by, ok := tab.columnIndex[col.AtMost]
			if !ok {
				c.fail(path+".columns."+col.ID+".at_most_field", "there is no column %q in %s", col.AtMost, def.ID)
			}
			tab.limitedBy[i] = by
		}
		c.scale.tables = append(c.scale.tables, tab)
	}
}

func (c *compiler) items() {
	def := &c.scale.def
	numbers := map[int]string{}
	for i := range def.Items {
		item := &def.Items[i]
		path := "items." + item.ID
		if _, twice := c.scale.itemIndex[item.ID]; twice {
			c.fail(path, "there is an item %s already", item.ID)
		}
		c.scale.itemIndex[item.ID] = i
		if other, twice := numbers[item.Number]; twice {
			c.fail(path+".number", "%s has the number %d already", other, item.Number)
		}
		numbers[item.Number] = item.ID
		if !slices.Contains(def.Sections, item.Section) {
			c.fail(path+".section", "there is no section %q", item.Section)
		}
		c.scale.items = append(c.scale.items, c.item(item, i))
		c.scale.factCount += len(item.Facts)
	}
}

// item compiles the rule of one item.
func (c *compiler) item(def *Item, place int) rule {
	r := rule{def: def, place: place, each: -1, factIndex: map[string]int{}}
	path := "items." + def.ID
	if def.Each != "" {
		t, ok := c.scale.tableIndex[def.Each]
		if !ok {
			c.fail(path+".each", "there is no table %q", def.Each)
			return r
		}
		r.each = t
	}
	for f, fact := range def.Facts {
		if _, twice := r.factIndex[fact.ID]; twice {
			c.fail(path+".facts."+fact.ID, "there is a fact %s already", fact.ID)
		}
		r.factIndex[fact.ID] = f
		if fact.Kind != YesNo && fact.Kind != Choice && fact.Kind != Whole {
			c.fail(path+".facts."+fact.ID, "a fact is yes or no, a choice or a whole number")
		}
	}
	names := &names{compiler: c, rule: &r, path: path, measures: map[string]int{}}
	for m := range def.Measures {
		at := path + ".measures." + def.Measures[m].ID
		if _, twice := names.measures[def.Measures[m].ID]; twice {
			c.fail(at, "there is a measure %s already", def.Measures[m].ID)
		}
		names.measures[def.Measures[m].ID] = m
		r.measures = append(r.measures, names.measure(&def.Measures[m], at))
	}
	for f := range def.Facts {
		r.onlyIf = append(r.onlyIf, names.itemTest(def.Facts[f].OnlyIf, path+".facts."+def.Facts[f].ID+".only_if"))
	}
	r.leaveOut = names.test(def.LeaveOut, path+".leave_out")
	r.leavesOut = !def.LeaveOut.IsZero()
	c.anchors(&r, names, path)
	c.count(&r, path)
	names.crossCheck(&r)
	for i := range def.Flags {
		names.flag(&r, &def.Flags[i], fmt.Sprintf("%s.flags[%d]", path, i))
	}
	return r
}

func (c *compiler) anchors(r *rule, names *names, path string) {
	scores := c.scale.def.Scores
	r.requires = names.test(r.def.Requires, path+".requires")
	seen := map[int]bool{}
	for _, a := range r.def.Anchors {
		at := fmt.Sprintf("%s.anchors.%d", path, a.Score)
		if !scores.Allow(a.Score) || a.Score == scores.Min {
			c.fail(at, "an anchor is for a score above %d and up to %d; the lowest score is what is left", scores.Min, scores.Max)
		}
		if seen[a.Score] {
			c.fail(at, "there is an anchor for %d already", a.Score)
		}
		seen[a.Score] = true
		when := names.test(a.When, at)
		if !r.def.Requires.IsZero() {
			when = join(false, r.requires, when)
		}
		r.anchors = append(r.anchors, anchor{a.Score, when})
	}
	slices.SortStableFunc(r.anchors, func(a, b anchor) int { return cmp.Compare(b.score, a.score) })
}

func (c *compiler) count(r *rule, path string) {
	if len(r.def.FromCount) == 0 {
		return
	}
	if len(r.anchors) > 0 || r.each >= 0 {
		c.fail(path+".score_from_count", "an item has anchors or a score from the count, not both, and the count is not scored row by row")
	}
	r.scoreOf = make([]int, len(r.def.Facts)+1)
	seen := make([]bool, len(r.scoreOf))
	for _, cs := range r.def.FromCount {
		at := fmt.Sprintf("%s.score_from_count.%d", path, cs.Count)
		if cs.Count < 0 || cs.Count >= len(r.scoreOf) {
			c.fail(at, "the item has %d facts; a count is 0 to %d", len(r.def.Facts), len(r.def.Facts))
			continue
		}
		if !c.scale.def.Scores.Allow(cs.Score) {
			c.fail(at, "%d is not a score of this scale: %d to %d", cs.Score, c.scale.def.Scores.Min, c.scale.def.Scores.Max)
		}
		r.scoreOf[cs.Count], seen[cs.Count] = cs.Score, true
	}
	for n, ok := range seen {
		if !ok {
			c.fail(path+".score_from_count", "there is no score for %d facts in place", n)
		}
	}
	for f := range r.def.Facts {
		if r.def.Facts[f].Kind != YesNo {
			c.fail(path+".facts."+r.def.Facts[f].ID, "only yes/no facts can be counted")
		}
	}
}
