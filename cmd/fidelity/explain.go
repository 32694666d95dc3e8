package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
)

func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain FILE ITEM",
		Short: "How one score came about, row by row",
		Long: `Show how the score of one item came about: row by row, what was left out and
why, the rule in words, and what the next score needs. ITEM is a number or an id.`,
		Example: "  fidelity explain reviews/larkmoor/2026-05.yaml 24",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return errors.New("name a review file and an item, as in: fidelity explain reviews/my-service/2026-05.yaml 24")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runExplain(args[0], args[1]) },
	}
}

func (a *app) runExplain(name, item string) error {
	in, err := a.one(name, "nothing was explained")
	if err != nil {
		return err
	}
	i, err := findItem(in.Assessment.Scale(), item)
	if err != nil {
		return err
	}
	return text.Document(a.out, report.BuildExplanation(in, i), a.style())
}
