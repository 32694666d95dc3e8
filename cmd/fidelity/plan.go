package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// planOptions are what a plan is asked for.
type planOptions struct {
	reach, effort, format string
	reader                string // whom the copy is for
	margin                int
	margined              bool // a margin was asked for
	lock, add             []string
	outputs               []string
	stamp                 stamp
}

func (a *app) plan() *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan FILE [--reach BAND|TOTAL] [-o plan.pdf …]",
		Short: "The action plan, and the least-effort way to a band",
		Long: `Show the actions that were agreed (what, who, when), actions to choose from,
up to three least-effort ways to a band or a total, what each total would take,
and what the next score of each item needs.

The ways are arithmetic on guesses of effort. The scale guesses what a point on
each item takes; a file of your own, with a line such as "disclosure: 3" for an
item, can take the place of the guesses. The point to the top score counts
double. On the way to a band the aim is 3 points past its line, since another
review of the same service could fairly give a few points less; --margin sets
another distance. While an item has no score, the ways start from the lowest
possible total.

This is the team's own copy: it names specialists by their codes, and shows
personal plans. A copy for others, as with --for commissioner, does neither.

--add writes suggested actions into the review: those for the items named, or
for all items of the first way with --add way, save those with an open action.
An action that is there already is not added again. Nothing else in the file
changes.`,
		Example: `  fidelity plan reviews/larkmoor/2026-05.yaml
  fidelity plan reviews/larkmoor/2026-05.yaml --reach exemplary --lock 1,2 -o plan.xlsx
  fidelity plan reviews/larkmoor/2026-05.yaml --add team-contact,disclosure --by r1`,
		Args: needOneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.margined = cmd.Flags().Changed("margin")
			return a.runPlan(args[0], o, cmd.Flags().Changed("format"))
		},
	}
	outputFlag(cmd, &o.outputs)
	cmd.Flags().StringVar(&o.format, "format", "text", "text or json")
	complete(cmd, "format", "text", "json")
	cmd.Flags().StringVar(&o.reader, "for", string(report.Team), "whom the copy is for: team, executive, clinical, commissioner or full")
	complete(cmd, "for", readerNames()...)
	cmd.Flags().StringVar(&o.reach, "reach", "", "the band or the total to reach; the next band where it is left out")
	cmd.Flags().IntVar(&o.margin, "margin", plan.DefaultMargin, "points to aim past the line; none by default where --reach is a total")
	cmd.Flags().StringVar(&o.effort, "effort", "", "a YAML file with your own effort for a point, item by item")
	cmd.Flags().StringSliceVar(&o.lock, "lock", nil, "items that stay as they are, by number or id; may be given several times")
	cmd.Flags().StringSliceVar(&o.add, "add", nil, `write suggested actions for these items into the review; "way" for the items of the first way`)
	stampFlags(cmd, &o.stamp)
	return cmd
}

func (a *app) runPlan(name string, o planOptions, formatted bool) error {
	if err := o.check(name); err != nil {
		return err
	}
	in, err := a.planInput(name, o.reader)
	if err != nil {
		return err
	}
	goal, err := a.goal(in.Assessment, o)
	if err != nil {
		return err
	}
	if answer := plan.Ways(in.Assessment, goal.Question); answer.Short() {
		return tooFar(in, goal, answer, o)
	}
	doc := report.BuildPlanTo(in, goal)
	if len(o.add) > 0 {
		if err := a.addActions(name, in, doc, o); err != nil {
			return err
		}
		if len(o.outputs) == 0 && !formatted {
			return nil
		}
		if in, err = a.planInput(name, o.reader); err != nil {
			return err
		}
		doc = report.BuildPlanTo(in, goal)
	}
	if len(o.outputs) == 0 && o.format == "json" {
		return a.writePlan(doc)
	}
	return a.show(doc, o.outputs)
}

// check looks at what can be wrong before a file is read.
func (o *planOptions) check(name string) error {
	if err := oneOf("--format", o.format, "text", "json"); err != nil {
		return err
	}
	if err := oneOf("--for", o.reader, readerNames()...); err != nil {
		return err
	}
	if o.margin < 0 {
		return fmt.Errorf("--margin %d is below 0; write a whole number of points, as in 3", o.margin)
	}
	if len(o.add) == 0 && o.stamp != (stamp{}) {
		return errors.New("--by and --at say who adds an action and when; name the items as well, as in --add way")
	}
	if err := o.stamp.check(); err != nil {
		return err
	}
	return checkOutputs(o.outputs, name)
}

func (a *app) planInput(name, reader string) (report.Input, error) {
	in, err := a.one(name, "no plan was made")
	in.Reader = report.Reader(reader)
	return in, err
}

// planJSON is the plan for other programs.
type planJSON struct {
	*report.PlanData
	Actions []report.ActionRow `json:"actions"`
	Next    []report.NeedRow   `json:"next"`
}

func (a *app) writePlan(doc *report.Document) error {
	out := planJSON{PlanData: doc.Data.Plan, Actions: doc.Data.Actions, Next: doc.Data.Needs}
	if out.Actions == nil {
		out.Actions = []report.ActionRow{}
	}
	if out.Next == nil {
		out.Next = []report.NeedRow{}
	}
	return a.writeJSON(out)
}

// readEffort reads a service's own figures of effort.
func (a *app) readEffort(name string, scale *fidelity.Scale) (map[string]int, error) {
	if name == "" {
		return nil, nil
	}
	data, err := source.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("--effort: %w", err)
	}
	effort, problems := source.ReadEffort(name, data, scale)
	a.tell(errorsOf(problems), 1, "no plan was made")
	if problems.Errors() {
		return nil, exitError{statusInvalid}
	}
	return effort, nil
}
