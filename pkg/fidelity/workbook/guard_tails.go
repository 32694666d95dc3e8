package workbook

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
)

var rowElement = regexp.MustCompile(`(?s)<(?:\w+:)?row\b[^>]*?(?:/>|>.*?</(?:\w+:)?row>)`)

// withoutTails zips the file again, without the empty rows that are beyond the
// last that is read: the library would make room for all that are before them.
func withoutTails(z *zip.Reader) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		data, err := unzip(f)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(strings.ToLower(f.Name), ".xml") {
			data = rowElement.ReplaceAllFunc(data, func(row []byte) []byte {
				tag, _ := element(row[1:])
				if number(attribute(tag, "r")) > maxRow {
					return nil
				}
				return row
			})
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err != nil {
			return nil, unreadable()
		}
		if _, err := part.Write(data); err != nil {
			return nil, unreadable()
		}
	}
	if err := w.Close(); err != nil {
		return nil, unreadable()
	}
	return out.Bytes(), nil
}
