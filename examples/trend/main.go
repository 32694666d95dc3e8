// Command trend shows how a program follows one service over time: it reads
// reviews, compares each with the one before it, and says what became of the
// actions that were planned.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("name the reviews of a service")
	}
	if err := trend(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

// trend prints each step of each line, and the actions that are late.
func trend(names []string) error {
	shelf := source.NewShelf(items.FS)
	var reviews []*fidelity.Assessment
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read the review: %w", err)
		}
		file, problems := source.ReadReview(name, data, shelf)
		if file == nil {
			return problems
		}
		reviews = append(reviews, fidelity.Assess(file.Review))
	}
	// Only what can be compared is joined into a line: the same service, scale,
	// major version and kind of review, in whatever order the files came.
	for _, path := range compare.Trend(reviews, compare.Settings{}) {
		fmt.Println(path.Service.Name)
		for _, line := range path.Lines {
			for i := range line.Steps {
				step := &line.Steps[i]
				fmt.Printf("%s: %s points, %s\n", say.Month(step.After.Review().Visit.To), say.Signed(step.ByLow, step.ByHigh), say.Verdict(step.Verdict))
				late(step)
			}
		}
	}
	return nil
}

func late(step *compare.Changed) {
	for i := range step.Actions {
		if f := &step.Actions[i]; f.Late && !f.Personal {
			fmt.Printf("  late: %s (aim %s)\n", f.Action.What, say.Aim(f))
		}
	}
}
