package result

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Write writes the result as JSON, indented for people where pretty is set and
// on one line else. A line feed ends it.
func (r *Result) Write(w io.Writer, pretty bool) error {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if pretty {
		e.SetIndent("", "  ")
	}
	if err := e.Encode(r); err != nil {
		return fmt.Errorf("result of %s: %w", r.Review.File, err)
	}
	if _, err := w.Write(buf.Bytes()); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// Read reads a result that was written before. The error says what is wrong
// with it.
func Read(data []byte) (*Result, error) {
	var r Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("this is no result in JSON: %w", err)
	}
	if r.Format != Format {
		return nil, fmt.Errorf("the format is %q; this version reads %s", r.Format, Format)
	}
	return &r, nil
}
