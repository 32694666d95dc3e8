package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// checkOptions are the gates that were asked for.
type checkOptions struct {
	format   string
	complete bool
	minBand  string
}

func (a *app) check() *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:   "check FILE…",
		Short: "Every problem in a review file",
		Long: `Tell every problem in a review file at once, each with its line. A problem that
is an error gives status 2; --complete and --min-band are gates, and only they
give status 3 and 4.

Names, numbers and dates by which a client could be recognised are told as well,
in masked form. One that may stay is settled in the review:
  not-personal: [{path: items.disclosure.saw, why: the name of a shop}]`,
		Example: "  fidelity check reviews/larkmoor/2026-05.yaml --complete",
		Args:    needFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runCheck(args, opts) },
	}
	cmd.Flags().StringVar(&opts.format, "format", "text", "text or json")
	cmd.Flags().BoolVar(&opts.complete, "complete", false, "want a score for every item, and a reason wherever one differs from the evidence")
	cmd.Flags().StringVar(&opts.minBand, "min-band", "", "want the lowest possible total in this band or above")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runCheck(names []string, opts checkOptions) error {
	if err := oneOf("--format", opts.format, "text", "json"); err != nil {
		return err
	}
	reviews, problems, bad, err := a.readReviews(names)
	if err != nil {
		return err
	}
	problems = append(problems, personal(names, reviews)...)
	incomplete, below := false, false
	for _, r := range reviews {
		in, err := a.input(r)
		if err != nil {
			return err
		}
		found, open := findings(r, in, opts.complete)
		found = append(found, r.file.SealProblems()...)
		dates, err := a.cycle(r)
		if err != nil {
			return err
		}
		found = append(found, dates...)
		problems = append(problems, found...)
		problems = append(problems, actionFindings(r)...)
		incomplete = incomplete || opts.complete && open
		if opts.minBand != "" {
			met, err := atLeastBand(in.Assessment, opts.minBand)
			if err != nil {
				return err
			}
			if below = below || !met; !met {
				a.say("%s: the lowest possible total is %s, which is below the band %s", r.name, in.Assessment.Total.Low.Decimal(2), opts.minBand)
			}
		}
	}
	problems.Sort()
	bad = max(bad, filesWithErrors(problems))
	if err := a.writeProblems(problems, bad, opts.format); err != nil {
		return err
	}
	if len(problems) == 0 && !below && opts.format == "text" {
		a.say("No problems in %s.", say.Count(len(reviews), "file", "files"))
	}
	switch {
	case bad > 0:
		return exitError{statusInvalid}
	case incomplete:
		return exitError{statusIncomplete}
	case below:
		return exitError{statusGate}
	}
	return nil
}

func (a *app) writeProblems(problems source.Problems, bad int, format string) error {
	if format == "json" {
		if problems == nil {
			problems = source.Problems{}
		}
		return a.writeJSON(map[string]source.Problems{"problems": problems})
	}
	a.tell(problems, bad, "mend them and check again")
	return nil
}

// findings looks at what the file says as a whole: items that are open, and
// scores that differ from the evidence without a reason. Open is true where an
// item has no score or a reason is missing.
func findings(r review, in report.Input, all bool) (found source.Problems, open bool) {
	scale := in.Assessment.Scale()
	add := func(level source.Level, code, path, text string) {
		found = append(found, r.file.Locate(source.Problem{File: r.name, Level: level, Code: code, Path: path, Text: text}))
	}
	for i := range in.Assessment.Items {
		it := &in.Assessment.Items[i]
		path := "items." + scale.Items()[i].ID
		if it.State == fidelity.Open {
			open = true
			if all {
				add(source.Warning, source.CodeOpen, path, "no score yet: "+in.Speaker.ScoreWords(in.Assessment, i)+"; "+say.Lower(in.Speaker.MissingInShort(in.Assessment, i)))
			}
		}
		for f := range it.Flags {
			if it.Flags[f].Code == fidelity.Differs && in.Assessment.Review().Findings[i].Because == "" {
				open = true
				add(source.Warning, source.CodeNoReason, path+".score", in.Speaker.Flag(in.Assessment, i, &it.Flags[f])+" Say why in because")
			}
		}
	}
	return found, open
}

// atLeastBand reports whether the lowest possible total lies in a band or above.
func atLeastBand(a *fidelity.Assessment, id string) (bool, error) {
	bands := a.Scale().Bands()
	var names []string
	for i, b := range bands {
		if b.ID == id {
			return a.LowBand >= i, nil
		}
		names = append(names, b.ID)
	}
	if len(bands) == 0 {
		return false, fmt.Errorf("--min-band: %s has no bands", a.Scale().ID())
	}
	return false, fmt.Errorf("--min-band %q is no band of %s; there are %s", id, a.Scale().ID(), say.And(names))
}

// cycle tells the dates around the visit, where report.yaml settles them.
func (a *app) cycle(r review) (source.Problems, error) {
	look, _, err := a.look(r.name)
	if err != nil {
		return nil, err
	}
	dates := say.Cycle(look.Cycle, r.file.Review.Visit)
	if dates == "" {
		return nil, nil
	}
	return source.Problems{r.file.Locate(source.Problem{
		File: r.name, Level: source.Note, Code: source.CodeCycle, Path: "visit", Text: "dates of this visit: " + dates,
	})}, nil
}
