// Command compare shows how a program sets many services side by side: it
// keeps a short record of each review, so that thousands take little memory,
// and asks what the services share.
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
		log.Fatal("name the reviews of several services")
	}
	if err := sideBySide(os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

// sideBySide prints whether each service can be compared, and the gaps that
// many share.
func sideBySide(names []string) error {
	shelf := source.NewShelf(items.FS)
	// Records come in any order. Of each service only the newest usable review
	// is kept, and the one before.
	gather := compare.NewGather(fidelity.Date{})
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read the review: %w", err)
		}
		file, problems := source.ReadReview(name, data, shelf)
		if file == nil {
			return problems
		}
		gather.Add(compare.Summarise(fidelity.Assess(file.Review), name))
	}
	pack := gather.Pack(compare.PackSettings{})
	for i := range pack.Sites {
		site := &pack.Sites[i]
		fmt.Printf("%s: %s", site.Record.Service.Name, site.Total.Low)
		if sure := pack.Sure.Sites[i]; sure.Close >= 0 {
			fmt.Printf(", close to the line; %s others would say the same band", say.InTen(sure.Same))
		}
		fmt.Println()
		for _, caution := range site.Cautions {
			fmt.Println("  with caution:", say.Caution(caution, site.Record))
		}
	}
	for _, gap := range pack.SharedGaps() {
		fmt.Printf("%s is low in %d of %d\n", pack.Scale.Items()[gap.Item].ID, len(gap.Low), len(pack.Sites))
	}
	for _, file := range pack.Passed {
		fmt.Printf("not compared: %s. %s\n", file.Service.Name, say.Unusable(file, pack.Scale.Ref()))
	}
	return nil
}
