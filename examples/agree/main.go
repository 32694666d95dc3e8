// Command agree shows how far two reviewers agree who scored the same visit
// alone, and what they have to talk about.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func main() {
	if len(os.Args) < 3 {
		log.Fatal("name the files of two reviewers")
	}
	if err := compare(os.Args[1:]...); err != nil {
		log.Fatal(err)
	}
}

// compare prints the headline, and the items that differ, the widest first.
func compare(names ...string) error {
	shelf := source.NewShelf(items.FS)
	var copies []agree.Copy
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read the review: %w", err)
		}
		file, problems := source.ReadReview(name, data, shelf)
		if file == nil {
			return problems
		}
		copies = append(copies, agree.Copy{Name: name, Review: file.Review})
	}
	joint, err := agree.FromCopies(copies, nil)
	if err != nil {
		return fmt.Errorf("join the copies: %w", err)
	}
	found := joint.Agreement()
	fmt.Printf("same score on %d of %d, within one point on %d\n", found.Exact, found.N, found.WithinOne)
	if found.KappaLinear.Why == agree.Calculated {
		fmt.Printf("linear weighted kappa %.2f (%.2f to %.2f)\n", found.KappaLinear.Value, found.KappaLinear.Low, found.KappaLinear.High)
	}
	for _, d := range found.Differences {
		fmt.Println(joint.Review.Scale().Items()[d.Item].ID, d.Scores)
	}
	return nil
}
