package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// noReview reports whether a file that nobody named is one of those that stand
// beside reviews and are none.
func noReview(name string) bool {
	base := strings.ToLower(filepath.Base(name))
	return base == source.LookName || base == source.ContextName
}

// expand replaces patterns such as reviews/*/2026-05.yaml by the files that
// they match, in order of name. Shells on Windows leave that to the command.
// A name that is a file is taken as it is, and so is a pattern without a match:
// the reader then says that there is no such file.
func expand(names []string) []string {
	var out []string
	for _, name := range names {
		if _, err := os.Stat(name); err == nil || !strings.ContainsAny(name, "*?[") {
			// Among several names it is a shell that has replaced a pattern.
			if err != nil || len(names) == 1 || !noReview(name) {
				out = append(out, name)
			}
			continue
		}
		matches, err := filepath.Glob(name)
		if err != nil || len(matches) == 0 {
			matches = []string{name}
		}
		for _, match := range matches {
			if !noReview(match) {
				out = append(out, match)
			}
		}
	}
	return out
}
