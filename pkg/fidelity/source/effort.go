package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// MostEffort is the highest effort for a point that a file may give.
const MostEffort = 1000

// ReadEffort reads what a point on each item takes in the eyes of one service:
// item id to effort, a whole number from 0 to MostEffort. Items that are left
// out keep the effort of the scale. All problems are told at once; the map is
// nil where there are any.
func ReadEffort(name string, data []byte, scale *fidelity.Scale) (map[string]int, Problems) {
	r := &reader{file: name}
	out := map[string]int{}
	if root := r.root(data); root != nil {
		r.effort(root, scale, out)
	}
	r.problems.Sort()
	if r.problems.Errors() {
		return nil, r.problems
	}
	return out, r.problems
}

func (r *reader) effort(root *yaml.Node, scale *fidelity.Scale, out map[string]int) {
	items := itemKeys(scale)
	r.eachKey(root, items, func(key, value *yaml.Node) {
		if _, ok := scale.ItemAt(key.Value); !ok {
			r.unknown(key, items)
			return
		}
		n, ok := wholeNumber(value)
		if !ok || n < 0 || n > MostEffort {
			r.fail(value, CodeValue, "%s is not an effort for a point; write a whole number from 0 to %d, as in 2", plain(value), MostEffort)
			return
		}
		out[key.Value] = n
	})
}
