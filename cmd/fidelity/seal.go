package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func (a *app) seal() *cobra.Command {
	var when stamp
	cmd := &cobra.Command{
		Use:   "seal FILE",
		Short: "Make a review final, so that any later change shows",
		Long: `Make a review final. Every item needs a score, every score that differs from the
evidence a reason, and no identifier of a person may stand in it; an independent
review also needs two reviewers, and their ratings from before they talked. All
that is missing is told at once.

The seal holds a checksum over all that the file says. fidelity check finds any
later change; comments and the order of keys may change. A sealed review is
changed by making a new version of it: fidelity amend.`,
		Example: "  fidelity seal reviews/larkmoor/2026-05.yaml --by r1",
		Args:    needOneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runSeal(args[0], when) },
	}
	stampFlags(cmd, &when)
	return cmd
}

func (a *app) runSeal(name string, when stamp) error {
	if err := when.check(); err != nil {
		return err
	}
	r, err := a.sealable(name, "nothing was sealed")
	if err != nil {
		return err
	}
	if r.file.Sealed() {
		if broken := r.file.SealProblems(); broken.Errors() {
			a.tell(broken, 1, "nothing was sealed")
			return exitError{statusInvalid}
		}
		return fmt.Errorf("%s is sealed already, on %s; to change it, make a new version: fidelity amend", name, r.file.Review.Seal.At)
	}
	blocked, missing := r.file.Blocked(), r.file.Unfinished(fidelity.Assess(r.file.Review))
	if len(blocked)+len(missing) > 0 {
		all := slices.Concat(blocked, missing)
		all.Sort()
		for _, p := range all {
			a.say("%s", p)
		}
		a.say("%s to mend in %s; nothing was sealed.", say.Count(len(all), "thing", "things"), name)
		if len(blocked) > 0 {
			return exitError{statusInvalid}
		}
		return exitError{statusIncomplete}
	}
	editor, err := source.Open(name)
	if err != nil {
		return err
	}
	if err := editor.Seal(r.file.Review, when.mark()); err != nil {
		return err
	}
	if sealed, problems := source.ReadReview(name, editor.Bytes(), a.shelf); sealed == nil || sealed.SealProblems() != nil {
		return fmt.Errorf("%s was left as it is, because it could not be read with its seal: %w", name, problems)
	}
	if err := editor.Save(); err != nil {
		return err
	}
	a.say("Sealed %s. It is final now; to change it, make a new version: fidelity amend", name)
	return nil
}

// sealable reads a review that can carry a seal: a review file.
func (a *app) sealable(name, consequence string) (review, error) {
	if strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return review{}, fmt.Errorf("%s is a workbook; make a review of it first, with fidelity import", name)
	}
	return a.oneReview(name, consequence)
}

func (a *app) amend() *cobra.Command {
	var output, why string
	var when stamp
	cmd := &cobra.Command{
		Use:   "amend FILE -o NEW.yaml --why TEXT",
		Short: "A new version of a sealed review",
		Long: `Write a new version of a sealed review, to change that one. It names the version
that it replaces and why, has no seal, and is at the stage agreed again. Its
report tells what changed between the two. The sealed one stays as it is.`,
		Example: `  fidelity amend reviews/larkmoor/2026-05.yaml -o reviews/larkmoor/2026-05.v2.yaml --why "A caseload was counted twice." --by r1`,
		Args:    needOneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return a.runAmend(args[0], output, why, when) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "where the new version goes, a .yaml file")
	cmd.Flags().StringVar(&why, "why", "", "why the review is changed, in a sentence")
	stampFlags(cmd, &when)
	return cmd
}

func (a *app) runAmend(name, output, why string, when stamp) error {
	if err := errors.Join(newFile(output, name), when.check(), amendable(output, why)); err != nil {
		return err
	}
	r, err := a.sealable(name, "no new version was made")
	if err != nil {
		return err
	}
	if !r.file.Sealed() {
		return fmt.Errorf("%s is not sealed, so it can be changed as it is", name)
	}
	if broken := r.file.SealProblems(); broken.Errors() {
		a.tell(broken, 1, "no new version was made")
		return exitError{statusInvalid}
	}
	editor, err := source.Open(name)
	if err != nil {
		return err
	}
	if err := editor.Amend(r.file, versionName(name, output), why, when.mark()); err != nil {
		return err
	}
	if _, problems := source.ReadReview(output, editor.Bytes(), a.shelf); problems.Errors() {
		return fmt.Errorf("no new version was made, because it could not be read: %w", errorsOf(problems))
	}
	if err := source.WriteFile(output, editor.Bytes()); err != nil {
		return err
	}
	a.say("Wrote %s, which replaces %s once it is changed and sealed.", output, name)
	return nil
}

// amendable looks at what a new version is to say, and where.
func amendable(output, why string) error {
	switch _, err := os.Stat(output); {
	case output != "" && err == nil:
		return fmt.Errorf("-o %s: there is a file of that name; choose another name", output)
	case strings.TrimSpace(why) == "":
		return errors.New(`say why the review is changed, as in: --why "A caseload was counted twice."`)
	case privacy.Worst(privacy.Find(why)) >= privacy.Check:
		return fmt.Errorf("--why holds what looks like a name or number of a person: %s; write a role or a code", privacy.Mask(why, privacy.Check))
	}
	return nil
}

// versionName is how the new version calls the old one: by its place seen from
// there, with slashes.
func versionName(old, output string) string {
	from, err1 := filepath.Abs(filepath.Dir(output))
	to, err2 := filepath.Abs(old)
	if rel, err := filepath.Rel(from, to); err1 == nil && err2 == nil && err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.Base(old)
}

// amended adds the version that a review replaces, where it lies beside it and
// is still what it was.
func (a *app) amended(in *report.Input, name string) {
	link := in.Assessment.Review().Amends
	if link == nil || link.File == "" {
		return
	}
	old := filepath.Join(filepath.Dir(name), filepath.FromSlash(link.File))
	data, err := source.ReadFile(old)
	if err != nil {
		a.say("%s: amends: %s; nothing is said of what changed between the versions.", name, err)
		return
	}
	file, _ := source.ReadReview(old, data, a.shelf)
	switch {
	case file == nil:
		a.say("%s: amends: %s has problems, which fidelity check tells; nothing is said of what changed between the versions.", name, old)
	case link.SHA256 != "" && file.Sum() != link.SHA256:
		a.say("%s: amends: %s is not what it was when this version was made; nothing is said of what changed between the versions.", name, old)
	default:
		in.Amended = assess(file.Review)
	}
}
