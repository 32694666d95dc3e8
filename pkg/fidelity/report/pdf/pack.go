package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"regexp"
)

var plainStream = regexp.MustCompile(`^\d+ 0 obj\n<</Length \d+>>\nstream\n`)

// pack compresses the streams that gofpdf has left as they are: the pages, for
// the most part. One compressor does them all. gofpdf makes one for each page,
// which takes more memory and time than the rest of the drawing.
func (o *objects) pack() error {
	const end = "\nendstream\nendobj\n"
	var packed bytes.Buffer
	w, err := zlib.NewWriterLevel(&packed, zlib.BestSpeed)
	if err != nil {
		return fmt.Errorf("compress: %w", err)
	}
	for n, body := range o.body {
		head := plainStream.Find(body)
		if head == nil || !bytes.HasSuffix(body, []byte(end)) {
			continue
		}
		packed.Reset()
		w.Reset(&packed)
		// Writing to a buffer cannot fail; what Close finds is told all the same.
		_, _ = w.Write(body[len(head) : len(body)-len(end)])
		if err := w.Close(); err != nil {
			return fmt.Errorf("compress object %d: %w", n, err)
		}
		out := fmt.Appendf(nil, "%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n", n, packed.Len())
		o.body[n] = append(append(out, packed.Bytes()...), end...)
	}
	return nil
}
