package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// cell reads one cell. Given is false where there is nothing in it: it is left
// out, empty or null. A cell that was told as a problem is given.
func (r *reader) cell(n *yaml.Node, c *fidelity.Column) (v fidelity.Value, given bool) {
	switch {
	case isNull(n):
		return v, false
	case n.Kind == yaml.SequenceNode && c.Kind == fidelity.Set:
		return r.set(n, c), true
	case n.Kind == yaml.SequenceNode && c.Kind == fidelity.Series:
		return r.series(n, c), true
	case n.Kind != yaml.ScalarNode:
		r.fail(n, CodeType, "%s stands where %s takes one value", found(n), c.ID)
		return v, true
	}
	text := strings.TrimSpace(n.Value)
	if text == "" {
		return v, false
	}
	return r.parsed(n, text, c.Parse), true
}

// parsed reads a text with the rules of its column or fact, whose errors are
// sentences.
func (r *reader) parsed(n *yaml.Node, text string, parse func(string) (fidelity.Value, error)) fidelity.Value {
	v, err := parse(text)
	if err == nil {
		return v
	}
	// The sentence quotes the text. One that is too long to be a value is as
	// wrong when it is cut.
	if _, cut := parse(shortened(text)); cut != nil {
		err = cut
	}
	r.fail(n, CodeValue, "%s", err)
	return fidelity.Value{}
}

// set reads a list of answers.
func (r *reader) set(n *yaml.Node, c *fidelity.Column) fidelity.Value {
	var places []int
	for i, entry := range n.Content {
		if r.full() {
			break
		}
		r.at(i)
		if place, ok := r.member(entry, c); ok {
			places = append(places, place)
		}
		r.out()
	}
	return fidelity.SetValue(places...)
}

func (r *reader) member(n *yaml.Node, c *fidelity.Column) (int, bool) {
	if n.Kind == yaml.ScalarNode {
		if place, err := c.ParseMember(strings.TrimSpace(n.Value)); err == nil {
			return place, true
		}
	}
	if isNull(n) {
		r.fail(n, CodeValue, "an entry of the list is empty; take it out, or write one of %s", orList(c.Answers))
		return 0, false
	}
	// Not in the words of the column: "unknown" is no member of a list.
	r.fail(n, CodeValue, "%s is not one of %s; write %s%s", found(n), c.ID, orList(c.Answers), meant(n.Value, c.Answers))
	return 0, false
}

// series reads figures by weeks; a week that is null does not count.
func (r *reader) series(n *yaml.Node, c *fidelity.Column) fidelity.Value {
	weeks := make([]*fidelity.Number, 0, len(n.Content))
	for i, entry := range n.Content {
		if r.full() {
			break
		}
		r.at(i)
		switch {
		case isNull(entry):
			weeks = append(weeks, nil)
		case entry.Kind != yaml.ScalarNode:
			r.fail(entry, CodeType, "%s stands where the figure of one week belongs", found(entry))
		default:
			week, err := c.ParseWeek(strings.TrimSpace(entry.Value))
			if err != nil {
				_, err = c.ParseWeek(shortened(strings.TrimSpace(entry.Value)))
				r.fail(entry, CodeValue, "%s, or %s for a week that does not count", err, r.noWeek())
			}
			weeks = append(weeks, &week)
		}
		r.out()
	}
	return fidelity.CalendarValue(weeks)
}
