package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
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
	overlaid   map[string]wording // by locale
}

type wording struct {
	words *fidelity.Words
	err   error
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

// Overlays lists the locales, such as en-US, that the words of a scale can be
// laid over with, in order.
func (s *Shelf) Overlays(scale *fidelity.Scale) []string {
	sub, err := fs.Sub(s.fsys, scale.ID())
	if err != nil {
		return nil
	}
	return overlays(sub)
}

// WordsIn returns the words of a scale in the wording of a locale; its own
// words where the locale is empty.
func (s *Shelf) WordsIn(scale *fidelity.Scale, locale string) (*fidelity.Words, error) {
	base, err := s.Words(scale)
	if err != nil || locale == "" {
		return base, err
	}
	all := s.Overlays(scale)
	at := slices.IndexFunc(all, func(name string) bool { return strings.EqualFold(name, locale) })
	switch {
	case len(all) == 0:
		return nil, fmt.Errorf("there is no wording %q of %s, which has its own words alone", shortened(locale), scale.ID())
	case at < 0:
		names := keySet{noun: "wording", names: all}
		return nil, fmt.Errorf("there is no wording %q of %s%s", shortened(locale), scale.ID(), names.instead(locale))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.get(scale.ID()).in(s.fsys, scale, base, all[at])
}

// in lays the wording of a locale over the words, once.
func (got *shelved) in(fsys fs.FS, scale *fidelity.Scale, base *fidelity.Words, locale string) (*fidelity.Words, error) {
	if w, ok := got.overlaid[locale]; ok {
		return w.words, w.err
	}
	sub, err := fs.Sub(fsys, scale.ID())
	if err != nil {
		return nil, fmt.Errorf("wording of %s: %w", scale.ID(), err)
	}
	var w wording
	words, problems := ReadOverlay(sub, scale.ID(), locale, scale, base)
	if w.words = words; words == nil {
		w.err = problems
	}
	if got.overlaid == nil {
		got.overlaid = map[string]wording{}
	}
	got.overlaid[locale] = w
	return w.words, w.err
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
