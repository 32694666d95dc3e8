// Command build makes a review in code, as a service's own data system would,
// and shows what its evidence suggests.
package main

import (
	"fmt"
	"log"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

// specialist is what a data system knows of an employment specialist.
type specialist struct{ code, fte, caseload, community string }

func run() error {
	shelf := source.NewShelf(items.FS)
	scale, err := shelf.Scale("ips-25@1")
	if err != nil {
		return fmt.Errorf("find the scale: %w", err)
	}
	words, err := shelf.Words(scale)
	if err != nil {
		return fmt.Errorf("read the words: %w", err)
	}

	review := fidelity.NewReview(scale)
	review.Service = fidelity.Service{ID: "quarrymead", Name: "Quarrymead Employment Service"}
	review.Kind = fidelity.SelfAudit
	for _, s := range []specialist{
		{"ES01", "1.0", "22", "24/37.5"},
		{"ES02", "0.6", "11", "unknown"},
	} {
		row, err := review.AddRow("specialists", s.code)
		if err != nil {
			return fmt.Errorf("add %s: %w", s.code, err)
		}
		for column, text := range map[string]string{"fte": s.fte, "caseload": s.caseload, "community_time": s.community} {
			if err := row.Set(column, text); err != nil {
				return fmt.Errorf("%s: %w", s.code, err)
			}
		}
	}
	if err := review.SetFact("disclosure", "not-required", "yes"); err != nil {
		return fmt.Errorf("answer a fact: %w", err)
	}

	assessment := fidelity.Assess(review)
	speaker := say.New(scale, words)
	for _, id := range []string{"caseload-size", "community-services", "disclosure"} {
		i, _ := scale.ItemAt(id)
		fmt.Printf("%s: %s\n  %s\n", speaker.Title(i), speaker.ScoreWords(assessment, i), speaker.Why(assessment, i))
	}
	return nil
}
