package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

func (a *app) importBook() *cobra.Command {
	var output, take string
	var s stamp
	cmd := &cobra.Command{
		Use:   "import book.xlsx -o FILE",
		Short: "Bring a workbook that was filled in into a review file",
		Long: `Read an evidence workbook and write it as a review file.

Where the review file is there already, only what is different in the workbook
is changed in it. Its comments, its order and all that the workbook has no cell
for stay as they are, and each change is recorded in it. What only the file has
changed since the workbook was made stays too. Where both have changed the same,
nothing is written unless --take says which of the two counts. Where the workbook
has problems all are told, each with its sheet and cell, and nothing is written.`,
		Example: "  fidelity import book.xlsx -o reviews/larkmoor/2027-05.yaml --by r1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name one workbook, as in: fidelity import book.xlsx -o review.yaml")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runImport(args[0], output, take, s) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "the review file to write, or to bring up to date")
	cmd.Flags().StringVar(&take, "take", "", "what counts where both have changed the same: workbook, or review")
	complete(cmd, "take", takeWorkbook, takeReview)
	stampFlags(cmd, &s)
	return cmd
}

// The values of --take.
const takeWorkbook, takeReview = "workbook", "review"

func (a *app) runImport(name, output, take string, s stamp) error {
	if err := oneOf("--take", take, "", takeWorkbook, takeReview); err != nil {
		return err
	}
	switch {
	case output == "":
		return errors.New("say where the review goes, as in: -o review.yaml")
	case workbook.IsWorkbook(output, nil):
		return fmt.Errorf("-o %s: a review file has the ending .yaml", output)
	}
	if err := s.check(); err != nil {
		return err
	}
	data, err := source.ReadFile(name)
	if err != nil {
		return err
	}
	if !workbook.IsWorkbook(name, data) {
		return fmt.Errorf("%s is no workbook; every command reads a review file as it is", name)
	}
	book, problems := workbook.Read(name, data, a.shelf)
	a.tell(problems, 1, "nothing was written")
	if book == nil {
		return exitError{statusInvalid}
	}
	a.hide(review{name, book.File})
	if _, err := os.Stat(output); errors.Is(err, fs.ErrNotExist) {
		if err := source.WriteFile(output, source.FormatReview(book.File.Review)); err != nil {
			return err
		}
		a.say("Wrote %s", output)
		return nil
	}
	return a.bringOver(book, output, take, s)
}

// bringOver brings a workbook over a review file that is there.
func (a *app) bringOver(book *workbook.Book, output, take string, s stamp) error {
	editor, err := source.Open(output)
	var problems source.Problems
	var old *source.File
	switch {
	case errors.As(err, &problems):
	case err != nil:
		return err
	default:
		old, problems = source.ReadReview(output, editor.Bytes(), a.shelf)
	}
	if old == nil {
		a.tell(errorsOf(problems), 1, "mend them first; nothing was written")
		return exitError{statusInvalid}
	}
	side := map[string]source.Side{takeWorkbook: source.TakeWhatIs, takeReview: source.KeepWhat}[take]
	changes, err := book.Over(editor, old, side, s.mark())
	switch {
	case errors.As(err, &problems):
		a.tell(problems, 1, "nothing was written")
		if problems[0].Code == source.CodeConflict {
			a.say("Say which counts there, with --take workbook or --take review.")
		}
		return exitError{statusInvalid}
	case err != nil:
		return err
	case changes == 0 && book.Older(old):
		a.say("Nothing in the workbook is newer than %s; nothing was written", output)
		return nil
	case changes == 0:
		a.say("%s says the same already; nothing was written", output)
		return nil
	}
	if err := editor.Save(); err != nil {
		return err
	}
	a.say("Wrote %s: %s", output, say.Count(changes, "change", "changes"))
	if book.Older(old) {
		a.say("It had changes of its own since the workbook was made; they were kept%s", map[string]string{takeWorkbook: ", but for those that the workbook has otherwise"}[take])
	}
	return nil
}
