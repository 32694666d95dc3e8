package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func (a *app) strip() *cobra.Command {
	var output string
	var when stamp
	cmd := &cobra.Command{
		Use:   "strip FILE -o FILE",
		Short: "A copy of a review without the rows about people",
		Long: `Write a copy of a review for keeping: without the rows about people, without
answers, and without free text but for recommendations and actions. It keeps
scores, and what the evidence came to, so that it scores to the same result.

The review itself stays as it is. Delete it, and its backups, when the rows about
people are to be gone: about two weeks after the feedback is usual.`,
		Example: "  fidelity strip reviews/larkmoor/2026-05.yaml -o kept/2026-05.yaml --by r1",
		Args:    needOneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runStrip(args[0], output, when) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "where the copy goes, a .yaml file")
	stampFlags(cmd, &when)
	return cmd
}

func (a *app) runStrip(name, output string, when stamp) error {
	if err := newFile(output, name); err != nil {
		return err
	}
	if err := when.check(); err != nil {
		return err
	}
	r, err := a.oneReview(name, "nothing was stripped")
	if err != nil {
		return err
	}
	if err := a.refuseBlocked(r, "nothing was stripped"); err != nil {
		return err
	}
	mark := when.mark()
	stripped, codes := source.Strip(fidelity.Assess(r.file.Review), fidelity.Stamp{At: mark.At, By: orTool(mark.By)})
	if err := source.WriteFile(output, source.FormatReview(stripped)); err != nil {
		return err
	}
	a.say("Wrote %s", output)
	if codes > 0 {
		a.say("%s taken out of its recommendations, actions and changes; read them again.", say.Count(codes, "code was", "codes were"))
	}
	if r.file.Review.Stripped == nil {
		a.say("The rows about people are still in %s; delete what is not needed any more.", say.And(stillThere(name, output)))
	}
	return nil
}

// stillThere lists the files that hold the rows of a review, as their names
// tell: itself, the version before its last change, the copies of its
// reviewers, a workbook of the same name.
func stillThere(name, output string) []string {
	left := []string{name}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	beside, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		return left
	}
	for _, entry := range beside {
		other := filepath.Join(filepath.Dir(name), entry.Name())
		end := ending(other)
		if entry.IsDir() || end != ".yaml" && end != ".yml" && end != ".xlsx" && end != ".bak" || !strings.HasPrefix(other, filepath.Clean(stem)+".") {
			continue
		}
		if !sameFile(other, name) && !sameFile(other, output) {
			left = append(left, other)
		}
	}
	return left
}
