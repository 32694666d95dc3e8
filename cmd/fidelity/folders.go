package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// found is a file to read: one that was named, or one that a named folder has.
type found struct {
	name  string
	named bool
}

// findFiles lists the files that paths name: files as they are, and from
// folders, in order of name, what ends as a review does. A file is listed once.
func findFiles(paths []string) (all []found, err error) {
	seen := map[string]bool{}
	add := func(f found) {
		if clean := filepath.Clean(f.name); !seen[clean] {
			seen[clean] = true
			all = append(all, f)
		}
	}
	for _, path := range expand(paths) {
		info, statErr := os.Stat(path)
		if statErr != nil || !info.IsDir() {
			add(found{path, true}) // the reader says what is wrong with it
			continue
		}
		inside, walkErr := reviewsIn(path)
		if walkErr != nil {
			err = errors.Join(err, walkErr)
		}
		for _, name := range inside {
			add(found{name, false})
		}
	}
	return all, err
}

// reviewsIn lists what a folder and the folders in it have that ends as a
// review does. Hidden folders are passed over.
func reviewsIn(folder string) (names []string, err error) {
	err = filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("cannot read %s: %w", name, err)
		case entry.IsDir() && name != folder && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case !entry.IsDir() && slices.Contains([]string{".yaml", ".yml", ".xlsx"}, ending(name)):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// reading is what became of reading one file.
type reading struct {
	file     *source.File
	problems source.Problems
	err      error
	passed   bool // no review, and not named
}

// readAll reads files side by side and calls back for each in their order.
func (a *app) readAll(files []found, each func(found, reading)) {
	results := make([]chan reading, len(files))
	for i := range results {
		results[i] = make(chan reading, 1)
	}
	next := make(chan int)
	go func() {
		defer close(next)
		for i := range files {
			next <- i
		}
	}()
	var readers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		readers.Go(func() {
			for i := range next {
				results[i] <- a.readFound(files[i])
			}
		})
	}
	for i := range files {
		each(files[i], <-results[i])
	}
	readers.Wait()
}

// readFound reads one file. In a folder there are other files than reviews,
// such as report.yaml and workbooks of reports: those are passed over.
func (a *app) readFound(f found) reading {
	data, err := readBytes(f.name)
	switch {
	case err != nil:
		return reading{err: err}
	case !f.named && !workbook.IsWorkbook(f.name, data) && !bytes.Contains(data, []byte("fidelity/review/")):
		return reading{passed: true}
	}
	file, problems := a.readReview(f.name, data)
	if file == nil && !f.named && otherWorkbook(f.name, data, problems) {
		return reading{passed: true}
	}
	return reading{file: file, problems: problems}
}

// otherWorkbook reports whether a workbook was refused as a whole: it is some
// other one, such as a report.
func otherWorkbook(name string, data []byte, problems source.Problems) bool {
	return workbook.IsWorkbook(name, data) && len(problems) == 1 && problems[0].Code == source.CodeRefused && problems[0].Path == ""
}
