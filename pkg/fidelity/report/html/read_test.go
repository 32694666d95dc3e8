package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
)

// node is an element of a page that was read back.
type node struct {
	tag   string
	attrs map[string]string
	text  string // of the element and all below it, in order
	kids  []*node
}

// read reads a page as strictly as XML is read: every element closed in turn,
// every attribute in quotes, no markup that is not meant.
func read(page []byte) (*node, error) {
	decoder := xml.NewDecoder(bytes.NewReader(page))
	root := &node{}
	open := []*node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("the page is not well formed: %w", err)
		}
		switch tok := token.(type) {
		case xml.StartElement:
			n := &node{tag: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				if _, twice := n.attrs[a.Name.Local]; twice {
					return nil, fmt.Errorf("<%s> has %s twice", n.tag, a.Name.Local)
				}
				n.attrs[a.Name.Local] = a.Value
			}
			last := open[len(open)-1]
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, n := range open {
				n.text += string(tok)
			}
		case xml.Comment:
			return nil, errors.New("the page holds a comment")
		}
	}
}

// render draws a document and reads the page back.
func render(doc *report.Document) (*node, error) {
	page, err := html.Render(doc)
	if err != nil {
		return nil, err
	}
	return read(page)
}

// renderBlocks draws a document of one section with those blocks.
func renderBlocks(blocks ...report.Block) (*node, error) {
	root, err := render(&report.Document{
		Title:    "T",
		Sections: []report.Section{{ID: "s", Heading: "S", Blocks: blocks}},
	})
	if err != nil {
		return nil, err
	}
	return root.first("main"), nil
}

// all returns the elements below n for which keep holds, in reading order.
func (n *node) all(keep func(*node) bool) []*node {
	var found []*node
	for _, kid := range n.kids {
		if keep(kid) {
			found = append(found, kid)
		}
		found = append(found, kid.all(keep)...)
	}
	return found
}

func (n *node) tagged(tag string) []*node {
	return n.all(func(k *node) bool { return k.tag == tag })
}

// first returns the first element of that tag, or an empty one.
func (n *node) first(tag string) *node {
	if found := n.tagged(tag); len(found) > 0 {
		return found[0]
	}
	return &node{}
}

// outline tells a part of a page in short, one element a word: "h3 p table".
func (n *node) outline() string {
	var tags []string
	for _, kid := range n.kids {
		tags = append(tags, kid.tag)
	}
	return strings.Join(tags, " ")
}
