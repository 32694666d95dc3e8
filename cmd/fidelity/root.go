package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// app is one run of the command.
type app struct {
	in       io.Reader
	out, err io.Writer
	shelf    *source.Shelf
	own      string // the folder of --scales; empty for none
	wording  string // locale whose wording is laid over the words of the scale
}

// run carries out one command line and returns the exit status.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	a := &app{in: in, out: out, err: errs, shelf: source.NewShelf(items.FS)}
	root := a.root()
	root.SetArgs(args)
	return a.status(root.Execute())
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "fidelity",
		Short: "Score a fidelity review, and write its report and action plan",
		Long: `Score how faithfully a service follows a model of care such as Individual
Placement and Support (IPS), from the evidence in a review file.

Everything stays on this computer: nothing is sent anywhere.`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.AddCommand(a.score(), a.explain(), a.ask(), a.check(), a.plan(), a.report(), a.newReview(), a.workbook(), a.scales(), a.version(), a.schema())
	root.AddCommand(a.agree(), a.compare(), a.trend())
	root.AddCommand(a.strip(), a.seal(), a.amend())
	var own string
	root.PersistentFlags().StringVar(&own, "scales", "", "a folder with scales of your own, used beside those that come with the tool")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.addScales(own) }
	root.PersistentFlags().StringVar(&a.wording, "wording", "", "the wording of a language and country where the scale has one, as in en-US")
	// The wordings are read when a shell asks. The only error is a flag that does not exist.
	_ = root.RegisterFlagCompletionFunc("wording", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return a.wordings(), cobra.ShellCompDirectiveNoFileComp
	})
	root.SetHelpCommandGroupID("")
	root.CompletionOptions.DisableDescriptions = false
	root.AddCommand(a.importBook())
	return root
}

// Exit statuses, the same under every flag.
const (
	statusDone       = 0
	statusCommand    = 1 // wrong command line, or a file that cannot be read or written
	statusInvalid    = 2 // the input has errors
	statusIncomplete = 3
	statusGate       = 4 // a gate was asked for and is not met
	statusDisagree   = 5 // reviewers have not settled every score
)

// exitError ends a command with a status. What there is to say has been said.
type exitError struct{ status int }

func (e exitError) Error() string { return fmt.Sprintf("status %d", e.status) }

// status says what is still to say of an error, and returns its exit status.
func (a *app) status(err error) int {
	var exit exitError
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, &exit):
		return exit.status
	}
	a.say("fidelity: %s", err)
	return statusCommand
}

// say writes a line for people. It repeats no identifier of a person, not even
// one in the name of a file.
func (a *app) say(format string, args ...any) {
	// There is nowhere left to report that standard error cannot be written.
	_, _ = fmt.Fprintln(a.err, privacy.Mask(fmt.Sprintf(format, args...), privacy.Block))
}
