package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// progress is the line that counts files while they are read. It is for people
// at a terminal, and nothing of it stays: no colour, and no more than a
// carriage return, which every terminal knows.
type progress struct {
	to     io.Writer // nil where nobody watches
	now    func() time.Time
	began  time.Time
	shown  time.Time
	length int // of what stands in the line
}

// Nothing is shown of what is done in no time, and no terminal is kept busy.
const (
	showAfter = 400 * time.Millisecond
	showEvery = 100 * time.Millisecond
)

func (a *app) progress() *progress {
	p := &progress{now: time.Now}
	if file, ok := a.err.(*os.File); ok && term.IsTerminal(int(file.Fd())) && os.Getenv("TERM") != "dumb" {
		p.to = file
	}
	p.began = p.now()
	p.shown = p.began.Add(showAfter - showEvery)
	return p
}

// show says how far it has come.
func (p *progress) show(done, all int) {
	if p.to == nil {
		return
	}
	now := p.now()
	if now.Sub(p.shown) < showEvery {
		return
	}
	p.shown = now
	p.put(fmt.Sprintf("Read %d of %s, %s", done, say.Count(all, "file", "files"), left(now.Sub(p.began), done, all)))
}

// put writes over what stands in the line.
func (p *progress) put(text string) {
	length := utf8.RuneCountInString(text)
	// There is nowhere left to report that standard error cannot be written.
	_, _ = fmt.Fprint(p.to, "\r", text, strings.Repeat(" ", max(0, p.length-length)))
	p.length = length
}

// clear takes the line away.
func (p *progress) clear() {
	if p.length > 0 {
		p.put("")
		_, _ = fmt.Fprint(p.to, "\r")
		p.length = 0
	}
}

// left says how long it will take still, if it goes on as it did.
func left(spent time.Duration, done, all int) string {
	rest := time.Duration(float64(spent) / float64(done) * float64(all-done))
	switch seconds := int(rest.Round(time.Second).Seconds()); {
	case seconds < 1:
		return "nearly done"
	case seconds < 100:
		return "about " + say.Count(seconds, "second", "seconds") + " left"
	default:
		return "about " + say.Count((seconds+30)/60, "minute", "minutes") + " left"
	}
}
