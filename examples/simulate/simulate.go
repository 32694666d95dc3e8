package main

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// world is what all services share.
type world struct {
	seed  uint64
	shelf *source.Shelf
	scale *fidelity.Scale
	words *fidelity.Words
}

// simulate makes n reviews and hands each to write, which several goroutines
// call at once, with its name below the folder. It returns how many services
// there are.
func simulate(n int, seed uint64, write func(name string, data []byte) error) (services int, err error) {
	w := &world{seed: seed, shelf: source.NewShelf(items.FS)}
	if w.scale, err = w.shelf.Scale("ips-25@1"); err != nil {
		return 0, fmt.Errorf("find the scale: %w", err)
	}
	if w.words, err = w.shelf.Words(w.scale); err != nil {
		return 0, fmt.Errorf("read the words: %w", err)
	}

	var all []*service
	for n > 0 {
		s := w.service(len(all))
		s.visits = min(s.visits, n)
		n -= s.visits
		all = append(all, s)
	}
	var (
		workers sync.WaitGroup
		first   sync.Once
		next    = make(chan *service)
	)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for s := range next {
				if wrong := s.history(write); wrong != nil {
					first.Do(func() { err = wrong })
				}
			}
		})
	}
	for _, s := range all {
		next <- s
	}
	close(next)
	workers.Wait()
	return len(all), err
}
