package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// Goal is where an action plan leads.
type Goal struct {
	// Band is the place in Scale.Bands of the band to reach, and -1 where the
	// goal is a total.
	Band     int
	Question plan.Question
}

// NextGoal is the next band above today's, with the usual margin past its line.
// At the top there is nothing to reach.
func NextGoal(a *fidelity.Assessment) Goal {
	band, from, ok := plan.NextBand(a)
	if !ok {
		return Goal{Band: -1}
	}
	return Goal{Band: band, Question: plan.Towards(from)}
}

// BuildPlan says what the action plan says, with the next band as its goal.
func BuildPlan(in Input) *Document { return BuildPlanTo(in, NextGoal(in.Assessment)) }

// BuildPlanTo says what the action plan says for a goal: the actions that were agreed and
// those that are suggested, the least-effort ways to the goal with what each
// total would take, and what the next score of each item needs.
func BuildPlanTo(in Input, goal Goal) *Document {
	b := newBuilder(in)
	doc := b.frame()
	doc.Title = "Action plan: " + b.review.Service.Name
	p := &planner{builder: b, goal: goal, answer: plan.Ways(b.a, goal.Question)}
	doc.Data.Plan = p.data()
	result := b.result()
	result.Blocks, result.NewPage = result.Blocks[:2], false // the sentence and the line
	if b.reader == Team {
		result.Blocks = append(result.Blocks, Paragraph{Role: Note, Text: "This is the team's own copy. It names people by their codes, and shows personal plans."})
	}
	next := inWorkbook(b.nextScores(), "Next scores")
	next.NewPage = true
	doc.Sections = []Section{result, inWorkbook(b.actionPlan(), "Action plan"), p.suggested(doc.Data.Plan.Suggest), p.ways(), p.costs()}
	if left := p.left(doc.Data.Plan.Low); len(left.Blocks) > 0 {
		doc.Sections = append(doc.Sections, left)
	}
	doc.Sections = append(doc.Sections, next)
	doc.Data.Tidy = p.tidy(&doc.Data)
	return doc
}

// inWorkbook gives the table of a section a sheet of its own.
func inWorkbook(s Section, sheet string) Section {
	for i := range s.Blocks {
		if t, ok := s.Blocks[i].(Table); ok {
			t.Sheet = sheet
			s.Blocks[i] = t
		}
	}
	return s
}

// planner builds what belongs to the way to a goal.
type planner struct {
	*builder
	goal   Goal
	answer *plan.Answer
}

// mostNearest is for how many items actions are suggested where there is no way.
const mostNearest = 5

// steps are those that suggested actions are for: the steps of the first way,
// or the nearest where there is none.
func (p *planner) steps() []plan.Step {
	if len(p.answer.Ways) > 0 {
		return p.answer.Ways[0].Steps
	}
	return plan.Nearest(p.a, mostNearest)
}

func (p *planner) data() *PlanData {
	d := &PlanData{
		Start: shown(p.answer.Start), Margin: p.answer.Margin, Reached: p.answer.Reached,
		Ways: []WayRow{}, Costs: []CostRow{}, Low: []LeftRow{}, Suggest: []Suggested{},
	}
	if p.a.Total.Complete() {
		total := shown(p.a.Total.Score)
		d.Total = &total
	}
	if p.answer.Aim != nil {
		reach, line := shown(*p.answer.Aim), shown(*p.goal.Question.Target)
		d.Reach, d.Line = &reach, &line
	}
	for i := range p.answer.Ways {
		w := &p.answer.Ways[i]
		row := WayRow{Cost: w.Cost, Total: shown(w.Total), Steps: []WayStep{}}
		for _, s := range w.Steps {
			row.Steps = append(row.Steps, WayStep{Item: p.scale.Items()[s.Item].ID, From: s.From, To: s.To, Cost: s.Cost, Needs: p.needs(s)})
		}
		d.Ways = append(d.Ways, row)
	}
	for _, c := range p.answer.Costs {
		d.Costs = append(d.Costs, CostRow{shown(c.Total), c.Cost})
	}
	for _, l := range p.answer.Left {
		why, wrong := p.whyLeft(l)
		d.Low = append(d.Low, LeftRow{Item: p.scale.Items()[l.Item].ID, Score: l.Score, Why: why, Wrong: wrong})
	}
	for _, s := range p.suggestions(p.steps()) {
		if _, there := Agreed(p.review, &s); !there {
			d.Suggest = append(d.Suggest, s)
		}
	}
	return d
}

// shown is a number as programs get it.
func shown(n fidelity.Number) float64 { return n.RoundTo(4).Float() }

// needs says what to change for a step, in the numbers of the item where there
// are any. What rows need stands in the team's copy alone.
func (b *builder) needs(s plan.Step) []string {
	targets := b.targets(s)
	if len(targets) > 1 || b.scale.Items()[s.Item].Each != "" && b.reader != Team {
		return targets // each is a sentence on its own
	}
	if c := plan.ChangeTo(b.a, s.Item, s.To); c != nil && len(c.Routes) > 0 {
		return []string{say.Upper(b.say.Step(b.a, c))}
	}
	return targets
}

// targets says what has to hold for a step, a sentence for each thing where all
// are needed.
func (b *builder) targets(s plan.Step) []string {
	n := b.a.NextTo(s.Item, s.To)
	if n == nil {
		if text := b.say.Item(s.Item).Scores[s.To]; text != "" {
			return []string{text} // a stripped review has no evidence to count from
		}
		return []string{}
	}
	if n.Choose < len(n.Needs) || len(n.Needs) == 0 || len(n.Or) > 0 || n.Needs[0].Row >= 0 {
		return []string{say.Upper(b.say.Needs(b.a, s.Item, n))}
	}
	var out []string
	for i := range n.Needs {
		out = append(out, say.Sentence(say.Upper(b.say.Need(b.a, s.Item, &n.Needs[i]))))
	}
	return out
}
