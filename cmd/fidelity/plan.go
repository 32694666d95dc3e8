package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

func (a *app) plan() *cobra.Command {
	var outputs []string
	var format string
	cmd := &cobra.Command{
		Use:     "plan FILE [-o plan.pdf …]",
		Short:   "The action plan, and what the next score of each item needs",
		Long:    "Show the actions that were agreed (what, who, when), then for each item below\nthe top what its next score needs, the lowest scores first.",
		Example: "  fidelity plan reviews/larkmoor/2026-05.yaml -o plan.xlsx",
		Args:    needOneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runPlan(args[0], format, outputs) },
	}
	outputFlag(cmd, &outputs)
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runPlan(name, format string, outputs []string) error {
	if err := oneOf("--format", format, "text", "json"); err != nil {
		return err
	}
	if err := checkOutputs(outputs, name); err != nil {
		return err
	}
	in, err := a.one(name, "no plan was made")
	if err != nil {
		return err
	}
	in.Reader = report.Team
	doc := report.BuildPlan(in)
	switch {
	case len(outputs) > 0:
		return a.writeDocument(doc, outputs)
	case format == "json":
		return a.writePlan(result.New(in.Assessment, in.Speaker, name, tool), doc)
	}
	return text.Document(a.out, doc, a.style())
}

// planJSON is the action plan for other programs.
type planJSON struct {
	Total   result.Decimal     `json:"total"` // null while an item has no score
	Actions []report.ActionRow `json:"actions"`
	Needs   []report.NeedRow   `json:"needs"`
}

func (a *app) writePlan(r *result.Result, doc *report.Document) error {
	out := planJSON{Total: r.Total.Score, Actions: doc.Data.Actions, Needs: doc.Data.Needs}
	if out.Actions == nil {
		out.Actions = []report.ActionRow{}
	}
	if out.Needs == nil {
		out.Needs = []report.NeedRow{}
	}
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(out); err != nil {
		return fmt.Errorf("write the plan: %w", err)
	}
	return nil
}
