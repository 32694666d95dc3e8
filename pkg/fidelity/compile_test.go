package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// rightItem is an item with one of everything, for mistakes to be made in.
func rightItem() fidelity.Item {
	return fidelity.Item{
		Each:     "all",
		LeaveOut: compare("base", fidelity.AtMost, "0"),
		Measures: []fidelity.Measure{
			{ID: "own", Calc: fidelity.Ratio, Columns: []string{"part", "base"}},
			{ID: "pooled", Calc: fidelity.MeanOf, Columns: []string{"all.part"}, Weight: "all.base", Where: is("good", "yes")},
		},
		Facts:    []fidelity.Fact{{ID: "asked", Kind: fidelity.YesNo}, {ID: "often", Kind: fidelity.Choice, Answers: []string{"never", "weekly"}, OnlyIf: is("asked", "yes")}},
		Requires: is("asked", "yes"),
		Anchors:  []fidelity.Anchor{{Score: 5, When: compare("own", fidelity.AtLeast, "2")}, {Score: 3, When: anyOf(compare("pooled", fidelity.AtLeast, "1"), is("good", "yes"))}},
		Flags:    []fidelity.FlagRule{{Code: "apart", RowsApart: 2}, {Code: "many", When: compare("pooled", fidelity.Above, "3")}},
	}
}

func TestCompileTakesWhatIsRight(t *testing.T) {
	compiled(t, workbench(rightItem()))
	compiled(t, *ips25(t).Definition())
	percent := workbench(fidelity.Item{})
	percent.Scores = fidelity.Scores{Min: 0, Max: 100}
	compiled(t, percent)
}

