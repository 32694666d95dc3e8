package fleet_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// stored reads with a store, and says how many reviews were read anew.
func stored(t testing.TB, cache, engine string, files []fleet.Found) (all []fleet.Result[kept], anew int) {
	t.Helper()
	store, err := fleet.OpenStore(cache, engine, codec)
	if err != nil {
		t.Fatal(err)
	}
	var n atomic.Int64
	o := fleet.Options[kept]{Scales: shelf, Store: store, Workers: 4, Keep: func(f *source.File) kept { n.Add(1); return keep(f) }}
	if err := fleet.Read(t.Context(), files, o, func(r fleet.Result[kept]) error { all = append(all, r); return nil }); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return all, int(n.Load())
}

func same(t testing.TB, got, want []fleet.Result[kept]) {
	t.Helper()
	if diff := cmp.Diff(want, got, sameScale); diff != "" {
		t.Fatalf("the store changed a result: %s", diff)
	}
}

func TestStoreSparesReading(t *testing.T) {
	dir, cache := many(t, 100), t.TempDir()
	write(t, filepath.Join(dir, "broken.yaml"), "format: fidelity/review/1\n")
	files := find(t, dir)
	plain := read(t, files, fleet.Options[kept]{})
	for run, want := range []int{100, 0, 0} {
		all, anew := stored(t, cache, "v1", files)
		same(t, all, plain)
		if anew != want {
			t.Errorf("run %d read %d reviews, want %d", run, anew, want)
		}
	}
	write(t, filepath.Join(dir, "s007", "2026-05.yaml"), review("s007", 5))
	if _, anew := stored(t, cache, "v1", files); anew != 1 {
		t.Errorf("one file changed, and %d were read", anew)
	}
	if _, anew := stored(t, cache, "v2", files); anew != 100 {
		t.Errorf("another engine read %d", anew)
	}
	if _, anew := stored(t, cache, "v1", files); anew != 0 {
		t.Errorf("the entries of the first engine are gone: %d were read", anew)
	}
	if err := os.RemoveAll(cache); err != nil {
		t.Fatal(err)
	}
	if _, anew := stored(t, cache, "v1", files); anew != 100 {
		t.Errorf("without a store %d were read", anew)
	}
}

// Nothing that somebody may do to the files of a store changes a result.
func TestDamagedStore(t *testing.T) {
	dir, cache := many(t, 24), t.TempDir()
	files := find(t, dir)
	plain := read(t, files, fleet.Options[kept]{})
	stored(t, cache, "v", files)
	shards, err := filepath.Glob(filepath.Join(cache, "*.kept"))
	if err != nil || len(shards) < 8 {
		t.Fatalf("%v, %v", shards, err)
	}
	whole := map[string][]byte{}
	for _, name := range shards {
		if whole[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(whole[name], []byte(dir)) {
			t.Errorf("%s holds the name of a folder", name)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		for _, name := range shards {
			data := bytes.Clone(whole[name])
			switch rapid.IntRange(0, 5).Draw(rt, "damage") {
			case 0: // as it was
			case 1:
				data = data[:rapid.IntRange(0, len(data)).Draw(rt, "cut")]
			case 2:
				data[rapid.IntRange(0, len(data)-1).Draw(rt, "at")] ^= byte(rapid.IntRange(1, 255).Draw(rt, "flip"))
			case 3:
				data = append(data, data...)
			case 4: // that of another shard
				data = bytes.Clone(whole[rapid.SampledFrom(shards).Draw(rt, "other")])
			case 5:
				data = rapid.SliceOfN(rapid.Byte(), 0, 200).Draw(rt, "foreign")
			}
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		all, _ := stored(t, cache, "v", files)
		same(t, all, plain)
		if _, anew := stored(t, cache, "v", files); anew > 0 {
			rt.Fatalf("the store was not mended: %d were read", anew)
		}
	})
}

// Whatever happens to the files between two runs, the store gives what reading
// them all would.
func TestStoreIsNeverWrong(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		for range rapid.IntRange(0, 4).Draw(rt, "edits") {
			name := filepath.Join(dir, fmt.Sprintf("s%d.yaml", rapid.IntRange(0, 5).Draw(rt, "file")))
			switch rapid.IntRange(0, 6).Draw(rt, "edit") {
			case 0:
				_ = os.Remove(name)
			case 1:
				write(t, name, "format: fidelity/review/1\nbroken\n")
			case 2: // the same bytes under another name
				write(t, filepath.Join(dir, "copy.yaml"), review("s1", 3))
			default: // of one length, in the same moment
				write(t, name, review("s1", rapid.IntRange(1, 5).Draw(rt, "score")))
			}
		}
		files := find(t, dir)
		if rapid.Bool().Draw(rt, "named") {
			for i := range files {
				files[i].Named = true
			}
		}
		all, _ := stored(t, cache, rapid.SampledFrom([]string{"v1", "v2"}).Draw(rt, "engine"), files)
		same(t, all, read(t, files, fleet.Options[kept]{}))
	})
}

func TestRunsSideBySide(t *testing.T) {
	dir, cache := many(t, 60), t.TempDir()
	files := find(t, dir)
	plain := read(t, files, fleet.Options[kept]{})
	var runs sync.WaitGroup
	for range 6 {
		runs.Go(func() {
			store, err := fleet.OpenStore(cache, "v", codec)
			if err != nil {
				t.Error(err)
				return
			}
			defer func() { _ = store.Close() }() // where files cannot be replaced, they stay
			i := 0
			err = fleet.Read(t.Context(), files, fleet.Options[kept]{Scales: shelf, Keep: keep, Store: store}, func(r fleet.Result[kept]) error {
				if diff := cmp.Diff(plain[i], r, sameScale); diff != "" {
					t.Error(diff)
				}
				i++
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	runs.Wait()
	if all, anew := stored(t, cache, "v", files); anew > 0 {
		t.Errorf("%d of %d were read again", anew, len(all))
	}
	entries, err := os.ReadDir(cache)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".kept" {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestNoStore(t *testing.T) {
	file := filepath.Join(put(t, map[string]string{"a": ""}), "a")
	if _, err := fleet.OpenStore(filepath.Join(file, "below"), "v", codec); err == nil {
		t.Error("a folder below a file")
	}
	if _, err := fleet.OpenStore(t.TempDir(), "v", fleet.Codec[struct{ f func() }]{}); err == nil {
		t.Error("a function was stored")
	}
}
