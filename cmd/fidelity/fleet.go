package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// fleetOptions are the flags of the commands that read many files.
type fleetOptions struct {
	verb         string // what the command does with reviews, as in "shown"
	keepGoing    bool
	keepGoingSet bool // on the command line
	workers      int
	noCache      bool
	cache        string
}

// needPaths wants at least one file or folder; example is a command line.
func needPaths(example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return errors.New("name review files or folders, as in: fidelity " + example)
		}
		return nil
	}
}

// fleetFlags adds the flags of a command that reads many files.
func fleetFlags(cmd *cobra.Command, o *fleetOptions) {
	cmd.Flags().BoolVar(&o.keepGoing, "keep-going", false, "leave out files with errors and show the others; that is how folders are read anyway")
	cmd.Flags().IntVar(&o.workers, "workers", 0, "how many files are read side by side; 0 stands for one for each processor")
}

// cacheFlags adds the flags of a command that keeps between runs what it has
// read.
func cacheFlags(cmd *cobra.Command, o *fleetOptions) {
	cmd.Flags().BoolVar(&o.noCache, "no-cache", false, "read every file anew, and keep nothing of it for the next run; what is kept else are scores and actions, never evidence")
	cmd.Flags().StringVar(&o.cache, "cache", "", "the folder in which is kept what was read of files, in place of the usual one; it may be deleted at any time")
}

// gathered says what became of the files of a run.
type gathered struct {
	files  int      // that were found
	broken []string // files with errors in them, in order
}

// status is the error with which a command ends when all else went well.
func (g *gathered) status() error {
	if len(g.broken) > 0 {
		return exitError{statusInvalid}
	}
	return nil
}

// gather reads all reviews that paths name, files and folders, and hands the
// record of each to add, in the order of the files. What is wrong with broken
// files has been told when it returns, and they are listed for Gather.Broken.
// It returns an error where nothing is to be shown: for a named file that is
// broken, unless --keep-going is given, and for one that cannot be read. It is
// what compare is made from; outputs are its -o flags, none of which may be one
// of the files. A command ends with the status of what gather returned.
func (a *app) gather(paths, outputs []string, o fleetOptions, add func(compare.Record)) (*gathered, error) {
	files, err := findFleet(paths, outputs)
	if err != nil {
		return nil, err
	}
	return a.records(files, o, add)
}

// records is gather for files that are found already.
func (a *app) records(files []fleet.Found, o fleetOptions, add func(compare.Record)) (*gathered, error) {
	store := a.recordStore(o)
	g, err := readFleet(a, files, o, fleet.Options[compare.Record]{Keep: record, Store: store},
		func(r fleet.Result[compare.Record]) { add(r.Value) })
	if store != nil {
		_ = store.Close() // the next run reads more files, and nothing else
	}
	return g, err
}

// record keeps of a review what a comparison needs. What blocks a review is
// masked after it has been assessed: masks would count as answers.
func record(f *source.File) compare.Record {
	a, blocked := fidelity.Assess(f.Review), f.Blocked()
	if len(blocked) > 0 {
		source.Hide(f.Review)
	}
	r := compare.Summarise(a, f.Name)
	for _, p := range blocked {
		r.Blocked = append(r.Blocked, p.String())
	}
	return r
}

// findFleet lists the files of paths, and sees that no output is one of them.
func findFleet(paths, outputs []string) ([]fleet.Found, error) {
	files, err := fleet.Find(expand(paths))
	if err != nil {
		return nil, err
	}
	return files, checkFleet(files, outputs)
}

// checkFleet looks at the outputs before any work is done. Few of them are
// there already, so that many files cost nothing.
func checkFleet(files []fleet.Found, outputs []string) error {
	if err := checkOutputs(outputs, ""); err != nil {
		return err
	}
	for _, name := range outputs {
		info, err := os.Stat(name)
		if err != nil {
			continue
		}
		for _, f := range files {
			if other, err := os.Stat(f.Name); err == nil && os.SameFile(info, other) {
				return fmt.Errorf("-o %s is the review itself; choose another name", name)
			}
		}
	}
	return nil
}

// Reading makes much garbage and keeps little, so that a third of the work would
// be the collector's, which runs whenever what is in use has doubled. Room that
// nobody touches, and that takes no memory for that reason, lets it wait.
const (
	fewFiles    = 50
	roomToSpare = 64 << 20
)

// readFleet reads files side by side, hands over what was kept of each review,
// and tells what is wrong with broken files. Ctrl-C ends it, and the command
// with it: nothing is written afterwards.
func readFleet[T any](a *app, files []fleet.Found, o fleetOptions, how fleet.Options[T], add func(fleet.Result[T])) (*gathered, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C does not wait for the files that are being read
	if len(files) > fewFiles {
		room := make([]byte, roomToSpare)
		defer runtime.KeepAlive(room)
	}
	line := a.progress()
	how.Scales, how.Workers, how.Progress = a.shelf, o.workers, line.show
	g := &gathered{files: len(files)}
	var problems source.Problems
	var unread error
	mustStop := false
	err := fleet.Read(ctx, files, how, func(r fleet.Result[T]) error {
		switch r.Outcome {
		case fleet.Kept:
			add(r)
		case fleet.Broken:
			problems = append(problems, r.Problems...)
			g.broken = append(g.broken, r.Name)
			mustStop = mustStop || o.keepGoingSet && !o.keepGoing || r.Named && !o.keepGoing
		case fleet.Unreadable:
			unread = errors.Join(unread, r.Err)
		}
		return nil
	})
	line.clear()
	switch {
	case errors.Is(err, context.Canceled):
		return nil, errors.New("stopped before all files were read; nothing was written")
	case err != nil:
		return nil, err
	case mustStop:
		a.tell(problems, len(g.broken), "nothing was "+o.verb)
	default:
		a.tell(problems, len(g.broken), "the others are "+o.verb+" without it")
	}
	switch {
	case unread != nil:
		return nil, unread
	case mustStop:
		return nil, exitError{statusInvalid}
	}
	return g, nil
}
