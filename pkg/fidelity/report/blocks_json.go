package report

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// MarshalJSON writes each block with its kind in front, so that a reader can
// tell them apart: {"kind": "paragraph", "text": "…"}.
func (bs Blocks) MarshalJSON() ([]byte, error) {
	out := bytes.NewBufferString("[")
	for i, b := range bs {
		if i > 0 {
			out.WriteByte(',')
		}
		body, err := json.Marshal(b)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.kind(), err)
		}
		fmt.Fprintf(out, `{"kind":%q`, b.kind())
		if !bytes.Equal(body, []byte("{}")) {
			out.WriteByte(',')
			out.Write(body[1 : len(body)-1])
		}
		out.WriteByte('}')
	}
	out.WriteByte(']')
	return out.Bytes(), nil
}
