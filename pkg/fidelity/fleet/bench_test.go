package fleet_test

import (
	"context"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// The benchmarks read the folder that FLEET names, one with simulated reviews,
// or else the samples, with as many workers as GOMAXPROCS says. Reading and
// assessing should take at most 1.5 times what decoding the YAML does, and
// reading again from a store at most 0.15 of reading.
//
//	go run ./examples/simulate -n 10000 -o /tmp/reviews
//	FLEET=/tmp/reviews GOMAXPROCS=4 go test ./pkg/fidelity/fleet -run - -bench . -benchtime 1x -count 3

func benchFiles(b *testing.B) []fleet.Found {
	dir := os.Getenv("FLEET")
	if dir == "" {
		dir = "../../../reviews"
	}
	if _, err := shelf.Scale("ips-25@1"); err != nil { // is read once, before
		b.Fatal(err)
	}
	return find(b, dir)
}

func BenchmarkDecodeNodes(b *testing.B) {
	files := benchFiles(b)
	for b.Loop() {
		var next atomic.Int64
		var workers sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
					var n yaml.Node
					data, err := os.ReadFile(files[i].Name)
					if err == nil {
						err = yaml.Unmarshal(data, &n)
					}
					if err != nil {
						b.Error(err)
					}
				}
			})
		}
		workers.Wait()
	}
}

func benchRecord(f *source.File) compare.Record {
	r := compare.Summarise(fidelity.Assess(f.Review), f.Name)
	for _, p := range f.Blocked() {
		r.Blocked = append(r.Blocked, p.String())
	}
	return r
}

func benchRead(b *testing.B, files []fleet.Found, store *fleet.Store[compare.Record]) {
	o := fleet.Options[compare.Record]{Scales: shelf, Keep: benchRecord, Store: store}
	gather := compare.NewGather(fidelity.Date{})
	err := fleet.Read(context.Background(), files, o, func(r fleet.Result[compare.Record]) error {
		if r.Outcome == fleet.Kept {
			gather.Add(r.Value)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkRead(b *testing.B) {
	files := benchFiles(b)
	b.ReportAllocs()
	for b.Loop() {
		benchRead(b, files, nil)
	}
}

func BenchmarkReadFromStore(b *testing.B) {
	files, dir := benchFiles(b), b.TempDir()
	run := func() {
		store, err := fleet.OpenStore(dir, "bench", fleet.Codec[compare.Record]{Bind: func(r *compare.Record, file string, scale *fidelity.Scale) { r.File, r.Scale = file, scale }})
		if err != nil {
			b.Fatal(err)
		}
		benchRead(b, files, store)
		if err := store.Close(); err != nil {
			b.Fatal(err)
		}
	}
	run()
	b.ReportAllocs()
	for b.Loop() {
		run()
	}
}
