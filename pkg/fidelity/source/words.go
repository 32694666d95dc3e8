package source

import (
	"io/fs"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ReadWords reads the words of a scale from its folder. All problems are told
// at once; the words are nil where one of them is an error.
func ReadWords(fsys fs.FS, prefix string, scale *fidelity.Scale) (*fidelity.Words, Problems) {
	s := &scaleReader{fsys: fsys, prefix: prefix, roots: map[string]*yaml.Node{}}
	words := &fidelity.Words{Items: map[string]fidelity.ItemWords{}}
	r, _ := s.open("words.yaml", words)
	s.take(r)
	for _, item := range scale.Items() {
		var it fidelity.ItemWords
		r, _ := s.open("words/"+item.ID+".yaml", &it)
		s.take(r)
		words.Items[item.ID] = it
	}
	s.problems.sort()
	if s.problems.Errors() {
		return nil, s.problems
	}
	return words, s.problems
}
