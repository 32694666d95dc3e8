package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

// What is read. A workbook of a large review has some 40 parts and a few MB,
// unzipped.
const (
	MaxSize      = 8 << 20  // of the file
	maxUnzipped  = 64 << 20 // of all parts together
	maxPart      = 8 << 20  // of one part; larger sheets would go through files on the disk
	maxParts     = 500
	maxFolders   = 8       // of a part's name
	maxDirectory = 1 << 20 // of the list of parts at the end of the file
	bombSize     = 4 << 20 // from this on, what was zipped more than bombRatio is a bomb
	bombRatio    = 200
)

// refusal says in a sentence why a file is not read at all.
type refusal string

func (r refusal) Error() string { return string(r) }

func refuse(format string, args ...any) error { return refusal(fmt.Sprintf(format, args...)) }

const saveAgain = "open it in Excel or LibreOffice and save it again as an Excel workbook (.xlsx)"

// guard refuses a file that is no workbook, and one that could do harm: too
// large, a bomb, encrypted, with macros. What it returns can be opened.
func guard(data []byte) ([]byte, error) {
	if err := notZipped(data); err != nil {
		return nil, err
	}
	if err := directory(data); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, refuse("the file is damaged or was cut short, so that it cannot be unzipped; copy it again from where it came")
	}
	if err := checkNames(z); err != nil {
		return nil, err
	}
	if err := checkSizes(z); err != nil {
		return nil, err
	}
	if err := otherOffice(z); err != nil {
		return nil, err
	}
	tails, err := checkParts(z)
	if err != nil || !tails {
		return data, err
	}
	return withoutTails(z)
}

// notZipped tells what a file is that is not zipped, as every workbook is.
func notZipped(data []byte) error {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	switch {
	case len(data) == 0:
		return refuse("the file is empty; copy it again from where it came")
	case len(data) > MaxSize:
		return refuse("the file is larger than 8 MiB, the most that is read; take out pictures and other things that were added to the workbook")
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return nil
	case bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return refuse("the file is a zip folder with nothing in it and no workbook; copy it again from where it came")
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
			return refuse("the workbook is locked with a password; open it, take the password off and save it again")
		}
		return refuse("the file is in an old format of Excel; open it there and save it again as an Excel workbook (.xlsx)")
	case bytes.HasPrefix(data, []byte("%PDF")):
		return refuse("the file is a PDF and no workbook; name the workbook that it was made from")
	case bytes.HasPrefix(text, []byte("<")):
		return refuse("the file is a web page or XML and no workbook; %s", saveAgain)
	case bytes.HasPrefix(text, []byte("format: fidelity/")):
		return refuse("the file is a review and no workbook; name it with the ending .yaml")
	case len(text) > 0 && bytes.IndexByte(data[:min(len(data), 4096)], 0) < 0:
		return refuse("the file is text, such as CSV, and no workbook; %s", saveAgain)
	}
	return refuse("the file is no workbook, whatever its name says; copy it again from where it came")
}

// directory looks at the list of parts at the end of the file before it is
// read: it says how long the list is.
func directory(data []byte) error {
	const record = 22
	at := bytes.LastIndex(data, []byte("PK\x05\x06"))
	if at < 0 || at+record > len(data) {
		return refuse("the file is cut short: its end is missing; copy it again from where it came")
	}
	entries := int(data[at+10]) | int(data[at+11])<<8
	long := func(i int) int {
		return int(data[at+i]) | int(data[at+i+1])<<8 | int(data[at+i+2])<<16 | int(data[at+i+3])<<24
	}
	size, offset := long(12), long(16)
	switch {
	case entries > maxParts:
		return tooManyParts()
	case size > maxDirectory || offset < len(data) && at-offset > maxDirectory:
		return refuse("the list of parts in the file is too long to be that of a workbook; %s", saveAgain)
	}
	return nil
}

