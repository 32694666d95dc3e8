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
	var output string
	var s stamp
	cmd := &cobra.Command{
		Use:   "import book.xlsx -o FILE",
		Short: "Bring a workbook that was filled in into a review file",
		Long: `Read an evidence workbook and write it as a review file.

Where the review file is there already, only what is different in the workbook
is changed in it. Its comments, its order and all that the workbook has no cell
for stay as they are, and each change is recorded in it. Where the workbook has
problems all are told, each with its sheet and cell, and nothing is written.`,
		Example: "  fidelity import book.xlsx -o reviews/larkmoor/2027-05.yaml --by r1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name one workbook, as in: fidelity import book.xlsx -o review.yaml")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runImport(args[0], output, s) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "the review file to write, or to bring up to date")
	stampFlags(cmd, &s)
	return cmd
}

func (a *app) runImport(name, output string, s stamp) error {
	switch {
	case output == "":
		return errors.New("say where the review goes, as in: -o review.yaml")
	case workbook.IsWorkbook(output, nil):
		return fmt.Errorf("-o %s: a review file has the ending .yaml", output)
	}
	if err := s.check(); err != nil {
		return err
	}
	data, err := readBytes(name)
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
	return a.bringOver(book, output, s)
}

// bringOver brings a workbook over a review file that is there.
func (a *app) bringOver(book *workbook.Book, output string, s stamp) error {
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
	changes, err := book.Over(editor, old, s.mark())
	switch {
	case errors.As(err, &problems):
		a.tell(problems, 1, "nothing was written")
		return exitError{statusInvalid}
	case err != nil:
		return err
	case changes == 0:
		a.say("%s says the same already; nothing was written", output)
		return nil
	}
	if err := editor.Save(); err != nil {
		return err
	}
	a.say("Wrote %s: %s", output, say.Count(changes, "change", "changes"))
	if book.Older(old) {
		a.say("It was changed after the workbook was made. Where the two differed, the workbook was taken; the version before is %s.bak", output)
	}
	return nil
}
