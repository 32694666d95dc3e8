package source

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Folders lays several folders of scales on top of each other. A scale that
// more than one has comes from the first, so that a scale of one's own can
// stand in for a shipped one.
func Folders(folders ...fs.FS) fs.FS { return layered(folders) }

type layered []fs.FS

// of returns the folder that has the scale to which a name belongs.
func (l layered) of(name string) fs.FS {
	scale, _, _ := strings.Cut(name, "/")
	for _, folder := range l {
		if _, err := fs.Stat(folder, scale); err == nil {
			return folder
		}
	}
	return l[len(l)-1]
}

func (l layered) Open(name string) (fs.File, error) { return l.of(name).Open(name) }

// ReadDir lists the scales of all folders, or the files of one scale.
func (l layered) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return fs.ReadDir(l.of(name), name)
	}
	var all []fs.DirEntry
	var errs error
	for _, folder := range l {
		entries, err := fs.ReadDir(folder, ".")
		errs = errors.Join(errs, err)
		for _, e := range entries {
			if !slices.ContainsFunc(all, func(other fs.DirEntry) bool { return other.Name() == e.Name() }) {
				all = append(all, e)
			}
		}
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, errs
}
