// Command ownscale scores a review on a scale of one's own. The scale is a
// folder of YAML: no Go knows its items.
package main

import (
	"embed"
	"fmt"
	"io/fs"
	"log"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

//go:embed scale
var files embed.FS

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	folder, err := fs.Sub(files, "scale")
	if err != nil {
		return fmt.Errorf("open the scale: %w", err)
	}
	scale, problems := source.ReadScale(folder, "welcome")
	if scale == nil {
		return problems
	}
	words, problems := source.ReadWords(folder, "welcome", scale)
	if words == nil {
		return problems
	}

	review := fidelity.NewReview(scale)
	review.Service.Name = "The front desk"
	for code, minutes := range map[string]string{"V1": "4", "V2": "12", "V3": "9"} {
		row, err := review.AddRow("visits", code)
		if err != nil {
			return fmt.Errorf("add a visit: %w", err)
		}
		if err := row.Set("minutes", minutes); err != nil {
			return fmt.Errorf("add a visit: %w", err)
		}
	}
	if err := review.SetFact("greeting", "seat", "yes"); err != nil {
		return fmt.Errorf("answer a fact: %w", err)
	}

	assessment := fidelity.Assess(review)
	speaker := say.New(scale, words)
	fmt.Println(speaker.Headline(assessment))
	for i := range assessment.Items {
		fmt.Printf("%s: %s\n", speaker.Title(i), speaker.Why(assessment, i))
	}
	return nil
}
