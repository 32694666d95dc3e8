package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// MaxSize is the largest file that is read: 8 MiB.
const MaxSize = 8 << 20

var byteOrderMark = []byte("\uFEFF")

// zipMark is what every workbook begins with.
var zipMark = []byte("PK\x03\x04")

// root parses the file into nodes. It returns nil where that cannot be done;
// the problem is told then.
func (r *reader) root(data []byte) *yaml.Node {
	if len(data) > MaxSize {
		r.fail(nil, CodeRefused, "the file is larger than 8 MiB, the most that is read; a review takes a few hundred KB")
		return nil
	}
	if bytes.HasPrefix(data, zipMark) {
		r.fail(nil, CodeRefused, "the file is a workbook, and only a review file can be changed; import it first, as in: fidelity import book.xlsx -o review.yaml")
		return nil
	}
	data = bytes.TrimPrefix(data, byteOrderMark)
	if !utf8.Valid(data) {
		r.encoding(data)
		return nil
	}
	if crowded(data) {
		r.fail(nil, CodeRefused, "the file has more than a million values, the most that are read; a review has a few thousand")
		return nil
	}
	n, second, err := parse(data)
	switch {
	case errors.Is(err, io.EOF):
		r.fail(nil, CodeRequired, "the file is empty")
		return nil
	case err != nil:
		r.syntax(data, err)
		return nil
	case second != nil:
		r.fail(second, CodeRefused, "a second document begins here, after a line with --- or ...; keep one document in a file")
		return nil
	}
	before := len(r.problems)
	r.guard(n, 1)
	if len(r.problems) > before {
		return nil
	}
	return n
}

// maxValues is how many values are read. The library needs some 250 bytes of
// memory for each: 8 MiB of nothing but short values would take a gigabyte.
const maxValues = 1_000_000

// crowded reports whether a file has more values than are read, by what stands
// between them: commas, brackets, and lines that are neither empty nor comments.
func crowded(data []byte) bool {
	n := bytes.Count(data, []byte(",")) + bytes.Count(data, []byte("[")) + bytes.Count(data, []byte("{"))
	if n+bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\r")) <= maxValues {
		return n > maxValues
	}
	for line := range bytes.FieldsFuncSeq(data, func(c rune) bool { return c == '\n' || c == '\r' }) {
		if line = bytes.TrimLeft(line, " \t"); len(line) > 0 && line[0] != '#' {
			n++
		}
	}
	return n > maxValues
}

// parse reads the one document of a file, and finds a second one. The error is
// io.EOF where the file says nothing.
func parse(data []byte) (n, second *yaml.Node, err error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	doc, err := decode(decoder)
	if err != nil {
		return nil, nil, err
	}
	n = doc.Content[0]
	switch second, err = decode(decoder); {
	case err == nil:
		return n, second, nil
	case !errors.Is(err, io.EOF):
		return nil, nil, err
	case isNull(n):
		return nil, nil, io.EOF
	}
	return n, nil, nil
}

// decode reads one document. yaml.v3 panics on some crafted input; that is an
// error like any other here.
func decode(d *yaml.Decoder) (n *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	n = &yaml.Node{}
	err = d.Decode(n)
	return n, err
}

// encoding says where a file stops being text in UTF-8.
func (r *reader) encoding(data []byte) {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		r.fail(nil, CodeSyntax, "the file is in UTF-16; save it again as UTF-8, which editors offer as an encoding")
		return
	}
	at := 0
	for at < len(data) {
		c, size := utf8.DecodeRune(data[at:])
		if c == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	r.fail(placeOf(data, at), CodeSyntax, "the file is not text in UTF-8 from here on; save it again as UTF-8, which editors offer as an encoding")
}

// placeOf returns the line and column of a byte, as a node.
func placeOf(data []byte, at int) *yaml.Node {
	line := data[bytes.LastIndexByte(data[:at], '\n')+1 : at]
	return &yaml.Node{Line: bytes.Count(data[:at], []byte("\n")) + 1, Column: utf8.RuneCount(line) + 1}
}

var yamlLine = regexp.MustCompile(`^(?s)(?:yaml: )?(?:line \d+: )?(.*)$`)

// complaint is what the YAML library says, without its line: that can be that
// of the part around, or missing.
func complaint(err error) string { return yamlLine.FindStringSubmatch(err.Error())[1] }

// syntax tells where the text stops being YAML, and rewords what the library
// says of it.
func (r *reader) syntax(data []byte, err error) {
	said := complaint(err)
	for _, w := range wordings {
		if m := w.of.FindStringSubmatch(said); m != nil {
			code := CodeSyntax
			if w.refused {
				code = CodeRefused
			}
			r.fail(faultyLine(data, said), code, w.text, submatches(m)...)
			return
		}
	}
	r.fail(faultyLine(data, said), CodeSyntax, "this is not YAML (%s); look for a missing colon, quotation mark or space, here or just above", said)
}

func submatches(m []string) []any {
	out := make([]any, len(m)-1)
	for i := range out {
		out[i] = m[i+1]
	}
	return out
}

// slowSearch is the size from which parsing a file a dozen times over, to find
// the line of a fault, would take long.
const slowSearch = 256 << 10

// faultyLine finds the line in which the text stops being YAML: the first that
// makes the library say the same of the text up to its end. The library's own
// line is often that where the part around begins.
func faultyLine(data []byte, said string) *yaml.Node {
	if len(data) > slowSearch {
		return nil
	}
	var ends []int
	for i, c := range data {
		if c == '\n' {
			ends = append(ends, i+1)
		}
	}
	ends = append(ends, len(data))
	k := sort.Search(len(ends)-1, func(k int) bool {
		_, _, err := parse(data[:ends[k]])
		return err != nil && complaint(err) == said
	})
	start := 0
	if k > 0 {
		start = ends[k-1]
	}
	indent := len(data[start:ends[k]]) - len(bytes.TrimLeft(data[start:ends[k]], " "))
	return &yaml.Node{Line: k + 1, Column: indent + 1}
}
