package source

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Neighbours reads the other reviews of a service in the folder of a review:
// files that end in .yaml or .yml, name is not among them, in order of name.
// What is no review, or one of another service, is passed over. Broken names
// those that seem to be reviews of the service and have errors, so that a user
// can be told; they are no reason to stop.
func Neighbours(folder fs.FS, name string, service fidelity.Service, scales Scales) (files []*File, broken []string) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, nil
	}
	for _, entry := range entries {
		if !isYAML(entry) || entry.Name() == name {
			continue
		}
		data, ok := readNeighbour(folder, entry)
		// A folder may hold thousands of reviews: those that cannot be meant
		// are not worth reading in full.
		if !ok || !bytes.Contains(data, []byte(ReviewFormat)) || !bytes.Contains(data, []byte(service.ID)) {
			continue
		}
		file, _ := ReadReview(entry.Name(), data, scales)
		switch {
		case file == nil:
			broken = append(broken, entry.Name())
		case file.Review.Service.ID == service.ID:
			files = append(files, file)
		}
	}
	return files, broken
}

func isYAML(entry fs.DirEntry) bool {
	ending := strings.ToLower(path.Ext(entry.Name()))
	return !entry.IsDir() && (ending == ".yaml" || ending == ".yml")
}

// readNeighbour reads a file that nobody named: one that is too large or that
// cannot be read is left alone.
func readNeighbour(folder fs.FS, entry fs.DirEntry) ([]byte, bool) {
	info, err := entry.Info()
	if err != nil || info.Size() > MaxSize {
		return nil, false
	}
	data, err := fs.ReadFile(folder, entry.Name())
	return data, err == nil
}
