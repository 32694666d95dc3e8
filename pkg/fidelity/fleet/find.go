package fleet

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Found is a file to read: one that was named, or one that a named folder has.
type Found struct {
	Name  string
	Named bool
}

// Find lists the files that paths name: files as they are, and of folders, in
// order of name, what ends as a review or a workbook does. A file is listed
// once. The error is a sentence for each folder that cannot be read.
func Find(paths []string) (all []Found, err error) {
	seen := map[string]int{}
	add := func(f Found) {
		clean := filepath.Clean(f.Name)
		if at, twice := seen[clean]; twice {
			all[at].Named = all[at].Named || f.Named
			return
		}
		seen[clean] = len(all)
		all = append(all, f)
	}
	for _, path := range paths {
		info, statErr := os.Stat(path)
		if statErr != nil || !info.IsDir() {
			add(Found{path, true}) // reading says what is wrong with it
			continue
		}
		inside, walkErr := inFolder(path)
		err = errors.Join(err, walkErr)
		for _, name := range inside {
			add(Found{name, false})
		}
	}
	return all, err
}

// inFolder lists what a folder and the folders in it have that may be a
// review. Hidden files and folders are passed over, and so is what is no file,
// such as a pipe, which would be waited for.
func inFolder(folder string) (names []string, err error) {
	err = filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("cannot read %s: %w", name, err)
		case entry.IsDir() && name != folder && strings.HasPrefix(entry.Name(), "."):
			return filepath.SkipDir
		case (entry.Type().IsRegular() || entry.Type()&fs.ModeSymlink != 0) && maybeReview(entry.Name()):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

var endings = []string{".yaml", ".yml", ".xlsx"}

// maybeReview reports whether a file that nobody named may be a review, by its
// name. Excel keeps a file that begins with ~$ beside an open workbook.
func maybeReview(name string) bool {
	lower := strings.ToLower(name)
	return slices.Contains(endings, filepath.Ext(lower)) && lower != source.LookName && lower != source.ContextName &&
		!strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~$")
}
