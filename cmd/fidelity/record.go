package main

import (
	"fmt"
	"path/filepath"
)

// orTool names who did something, for the record.
func orTool(by string) string {
	if by == "" {
		return "tool"
	}
	return by
}

// newFile looks at the name of the review file that a command makes.
func newFile(output, input string) error {
	switch end := ending(output); {
	case output == "":
		return fmt.Errorf("say where the new file goes, as in: -o %s", suggested(input))
	case end != ".yaml" && end != ".yml":
		return fmt.Errorf("-o %s: a review is a .yaml file; choose a name that ends so", output)
	case sameFile(output, input):
		return fmt.Errorf("-o %s is the review itself; choose another name", output)
	}
	return nil
}

func suggested(input string) string {
	end := filepath.Ext(input)
	return filepath.Base(input[:len(input)-len(end)]) + ".new.yaml"
}
