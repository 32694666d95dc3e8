package fleet

import (
	"context"
	"runtime"
	"sync"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// Options say how files are read and what is kept of each review.
type Options[T any] struct {
	Scales workbook.Scales
	// Workers is how many files are read side by side; 0 stands for one for
	// each processor that the program may use.
	Workers int
	// Keep takes from a review what the caller needs of it. Workers call it
	// side by side. The review is not used afterwards and can be forgotten.
	Keep func(*source.File) T
	// Store keeps what Keep returned between runs; nil for no store.
	Store *Store[T]
	// Progress is told after every file how many of all are done; it may be nil.
	Progress func(done, all int)
}

// Outcome says what became of a file.
type Outcome uint8

// The outcomes.
const (
	Kept       Outcome = iota + 1 // a review, and Value is what was kept of it
	NoReview                      // something else that stands in a folder, and is passed over
	Broken                        // a review or workbook with the problems that are told
	Unreadable                    // cannot be read at all; Err says why
)

// Result is what became of one file.
type Result[T any] struct {
	Found
	Outcome  Outcome
	Value    T
	Problems source.Problems // errors alone; warnings are for the check of one file
	Err      error
}

// Read reads files side by side and calls each once for every file, in the
// order of the files and one call at a time. It holds a few files for every
// worker, however many there are. It ends early where the context does, or
// where each returns an error, and returns that error; all its goroutines have
// ended then.
func Read[T any](ctx context.Context, files []Found, o Options[T], each func(Result[T]) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = max(1, min(workers, len(files)))

	type job struct {
		file Found
		out  chan Result[T]
	}
	jobs := make(chan job)
	// Results that are still to come, in the order of the files. How many
	// there may be bounds what is held while one large file is read.
	queue := make(chan chan Result[T], perWorker*workers)
	var running sync.WaitGroup
	running.Go(func() {
		defer close(jobs)
		defer close(queue)
		for _, f := range files {
			j := job{f, make(chan Result[T], 1)}
			if !send(ctx, queue, j.out) || !send(ctx, jobs, j) {
				return
			}
		}
	})
	for range workers {
		running.Go(func() {
			for j := range jobs {
				j.out <- o.read(j.file) // has room
			}
		})
	}
	err := collect(ctx, queue, func(done int, r Result[T]) error {
		if o.Progress != nil {
			o.Progress(done, len(files))
		}
		return each(r)
	})
	cancel(err)
	running.Wait()
	return err
}

// perWorker is how many results may wait for each worker.
const perWorker = 32

// send sends unless the context ends before.
func send[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// collect takes the results as they stand in the queue.
func collect[T any](ctx context.Context, queue <-chan chan T, each func(done int, result T) error) error {
	done := 0
	for out := range queue {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		select {
		case result := <-out:
			done++
			if err := each(done, result); err != nil {
				return err
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	// The queue also ends where the context did.
	return context.Cause(ctx)
}
