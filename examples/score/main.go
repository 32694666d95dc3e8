// Command score shows the shortest way from a review file to its scores.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("name a review file")
	}
	if err := score(os.Args[1], 0); err != nil {
		log.Fatal(err)
	}
}

// score prints the result and the scores of the first items; 0 stands for all.
func score(name string, first int) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read the review: %w", err)
	}
	shelf := source.NewShelf(items.FS)
	file, problems := source.ReadReview(name, data, shelf)
	if file == nil {
		return problems
	}
	words, err := shelf.Words(file.Review.Scale())
	if err != nil {
		return fmt.Errorf("read the words: %w", err)
	}

	assessment := fidelity.Assess(file.Review)
	speaker := say.New(assessment.Scale(), words)
	fmt.Println(speaker.Headline(assessment))
	for i := range assessment.Items {
		if first > 0 && i == first {
			break
		}
		fmt.Printf("%2d %s: %s\n", assessment.Scale().Items()[i].Number, speaker.Title(i), speaker.ScoreWords(assessment, i))
	}
	return nil
}
