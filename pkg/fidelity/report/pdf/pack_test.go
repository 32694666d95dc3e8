package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

func TestPack(t *testing.T) {
	const plain = "7 0 obj\n<</Length 11>>\nstream\nendstream\nx\nendstream\nendobj\n"
	o := &objects{body: [][]byte{
		nil, []byte(plain), []byte("2 0 obj\n<</Type /Page\n>>\nendobj\n"), []byte("3 0 obj\n<</Filter /FlateDecode /Length 1>>\nstream\nx\nendstream\nendobj\n"),
	}}
	if err := o.pack(); err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(o.body[1]), "stream\n")
	packed, ok := strings.CutSuffix(rest, "\nendstream\nendobj\n")
	if !ok || !strings.HasPrefix(head, "1 0 obj\n<</Filter /FlateDecode /Length ") {
		t.Fatalf("%q", o.body[1])
	}
	r, err := zlib.NewReader(strings.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || string(got) != "endstream\nx" {
		t.Errorf("%q, %v", got, err)
	}
	if !bytes.Contains(o.body[2], []byte("/Type /Page")) || !bytes.Contains(o.body[3], []byte("Length 1>>")) {
		t.Errorf("%q, %q", o.body[2], o.body[3])
	}
}
