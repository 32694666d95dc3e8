package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// newOptions are what a new review begins with.
type newOptions struct {
	scale, service, id, kind, visit, output string
	from                                    string // the last review, or the one to copy
	set                                     func(flag string) bool
	blind                                   []string // reviewers who get a copy each
}

func (a *app) newReview() *cobra.Command {
	var opts newOptions
	cmd := &cobra.Command{
		Use:   "new --scale ID --service NAME [-o FILE]",
		Short: "A commented, empty review",
		Long: `Write an empty review that can be filled in from top to bottom, with the
questions and definitions of the scale as comments. Without -o it goes to
standard output; an existing file is never replaced.

With --from, begin the next review of a service: it names the last one under
previous and takes over its actions that are still to do, with their ids, and
no scores or evidence.

With --blind and --from, make a copy of a review for each reviewer, with the
same evidence and no scores: 2026-05.yaml gives 2026-05.r1.yaml and
2026-05.r2.yaml. Comments stay behind, because they may give a score away.`,
		Example: `  fidelity new --service "Larkmoor Employment Service" -o reviews/larkmoor/2027-05.yaml
  fidelity new --from reviews/larkmoor/2026-05.yaml --visit 2027-05-11 -o reviews/larkmoor/2027-05.yaml
  fidelity new --blind r1,r2 --from reviews/larkmoor/2027-05.yaml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opts.set = cmd.Flags().Changed
			return a.runNew(opts)
		},
	}
	cmd.Flags().StringVar(&opts.scale, "scale", "ips-25", "the scale, as in ips-25 or ips-25@1")
	cmd.Flags().StringVar(&opts.service, "service", "", "the service's name")
	cmd.Flags().StringVar(&opts.id, "id", "", "the service's id; made of its name where it is left out")
	cmd.Flags().StringVar(&opts.kind, "kind", string(fidelity.SelfAudit), "independent, guided or self-audit")
	cmd.Flags().StringVar(&opts.visit, "visit", "", "the first day of the visit, as in 2026-05-12")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "where to write the review")
	cmd.Flags().StringVar(&opts.from, "from", "", "the last review of the service; with --blind, the review that copies are made of")
	cmd.Flags().StringSliceVar(&opts.blind, "blind", nil, "reviewers who score alone and get a copy each, as in r1,r2")
	complete(cmd, "kind", "independent", "guided", "self-audit")
	return cmd
}

func (a *app) runNew(opts newOptions) error {
	if opts.blind != nil {
		if opts.output != "" || opts.service != "" {
			return errors.New("--blind takes --from alone: the copies lie beside the review, and are of its service")
		}
		return a.runBlind(opts.from, opts.blind)
	}
	if opts.from != "" {
		return a.runNewFrom(opts)
	}
	if opts.service == "" {
		return errors.New(`name the service, as in --service "Larkmoor Employment Service"`)
	}
	if err := oneOf("--kind", opts.kind, "independent", "guided", "self-audit"); err != nil {
		return err
	}
	if opts.visit != "" {
		if _, err := fidelity.ParseDate(opts.visit); err != nil {
			return fmt.Errorf("--visit: %w", err)
		}
	}
	scale, words, err := a.scaleAndWords(opts.scale)
	if err != nil {
		return err
	}
	if opts.id == "" {
		opts.id = source.ServiceID(opts.service)
	}
	if opts.id == "" {
		return fmt.Errorf("no id can be made of %q; give one with --id", opts.service)
	}
	if err := noPerson("--service", opts.service); err != nil {
		return err
	}
	return a.writeNew(scale, words, source.Template{ServiceID: opts.id, ServiceName: opts.service, Kind: opts.kind, Visit: opts.visit}, opts)
}

// writeNew writes a new review, and beside it the schema for an editor.
func (a *app) writeNew(scale *fidelity.Scale, words *fidelity.Words, t source.Template, opts newOptions) error {
	t.Schema = scale.ID() + ".schema.json"
	text := source.New(scale, words, t)
	if opts.output == "" {
		if _, err := a.out.Write(text); err != nil {
			return fmt.Errorf("write the review: %w", err)
		}
		return nil
	}
	if _, err := os.Stat(opts.output); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists already; choose another name", opts.output)
	}
	if err := source.WriteFile(opts.output, text); err != nil {
		return err
	}
	a.say("Wrote %s", opts.output)
	return a.schemaBeside(opts.output, t.Schema, scale, words)
}

// schemaBeside writes the schema that the review's first line points at, so
// that an editor completes and explains it. One that is there stays.
func (a *app) schemaBeside(review, name string, scale *fidelity.Scale, words *fidelity.Words) error {
	path := filepath.Join(filepath.Dir(review), name)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	data, err := schema.Review(scale, words)
	if err != nil {
		return err
	}
	if err := source.WriteFile(path, data); err != nil {
		return err
	}
	a.say("Wrote %s, by which an editor that knows YAML completes and explains the review", path)
	return nil
}
