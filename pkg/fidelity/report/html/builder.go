package html

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// attr is an attribute. One without a value is left out, so that an anchor or
// a class that may be absent needs no condition where it is written.
type attr struct{ name, value string }

// builder writes elements and closes them in the right order. Texts and values
// reach the page through text and start alone, and both escape; raw takes only
// what this package wrote itself. What it writes is well-formed XML too, which
// is how the tests can hold it to the strictest of readers.
type builder struct {
	out  bytes.Buffer
	open []string
}

// inline names the elements that no line break may follow, since a break
// between them would show as a space.
var inline = map[string]bool{
	"a": true, "strong": true, "span": true, "td": true, "th": true,
	"svg": true, "rect": true, "path": true, "line": true, "text": true, "circle": true, "img": true,
}

func (b *builder) start(tag string, attrs ...attr) {
	b.tag(tag, attrs)
	b.out.WriteByte('>')
	b.open = append(b.open, tag)
}

// end closes the element that was opened last.
func (b *builder) end() {
	last := len(b.open) - 1
	tag := b.open[last]
	b.open = b.open[:last]
	b.out.WriteString("</")
	b.out.WriteString(tag)
	b.out.WriteByte('>')
	if !inline[tag] {
		b.out.WriteByte('\n')
	}
}

// void writes an element that holds nothing.
func (b *builder) void(tag string, attrs ...attr) {
	b.tag(tag, attrs)
	b.out.WriteString("/>")
	if !inline[tag] {
		b.out.WriteByte('\n')
	}
}

// element writes an element that holds a text and nothing else.
func (b *builder) element(tag, text string, attrs ...attr) {
	b.start(tag, attrs...)
	b.text(text)
	b.end()
}

// optional writes an element only where there is a text to put in it: an empty
// heading or paragraph is a stop for nothing in a screen reader.
func (b *builder) optional(tag, text string, attrs ...attr) {
	if strings.TrimSpace(text) != "" {
		b.element(tag, text, attrs...)
	}
}

func (b *builder) tag(tag string, attrs []attr) {
	b.out.WriteByte('<')
	b.out.WriteString(tag)
	for _, a := range attrs {
		if a.value == "" {
			continue
		}
		b.out.WriteByte(' ')
		b.out.WriteString(a.name)
		b.out.WriteString(`="`)
		b.text(a.value)
		b.out.WriteByte('"')
	}
}

func (b *builder) raw(markup string) { b.out.WriteString(markup) }

func (b *builder) bytes() []byte { return b.out.Bytes() }

// text writes s so that it is text, and only text, between tags and between
// double quotes alike. A carriage return becomes a line break, and what HTML
// cannot hold (control characters, broken UTF-8) becomes U+FFFD, so that the
// reader sees that something stood there.
func (b *builder) text(s string) {
	done := 0 // everything before it is written
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		with, special := escape(r, size)
		if special {
			b.out.WriteString(s[done:i])
			if r == '\r' && strings.HasPrefix(s[i+1:], "\n") {
				with = ""
			}
			b.out.WriteString(with)
			done = i + size
		}
		i += size
	}
	b.out.WriteString(s[done:])
}

// escape says what stands for a rune of that many bytes, where it cannot stand
// for itself.
func escape(r rune, size int) (with string, special bool) {
	switch {
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r == '&':
		return "&amp;", true
	case r == '"':
		return "&#34;", true
	case r == '\'':
		return "&#39;", true
	case r == '\r':
		return "\n", true
	case r == utf8.RuneError && size == 1, !allowed(r):
		return "\uFFFD", true
	}
	return "", false
}

// allowed says whether HTML and XML may both hold the character.
func allowed(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return true
	case r < 0x20, r >= 0x7F && r <= 0x9F, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return true
}
