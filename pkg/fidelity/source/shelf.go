package source

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Shelf holds the scales of a folder, each in a folder of its own that is
// named by its id. A scale is read when it is first asked for, and once.
// A Shelf may be used by many goroutines.
type Shelf struct {
	fsys   fs.FS
	mu     sync.Mutex
	scales map[string]*shelved
}

type shelved struct {
	scale      *fidelity.Scale
	words      *fidelity.Words
	err        error
	wordsErr   error
	wordsTried bool
}

// NewShelf returns the scales of a folder, such as items.FS.
func NewShelf(fsys fs.FS) *Shelf { return &Shelf{fsys: fsys, scales: map[string]*shelved{}} }

// Scale returns the scale of a reference such as "ips-25@1". The error is a
// sentence, or Problems where the scale itself is wrong.
func (s *Shelf) Scale(ref string) (*fidelity.Scale, error) {
	id, major, versioned := strings.Cut(ref, "@")
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.has(id) {
		return nil, fmt.Errorf("there is no scale %q", shortened(ref))
	}
	got := s.get(id)
	switch {
	case got.err != nil:
		return nil, got.err
	case !versioned || major == "":
		return nil, fmt.Errorf("%q does not say which version of the scale", ref)
	case got.scale.Major() != major:
		return nil, fmt.Errorf("there is no version %q of %s", shortened(major), id)
	}
	return got.scale, nil
}

// Words returns the words of a scale.
func (s *Shelf) Words(scale *fidelity.Scale) (*fidelity.Words, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	got := s.get(scale.ID())
	if !got.wordsTried {
		got.wordsTried = true
		sub, err := fs.Sub(s.fsys, scale.ID())
		if err != nil {
			return nil, fmt.Errorf("words of %s: %w", scale.ID(), err)
		}
		words, problems := ReadWords(sub, scale.ID(), scale)
		if got.words = words; words == nil {
			got.wordsErr = problems
		}
	}
	return got.words, got.wordsErr
}

func (s *Shelf) get(id string) *shelved {
	if got, ok := s.scales[id]; ok {
		return got
	}
	got := &shelved{}
	s.scales[id] = got
	sub, err := fs.Sub(s.fsys, id)
	if err != nil {
		got.err = fmt.Errorf("scale %s: %w", id, err)
		return got
	}
	scale, problems := ReadScale(sub, id)
	switch {
	case scale == nil:
		got.err = problems
	case scale.ID() != id:
		// A folder by another name, or a file system that takes IPS-25 for ips-25.
		got.err = fmt.Errorf("the scale in the folder %s is %s; the two must be the same", id, scale.ID())
	default:
		got.scale = scale
	}
	return got
}

func (s *Shelf) has(id string) bool {
	if id == "" || strings.ContainsAny(id, `/\.`) {
		return false
	}
	_, err := fs.Stat(s.fsys, path.Join(id, "scale.yaml"))
	return err == nil
}

// Refs lists the scales that there are, as review files name them.
func (s *Shelf) Refs() []string {
	entries, err := fs.ReadDir(s.fsys, ".")
	if err != nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var refs []string
	for _, e := range entries {
		if e.IsDir() && s.has(e.Name()) {
			if got := s.get(e.Name()); got.scale != nil {
				refs = append(refs, got.scale.Ref())
			}
		}
	}
	return refs
}
