package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// agreeOptions are the flags of agree.
type agreeOptions struct {
	outputs           []string
	format, all, base string
	settled           bool
	stamp             stamp // of the file to agree on, where it is edited
}

func (a *app) agree() *cobra.Command {
	var opts agreeOptions
	cmd := &cobra.Command{
		Use:   "agree A B [C…] [-o consensus.yaml] [--settled]",
		Short: "Two reviewers' files: agreement, differences, the file to agree on",
		Long: `Compare what two or more reviewers scored alone for the same visit, and list the
items to talk about, the widest difference first. With -o NAME.yaml it also
writes the file to agree on: the evidence of both, each reviewer's frozen
rating, the score where they were the same, and an empty one where not. That
file may be the review that the copies were made from: it keeps its comments.

An agreed file that carries frozen ratings can be given by itself. Where the
review that the copies were made from lies beside them (2026-05.yaml beside
2026-05.r1.yaml), what each reviewer changed in the evidence is told by it.

With --all, look over every pair of reviewers in a folder: the items that they
disagree on, whether one scores higher than another, and how sure a total is.`,
		Example: `  fidelity agree reviews/larkmoor/2026-09.r1.yaml reviews/larkmoor/2026-09.r2.yaml -o consensus.yaml -o agenda.pdf
  fidelity agree reviews/larkmoor/2026-09.yaml --settled
  fidelity agree --all reviews`,
		RunE: func(_ *cobra.Command, args []string) error {
			if opts.all != "" {
				return a.runAgreeAll(args, opts)
			}
			return a.runAgree(args, opts)
		},
	}
	cmd.Flags().StringArrayVarP(&opts.outputs, "output", "o", nil, "where to write; .yaml or .yml is the file to agree on, other endings choose the format: "+endings+"; may be given several times")
	cmd.Flags().StringVar(&opts.format, "format", "text", "text or json")
	cmd.Flags().BoolVar(&opts.settled, "settled", false, "end with status 5 while an item has no agreed score")
	cmd.Flags().StringVar(&opts.all, "all", "", "a folder: look over every pair of reviewers in it")
	cmd.Flags().StringVar(&opts.base, "base", "", "the review that the copies were made from, where it does not lie beside them")
	stampFlags(cmd, &opts.stamp)
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runAgree(names []string, opts agreeOptions) error {
	if len(names) == 0 {
		return errors.New("name the files of two reviewers, as in: fidelity agree 2026-05.r1.yaml 2026-05.r2.yaml")
	}
	documents, consensus, err := agreeOutputs(opts, names)
	if err == nil {
		err = opts.stamp.check()
	}
	if err != nil {
		return err
	}
	reviews, problems, bad, err := a.readReviews(names)
	a.tell(errorsOf(problems), bad, "nothing was compared")
	switch {
	case err != nil:
		return err
	case bad > 0:
		return exitError{statusInvalid}
	}
	base, err := a.baseOf(reviews, opts.base)
	if err != nil {
		return err
	}
	for _, r := range reviews {
		a.hide(r)
	}
	if base != nil {
		a.hide(*base)
	}
	joint, err := jointOf(reviews, base)
	if err != nil {
		return a.refused(err)
	}
	in, err := a.inputOf(joint.Review)
	if err != nil {
		return err
	}
	doc := report.BuildAgreement(in, joint)
	if opts.format == "json" {
		err = a.writeJSON(agreementJSON(joint))
	} else {
		err = text.Document(a.out, doc, a.style())
	}
	if err != nil {
		return err
	}
	if err := a.writeDocument(doc, documents); err != nil {
		return err
	}
	return a.afterAgreement(joint, base, in, reviews, consensus, opts)
}

// afterAgreement tells conflicts of evidence, writes the file to agree on, and
// says what is still open.
func (a *app) afterAgreement(joint *agree.Joint, base *review, in report.Input, reviews []review, consensus string, opts agreeOptions) error {
	if len(joint.Conflicts) > 0 {
		for _, p := range a.conflicts(joint, in, reviews) {
			a.say("%s", p)
		}
		n := say.Count(len(joint.Conflicts), "place of the evidence was", "places of the evidence were")
		if consensus != "" {
			a.say("%s changed differently; %s was not written.", n, consensus)
		} else {
			a.say("%s changed differently.", n)
		}
		return exitError{statusInvalid}
	}
	if consensus != "" {
		if err := a.writeConsensus(consensus, joint, base, opts.stamp); err != nil {
			return err
		}
	}
	open, done := joint.Settled()
	if opts.settled && !done {
		a.say("%s: %s.", say.Count(len(open), "item has no agreed score", "items have no agreed score"), a.itemNames(in, open))
		return exitError{statusDisagree}
	}
	return nil
}

func (a *app) itemNames(in report.Input, items []int) string {
	var names []string
	for _, i := range items {
		names = append(names, in.Speaker.Short(i))
	}
	return say.And(names)
}

// agreeOutputs tells documents from the one file to agree on.
func agreeOutputs(opts agreeOptions, names []string) (documents []string, consensus string, err error) {
	if err := oneOf("--format", opts.format, "text", "json"); err != nil {
		return nil, "", err
	}
	for _, out := range opts.outputs {
		if ending(out) != ".yaml" && ending(out) != ".yml" {
			if formats[ending(out)] == nil {
				return nil, "", fmt.Errorf("-o %s: the ending chooses the format; write .yaml, %s", out, endings)
			}
			documents = append(documents, out)
			continue
		}
		if consensus != "" {
			return nil, "", fmt.Errorf("-o %s and -o %s: there is one file to agree on; leave one of them out", consensus, out)
		}
		consensus = out
		if at := slices.IndexFunc(names, func(n string) bool { return sameFile(n, out) }); at >= 0 {
			return nil, "", fmt.Errorf("-o %s is one of the files to compare; choose another name", out)
		}
	}
	for _, name := range names {
		if err := checkOutputs(documents, name); err != nil {
			return nil, "", err
		}
	}
	return documents, consensus, nil
}

// jointOf joins the copies, or takes the one agreed file apart.
func jointOf(reviews []review, base *review) (*agree.Joint, error) {
	if len(reviews) == 1 {
		return agree.FromAgreed(reviews[0].name, reviews[0].file.Review)
	}
	copies := make([]agree.Copy, len(reviews))
	for i, r := range reviews {
		copies[i] = agree.Copy{Name: r.name, Review: r.file.Review}
	}
	var from *fidelity.Review
	if base != nil {
		from = base.file.Review
	}
	return agree.FromCopies(copies, from)
}

// baseOf finds the review that the copies were made from: as it was named, or
// by the name of a copy without its reviewer. It is nil where none is at hand.
func (a *app) baseOf(reviews []review, name string) (*review, error) {
	asked := name != ""
	if !asked {
		name = beside(reviews[0])
		if !isFile(name) {
			return nil, nil
		}
	}
	data, err := source.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, problems := a.readReview(name, data)
	switch {
	case file == nil:
		a.tell(errorsOf(problems), 1, "nothing was compared")
		return nil, exitError{statusInvalid}
	case file.Review.Blind == "" && agree.SameVisit(file.Review, reviews[0].file.Review):
		return &review{name, file}, nil
	case asked:
		return nil, fmt.Errorf("--base %s: the copies were not made from it; name a review of the same visit", name)
	}
	return nil, nil
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// beside is the name of the review that a reviewer's copy was made from.
func beside(r review) string {
	end := ending(r.name)
	stem := r.name[:len(r.name)-len(end)]
	if short, ok := strings.CutSuffix(stem, "."+r.file.Review.Blind); ok && r.file.Review.Blind != "" {
		return short + end
	}
	return ""
}

// refused says why reviews cannot be compared, a line each.
func (a *app) refused(err error) error {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		a.say("%s", line)
	}
	return exitError{statusInvalid}
}

// inputOf assesses a review that was not read from one file.
func (a *app) inputOf(r *fidelity.Review) (report.Input, error) {
	return a.input(review{file: &source.File{Review: r}})
}
