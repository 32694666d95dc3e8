package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

func (a *app) score() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "score FILE…",
		Short: "Item scores, total, band and open questions",
		Long: `Score one review or several: item by item, with what each score rests on, what
is still open, and what would move the total.

A reviewer's score counts; without one, the evidence suggests a score or the
range of scores that is still possible. Nothing that is missing becomes a 1.`,
		Example: "  fidelity score reviews/larkmoor/2026-05.yaml\n  fidelity score reviews/*/*.yaml --format csv",
		Args:    needFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runScore(args, format) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json (one file), jsonl or csv")
	complete(cmd, "format", "text", "json", "jsonl", "csv")
	return cmd
}

func (a *app) runScore(names []string, format string) error {
	if err := oneOf("--format", format, "text", "json", "jsonl", "csv"); err != nil {
		return err
	}
	if format == "json" && len(expand(names)) > 1 {
		return fmt.Errorf("--format json takes one file; use --format jsonl for several")
	}
	reviews, problems, bad, err := a.readReviews(names)
	a.tell(errorsOf(problems), bad, "nothing was scored there")
	if err != nil {
		return err
	}
	if err := a.writeScores(reviews, format); err != nil {
		return err
	}
	if bad > 0 {
		return exitError{statusInvalid}
	}
	return nil
}

func (a *app) writeScores(reviews []review, format string) error {
	var results []*result.Result
	for i, r := range reviews {
		in, err := a.input(r)
		if err != nil {
			return err
		}
		if format == "text" {
			if i > 0 {
				_, _ = fmt.Fprintln(a.out)
			}
			if err := text.Screen(a.out, report.BuildScreen(in, masked(r.name)), a.style()); err != nil {
				return err
			}
			continue
		}
		results = append(results, result.New(in.Assessment, in.Speaker, masked(r.name), tool))
	}
	switch format {
	case "csv":
		return result.WriteCSV(a.out, results)
	case "json", "jsonl":
		for _, r := range results {
			if err := r.Write(a.out, format == "json"); err != nil {
				return err
			}
		}
	}
	return nil
}

// oneOf checks the value of a flag.
func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return fmt.Errorf("%s %q is not known; write %s", flag, value, strings.Join(allowed, ", "))
}

// complete offers the values of a flag to the shell.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The only error is a flag that does not exist, and it was made just now.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func needFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("name at least one review file, as in: fidelity %s reviews/my-service/2026-05.yaml", cmd.Name())
	}
	return nil
}

func needOneFile(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name one review file, as in: fidelity %s reviews/my-service/2026-05.yaml", cmd.Name())
	}
	return nil
}
