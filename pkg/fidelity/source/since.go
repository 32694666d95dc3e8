package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Marks are short marks of all parts of a review. They tell later whether a
// part has changed, and not what it was. The zero value has none.
type Marks struct{ parts map[string]string }

// How many bytes a mark has: of the path, and of what stands there. A mark of a
// few answers could be guessed whatever its length; that of a text cannot.
const (
	pathMark = 3
	hereMark = 2
)

// MarksOf makes the marks of a review.
func MarksOf(r *fidelity.Review) Marks {
	m := Marks{map[string]string{}}
	m.add("", ReviewValue(r).node)
	return m
}

func (m Marks) add(path string, n *yaml.Node) {
	key, value := markOf(path, n)
	m.parts[key] = value
	switch {
	case isMap(n):
		for i := 0; i+1 < len(n.Content); i += 2 {
			m.add(path+"."+n.Content[i].Value, n.Content[i+1])
		}
	case rowsOf(n):
		for i, row := range n.Content {
			m.add(rowMark(path, row, i), row)
		}
	}
}

// rowMark is the path of a row by its id, so that it holds wherever the row is
// moved to, or by its place where it has none.
func rowMark(path string, row *yaml.Node, place int) string {
	if id := idOf(row); id != "" {
		return path + "[" + strings.ToLower(id) + "]"
	}
	return path + "[#" + strconv.Itoa(place) + "]"
}

func markOf(path string, n *yaml.Node) (key, value string) {
	of := sha256.Sum256([]byte(path))
	var b bytes.Buffer
	b.WriteString(path + "\x00")
	canonical(&b, n, 0, "")
	what := sha256.Sum256(b.Bytes())
	return string(of[:pathMark]), string(what[:hereMark])
}

// had reports whether there was just this at a path, nil for nothing.
func (m *Marks) had(path string, n *yaml.Node) bool {
	key, value := markOf(path, n)
	was, there := m.parts[key]
	if n == nil {
		return !there
	}
	return there && was == value
}

// String writes the marks as letters and digits.
func (m Marks) String() string {
	list := make([]string, 0, len(m.parts))
	for key, value := range m.parts {
		list = append(list, key+value)
	}
	slices.Sort(list)
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join(list, "")))
}

// ParseMarks reads what String wrote; it returns no marks for anything else.
func ParseMarks(s string) Marks {
	m := Marks{map[string]string{}}
	data, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil || len(data)%(pathMark+hereMark) != 0 {
		return m
	}
	for one := range slices.Chunk(data, pathMark+hereMark) {
		m.parts[string(one[:pathMark])] = string(one[pathMark:])
	}
	return m
}

// Side says whose word counts where two reviews of one beginning were both
// changed.
type Side string

// The sides: without one, Bring refuses.
const (
	NoSide     Side = ""
	TakeWhatIs Side = "is"  // the review that is brought over
	KeepWhat   Side = "was" // the review in the file
)

// Since tells Bring of the review that both come from: what only the file has
// changed since then stays. Without Marks both are taken for one after the
// other, and all that differs is brought over.
type Since struct {
	Marks  *Marks
	Side   Side
	Anyway Parts // that are brought over whatever they were
}
