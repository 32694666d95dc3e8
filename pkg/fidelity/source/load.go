package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// MaxSize is the largest file that is read: 8 MiB.
const MaxSize = 8 << 20

// maxDepth is how deep lists and keys may be nested.
const maxDepth = 64

// reader reads one file. It walks the node tree once, and collects problems
// with the place that it has come to.
type reader struct {
	file     string
	problems Problems
	path     []step
}

// step is a part of the path: a key, or the place in a list.
type step struct {
	key   string
	index int
}

func (r *reader) in(key string) { r.path = append(r.path, step{key: key, index: -1}) }
func (r *reader) at(index int)  { r.path = append(r.path, step{index: index}) }
func (r *reader) out()          { r.path = r.path[:len(r.path)-1] }
func (r *reader) pathText() string {
	var b strings.Builder
	for _, s := range r.path {
		switch {
		case s.index >= 0:
			fmt.Fprintf(&b, "[%d]", s.index)
		case b.Len() > 0:
			b.WriteString("." + s.key)
		default:
			b.WriteString(s.key)
		}
	}
	return b.String()
}

func (r *reader) fail(n *yaml.Node, code, format string, args ...any) {
	r.add(n, Error, code, format, args...)
}

func (r *reader) warn(n *yaml.Node, code, format string, args ...any) {
	r.add(n, Warning, code, format, args...)
}

func (r *reader) add(n *yaml.Node, level Level, code, format string, args ...any) {
	p := Problem{File: r.file, Code: code, Level: level, Path: r.pathText(), Text: fmt.Sprintf(format, args...)}
	if n != nil {
		p.Line, p.Column = n.Line, n.Column
	}
	r.problems = append(r.problems, p)
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)$`)

// root parses the file into nodes. It returns nil where that cannot be done;
// the problem is told then.
func (r *reader) root(data []byte) *yaml.Node {
	if len(data) > MaxSize {
		r.fail(nil, CodeRefused, "the file is larger than 8 MiB; a review takes a few hundred KB at most")
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) && !bytes.HasPrefix(data, []byte("\xFF\xFE")) && !bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		r.fail(nil, CodeSyntax, "the file is not plain text in UTF-8; save it again as UTF-8")
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	doc, err := decode(decoder)
	if errors.Is(err, io.EOF) {
		r.fail(nil, CodeRequired, "the file is empty")
		return nil
	}
	if err != nil {
		r.syntax(err)
		return nil
	}
	if next, err := decode(decoder); !errors.Is(err, io.EOF) {
		if err != nil {
			r.syntax(err)
			return nil
		}
		r.fail(next, CodeRefused, "a second document begins here; keep one document a file")
		return nil
	}
	n := doc.Content[0]
	before := len(r.problems)
	r.guard(n, 0)
	if len(r.problems) > before {
		return nil
	}
	return n
}

// decode reads one document. yaml.v3 panics on some crafted input; that is an
// error like any other here.
func decode(d *yaml.Decoder) (n *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the text is not YAML: %v", p)
		}
	}()
	n = &yaml.Node{}
	err = d.Decode(n)
	return n, err
}

// syntax rewords an error of the YAML library. Its line can be off by one or
// missing, so it is told as "near".
func (r *reader) syntax(err error) {
	m := yamlLine.FindStringSubmatch(err.Error())
	text := strings.TrimSuffix(m[2], ".")
	if m[1] != "" {
		r.fail(nil, CodeSyntax, "near line %s: this is not YAML: %s; look for a missing colon, quote or space there", m[1], text)
		return
	}
	r.fail(nil, CodeSyntax, "this is not YAML: %s", text)
}

// guard refuses what makes YAML dangerous or hard to read back: anchors,
// aliases, tags, merge keys, keys that are no names, and deep nesting.
func (r *reader) guard(n *yaml.Node, depth int) {
	switch {
	case depth > maxDepth:
		r.fail(n, CodeRefused, "this is nested more than %d levels deep", maxDepth)
		return
	case n.Kind == yaml.AliasNode:
		r.fail(n, CodeRefused, "aliases such as *%s are not taken; write the text out", n.Value)
		return
	case n.Anchor != "":
		r.fail(n, CodeRefused, "anchors such as &%s are not taken; remove it", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.fail(n, CodeRefused, "tags such as %s are not taken; remove it", n.Tag)
	}
	for i, child := range n.Content {
		switch {
		case n.Kind != yaml.MappingNode:
			r.at(i)
		case i%2 == 0:
			r.guardKey(child)
			continue
		default:
			r.in(n.Content[i-1].Value)
		}
		r.guard(child, depth+1)
		r.out()
	}
}

func (r *reader) guardKey(key *yaml.Node) {
	switch {
	case key.Kind != yaml.ScalarNode:
		r.fail(key, CodeRefused, "a key must be a plain name")
	case key.Tag == "!!merge":
		r.fail(key, CodeRefused, "merge keys (<<) are not taken; write the values out")
	case key.Anchor != "":
		r.fail(key, CodeRefused, "anchors such as &%s are not taken; remove it", key.Anchor)
	case key.Style&yaml.TaggedStyle != 0:
		r.fail(key, CodeRefused, "tags such as %s are not taken; remove it", key.Tag)
	}
}
