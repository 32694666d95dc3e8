// Command simulate writes made-up reviews: services with a visit a year, their
// evidence, scores and action plans. It is for demonstrations and for trying
// out what many reviews look like.
//
//	go run ./examples/simulate -n 10000 -o DIR
//
// The number is that of reviews, not of services: a service has two to six. The
// same seed gives the same files. All names are made of syllables, and no
// service, person, place or employer is real.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func main() {
	n := flag.Int("n", 100, "how many reviews to write; a service has two to six of them")
	seed := flag.Uint64("seed", 1, "another number gives other services")
	folder := flag.String("o", "", "the folder to write into")
	flag.Parse()
	if *folder == "" || *n < 1 || flag.NArg() > 0 {
		log.Fatal("say how many reviews and where they go, as in: simulate -n 1000 -o DIR")
	}
	services, err := simulate(*n, *seed, func(name string, data []byte) error {
		return write(filepath.Join(*folder, filepath.FromSlash(name)), data)
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("Wrote %d reviews of %d services into %s\n", *n, services, *folder)
}

// write writes a file and the folder that it is in.
func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		return fmt.Errorf("write the review: %w", err)
	}
	return nil
}
