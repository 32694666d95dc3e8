package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func (a *app) report() *cobra.Command {
	var outputs []string
	var reader, sem string
	cmd := &cobra.Command{
		Use:   "report FILE -o report.pdf [-o report.xlsx -o report.html …]",
		Short: "The fidelity report as PDF, Excel, HTML and more",
		Long: `Write the fidelity report of one review. The ending of each file chooses its
format: .html (the accessible original), .pdf (for print), .xlsx, .md, .csv and
.json. Specialists are named by their codes in the team's own copy alone.

What has changed is told since the review that the file names under previous,
or else since the newest earlier .yaml file of the service in the same folder.
Workbooks there are passed over.`,
		Example: "  fidelity report reviews/larkmoor/2026-05.yaml -o report.pdf -o report.xlsx",
		Args:    needOneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.runReport(args[0], outputs, reader, sem)
		},
	}
	outputFlag(cmd, &outputs)
	cmd.Flags().StringVar(&reader, "for", string(report.Full), "whom the copy is for: executive, team, clinical, commissioner or full")
	cmd.Flags().StringVar(&sem, "sem", "", "the standard error of a total in points, for what is said of the change since the last review (3.5 on a scale from 25 to 125)")
	complete(cmd, "for", readerNames()...)
	return cmd
}

func readerNames() []string {
	var names []string
	for _, r := range report.Readers() {
		names = append(names, string(r))
	}
	return names
}

func (a *app) runReport(name string, outputs []string, reader, sem string) error {
	if err := oneOf("--for", reader, readerNames()...); err != nil {
		return err
	}
	set, err := semSetting(sem)
	if err != nil {
		return err
	}
	if len(outputs) == 0 {
		return fmt.Errorf("say where the report goes, as in: -o report.pdf")
	}
	if err := checkOutputs(outputs, name); err != nil {
		return err
	}
	r, err := a.oneReview(name, "no report was written")
	if err != nil {
		return err
	}
	if err := a.guardReport(r); err != nil {
		return err
	}
	in, err := a.input(r)
	if err != nil {
		return err
	}
	in.Reader, in.Compare = report.Reader(reader), set
	if err := a.addLook(&in, name); err != nil {
		return err
	}
	a.lookBack(&in, name)
	a.amended(&in, name)
	if err := a.writeDocument(report.Build(in), outputs); err != nil {
		return err
	}
	a.remark(in.Assessment, r)
	return nil
}

// remark tells what in the reviewers' own words is worth a second look before
// the report goes out.
func (a *app) remark(found *fidelity.Assessment, r review) {
	for _, remark := range report.Remarks(found) {
		a.say("%s", r.file.Locate(source.Problem{File: r.name, Level: source.Note, Path: remark.Path, Text: remark.Text}))
	}
}

// one reads the one review of a command and assesses it.
func (a *app) one(name, consequence string) (report.Input, error) {
	r, err := a.oneReview(name, consequence)
	if err != nil {
		return report.Input{}, err
	}
	return a.input(r)
}

// oneReview reads the one review of a command.
func (a *app) oneReview(name, consequence string) (review, error) {
	reviews, problems, bad, err := a.readReviews([]string{name})
	a.tell(errorsOf(problems), bad, consequence)
	switch {
	case err != nil:
		return review{}, err
	case bad > 0:
		return review{}, exitError{statusInvalid}
	}
	return reviews[0], nil
}
