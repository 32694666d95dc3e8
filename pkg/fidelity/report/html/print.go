package html

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// pageMargins puts service, kind and stage at the head of every printed page
// and the scale and the page number at its foot. A page that is copied out of
// a draft then still says that it is one.
func pageMargins(doc *report.Document) string {
	return fmt.Sprintf(`@page {
  @top-left { content: %s }
  @top-right { content: %s }
  @bottom-left { content: %s }
  @bottom-right { content: %s counter(page) %s counter(pages) }
}
`, cssString(doc.Running), cssString(doc.Stage), cssString(doc.Footer), cssString(wordPage+" "), cssString(" "+wordOf+" "))
}

// cssString writes a text as a CSS string. Everything but plain letters and
// digits goes in as its number, so that no text can end the string, the rule
// or the style element.
func cssString(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == ' ', r == ',', r == '.':
			out.WriteRune(r)
		case !allowed(r):
			out.WriteString(`\fffd `)
		default:
			fmt.Fprintf(&out, `\%x `, r)
		}
	}
	out.WriteByte('"')
	return out.String()
}
