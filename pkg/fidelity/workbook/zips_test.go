package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"testing"
)

// part is a part of a file that tests take apart and put together again.
type zipPart struct {
	name string
	data []byte
}

// unpack takes a workbook apart.
func unpack(t testing.TB, book []byte) (parts []zipPart) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, zipPart{f.Name, data})
	}
	return parts
}

func pack(t testing.TB, parts []zipPart) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// files packs parts that are given as names and texts, by turns.
func files(t testing.TB, namesAndTexts ...string) []byte {
	var parts []zipPart
	for i := 0; i < len(namesAndTexts); i += 2 {
		parts = append(parts, zipPart{namesAndTexts[i], []byte(namesAndTexts[i+1])})
	}
	return pack(t, parts)
}

// withPart returns the workbook with one more part.
func withPart(t testing.TB, book []byte, name string, data []byte) []byte {
	return pack(t, append(unpack(t, book), zipPart{name, data}))
}

// without leaves a part out.
func without(t testing.TB, book []byte, name string) []byte {
	return pack(t, slices.DeleteFunc(unpack(t, book), func(p zipPart) bool { return p.name == name }))
}

// edited replaces a text in a part.
func edited(t testing.TB, book []byte, name, old, made string) []byte {
	t.Helper()
	parts := unpack(t, book)
	for i := range parts {
		if strings.HasPrefix(parts[i].name, name) {
			if !bytes.Contains(parts[i].data, []byte(old)) {
				continue
			}
			parts[i].data = bytes.Replace(parts[i].data, []byte(old), []byte(made), 1)
			return pack(t, parts)
		}
	}
	t.Fatalf("%s does not have %q", name, old)
	return nil
}

// patched changes bytes of the headers of the first part: of the one before
// the part, and of the one in the list at the end.
func patched(book []byte, local, central int, value uint32, size int) []byte {
	out := bytes.Clone(book)
	at := bytes.Index(out, []byte("PK\x01\x02"))
	for _, place := range []int{local, at + central} {
		if size == 2 {
			binary.LittleEndian.PutUint16(out[place:], uint16(value))
		} else {
			binary.LittleEndian.PutUint32(out[place:], value)
		}
	}
	return out
}

// ole is the beginning of files of old programs, and of encrypted ones.
func ole(name string) []byte {
	out := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...)
	for _, c := range name {
		out = append(out, byte(c), 0)
	}
	return out
}