func TestCompileTellsWhatIsWrong(t *testing.T) {
	type change = func(def *fidelity.Definition, it *fidelity.Item)
	own := func(f func(m *fidelity.Measure)) change {
		return func(_ *fidelity.Definition, it *fidelity.Item) { f(&it.Measures[0]) }
	}
	pooled := func(f func(m *fidelity.Measure)) change {
		return func(_ *fidelity.Definition, it *fidelity.Item) { f(&it.Measures[1]) }
	}
	item := func(f func(it *fidelity.Item)) change {
		return func(_ *fidelity.Definition, it *fidelity.Item) { f(it) }
	}
	anchor := func(c fidelity.Condition) change {
		return item(func(it *fidelity.Item) { it.Anchors[0].When = c })
	}
	column := func(f func(c *fidelity.Column)) change {
		return func(def *fidelity.Definition, _ *fidelity.Item) {
			def.Tables[0].Columns = slices.Clone(def.Tables[0].Columns)
			f(&def.Tables[0].Columns[2])
		}
	}
	value := fidelity.Measure{Calc: fidelity.ValueOf, Columns: []string{"part"}}

	for _, c := range []struct {
		name string
		make change
		want string // the path, and a part of the sentence
	}{
		// The frame.
		{"no range of scores", func(def *fidelity.Definition, _ *fidelity.Item) { def.Scores = fidelity.Scores{Min: 5, Max: 5} }, "scores: the lowest score, 5, must be below"},
		{"an endless range of scores", func(def *fidelity.Definition, _ *fidelity.Item) { def.Scores.Max = 1000 }, "scores: the lowest score, 1, must be below the highest, 1000"},
		{"two bands from one total", func(def *fidelity.Definition, _ *fidelity.Item) {
			def.Bands = []fidelity.Band{{ID: "a", From: num("3.0")}, {ID: "b", From: num("1")}, {ID: "c", From: num("3")}}
		}, "bands: a and c begin at the same total"},
		{"no items", func(def *fidelity.Definition, _ *fidelity.Item) { def.Items = nil }, "items: a scale needs at least one item"},

		// Tables.
		{"a table twice", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[1].ID = "all" }, "tables.all: there is a table all already"},
		{"a column twice", column(func(c *fidelity.Column) { c.ID = "part" }), "tables.all.columns.part: there is a column part already"},
		{"no id", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[1].Columns = def.Tables[1].Columns[1:] }, "tables.some: the first column must be id"},
		{"an id that is no code", func(def *fidelity.Definition, _ *fidelity.Item) {
			def.Tables[1].Columns = []fidelity.Column{{ID: "id", Kind: fidelity.Text}}
		}, "tables.some: the first column must be id, of type code"},
		{"no columns", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[1].Columns = nil }, "tables.some: the first column must be id"},
		{"a default that does not fit", column(func(c *fidelity.Column) { c.Default = "lots" }), `tables.all.columns.base.default: "lots" is not a number`},
		{"more answers than a set holds", column(func(c *fidelity.Column) { c.Answers = make([]string, 65) }), "tables.all.columns.base: a column has at most 64 answers"},
		{"limited by no column", column(func(c *fidelity.Column) { c.AtMost = "hours" }), `tables.all.columns.base.at_most_field: there is no column "hours" in all`},

		// Items.
		{"an item twice", func(def *fidelity.Definition, it *fidelity.Item) {
			twin := *it
			twin.Number = 2
			def.Items = append(def.Items, twin)
		}, "items.item: there is an item item already"},
		{"a number twice", func(def *fidelity.Definition, it *fidelity.Item) {
			twin := *it
			twin.ID = "twin"
			def.Items = append(def.Items, twin)
		}, "items.twin.number: item has the number 1 already"},
		{"no such section", item(func(it *fidelity.Item) { it.Section = "cellar" }), `items.item.section: there is no section "cellar"`},
		{"rows of no table", item(func(it *fidelity.Item) { it.Each = "none" }), `items.item.each: there is no table "none"`},
		{"a fact twice", item(func(it *fidelity.Item) { it.Facts[1].ID = "asked" }), "items.item.facts.asked: there is a fact asked already"},
		{"a fact of another kind", item(func(it *fidelity.Item) { it.Facts[0].Kind = fidelity.Series }), "items.item.facts.asked: a fact is yes or no, a choice or a whole number"},
		{"a measure twice", own(func(m *fidelity.Measure) { m.ID = "pooled" }), "items.item.measures.pooled: there is a measure pooled already"},

		// Anchors.
		{"an anchor for the lowest score", item(func(it *fidelity.Item) { it.Anchors[1].Score = 1 }), "items.item.anchors.1: an anchor is for a score above 1 and up to 5"},
		{"an anchor above the highest score", item(func(it *fidelity.Item) { it.Anchors[1].Score = 6 }), "items.item.anchors.6: an anchor is for a score above 1 and up to 5"},
		{"two anchors for a score", item(func(it *fidelity.Item) { it.Anchors[1].Score = 5 }), "items.item.anchors.5: there is an anchor for 5 already"},
		{"anchors and a count", item(func(it *fidelity.Item) { it.FromCount = []fidelity.CountScore{{Count: 0, Score: 1}} }), "items.item.score_from_count: an item has anchors or a score from the count"},
		{"a count row by row", func(def *fidelity.Definition, it *fidelity.Item) {
			counted()(def, it)
			it.Each = "all"
		}, "items.item.score_from_count: an item has anchors or a score from the count, not both, and the count is not scored row by row"},
		{"a count past the facts", counted(fidelity.CountScore{Count: 2, Score: 5}), "items.item.score_from_count.2: the item has 1 facts; a count is 0 to 1"},
		{"a count below none", counted(fidelity.CountScore{Count: -1, Score: 5}), "items.item.score_from_count.-1: the item has 1 facts"},
		{"a count without a score", counted(fidelity.CountScore{Count: 0, Score: 1}), "items.item.score_from_count: there is no score for 1 facts in place"},
		{"a count with a score that is none", counted(fidelity.CountScore{Count: 1, Score: 9}), "items.item.score_from_count.1: 9 is not a score of this scale: 1 to 5"},
		{"a count of answers that are not yes or no", func(def *fidelity.Definition, it *fidelity.Item) {
			counted()(def, it)
			it.Facts[0].Kind, it.Facts[0].Answers = fidelity.Choice, []string{"a", "b"}
		}, "items.item.facts.asked: only yes/no facts can be counted"},

		// Conditions.
		{"no mistake: a column, row by row", anchor(is("good", "yes")), ""},
		{"a name of nothing, row by row", anchor(is("better", "yes")), "items.item.anchors.5.better: better is no measure or fact of the item and no column of all"},
		{"a column where there are no rows", func(_ *fidelity.Definition, it *fidelity.Item) {
			*it = fidelity.Item{ID: "item", Number: 1, Section: "section", Anchors: []fidelity.Anchor{{Score: 5, When: is("good", "yes")}}}
		}, "items.item.anchors.5.good: good is no measure and no fact of the item"},
		{"an answer that there is not", anchor(fidelity.Condition{Name: "often", Op: fidelity.AtLeastAnswer, Answer: "daily"}), `items.item.anchors.5.often: "daily" is not one of the answers of often: never or weekly`},
		{"an answer of a set", anchor(is("tools", "saw")), `items.item.anchors.5.tools: "saw" is not one of the answers of tools`},
		{"an answer of a number", anchor(is("part", "yes")), `items.item.anchors.5.part: "yes" is not one of the answers of part`},
		{"given, of a fact", anchor(fidelity.Condition{Name: "asked", Op: fidelity.GivenCell}), "items.item.anchors.5.asked: given asks about a cell; asked is no column"},
		{"a number against an answer", anchor(compare("asked", fidelity.AtLeast, "1")), "items.item.anchors.5.asked: asked is no number and cannot be compared with one"},
		{"no comparison", anchor(fidelity.Condition{Name: "own"}), "items.item.anchors.5.own: there is no comparison that says what own must be"},
		{"all and any at once", anchor(fidelity.Condition{All: []fidelity.Condition{is("asked", "yes")}, Any: []fidelity.Condition{is("asked", "no")}}), "items.item.anchors.5: a condition is one comparison, or a list"},
		{"a comparison and a list at once", anchor(fidelity.Condition{Name: "asked", Op: fidelity.IsAnswer, Answer: "yes", All: []fidelity.Condition{is("asked", "no")}}), "items.item.anchors.5: a condition is one comparison, or a list"},
		{"deep in a condition", anchor(anyOf(allOf(is("asked", "yes"), is("nothing", "yes")))), "items.item.anchors.5.any.nothing: nothing is no measure"},
		{"in requires", item(func(it *fidelity.Item) { it.Requires = is("nothing", "yes") }), "items.item.requires.nothing: nothing is no measure"},
		{"in leave_out", item(func(it *fidelity.Item) { it.LeaveOut = is("nothing", "yes") }), "items.item.leave_out.nothing: nothing is no measure"},
		{"in only_if", item(func(it *fidelity.Item) { it.Facts[1].OnlyIf = is("nothing", "yes") }), "items.item.facts.often.only_if.nothing: nothing is no measure"},
		{"only_if asks a row, but a fact is of the item", item(func(it *fidelity.Item) { it.Facts[1].OnlyIf = is("good", "yes") }), "items.item.facts.often.only_if.good: good is no measure and no fact"},
		{"where asks a measure, before there is one", pooled(func(m *fidelity.Measure) { m.Where = compare("own", fidelity.AtLeast, "1") }), "items.item.measures.pooled.where.own: own is no measure or fact of the item and no column of all"},
		{"where asks a fact, but is about rows", pooled(func(m *fidelity.Measure) { m.Where = is("asked", "yes") }), "items.item.measures.pooled.where.asked: asked is no measure or fact"},

		// Measures.
		{"no calculation", own(func(m *fidelity.Measure) { m.Calc = 0 }), "items.item.measures.own: a measure needs a calculation: ratio, mean"},
		{"a calculation that there is not", own(func(m *fidelity.Measure) { m.Calc = 99 }), "items.item.measures.own: a measure needs a calculation"},
		{"no such table", own(func(m *fidelity.Measure) { m.Columns[0] = "none.part" }), `items.item.measures.own: there is no table "none"`},
		{"no such column", own(func(m *fidelity.Measure) { m.Columns[0] = "prat" }), `items.item.measures.own: there is no column "prat" in all; did you mean part?`},
		{"no such column of a table", pooled(func(m *fidelity.Measure) { m.Columns[0] = "all.prat" }), `items.item.measures.pooled: there is no column "prat" in all`},
		{"a column without its table", func(_ *fidelity.Definition, it *fidelity.Item) {
			*it = fidelity.Item{ID: "item", Number: 1, Section: "section", Measures: []fidelity.Measure{{ID: "own", Calc: fidelity.MeanOf, Columns: []string{"part"}}}}
		}, `items.item.measures.own: "part" needs its table, as in table.column`},
		{"columns of two tables", own(func(m *fidelity.Measure) { m.Columns = []string{"all.part", "some.base"} }), "items.item.measures.own: the columns of a measure must be of one table"},
		{"a column of the row over one of all rows", own(func(m *fidelity.Measure) { m.Columns = []string{"part", "all.base"} }), "items.item.measures.own: the columns of a measure must be of one table, and all or none named with it"},
		{"a share of no table", pooled(func(m *fidelity.Measure) {
			*m = fidelity.Measure{ID: "pooled", Calc: fidelity.Share, Table: "none", Where: is("good", "yes")}
		}), `items.item.measures.pooled: there is no table "none"`},
		{"a share without a table", func(_ *fidelity.Definition, it *fidelity.Item) {
			*it = fidelity.Item{ID: "item", Number: 1, Section: "section", Measures: []fidelity.Measure{{ID: "own", Calc: fidelity.Share}}}
		}, "items.item.measures.own: the measure needs a table"},
		{"too few columns", own(func(m *fidelity.Measure) { m.Columns = m.Columns[:1] }), "items.item.measures.own: this measure takes 2 columns, not 1"},
		{"too many columns", pooled(func(m *fidelity.Measure) { m.Columns = []string{"all.part", "all.base"} }), "items.item.measures.pooled: this measure takes 1 columns, not 2"},
		{"a mean of words", pooled(func(m *fidelity.Measure) { m.Columns[0] = "all.name" }), "items.item.measures.pooled: column name is of another kind than this measure needs"},
		{"different numbers", pooled(func(m *fidelity.Measure) { m.Calc = fidelity.Distinct }), "items.item.measures.pooled: column part is of another kind"},
		{"members of a number", own(func(m *fidelity.Measure) { m.Calc, m.Columns = fidelity.Members, m.Columns[:1] }), "items.item.measures.own: column part is of another kind"},
		{"a median of one row", own(func(m *fidelity.Measure) { m.Calc, m.Columns = fidelity.Median, m.Columns[:1] }), "items.item.measures.own: this measure is of all rows"},
		{"a value of all rows", pooled(func(m *fidelity.Measure) { m.Calc = fidelity.ValueOf }), "items.item.measures.pooled: this measure is of one row and needs each"},
		{"a weight of another table", pooled(func(m *fidelity.Measure) { m.Weight = "some.base" }), "items.item.measures.pooled.weight: the column must be in the table of the measure"},
		{"a weight that is no number", pooled(func(m *fidelity.Measure) { m.Weight = "all.name" }), "items.item.measures.pooled.weight: column name is no number"},
		{"a weight that there is not", pooled(func(m *fidelity.Measure) { m.Weight = "all.hours" }), `items.item.measures.pooled.weight: there is no column "hours" in all`},
		{"or else of another table", pooled(func(m *fidelity.Measure) { m.OrElse = &fidelity.OrElse{Column: "some.base", Op: fidelity.Above} }), "items.item.measures.pooled.or_else: the column must be in the table of the measure"},
		{"or else without a comparison", pooled(func(m *fidelity.Measure) { m.OrElse = &fidelity.OrElse{Column: "all.base"} }), "items.item.measures.pooled.or_else: there is no comparison that says when the column counts"},
		{"the largest of nothing", own(func(m *fidelity.Measure) { *m = fidelity.Measure{ID: "own", Calc: fidelity.LargestOf} }), "items.item.measures.own: largest_of takes a list of measures"},
		{"the largest of one row and all rows", own(func(m *fidelity.Measure) {
			*m = fidelity.Measure{ID: "own", Calc: fidelity.LargestOf, Parts: []fidelity.Measure{value, over(mean, "all")}}
		}), "items.item.measures.own.largest_of[1]: the parts of a measure must be of the same rows"},
		{"a part of all rows that asks one", own(func(m *fidelity.Measure) {
			part := over(mean, "all")
			part.When = is("good", "yes")
			*m = fidelity.Measure{ID: "own", Calc: fidelity.LargestOf, Parts: []fidelity.Measure{part}}
		}), "items.item.measures.own.largest_of[0].when: there is no one row to ask"},

		// Cross-checks and flags.
		{"nothing to read alone", item(func(it *fidelity.Item) { it.Anchors = it.Anchors[:1]; it.CrossCheck.AnyAlone = true }), "items.item.cross_check: there are no alternatives to read alone"},
		{"alternatives that differ in number", item(func(it *fidelity.Item) {
			it.CrossCheck.AnyAlone = true
			it.Anchors[0].When = anyOf(is("good", "yes"), is("fair", "yes"), is("asked", "yes"))
		}), "items.item.cross_check: every anchor needs the same alternatives in the same order"},
		{"another reading of no measure", item(func(it *fidelity.Item) {
			it.CrossCheck.Use = []fidelity.Reading{{Measure: "none", Use: fidelity.Median}}
		}), `items.item.cross_check: there is no measure "none"`},
		{"another reading that does not fit", item(func(it *fidelity.Item) {
			it.CrossCheck.Use = []fidelity.Reading{{Measure: "pooled", Use: fidelity.Ratio}}
		}), "items.item.cross_check.pooled: this measure takes 2 columns, not 1"},
		{"a flag for rows of no table", item(func(it *fidelity.Item) {
			it.Flags[0] = fidelity.FlagRule{Code: "x", AnyRow: &fidelity.RowRule{Table: "none", Measure: value, Op: fidelity.Above}}
		}), `items.item.flags[0].any_row: there is no table "none"`},
		{"a flag for a measure of all rows", item(func(it *fidelity.Item) {
			it.Flags[0] = fidelity.FlagRule{Code: "x", AnyRow: &fidelity.RowRule{Table: "all", Measure: over(mean, "all"), Op: fidelity.Above}}
		}), "items.item.flags[0].any_row: a comparison with a measure of one row is needed here"},
		{"a flag without a comparison", item(func(it *fidelity.Item) {
			it.Flags[0] = fidelity.FlagRule{Code: "x", AnyRow: &fidelity.RowRule{Table: "all", Measure: value}}
		}), "items.item.flags[0].any_row: a comparison with a measure of one row is needed here"},
		{"a flag that asks a row", item(func(it *fidelity.Item) { it.Flags[1].When = is("good", "yes") }), "items.item.flags[1].when.good: good is no measure and no fact of the item"},
		{"rows apart without rows", func(def *fidelity.Definition, it *fidelity.Item) {
			counted(fidelity.CountScore{Count: 0, Score: 1}, fidelity.CountScore{Count: 1, Score: 2})(def, it)
			it.Flags = []fidelity.FlagRule{{Code: "apart", RowsApart: 2}}
		}, "items.item.flags[0].rows_apart: the item is not scored row by row"},
	} {
		t.Run(c.name, func(t *testing.T) {
			def := workbench(rightItem())
			c.make(&def, &def.Items[0])
			scale, wrong := fidelity.Compile(def)
			if c.want == "" {
				if scale == nil {
					t.Error(wrong)
				}
				return
			}
			if scale != nil {
				t.Fatal("the definition is taken")
			}
			told := slices.ContainsFunc(wrong, func(e fidelity.DefinitionError) bool { return strings.HasPrefix(e.Error(), c.want) })
			if !told {
				t.Errorf("told %q, want %q", wrong, c.want)
			}
		})
	}
}

