package xlsxfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// Parts collects the parts of a workbook as the library writes them, so that
// they need not be packed, unpacked and packed again. It stands in for the
// library's own writer of zip files.
type Parts struct {
	names  []string
	bodies []*bytes.Buffer
}

// Create begins a part.
func (p *Parts) Create(name string) (io.Writer, error) {
	body := &bytes.Buffer{}
	p.names, p.bodies = append(p.names, name), append(p.bodies, body)
	return body, nil
}

// AddFS is asked for nowhere: workbooks are not made of files.
func (p *Parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close has nothing to do: Finish packs the parts.
func (p *Parts) Close() error { return nil }

// Finish does what the function of that name does, with the collected parts.
func (p *Parts) Finish(cached *Cached) ([]byte, error) {
	parts := make([]part, len(p.names))
	for i := range p.names {
		parts[i] = part{name: p.names[i], body: p.bodies[i].Bytes()}
	}
	return finish(parts, cached)
}
