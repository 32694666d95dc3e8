package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// What a part may hold. The library makes room for every row up to the last
// and every cell of a row up to its last, whether there are any or not: the
// area is what it makes room for.
const (
	maxDepth    = 100
	maxRow      = 20_000
	maxColumn   = 2_000
	maxArea     = 1_000_000
	maxElements = 2_000_000
	maxUnplaced = 1_000 // rows that do not say which they are
)

// scanned is what was counted in a part.
type scanned struct {
	area, elements int
	tail           bool // it has empty rows beyond the last that is read
}

// scanner walks over the tags of a part without parsing it.
type scanner struct {
	scanned
	depth, row, column, unplaced int
	far                          int // the row, where it is beyond the last that is read
}

// scan refuses XML that could do harm: entities, deep nesting, rows and cells
// in places where no review has any. The error is the end of a sentence.
func scan(data []byte) (scanned, error) {
	var s scanner
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		return s.scanned, errors.New("is not in UTF-8")
	}
	for {
		at := bytes.IndexByte(data, '<')
		if at < 0 || at+1 == len(data) {
			break
		}
		data = data[at+1:]
		rest, err := s.tag(data)
		if err != nil {
			return s.scanned, err
		}
		data = rest
	}
	if s.endRow(); s.depth != 0 {
		return s.scanned, errors.New("is not whole")
	}
	return s.scanned, nil
}

// tag reads what follows a <.
func (s *scanner) tag(data []byte) (rest []byte, err error) {
	switch data[0] {
	case '!':
		return markup(data)
	case '?':
		head, rest := upTo(data, "?>")
		if lower := strings.ToLower(string(head[:min(len(head), 200)])); strings.HasPrefix(lower, "?xml") && strings.Contains(lower, "encoding") &&
			!strings.Contains(lower, "utf-8") && !strings.Contains(lower, "us-ascii") {
			return nil, errors.New("is not in UTF-8")
		}
		return rest, nil
	case '/':
		s.depth--
		name, rest := upTo(data, ">")
		if bytes.HasSuffix(bytes.TrimRight(name, " "), []byte("row")) {
			s.far = 0
		}
		return rest, nil
	}
	tag, rest := element(data)
	s.elements++
	if !bytes.HasSuffix(tag, []byte("/")) {
		if s.depth++; s.depth > maxDepth {
			return nil, fmt.Errorf("is nested more than %d levels deep", maxDepth)
		}
	}
	return rest, s.place(tag)
}

// markup passes over comments and CDATA, and refuses declarations: with them
// come entities.
func markup(data []byte) ([]byte, error) {
	end := ""
	switch {
	case bytes.HasPrefix(data, []byte("!--")):
		end = "-->"
	case bytes.HasPrefix(data, []byte("![CDATA[")):
		end = "]]>"
	default:
		return nil, errors.New("declares entities or a document type, which workbooks do not")
	}
	_, rest := upTo(data, end)
	return rest, nil
}

// upTo cuts after the end, or takes all where there is none.
func upTo(data []byte, end string) (head, rest []byte) {
	head, rest, _ = bytes.Cut(data, []byte(end))
	return head, rest
}

// element cuts after the > of a tag, which does not stand in quotation marks.
func element(data []byte) (tag, rest []byte) {
	var quote byte
	for i, c := range data {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return data[:i], data[i+1:]
		}
	}
	return data, nil
}

// place counts what the library makes room for.
func (s *scanner) place(tag []byte) error {
	name := tag
	if i := bytes.IndexAny(tag, " \t\r\n/"); i >= 0 {
		name = tag[:i]
	}
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	switch string(name) {
	case "row":
		s.endRow()
		before := s.row
		if s.row = number(attribute(tag, "r")); s.row == 0 {
			s.row = before + 1
			if s.unplaced++; s.unplaced > maxUnplaced {
				return errors.New("has too many rows that do not say which they are")
			}
		}
		if s.far = 0; s.row > maxRow {
			// LibreOffice writes the last rows of a sheet without anything in them.
			if s.far, s.row, s.tail = s.row, before, true; bytes.HasSuffix(tag, []byte("/")) {
				s.far = 0
			}
			return nil
		}
		s.area += max(s.row-before, 0)
	case "c":
		s.column++
		ref := attribute(tag, "r")
		if column, row := split(ref); column > 0 {
			s.column = max(s.column, column)
			if row > maxRow && s.far == 0 {
				return fmt.Errorf("has something in row %d; no review goes beyond row %d", row, maxRow)
			}
		}
		if s.column > maxColumn {
			return fmt.Errorf("has something in column %d; no review goes beyond column %d", s.column, maxColumn)
		}
	default:
		if s.far > 0 {
			return fmt.Errorf("has something in row %d; no review goes beyond row %d", s.far, maxRow)
		}
	}
	return nil
}

func (s *scanner) endRow() { s.area, s.column = s.area+s.column, 0 }

// attribute returns the value of an attribute of a tag.
func attribute(tag []byte, name string) []byte {
	for i := 0; ; {
		at := bytes.Index(tag[i:], []byte(name))
		if at < 0 {
			return nil
		}
		i += at + len(name)
		if start := i - len(name); start == 0 || bytes.IndexByte([]byte(" \t\r\n"), tag[start-1]) < 0 {
			continue
		}
		rest := bytes.TrimLeft(tag[i:], " \t\r\n")
		if !bytes.HasPrefix(rest, []byte("=")) {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		value, _, _ := bytes.Cut(rest[1:], rest[:1])
		return value
	}
}

// number reads a row; one that is too long for a number is too large.
func number(text []byte) (n int) {
	for _, c := range text {
		if c < '0' || c > '9' {
			return 0
		}
		if n = n*10 + int(c-'0'); n > 1<<24 {
			return n
		}
	}
	return n
}

// split reads a reference such as F7.
func split(ref []byte) (column, row int) {
	i := 0
	for i < len(ref) && (ref[i]|0x20) >= 'a' && (ref[i]|0x20) <= 'z' && column < 1<<20 {
		column = column*26 + int(ref[i]|0x20-'a') + 1
		i++
	}
	return column, number(ref[i:])
}
