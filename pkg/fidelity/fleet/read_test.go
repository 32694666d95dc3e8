package fleet_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
)

var sameScale = cmp.Comparer(func(x, y *fidelity.Scale) bool { return x == y })

func TestReadInOrder(t *testing.T) {
	files := find(t, many(t, 200))
	var told []int
	for _, workers := range []int{0, 1, 2, 7, 500} {
		told = nil
		all := read(t, files, fleet.Options[kept]{Workers: workers, Progress: func(done, all int) {
			told = append(told, done)
			if all != 200 {
				t.Errorf("%d of %d", done, all)
			}
		}})
		if len(all) != 200 || len(told) != 200 || told[199] != 200 {
			t.Fatalf("%d workers: %d results, progress %v", workers, len(all), told)
		}
		for i, r := range all {
			if r.Name != files[i].Name || r.Outcome != fleet.Kept || r.Value.File != r.Name || r.Value.Scale == nil {
				t.Fatalf("%d workers, file %d: %+v", workers, i, r)
			}
		}
	}
	if none := read(t, nil, fleet.Options[kept]{}); none != nil {
		t.Errorf("%v of no files", none)
	}
}

// The order of the files changes the order of the results and nothing else.
func TestOrderChangesNothing(t *testing.T) {
	files := find(t, many(t, 50))
	back := slices.Clone(files)
	slices.Reverse(back)
	one, other := read(t, files, fleet.Options[kept]{}), read(t, back, fleet.Options[kept]{})
	slices.Reverse(other)
	if diff := cmp.Diff(one, other, sameScale); diff != "" {
		t.Error(diff)
	}
}

func TestBrokenAmongMany(t *testing.T) {
	dir := many(t, 60)
	write(t, filepath.Join(dir, "s030", "2026-05.yaml"), review("s030", 9)+"nonsense: 1\n")
	write(t, filepath.Join(dir, "s031", "other.yaml"), "anything: else\n")
	write(t, filepath.Join(dir, "s032", "book.xlsx"), "no workbook")
	all := read(t, find(t, dir), fleet.Options[kept]{})
	count := map[fleet.Outcome]int{}
	for _, r := range all {
		count[r.Outcome]++
		switch {
		case r.Outcome == fleet.Broken && !strings.Contains(r.Name, "s030"):
			t.Errorf("%s: %v", r.Name, r.Problems)
		case r.Outcome == fleet.Broken && len(r.Problems) != 2:
			t.Errorf("%v", r.Problems)
		}
	}
	if count[fleet.Broken] != 1 || count[fleet.NoReview] != 2 || count[fleet.Kept] != 59 {
		t.Errorf("%v", count)
	}
}

// What is named is no review: then that is told.
func TestNamedFiles(t *testing.T) {
	dir := put(t, map[string]string{"other.yaml": "anything: else\n", "book.xlsx": "no workbook", "large.yaml": strings.Repeat("# a comment\n", 1<<20)})
	all := read(t, find(t, filepath.Join(dir, "other.yaml"), filepath.Join(dir, "book.xlsx"), filepath.Join(dir, "large.yaml"), filepath.Join(dir, "gone.yaml")), fleet.Options[kept]{})
	for i, want := range []fleet.Outcome{fleet.Broken, fleet.Broken, fleet.Broken, fleet.Unreadable} {
		if all[i].Outcome != want || (want == fleet.Broken) != (len(all[i].Problems) > 0) || (want == fleet.Unreadable) != (all[i].Err != nil) {
			t.Errorf("%+v", all[i])
		}
	}
	if text := all[3].Err.Error(); !strings.Contains(text, "there is no file") {
		t.Error(text)
	}
	folder := read(t, []fleet.Found{{Name: dir, Named: true}}, fleet.Options[kept]{})
	if folder[0].Outcome != fleet.Unreadable {
		t.Errorf("%+v", folder)
	}
}

func TestCancelInTheMiddle(t *testing.T) {
	files := find(t, many(t, 300))
	before := runtime.NumGoroutine()
	reason := errors.New("the user has seen enough")
	for _, at := range []int{0, 1, 150, 299} {
		ctx, cancel := context.WithCancelCause(t.Context())
		n := 0
		if at == 0 {
			cancel(reason)
		}
		err := fleet.Read(ctx, files, fleet.Options[kept]{Scales: shelf, Keep: keep, Workers: 4}, func(fleet.Result[kept]) error {
			if n++; n == at {
				cancel(reason)
			}
			return nil
		})
		if !errors.Is(err, reason) || n != at {
			t.Errorf("cancelled after %d: %v after %d", at, err, n)
		}
		cancel(nil)
	}
	err := fleet.Read(t.Context(), files, fleet.Options[kept]{Scales: shelf, Keep: keep}, func(fleet.Result[kept]) error { return os.ErrClosed })
	if !errors.Is(err, os.ErrClosed) {
		t.Errorf("%v", err)
	}
	for try := 0; runtime.NumGoroutine() > before; try++ {
		if try > 100 {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
		time.Sleep(10 * time.Millisecond)
	}
}
