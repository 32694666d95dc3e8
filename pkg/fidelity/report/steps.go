package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// step returns the smallest change that brings an item to its next score, and
// nil at the top. It is found once for all places that tell it.
func (b *builder) step(item int) *plan.Change {
	c, ok := b.steps[item]
	if !ok {
		c = plan.ChangeOf(b.a, item)
		if b.steps == nil {
			b.steps = map[int]*plan.Change{}
		}
		b.steps[item] = c
	}
	return c
}

// takes says what the next score of an item takes.
func (b *builder) takes(item int) string { return say.Upper(b.say.Step(b.a, b.step(item))) }

// takesInShort says it in few words.
func (b *builder) takesInShort(item int) string { return b.say.StepInShort(b.a, b.step(item)) }

// toReach says which score comes next and what it takes: "To reach 4: …".
func (b *builder) toReach(item int) string { return b.say.StepTo(b.a, b.step(item)) }

// rowSteps lists what each row below the top needs for the next score of its
// own. Like the scores of the rows, it is for the team alone.
func (b *builder) rowSteps(i int) Table {
	def := &b.scale.Items()[i]
	t := Table{ID: "row-steps-" + def.ID, Caption: "What each needs for its own next score", Columns: []Column{
		{Head: say.Upper(b.say.Words().Tables[def.Each].One), Weight: 2, Header: true}, {Head: "Step", Weight: 2}, {Head: "To the next score", Weight: 9},
	}}
	table, _ := b.scale.TableAt(def.Each)
	for r := range b.a.Items[i].Rows {
		row := b.a.Items[i].Rows[r].Row
		if c := plan.RowChange(b.a, i, row); c != nil {
			t.Rows = append(t.Rows, []Cell{
				{Text: b.say.RowID(b.a, table, row)}, {Text: strconv.Itoa(c.From) + " to " + strconv.Itoa(c.To)}, {Text: say.Upper(b.say.RowStep(b.a, c))},
			})
		}
	}
	return t
}

// safety says how few records would give the item another score.
func (b *builder) safety(i int) string {
	return strings.Join(b.say.Safety(b.a, plan.SafetyOf(b.a, i)), " ")
}
