package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// Suggestions are the actions that the remedies of the scale suggest for steps,
// in the order of the steps.
func Suggestions(in Input, steps []plan.Step) []Suggested {
	return newBuilder(in).suggestions(steps)
}

func (b *builder) suggestions(steps []plan.Step) []Suggested {
	var out []Suggested
	for _, step := range steps {
		for _, s := range plan.Suggest(b.a, b.say.Words(), step) {
			def := &b.scale.Items()[s.Item]
			out = append(out, Suggested{
				Item: def.ID, Number: def.Number, Title: b.say.Title(s.Item),
				What: s.Remedy.Do, Start: s.Remedy.FirstWeek, Who: s.Remedy.Who, When: s.When.String(),
				Aim: s.Aim, Measure: b.measureOf(step, &s), Remedy: s.Remedy.Kind,
			})
		}
	}
	return out
}

// measureOf says how a team will know that a suggestion worked: by what it
// helps with, or else by all that its step takes. It outlives this page, so it
// names nobody and says nothing of today.
func (b *builder) measureOf(step plan.Step, s *plan.Suggestion) string {
	everybody := *b
	everybody.say = b.say.WithoutCodes()
	if len(s.Needs) > 0 {
		return everybody.wanted(s.Item, s.Needs)
	}
	n := b.a.NextTo(step.Item, step.To)
	if n == nil || len(n.Needs) == 0 || n.Needs[0].Row >= 0 || n.Choose < len(n.Needs) && n.Choose > 1 {
		return strings.Join(everybody.targets(step), " ")
	}
	if n.Choose < len(n.Needs) { // any one of them does
		var texts []string
		for i := range n.Needs {
			texts = append(texts, everybody.wanted(s.Item, n.Needs[i:i+1]))
		}
		return strings.Join(texts, " Or: ")
	}
	text := everybody.wanted(s.Item, n.Needs)
	for _, way := range n.Or {
		text += " Or: " + everybody.wanted(s.Item, way)
	}
	return text
}

// wanted says what has to hold, a sentence each, and nothing of today.
func (b *builder) wanted(item int, needs []fidelity.Need) string {
	var texts []string
	for i := range needs {
		texts = append(texts, say.Sentence(say.Upper(b.say.Wanted(b.a, item, &needs[i]))))
	}
	return strings.Join(texts, " ")
}

// Agreed finds the action of a review that says the same as a suggestion, and
// returns its place.
func Agreed(r *fidelity.Review, s *Suggested) (at int, there bool) {
	for i := range r.Actions {
		what := squeezed(r.Actions[i].What)
		if r.Actions[i].Item == s.Item && (what == squeezed(s.Action()) || what == squeezed(s.What)) {
			return i, true
		}
	}
	return -1, false
}

func squeezed(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

func lowerFirst(text string) string { return say.Lower(text) }

// suggested lists the actions that could be agreed next: first those for items
// that the plan does nothing about yet.
func (p *planner) suggested(rows []Suggested) Section {
	s := Section{ID: "suggested", Heading: "Suggested actions"}
	var fresh, further []Suggested
	for i := range rows {
		if UnderWay(p.review, rows[i].Item) {
			further = append(further, rows[i])
		} else {
			fresh = append(fresh, rows[i])
		}
	}
	if len(rows) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "These come from the scale's remedies and from what each item lacks. " +
			"Choose a few, and put a name to each. Dates count from six weeks after the visit, when most teams have agreed their plan."})
	}
	t := p.suggestionTable("suggestions", "For the team to choose from", "Suggested actions", fresh)
	t.Empty = "There is nothing to suggest here."
	if len(further) > 0 {
		t.Empty = "The plan has an open action for every item that something is suggested for."
	}
	s.Blocks = append(s.Blocks, t)
	if len(further) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "The plan has open actions already for " + say.And(p.names(further)) + ". Look at those first: what follows may be needed beside them, or not at all."},
			p.suggestionTable("further-suggestions", "For items with open actions, if those are not enough", "Further suggestions", further))
	}
	if begin := p.beginning(slices.Concat(fresh, further)); len(begin.Rows) > 0 {
		s.Blocks = append(s.Blocks, begin)
	}
	return s
}

// suggestionTable is a table of suggested actions, in the shape of the plan.
func (p *planner) suggestionTable(id, caption, sheet string, rows []Suggested) Table {
	t := Table{ID: id, Caption: caption, Sheet: sheet, Columns: []Column{
		{Head: "What", Weight: 9, Header: true},
		{Head: "Who", Weight: 3.5},
		{Head: "When", Weight: 3},
		{Head: "Item and aim", Weight: 4.5},
		{Head: "Measure of success", Weight: 6},
	}}
	for i := range rows {
		r := &rows[i]
		when, _ := fidelity.ParseDate(r.When)
		t.Rows = append(t.Rows, []Cell{
			{Text: r.What},
			{Text: r.Who},
			{Text: say.Date(when)},
			{Text: p.whatFor(r.Item, &r.Aim, r.Remedy)},
			{Text: r.Measure},
		})
	}
	return t
}

// beginning says how each suggestion could begin in the first week.
func (p *planner) beginning(rows []Suggested) Table {
	t := Table{ID: "first-week", Caption: "How each could begin in the first week", Sheet: "First week", Columns: []Column{
		{Head: "Item", Weight: 4, Header: true}, {Head: "Who", Weight: 3}, {Head: "In the first week", Weight: 11},
	}}
	for i := range rows {
		if rows[i].Start == "" {
			continue
		}
		at, _ := p.scale.ItemAt(rows[i].Item)
		t.Rows = append(t.Rows, []Cell{{Text: p.numberedShort(at)}, {Text: rows[i].Who}, {Text: rows[i].Start}})
	}
	return t
}

// names lists the items of suggestions, each once.
func (p *planner) names(rows []Suggested) []string {
	var names []string
	for i := range rows {
		if i == 0 || rows[i].Item != rows[i-1].Item {
			at, _ := p.scale.ItemAt(rows[i].Item)
			names = append(names, p.numberedShort(at))
		}
	}
	return names
}

// UnderWay reports whether a review has an action of the team for an item that
// is still to do. One person's own does not count: it changes no practice of
// the team.
func UnderWay(r *fidelity.Review, item string) bool {
	return slices.ContainsFunc(r.Actions, func(a fidelity.Action) bool {
		return a.Item == item && a.Scope != "personal" && a.Status != "done" && a.Status != "dropped"
	})
}

// numberedShort names an item where there is little room.
func (b *builder) numberedShort(i int) string {
	return strconv.Itoa(b.scale.Items()[i].Number) + " " + b.say.Short(i)
}

// count is a cell that holds a whole number.
func count(n int) Cell {
	value := float64(n)
	return Cell{Text: strconv.Itoa(n), Number: &value}
}
