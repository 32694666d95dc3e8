package main

import (
	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
)

func (a *app) ask() *cobra.Command {
	var outputs []string
	var format, by string
	cmd := &cobra.Command{
		Use:   "ask FILE [-o ask.pdf …]",
		Short: "What to find out next, most points at stake first",
		Long: `List the facts and figures that are not known and can still change the score,
those first that settle most of the total's range. Each is asked once, however
many items it serves. With -o they become sheets to take along, one for each
source of evidence, with boxes to tick and lines to write on.

Points are tried out, not guessed: the answer is put into a copy of the review
in the best and in the worst way, and the copy is scored. An answer settles at
most that many points of the range. 0 points means that it counts only together
with other answers.

--format json prints one object:
  total      low, high, and the points between them
  questions  most points first, each with
             paths     where the answers belong in the review file
             kind      fact, column (of several rows) or table
             question, answers, source, sources
             items     whose score it can change; confirms: those already rated
             after     facts that are asked after it, if at all
             minutes   that the answer takes, about; null where nobody can tell
             points    of the range that it settles at most
             open      points of the items that it serves
             best, worst, most   low and high of the total after the answer that
                       lifts it most, lowers it most, settles most of it
  items      id, low, high and standing: asked, settled, rated,
             rated-while-open, not-enough-evidence or nothing-to-ask`,
		Example: "  fidelity ask reviews/larkmoor/2026-05.yaml\n  fidelity ask reviews/larkmoor/2026-05.yaml -o ask.pdf",
		Args:    needOneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runAsk(args[0], format, by, outputs) },
	}
	outputFlag(cmd, &outputs)
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	cmd.Flags().StringVar(&by, "by", string(report.BySource), "how questions are put together: source or item")
	complete(cmd, "format", "text", "json")
	complete(cmd, "by", string(report.BySource), string(report.ByItem))
	return cmd
}

func (a *app) runAsk(name, format, by string, outputs []string) error {
	if err := oneOf("--format", format, "text", "json"); err != nil {
		return err
	}
	if err := oneOf("--by", by, string(report.BySource), string(report.ByItem)); err != nil {
		return err
	}
	if err := checkOutputs(outputs, name); err != nil {
		return err
	}
	in, err := a.one(name, "there is nothing to ask yet")
	switch {
	case err != nil:
		return err
	case len(outputs) > 0:
		return a.writeDocument(report.BuildAsk(in, report.AskBy(by)), outputs)
	case format == "json":
		return a.writeJSON(report.BuildAsked(in))
	}
	return text.Document(a.out, report.BuildAskList(in, report.AskBy(by)), a.style())
}
