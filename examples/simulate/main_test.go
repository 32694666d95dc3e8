package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// made simulates into memory.
func made(n int, seed uint64) (files map[string][]byte, services int, err error) {
	var mu sync.Mutex
	files = map[string][]byte{}
	services, err = simulate(n, seed, func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		files[name] = data
		return nil
	})
	return files, services, err
}

func Example() {
	files, services, err := made(7, 1)
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(len(files), "reviews of", services, "services")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		shelf := source.NewShelf(items.FS)
		file, _ := source.ReadReview(name, files[name], shelf)
		total := fidelity.Assess(file.Review).Total
		fmt.Println(name, file.Review.Kind, total.Low, "of", total.Max)
	}
	// Output:
	// 7 reviews of 2 services
	// crobribask/2021-07.yaml independent 85 of 125
	// crobribask/2022-07.yaml independent 84 of 125
	// crobribask/2023-07.yaml independent 82 of 125
	// crobribask/2024-07.yaml independent 78 of 125
	// crobribask/2025-07.yaml independent 78 of 125
	// crobribask/2026-07.yaml independent 67 of 125
	// prugoquist/2026-02.yaml independent 114 of 125
}

func TestSameSeedSameFiles(t *testing.T) {
	first, _, err := made(24, 7)
	if err != nil {
		t.Fatal(err)
	}
	again, _, _ := made(24, 7)
	if !maps.EqualFunc(first, again, bytes.Equal) {
		t.Error("the same seed gave other files")
	}
	fewer, _, _ := made(4, 7)
	for name, data := range fewer {
		if name != slices.Max(slices.Collect(maps.Keys(fewer))) && len(first[name]) == 0 {
			t.Errorf("%s is only there with fewer reviews: %d bytes", name, len(data))
		}
	}
	if other, _, _ := made(24, 8); maps.EqualFunc(first, other, bytes.Equal) {
		t.Error("another seed gave the same files")
	}
}

// TestBelievable reads what was made: no errors, no numbers of people, and
// something of everything.
func TestBelievable(t *testing.T) {
	files, services, err := made(120, 3)
	if err != nil || len(files) != 120 || services < 20 || services > 60 {
		t.Fatalf("%d files of %d services, %v", len(files), services, err)
	}
	shelf := source.NewShelf(items.FS)
	there := map[string]int{}
	for name, data := range files {
		file, problems := source.ReadReview(name, data, shelf)
		if file == nil {
			t.Fatalf("%v", problems)
		}
		for _, p := range append(problems, source.Personal(name, data)...) {
			if p.Level == source.Error || strings.HasPrefix(p.Code, "privacy") {
				t.Errorf("%s", p)
			}
		}
		r, a := file.Review, fidelity.Assess(file.Review)
		count := func(what string, yes bool) {
			if yes {
				there[what]++
			}
		}
		count("self-audits", r.Kind != fidelity.Independent)
		count("stripped", r.Kept != nil)
		count("sealed", r.Seal != nil)
		if r.Seal != nil && len(file.SealProblems()) > 0 {
			t.Errorf("%v", file.SealProblems())
		}
		count("with a period", !r.Evidence.From.IsZero())
		count("incomplete", a.Total.Scored < a.Total.Of)
		count("with actions", len(r.Actions) > 0)
		count("with a region", r.Service.Groups["region"] != "")
		count("with a review before", r.Previous != "")
		for i := range a.Items {
			count("reasons", r.Findings[i].Because != "")
			count("scored items", a.Items[i].State == fidelity.Rated)
			count("frozen ratings", len(r.Findings[i].Ratings) > 0)
		}
	}
	for what, least := range map[string]int{
		"self-audits": 3, "stripped": 3, "sealed": 3, "with a period": 100, "incomplete": 1, "with actions": 100, "with a region": 120,
		"with a review before": 60, "reasons": 20, "scored items": 2800, "frozen ratings": 20,
	} {
		if there[what] < least {
			t.Errorf("%d %s, at least %d are wanted", there[what], what, least)
		}
	}
	if there["reasons"]*8 > there["scored items"] {
		t.Errorf("%d of %d scores differ from the evidence", there["reasons"], there["scored items"])
	}
}

func TestNamesComeOnce(t *testing.T) {
	seen := map[string]bool{}
	for i := range 2*places + 10 {
		name := id(place(41, i))
		if seen[name] {
			t.Fatalf("%s comes twice", name)
		}
		seen[name] = true
	}
}
