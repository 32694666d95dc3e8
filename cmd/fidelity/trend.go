package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// trendOptions are the flags of trend.
type trendOptions struct {
	outputs      []string
	service, sem string
	keepGoing    bool
	keepGoingSet bool
}

func (a *app) trend() *cobra.Command {
	var opts trendOptions
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
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("name review files or folders, as in: fidelity trend reviews/larkmoor")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.keepGoingSet = cmd.Flags().Changed("keep-going")
			return a.runTrend(args, opts)
		},
	}
	outputFlag(cmd, &opts.outputs)
	cmd.Flags().StringVar(&opts.service, "service", "", "the id of the service to show, where the files are of several")
	cmd.Flags().StringVar(&opts.sem, "sem", "", "the standard error of a total in points (3.5 on a scale from 25 to 125)")
	cmd.Flags().BoolVar(&opts.keepGoing, "keep-going", false, "leave out files with errors and show the others; that is how folders are read anyway")
	return cmd
}

func (a *app) runTrend(paths []string, opts trendOptions) error {
	set, err := semSetting(opts.sem)
	if err != nil {
		return err
	}
	files, err := findFiles(paths)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := checkOutputs(opts.outputs, f.name); err != nil {
			return err
		}
	}
	if opts.sem == "" && len(files) > 0 {
		if set, err = a.measuredError(files[0].name); err != nil {
			return err
		}
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
	doc := report.BuildTrend(in)
	if len(opts.outputs) > 0 {
		err = a.writeDocument(doc, opts.outputs)
	} else {
		err = text.Document(a.out, doc, a.style())
	}
	if err == nil && len(c.broken) > 0 {
		return exitError{statusInvalid}
	}
	return err
}

// collected is what was read of many files.
type collected struct {
	reviews  []*fidelity.Assessment
	names    map[*fidelity.Assessment]string
	services []string // ids that there are, whatever was asked for
	broken   []string
	problems source.Problems
	stop     bool // a file is broken that was named
	err      error
}

// collect reads the files and assesses the reviews that are asked for.
func (a *app) collect(files []found, opts trendOptions) (*collected, error) {
	c := &collected{names: map[*fidelity.Assessment]string{}}
	a.readAll(files, func(f found, r reading) { c.add(f, r, opts) })
	switch {
	case c.stop:
		a.tell(errorsOf(c.problems), len(c.broken), "nothing was shown")
	default:
		a.tell(errorsOf(c.problems), len(c.broken), "the others are shown without it")
	}
	switch {
	case c.err != nil:
		return nil, c.err
	case c.stop:
		return nil, exitError{statusInvalid}
	case len(c.reviews) == 0 && len(c.broken) > 0:
		return nil, exitError{statusInvalid}
	case len(c.reviews) == 0 && len(c.services) > 0:
		return nil, fmt.Errorf("--service %q is in none of the files; there is %s", opts.service, say.Or(c.services))
	case len(c.reviews) == 0:
		return nil, errors.New("there is no review in what you named")
	}
	return c, nil
}

func (c *collected) add(f found, r reading, opts trendOptions) {
	c.problems = append(c.problems, r.problems...)
	switch {
	case r.err != nil:
		c.err = errors.Join(c.err, r.err)
	case r.passed:
	case r.file == nil:
		c.broken = append(c.broken, f.name)
		c.stop = c.stop || opts.keepGoingSet && !opts.keepGoing || f.named && !opts.keepGoing
	default:
		id := r.file.Review.Service.ID
		if !slices.Contains(c.services, id) {
			c.services = append(c.services, id)
		}
		if opts.service != "" && opts.service != id {
			return
		}
		of := assess(r.file.Review)
		c.reviews, c.names[of] = append(c.reviews, of), f.name
	}
}

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
