package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func (a *app) scalesCheck() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check DIR",
		Short: "Test the definition of a scale",
		Long: `Tell every problem in the definition of a scale at once, each with its line:
rules that do not fit together, anchors that cannot be reached, evidence that no
rule uses, words that are missing, examples that the rules do not fulfil.

DIR is the folder that holds scale.yaml. A problem that is an error gives status
2; the others are there to think about.`,
		Example: "  fidelity scales check items/ips-25",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name the folder of a scale, as in: fidelity scales check items/ips-25")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runScalesCheck(args[0], format) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runScalesCheck(dir, format string) error {
	if err := oneOf("--format", format, "text", "json"); err != nil {
		return err
	}
	if err := isFolder(dir); err != nil {
		return err
	}
	problems := source.LintScale(os.DirFS(dir), filepath.ToSlash(dir))
	if len(problems) == 0 && format == "text" {
		a.say("No problems in %s.", dir)
		return nil
	}
	if err := a.writeProblems(problems, filesOf(errorsOf(problems)), format); err != nil {
		return err
	}
	if problems.Errors() {
		return exitError{statusInvalid}
	}
	return nil
}

func isFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s", dir)
	case err != nil:
		return fmt.Errorf("cannot read %s: %w", dir, err)
	case !info.IsDir():
		return fmt.Errorf("%s is a file; name the folder that holds scale.yaml", dir)
	}
	return nil
}

// filesOf counts the files that problems are in.
func filesOf(problems source.Problems) int {
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	return len(files)
}