// counted makes an item that counts one fact.
func counted(scores ...fidelity.CountScore) func(*fidelity.Definition, *fidelity.Item) {
	return func(_ *fidelity.Definition, it *fidelity.Item) {
		*it = fidelity.Item{ID: it.ID, Number: it.Number, Section: it.Section, FromCount: scores, Facts: []fidelity.Fact{{ID: "asked", Kind: fidelity.YesNo}}}
		if len(scores) == 0 {
			it.FromCount = []fidelity.CountScore{{Count: 0, Score: 1}, {Count: 1, Score: 2}}
		}
	}
}

// All that is wrong is told in one go.
func TestCompileTellsEverything(t *testing.T) {
	def := workbench(rightItem())
	def.Scores.Min = 9
	def.Items[0].Section = "cellar"
	def.Items[0].Measures[0].Columns[0] = "prat"
	def.Items[0].Requires = is("nothing", "yes")
	if _, wrong := fidelity.Compile(def); len(wrong) < 4 {
		t.Errorf("told %d of 4: %v", len(wrong), wrong)
	}
}

// A definition without tables has nothing to look a column up in, and must
// not bring the program down.
func TestCompileWithoutTables(t *testing.T) {
	def := workbench(rightItem())
	def.Tables = nil
	def.Items[0].Each = ""
	def.Items[0].Measures = append(def.Items[0].Measures, over(share, "all"), over(middleElse, "all"))
	if scale, wrong := fidelity.Compile(def); scale != nil || len(wrong) == 0 {
		t.Error("columns without a table are taken")
	}
}
