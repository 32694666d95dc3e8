package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// trendOptions are the flags of trend.
type trendOptions struct {
	outputs      []string
	service, sem string
	fleetOptions
}

func (a *app) trend() *cobra.Command {
	opts := trendOptions{fleetOptions: fleetOptions{verb: "shown"}}
	cmd := &cobra.Command{
		Use:   "trend PATH… [--service ID] [-o trend.pdf …]",
		Short: "One service over time",
		Long: `Show how a service went from review to review: the totals with the bands and
their error, the items that moved, and what became of the action plans. A path
is a review file or a folder of them. Independent reviews and self-audits,
scales and their major versions are never joined into one line.

A file with errors among those of a folder is told and left out, and the status
is 2. With named files nothing is shown then, unless --keep-going is given.`,
		Example: "  fidelity trend reviews/larkmoor -o trend.html",
		Args:    needPaths("trend reviews/larkmoor"),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.keepGoingSet = cmd.Flags().Changed("keep-going")
			return a.runTrend(args, opts)
		},
	}
	outputFlag(cmd, &opts.outputs)
	cmd.Flags().StringVar(&opts.service, "service", "", "the id of the service to show, where the files are of several")
	cmd.Flags().StringVar(&opts.sem, "sem", "", "the standard error of a total in points (3.5 on a scale from 25 to 125)")
	fleetFlags(cmd, &opts.fleetOptions)
	cacheFlags(cmd, &opts.fleetOptions)
	return cmd
}

func (a *app) runTrend(paths []string, opts trendOptions) error {
	set, err := semSetting(opts.sem)
	if err != nil {
		return err
	}
	files, err := findFleet(paths, opts.outputs)
	if err != nil {
		return err
	}
	if opts.sem == "" && len(files) > 0 {
		look, _, err := a.look(files[0].Name)
		if err != nil {
			return err
		}
		set = measured(set, look)
	}
	c, err := a.collect(files, opts)
	if err != nil {
		return err
	}
	in := report.TrendInput{
		Paths: compare.Trend(c.reviews, set), Name: func(of *fidelity.Assessment) string { return c.names[of] },
		Broken: c.broken, Tool: toolName + " " + version, Lang: a.wording,
	}
	if in.Speaker, err = a.speakers(c.reviews); err != nil {
		return err
	}
	in.Brief = len(opts.outputs) == 0
	if err := a.show(report.BuildTrend(in), opts.outputs); err != nil {
		return err
	}
	if len(c.broken) > 0 {
		return exitError{statusInvalid}
	}
	return nil
}

// collected is what was read of many files.
type collected struct {
	reviews []*fidelity.Assessment
	names   map[*fidelity.Assessment]string
	broken  []string
}

// collect reads the files and assesses the reviews that are asked for.
func (a *app) collect(files []fleet.Found, opts trendOptions) (*collected, error) {
	c := &collected{names: map[*fidelity.Assessment]string{}}
	if opts.service != "" {
		var err error
		if files, c.broken, err = a.ofService(files, opts); err != nil {
			return nil, err
		}
	}
	how := fleet.Options[*fidelity.Assessment]{Keep: func(f *source.File) *fidelity.Assessment { return assess(f.Review) }}
	g, err := readFleet(a, files, opts.fleetOptions, how, func(r fleet.Result[*fidelity.Assessment]) {
		c.reviews, c.names[r.Value] = append(c.reviews, r.Value), r.Name
	})
	if err != nil {
		return nil, err
	}
	c.broken = append(c.broken, g.broken...)
	switch {
	case len(c.reviews) == 0 && len(c.broken) > 0:
		return nil, exitError{statusInvalid}
	case len(c.reviews) == 0:
		return nil, errors.New("there is no review in what you named")
	}
	return c, nil
}

// ofService picks the files about one service. What was kept of the others
// says that they are not, so that few files are read in full.
func (a *app) ofService(files []fleet.Found, opts trendOptions) (of []fleet.Found, broken []string, err error) {
	wanted, others := map[string]bool{}, map[string]bool{}
	g, err := a.records(files, opts.fleetOptions, func(r compare.Record) {
		if r.Service.ID == opts.service {
			wanted[r.File] = true
		} else {
			others[r.Service.ID] = true
		}
	})
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		if wanted[f.Name] {
			of = append(of, f)
		}
	}
	if len(of) > 0 || len(others) == 0 {
		return of, g.broken, nil
	}
	there := slices.Sorted(maps.Keys(others))
	if len(there) > mostServices {
		return nil, nil, fmt.Errorf("--service %q is in none of the files, which are of %s", opts.service, say.Count(len(there), "service", "services"))
	}
	return nil, nil, fmt.Errorf("--service %q is in none of the files; there is %s", opts.service, say.Or(there))
}

// mostServices is how many ids a sentence lists.
const mostServices = 12

// speakers makes the speakers of all scales that the reviews are on.
func (a *app) speakers(reviews []*fidelity.Assessment) (func(*fidelity.Scale) *say.Speaker, error) {
	all := map[*fidelity.Scale]*say.Speaker{}
	for _, r := range reviews {
		scale := r.Scale()
		if all[scale] != nil {
			continue
		}
		words, err := a.wordsIfThere(scale)
		if err != nil {
			return nil, err
		}
		all[scale] = say.New(scale, words)
	}
	return func(s *fidelity.Scale) *say.Speaker { return all[s] }, nil
}
