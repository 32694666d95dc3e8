package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// objects is a PDF taken apart into its numbered objects. It reads what
// gofpdf 1.16.2 writes, and no other PDF.
type objects struct {
	body       [][]byte // by number, from "n 0 obj" to "endobj"; 0 is not used
	root, info int
}

var errForm = errors.New("not in the form that gofpdf writes")

// parse takes a file apart by its table of offsets, so that nothing within an
// object can be taken for the edge of one.
func parse(in []byte) (*objects, error) {
	_, after, ok := cutLast(in, "startxref\n")
	if !ok {
		return nil, fmt.Errorf("%w: no startxref", errForm)
	}
	line, _, _ := bytes.Cut(after, []byte("\n"))
	start, err := strconv.Atoi(string(line))
	if err != nil || start < 0 || start > len(in) {
		return nil, fmt.Errorf("%w: startxref %q", errForm, line)
	}
	lines := strings.Split(string(in[start:]), "\n")
	var first, count int
	if len(lines) < 2 {
		return nil, fmt.Errorf("%w: no table of offsets", errForm)
	}
	if _, err := fmt.Sscanf(lines[1], "%d %d", &first, &count); err != nil || first != 0 || len(lines) < count+2 {
		return nil, fmt.Errorf("%w: table of offsets %q", errForm, lines[1])
	}
	offsets := make([]int, count)
	for i := 1; i < count; i++ {
		if _, err := fmt.Sscanf(lines[2+i], "%d", &offsets[i]); err != nil || offsets[i] >= start {
			return nil, fmt.Errorf("%w: offset of object %d", errForm, i)
		}
	}
	o := &objects{body: make([][]byte, count)}
	edges := append(slices.Sorted(slices.Values(offsets[1:])), start)
	for i := 1; i < count; i++ {
		next, _ := slices.BinarySearch(edges, offsets[i]+1)
		o.body[i] = in[offsets[i]:edges[next]]
	}
	for _, line := range lines[2+count:] {
		// A line that is neither leaves both as they are.
		_, _ = fmt.Sscanf(line, "/Root %d", &o.root)
		_, _ = fmt.Sscanf(line, "/Info %d", &o.info)
	}
	if o.root <= 0 || o.root >= count || o.info <= 0 || o.info >= count {
		return nil, fmt.Errorf("%w: no catalogue", errForm)
	}
	return o, nil
}

func cutLast(in []byte, sep string) (before, after []byte, ok bool) {
	i := bytes.LastIndex(in, []byte(sep))
	if i < 0 {
		return in, nil, false
	}
	return in[:i], in[i+len(sep):], true
}

// reserve gives a number to an object that is set later.
func (o *objects) reserve() int {
	o.body = append(o.body, nil)
	return len(o.body) - 1
}

// set writes an object.
func (o *objects) set(n int, dict string) {
	o.body[n] = fmt.Appendf(nil, "%d 0 obj\n%s\nendobj\n", n, dict)
}

// replace changes the one place in an object where a text stands.
func (o *objects) replace(n int, old, instead string) error {
	if !bytes.Contains(o.body[n], []byte(old)) {
		return fmt.Errorf("%w: no %q in object %d", errForm, old, n)
	}
	o.body[n] = bytes.Replace(o.body[n], []byte(old), []byte(instead), 1)
	return nil
}

// typed lists the objects whose dictionary begins with the text.
func (o *objects) typed(begin string) []int {
	var out []int
	for n, body := range o.body {
		if _, dict, ok := bytes.Cut(body, []byte(" 0 obj\n")); ok && bytes.HasPrefix(dict, []byte(begin)) {
			out = append(out, n)
		}
	}
	return out
}

// write puts the file together again. Its ID is a digest of all before it, so
// that the same content has the same ID and other content another.
func (o *objects) write() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(o.body))
	for n := 1; n < len(o.body); n++ {
		offsets[n] = out.Len()
		out.Write(o.body[n])
	}
	id := sha256.Sum256(out.Bytes())
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(o.body))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n/ID [<%x> <%[4]x>]\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(o.body), o.root, o.info, id[:16], start)
	return out.Bytes()
}
