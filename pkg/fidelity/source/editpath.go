package source

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// part is one step of a path as a caller writes it: a key, the place in a list,
// or a value that an entry of the list has.
type part struct {
	step
	field string // as in [id=a1], where key holds a1
}

// hop is a node on the way down to a place.
type hop struct {
	node *yaml.Node
	at   int // its place in the Content of the node above; -1 for the root
}

// place is where a path leads to in a file.
type place struct {
	trail   []hop  // from the root down, as far as the file goes
	steps   []step // those of the trail below the root
	missing []part // what the file does not have
}

func (p *place) last() hop { return p.trail[len(p.trail)-1] }

// above returns the trail to the node that holds the last one.
func (p *place) above() []hop { return p.trail[:len(p.trail)-1] }

// path writes the place as problems have it, with the parts that are missing.
// Keys that hold what parts others are quoted, so that it can be read back.
func (p *place) path() string {
	steps := slices.Clone(p.steps)
	for _, m := range p.missing {
		steps = append(steps, m.step)
	}
	var b strings.Builder
	for _, s := range steps {
		if s.index >= 0 {
			fmt.Fprintf(&b, "[%d]", s.index)
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		if strings.ContainsAny(s.key, `."[]`) {
			b.WriteString(strconv.Quote(unnamed(s.key)))
		} else {
			b.WriteString(keyText(s.key))
		}
	}
	return b.String()
}

// find follows a path as far as the file goes. What cannot lead anywhere is
// refused.
func (e *Editor) find(path string) (*place, error) {
	parts, err := splitPath(path)
	if err != nil {
		return nil, e.refuse(&place{}, CodeValue, "%s", err)
	}
	at := &place{trail: []hop{{node: e.root, at: -1}}}
	for i, p := range parts {
		if isNull(at.last().node) {
			return e.absent(at, parts[i:])
		}
		found, err := e.next(at, p)
		if err != nil {
			return nil, err
		}
		if found < 0 {
			return e.absent(at, parts[i:])
		}
		n := at.last().node
		at.trail = append(at.trail, hop{node: n.Content[found], at: found})
		if n.Kind == yaml.SequenceNode {
			p.step = step{index: found}
		}
		at.steps = append(at.steps, p.step)
	}
	return at, nil
}

// absent ends a path that goes on where the file does not. Keys can be made,
// entries of a list cannot.
func (e *Editor) absent(at *place, rest []part) (*place, error) {
	for _, p := range rest {
		if p.index >= 0 || p.field != "" {
			return nil, e.refuse(at, CodeUnknown, "there is no list here yet, and so no entry %s; append one first", p)
		}
	}
	at.missing = rest
	return at, nil
}

// next finds the place of a part in the Content of the node that the path has
// come to; -1 for a key that is not there.
func (e *Editor) next(at *place, p part) (int, error) {
	n := at.last().node
	wantsList := p.index >= 0 || p.field != ""
	switch {
	case wantsList && n.Kind != yaml.SequenceNode:
		return 0, e.refuse(at, CodeType, "%s stands here and no list, so there is no entry %s; write a path without it", found(n), p)
	case !wantsList && n.Kind != yaml.MappingNode:
		return 0, e.refuse(at, CodeType, "%s stands here, which has no key %s; write a path that ends here, or change this by hand first", found(n), p)
	case p.field != "":
		return e.entryWith(at, p)
	case p.index >= len(n.Content):
		return 0, e.refuse(at, CodeUnknown, "there is no entry %s; the list has %d, counted from 0", p, len(n.Content))
	case wantsList:
		return p.index, nil
	}
	return e.pairWith(at, p)
}

func (e *Editor) pairWith(at *place, p part) (int, error) {
	n, where := at.last().node, -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != p.key {
			continue
		}
		if where >= 0 {
			return 0, e.refuse(at, CodeDuplicate, "%s is written twice, in lines %d and %d; keep one of them and try again",
				keyText(p.key), n.Content[where-1].Line, n.Content[i].Line)
		}
		where = i + 1
	}
	return where, nil
}

// entryWith finds the entry of a list that has a value, without regard to
// case: ids are unique in that sense.
func (e *Editor) entryWith(at *place, p part) (int, error) {
	n, where := at.last().node, -1
	for i, entry := range n.Content {
		value := child(entry, keyStep(p.field))
		if value == nil || value.Kind != yaml.ScalarNode || !strings.EqualFold(value.Value, p.key) {
			continue
		}
		if where >= 0 {
			return 0, e.refuse(at, CodeDuplicate, "two entries have the %s %s, %d and %d; give one of them another and try again",
				keyText(p.field), keyText(p.key), where, i)
		}
		where = i
	}
	if where < 0 {
		return 0, e.refuse(at, CodeUnknown, "no entry of this list has the %s %s; name one of the %d that there are", keyText(p.field), keyText(p.key), len(n.Content))
	}
	return where, nil
}

func (p part) String() string {
	switch {
	case p.field != "":
		return fmt.Sprintf("[%s=%s]", keyText(p.field), keyText(p.key))
	case p.index >= 0:
		return fmt.Sprintf("[%d]", p.index)
	}
	return keyText(p.key)
}

// splitPath reads items.disclosure.score, actions[0].status,
// actions[id=a1].status and service.groups."East. of".
func splitPath(path string) ([]part, error) {
	wrong := fmt.Errorf("%q is not a path; write it as in items.disclosure.score or actions[0].status", shortened(path))
	var parts []part
	for rest := norm.NFC.String(path); rest != "" || len(parts) == 0; {
		var p part
		var ok bool
		if strings.HasPrefix(rest, "[") {
			p, rest, ok = bracketPart(rest)
			ok = ok && len(parts) > 0
		} else {
			p, rest, ok = keyPart(rest, len(parts) == 0)
		}
		if !ok {
			return nil, wrong
		}
		parts = append(parts, p)
	}
	return parts, nil
}

func keyPart(text string, first bool) (p part, rest string, ok bool) {
	if !first {
		if text, ok = strings.CutPrefix(text, "."); !ok {
			return p, "", false
		}
	}
	if strings.HasPrefix(text, `"`) {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return p, "", false
		}
		key, err := strconv.Unquote(quoted)
		return part{step: keyStep(key)}, text[len(quoted):], err == nil
	}
	end := strings.IndexAny(text, `.["]`)
	if end < 0 {
		end = len(text)
	}
	return part{step: keyStep(text[:end])}, text[end:], end > 0
}

func bracketPart(text string) (p part, rest string, ok bool) {
	inner, rest, ok := strings.Cut(text[1:], "]")
	if !ok {
		return p, "", false
	}
	if field, value, named := strings.Cut(inner, "="); named {
		return part{step: keyStep(value), field: field}, rest, field != "" && value != ""
	}
	index, err := strconv.Atoi(inner)
	return part{step: step{index: index}}, rest, err == nil && index >= 0
}
