package main

import (
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
)

// style says what standard output can show. Colour is for terminals only, and
// never where NO_COLOR is set.
func (a *app) style() text.Style {
	file, ok := a.out.(*os.File)
	terminal := ok && term.IsTerminal(int(file.Fd()))
	return text.Style{
		Colour: terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		ASCII:  !unicode(os.Getenv),
	}
}

// unicode reports whether text may be UTF-8: it may unless the locale names
// another character set.
func unicode(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return true
}
