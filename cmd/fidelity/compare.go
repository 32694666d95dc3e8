package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// compareOptions are the flags of compare.
type compareOptions struct {
	outputs                 []string
	asOf, group, sem, scale string
	ranks                   bool
	fleetOptions
}

func (a *app) compare() *cobra.Command {
	opts := compareOptions{fleetOptions: fleetOptions{verb: "compared"}}
	cmd := &cobra.Command{
		Use:   "compare PATH… [-o pack.html …]",
		Short: "Services side by side",
		Long: `Set the newest usable review of each service side by side: first whether they
can be compared at all, then bands, items, what services share, change, actions,
and questions for each provider. A path is a review file, a workbook or a folder
of review files. Self-audits stand in a panel of their own. There are no ranks;
--ranks shows which ranks each service may have, and says why there are several.

Figures from a context.yaml beside the reviews of a service are shown and never
scored. Counts of people from 1 to 7 are hidden.`,
		Example: "  fidelity compare reviews --group region -o pack.html -o pack.xlsx",
		Args:    needPaths("compare reviews -o pack.html"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.keepGoingSet = cmd.Flags().Changed("keep-going")
			return a.runCompare(args, opts)
		},
	}
	outputFlag(cmd, &opts.outputs)
	cmd.Flags().StringVar(&opts.asOf, "as-of", "", "the day that ages and late actions are seen from, as in 2026-06-30; the newest visit where it is not given")
	cmd.Flags().StringVar(&opts.group, "group", "", "a group of services, as in region, that makes chapters")
	cmd.Flags().StringVar(&opts.scale, "scale", "", "the scale to compare on, as in ips-25@1; that of most services where it is not given")
	cmd.Flags().BoolVar(&opts.ranks, "ranks", false, "show which ranks each service may have")
	cmd.Flags().StringVar(&opts.sem, "sem", "", "the standard error of a total in points (3.5 on a scale from 25 to 125)")
	fleetFlags(cmd, &opts.fleetOptions)
	cacheFlags(cmd, &opts.fleetOptions)
	return cmd
}

func (a *app) runCompare(paths []string, opts compareOptions) error {
	set, err := semSetting(opts.sem)
	if err != nil {
		return err
	}
	var asOf fidelity.Date
	if opts.asOf != "" {
		if asOf, err = fidelity.ParseDate(opts.asOf); err != nil {
			return fmt.Errorf("--as-of: %w", err)
		}
	}
	gather := compare.NewGather(asOf)
	found, err := a.gather(paths, opts.outputs, opts.fleetOptions, gather.Add)
	if err != nil {
		return err
	}
	for _, name := range found.broken {
		gather.Broken(name)
	}
	in := report.PackInput{Group: opts.group, Ranks: opts.ranks, Brief: len(opts.outputs) == 0, Tool: toolName + " " + version, Lang: a.wording}
	if set, err = a.packLook(&in, set, slices.Min(paths)); err != nil {
		return err
	}
	in.Pack = gather.Pack(compare.PackSettings{Settings: set, Ref: opts.scale})
	if err := a.fillPack(&in, opts); err != nil {
		return err
	}
	if err := a.show(report.BuildPack(in), opts.outputs); err != nil {
		return err
	}
	return found.status()
}

// fillPack adds the words and the figures beside the reviews, and refuses what
// may not be handed on.
func (a *app) fillPack(in *report.PackInput, opts compareOptions) error {
	p := in.Pack
	if p.Scale == nil {
		if len(opts.outputs) == 0 {
			return errors.New("there is no review in what you named that can be used; with -o a pack says why of each file")
		}
		return nil
	}
	if blocked := p.Blocked(); len(blocked) > 0 {
		for _, place := range blocked {
			a.say("%s", place)
		}
		a.say("%s; no pack was made.", say.Count(len(blocked), "identifier of a person", "identifiers of persons"))
		return exitError{statusInvalid}
	}
	words, err := a.wordsIfThere(p.Scale)
	if err != nil {
		return err
	}
	in.Speaker = say.New(p.Scale, words)
	if opts.group != "" && !hasGroup(p, opts.group) {
		return fmt.Errorf("--group %q is written down for none of the services; see groups under service in a review", opts.group)
	}
	in.Contexts = map[string]*compare.ShownContext{}
	for _, panel := range [][]compare.Site{p.Sites, p.Own} {
		for i := range panel {
			if err := a.readContext(in.Contexts, panel[i].Record); err != nil {
				return err
			}
		}
	}
	return nil
}

func hasGroup(p *compare.Pack, group string) bool {
	for i := range p.Sites {
		if p.Sites[i].Record.Service.Groups[group] != "" {
			return true
		}
	}
	return false
}

// packLook gives a pack the look of its organisation, the error of a total and
// the benchmarks, from the report.yaml beside the first path in order of name, or above it.
func (a *app) packLook(in *report.PackInput, set compare.Settings, path string) (compare.Settings, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, source.LookName) // look in the folder itself first
	}
	look, dir, err := a.look(path)
	if err != nil {
		return set, err
	}
	in.Benchmarks = look.Benchmarks
	in.Look, err = reportLook(look, dir)
	return measured(set, look), err
}

// readContext reads the context.yaml beside a review. A folder that holds
// reviews of several services can have none: it would not say whose it is.
func (a *app) readContext(all map[string]*compare.ShownContext, r *compare.Record) error {
	name := filepath.Join(filepath.Dir(r.File), source.ContextName)
	data, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("cannot read %s: %w", name, err)
	}
	context, problems := source.ReadContext(name, data)
	if context == nil {
		a.tell(problems, 1, "no pack was made")
		return exitError{statusInvalid}
	}
	all[r.Service.ID] = context.Shown()
	return nil
}
