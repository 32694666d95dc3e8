// Package xlsxfile finishes workbooks: it cleans texts for cells, gives
// formulas the values that programs show before they have worked them out, and
// makes the same content the same bytes.
package xlsxfile

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// contentTypesPart is the part of the package that lists the others, in an
// order that the library takes from a map.
const contentTypesPart = "[Content_Types].xml"

// sheetParts is where the package has its sheets.
const sheetParts = "xl/worksheets/sheet"

// ZipTime is the time of every part: the oldest that a zip file can hold.
var ZipTime = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// part is one file of the package.
type part struct {
	name string
	body []byte
}

// Finish packs a workbook anew so that its bytes depend on its content alone,
// writes the escapes that Shield has marked, and fills in the values of
// formulas: see Cached.
func Finish(raw []byte, cached *Cached) ([]byte, error) {
	parts, err := unpack(raw)
	if err != nil {
		return nil, err
	}
	return finish(parts, cached)
}

func finish(parts []part, cached *Cached) (out []byte, err error) {
	for i, p := range parts {
		if p.name == contentTypesPart {
			if p.body, err = sortContentTypes(p.body); err != nil {
				return nil, fmt.Errorf("%s: %w", p.name, err)
			}
		}
		if cached != nil || bytes.Contains(p.body, []byte("<tableParts ")) {
			// The heights of rows in tables, and of those that people fill
			// in, are a suggestion: a row may grow when somebody writes into
			// it. In a part, a quotation mark is markup, since those in texts
			// are escaped.
			p.body = bytes.ReplaceAll(p.body, []byte(` customHeight="true"`), nil)
		}
		if cached != nil && strings.HasPrefix(p.name, sheetParts) {
			p.body = cached.fill(p.body)
		}
		parts[i].body = bytes.ReplaceAll(p.body, []byte(string(EscapeMark)), []byte(escaped))
	}
	// This also puts the list of parts first, where some readers look for it.
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.name, b.name) })
	return pack(parts)
}

func unpack(raw []byte) ([]part, error) {
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("open the package: %w", err)
	}
	parts := make([]part, 0, len(zr.File))
	for _, file := range zr.File {
		body, err := readPart(file)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", file.Name, err)
		}
		parts = append(parts, part{name: file.Name, body: body})
	}
	return parts, nil
}

func readPart(file *zip.File) ([]byte, error) {
	r, err := file.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }() // what matters has been read
	return io.ReadAll(r)
}

func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := zw.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: ZipTime})
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", p.name, err)
		}
		if _, err := w.Write(p.body); err != nil {
			return nil, fmt.Errorf("pack %s: %w", p.name, err)
		}
	}
	if err := zw.Close(); err != nil {
		return nil, fmt.Errorf("close the package: %w", err)
	}
	return out.Bytes(), nil
}

// contentTypes is the list of parts, of which only the order matters here.
type contentTypes struct {
	XMLName   xml.Name      `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []contentType `xml:"Default"`
	Overrides []contentType `xml:"Override"`
}

// contentType is the type of one part, or of all with an extension.
type contentType struct {
	Extension   string `xml:"Extension,attr,omitempty"`
	PartName    string `xml:"PartName,attr,omitempty"`
	ContentType string `xml:"ContentType,attr"`
}

func sortContentTypes(body []byte) ([]byte, error) {
	var types contentTypes
	if err := xml.Unmarshal(body, &types); err != nil {
		return nil, err
	}
	slices.SortFunc(types.Defaults, func(a, b contentType) int { return cmp.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b contentType) int { return cmp.Compare(a.PartName, b.PartName) })
	sorted, err := xml.Marshal(types)
	if err != nil {
		return nil, err
	}
	return append([]byte(xml.Header), sorted...), nil
}