func tooManyParts() error {
	return refuse("the file has more than %d parts, the most that are read; take out pictures and other things that were added to the workbook", maxParts)
}

// checkNames looks at what the parts are called and how they are packed.
func checkNames(z *zip.Reader) error {
	if len(z.File) > maxParts {
		return tooManyParts()
	}
	seen := make(map[string]bool, len(z.File))
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		folder := strings.HasSuffix(name, "/")
		clean := path.Clean(name)
		lower := strings.ToLower(clean)
		switch {
		case strings.HasPrefix(name, "/") || clean == ".." || strings.HasPrefix(clean, "../") || strings.ContainsAny(name, ":\x00") || strings.Contains(name, "../"):
			return refuse("a part of the file is named %q, which leads out of it; %s", shortened(f.Name), saveAgain)
		case strings.Count(clean, "/") > maxFolders:
			return refuse("the file has folders in folders, more than %d deep; %s", maxFolders, saveAgain)
		case seen[lower] && !folder:
			return refuse("the file has two parts with the name %q; %s", shortened(clean), saveAgain)
		case f.Flags&1 != 0:
			return refuse("the file is locked with a password; unzip it with the password and name the workbook in it")
		case f.Method != zip.Store && f.Method != zip.Deflate:
			return refuse("the file is packed in a way that workbooks are not; %s", saveAgain)
		}
		seen[lower] = true
	}
	return nil
}

// checkSizes refuses bombs by what the file says of itself; checkParts holds it to that.
func checkSizes(z *zip.Reader) error {
	var unzipped, zipped uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxPart {
			return refuse("a part of the file (%s) is larger than 8 MiB when unzipped, the most that is read; %s", shortened(f.Name), saveAgain)
		}
		unzipped += f.UncompressedSize64
		zipped += f.CompressedSize64
	}
	switch {
	case unzipped > maxUnzipped:
		return refuse("the file is larger than 64 MiB when unzipped, the most that is read; take out what was added to the workbook")
	case unzipped > bombSize && unzipped > bombRatio*zipped:
		return refuse("the file unzips to more than %d times its size, as no workbook does; do not use it, and ask where it came from", bombRatio)
	}
	return nil
}

// checkParts unzips all parts once, no further than they say that they go, and looks
// at those that are XML. Tails says that some have empty rows beyond the last
// that is read.
func checkParts(z *zip.Reader) (tails bool, err error) {
	var area, elements int
	for _, f := range z.File {
		data, err := unzip(f)
		if err != nil {
			return false, err
		}
		name := strings.ToLower(f.Name)
		switch {
		case strings.HasSuffix(name, "vbaproject.bin"):
			return false, contents([]byte("vbaProject"))
		case strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".vml"):
			seen, err := scan(data)
			if err != nil {
				return false, refuse("a part of the workbook (%s) %s; %s", shortened(f.Name), err, saveAgain)
			}
			area += seen.area
			elements += seen.elements
			tails = tails || seen.tail
		}
	}
	if area > maxArea || elements > maxElements {
		return false, refuse("the workbook has more cells than are read; delete the empty rows and columns that were added, or %s", saveAgain)
	}
	return tails, nil
}

// unzip reads a part whose size was looked at.
func unzip(f *zip.File) ([]byte, error) {
	damaged := refuse("a part of the file (%s) is damaged; copy the file again from where it came, or %s", shortened(f.Name), saveAgain)
	r, err := f.Open()
	if err != nil {
		return nil, damaged
	}
	data := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64, maxPart)+bytes.MinRead))
	_, err = io.Copy(data, io.LimitReader(r, maxPart+1))
	if closed := r.Close(); err != nil || closed != nil || data.Len() > maxPart {
		return nil, damaged
	}
	return data.Bytes(), nil
}

// shortened cuts a text that is too long to be shown in a sentence. What could
// tell who somebody is goes first: half a number would not be known for one.
func shortened(text string) string {
	const most = 40
	text = privacy.Mask(text, privacy.Check)
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
