package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// workbookOptions are what a workbook is made of.
type workbookOptions struct {
	scale, service, reader, output string
	fresh                          bool // neither the scale nor the service was named
}

func (a *app) workbook() *cobra.Command {
	var opts workbookOptions
	cmd := &cobra.Command{
		Use:   "workbook [FILE] -o book.xlsx [--for service | --for reviewer ID]",
		Short: "The evidence workbook, to fill in with Excel",
		Long: `Write a workbook in which a service and its reviewers fill in the evidence:
for a new review, or with what a review has already. The tool reads a filled-in
workbook wherever it reads a review.

The copy for a service has no sheets for scores. The copy for a reviewer shows
the evidence, and nothing that another reviewer decided. An existing file is
never replaced.`,
		Example: `  fidelity workbook --service "Larkmoor Employment Service" -o book.xlsx
  fidelity workbook reviews/larkmoor/2026-05.yaml -o book.xlsx
  fidelity workbook reviews/larkmoor/2026-05.yaml --for reviewer r2 -o r2.xlsx`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.fresh = !cmd.Flags().Changed("scale") && !cmd.Flags().Changed("service")
			return a.runWorkbook(args, opts)
		},
	}
	cmd.Flags().StringVar(&opts.scale, "scale", "ips-25", "of a new review: the scale, as in ips-25 or ips-25@1")
	cmd.Flags().StringVar(&opts.service, "service", "", "of a new review: the service's name")
	cmd.Flags().StringVar(&opts.reader, "for", "", "whom the copy is for: service, or reviewer and an id, as in: --for reviewer r2")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "where to write the workbook, as in book.xlsx")
	complete(cmd, "for", "service", "reviewer")
	return cmd
}

func (a *app) runWorkbook(args []string, opts workbookOptions) error {
	file, id, err := splitArgs(args, opts.reader)
	if err != nil {
		return err
	}
	reader, named, _ := strings.Cut(opts.reader, ":")
	if named != "" {
		id = named
	}
	if err := oneOf("--for", reader, "", string(workbook.ForService), string(workbook.ForReviewer)); err != nil {
		return fmt.Errorf("--for takes service, or reviewer and an id, as in: --for reviewer r2; not %q", opts.reader)
	}
	switch {
	case reader == string(workbook.ForReviewer) && id == "":
		return errors.New("say which reviewer, as in: --for reviewer r2")
	case opts.output == "":
		return errors.New("say where the workbook goes, as in: -o book.xlsx")
	case ending(opts.output) != ".xlsx":
		return fmt.Errorf("-o %s: a workbook ends in .xlsx", opts.output)
	case file != "" && !opts.fresh:
		return fmt.Errorf("%s has its scale and its service; leave out --scale and --service", file)
	}
	if _, err := os.Stat(opts.output); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists already; choose another name, so that nothing that was filled in is lost", opts.output)
	}
	review, words, err := a.reviewFor(file, opts)
	if err != nil {
		return err
	}
	if reader == string(workbook.ForReviewer) {
		if err := knownReviewer(review, id); err != nil {
			return err
		}
		switch {
		case strings.EqualFold(review.Blind, id):
			reader, id = "", "" // it is the reviewer's own copy, with that reviewer's scores alone
		case review.Blind != "":
			return fmt.Errorf("%s is the copy of %s, who scores alone; make the workbook of %s from the review itself", file, review.Blind, id)
		}
	}
	data, err := workbook.Write(review, words, workbook.Copy{For: workbook.Reader(reader), Reviewer: id, Tool: toolName + " " + version, Lang: a.wording})
	if err != nil {
		return err
	}
	if err := source.WriteFile(opts.output, data); err != nil {
		return err
	}
	a.say("Wrote %s", opts.output)
	return nil
}

// splitArgs tells the review from the id of a reviewer, which may stand on
// either side of each other: --for reviewer r2 leaves r2 among the arguments.
func splitArgs(args []string, reader string) (file, id string, err error) {
	if reader != string(workbook.ForReviewer) {
		if len(args) > 1 {
			return "", "", fmt.Errorf("name one review, not %s", say.And(args))
		}
		return strings.Join(args, ""), "", nil
	}
	for _, arg := range args {
		_, statErr := os.Stat(arg)
		switch isFile := statErr == nil || strings.ContainsAny(arg, `./\`); {
		case isFile && file == "":
			file = arg
		case !isFile && id == "":
			id = arg
		default:
			return "", "", fmt.Errorf("name one review and one reviewer, not %s", say.And(args))
		}
	}
	return file, id, nil
}

// reviewFor reads the review, or makes an empty one.
func (a *app) reviewFor(file string, opts workbookOptions) (*fidelity.Review, *fidelity.Words, error) {
	if file != "" {
		in, err := a.one(file, "no workbook was written")
		if err != nil {
			return nil, nil, err
		}
		return in.Assessment.Review(), in.Speaker.Words(), nil
	}
	scale, words, err := a.scaleAndWords(opts.scale)
	if err != nil {
		return nil, nil, err
	}
	if err := noPerson("--service", opts.service); err != nil {
		return nil, nil, err
	}
	review := fidelity.NewReview(scale)
	review.Service.Name, review.Service.ID = opts.service, source.ServiceID(opts.service)
	return review, words, nil
}

// knownReviewer says who the reviewers are where the id is none of theirs.
func knownReviewer(review *fidelity.Review, id string) error {
	var ids []string
	for _, r := range review.Reviewers {
		if r.ID == id {
			return nil
		}
		if r.ID != "" {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) == 0 {
		return nil // nobody is named yet
	}
	return fmt.Errorf("the review has no reviewer %s; it has %s", id, say.And(ids))
}
