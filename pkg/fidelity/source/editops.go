package source

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// set plans the edit that writes a value at a place; nil where it is there.
func (e *Editor) set(at *place, v Value) (*edit, error) {
	if err := e.writable(at, v, false); err != nil {
		return nil, err
	}
	value := copyTree(v.node)
	made := &edit{what: at.path(), to: told(at, value)}
	if len(at.missing) > 0 {
		e.give(at, made, value)
		return made, nil
	}
	old := at.last().node
	if sameTree(value, old) {
		return nil, nil
	}
	made.from = told(at, old)
	if isText(v.node) {
		made.from = asText(made.from)
	}
	made.kind, made.trail, made.value = replaceNode, at.trail, value
	dressAs(value, old, inFlow(at.above()))
	return made, nil
}

// append plans the edit that adds an entry to the end of a list.
func (e *Editor) append(at *place, entry Value) (*edit, error) {
	isRecord := len(at.steps)+len(at.missing) == 1 && at.top() == "changes"
	if err := e.writable(at, entry, isRecord); err != nil {
		return nil, err
	}
	value := copyTree(entry.node)
	made := &edit{to: told(at, value), unrecorded: isRecord}
	n := at.last().node
	count := 0
	if len(at.missing) == 0 {
		switch {
		case n.Kind == yaml.SequenceNode:
			count = len(n.Content)
		case !isNull(n):
			return nil, e.refuse(at, CodeType, "%s stands here where a list belongs; make it a list by hand first", found(n))
		}
	}
	made.what = fmt.Sprintf("%s[%d]", at.path(), count)
	if count == 0 {
		e.give(at, made, List(Value{value}).node)
		return made, nil
	}
	made.kind, made.trail, made.at, made.value = insertPart, at.trail, count, value
	dressLike(value, n.Content[count-1], inFlow(at.trail))
	return made, nil
}

// give plans the edit that puts a value where there is none, or nothing but
// null or an empty part.
func (e *Editor) give(at *place, made *edit, value *yaml.Node) {
	n, into := at.last().node, at.trail
	if len(at.missing) == 0 || isNull(n) || len(n.Content) == 0 {
		// An empty part has no style of its own: it is written anew in that of
		// the part around it.
		made.kind, made.trail, made.value = replaceNode, into, nested(at.missing, value)
		dress(made.value, inFlow(at.above()))
		return
	}
	key := at.missing[0].key
	made.kind, made.trail = insertPart, into
	made.key, made.value = keyNode(key), nested(at.missing[1:], value)
	order := e.customary(at.steps)
	made.at = customaryPlace(n, key, order.keys)
	dress(made.value, inFlow(into))
	if order.alike && !inFlow(into) {
		dressLike(made.value, lastOfKind(n, made.value.Kind), false)
	}
}

// remove plans the edit that takes a part out; nil where there is none.
func (e *Editor) remove(at *place, _ Value) (*edit, error) {
	if len(at.missing) > 0 {
		return nil, nil
	}
	if err := e.writable(at, Null(), false); err != nil {
		return nil, err
	}
	made := &edit{what: at.path(), from: told(at, at.last().node)}
	above := at.above()
	n := above[len(above)-1].node
	switch {
	case len(n.Content) > 2 || n.Kind == yaml.SequenceNode && len(n.Content) > 1:
		made.kind, made.trail, made.at = removePart, above, at.last().at
	case len(above) == 1:
		return nil, e.refuse(at, CodeRefused, "this is the only key of the file, which would be empty without it; delete the file")
	default:
		made.kind, made.trail = replaceNode, above
		made.value = &yaml.Node{Kind: n.Kind, Tag: n.Tag, Style: yaml.FlowStyle}
	}
	return made, nil
}

// writable refuses an edit of what was recorded, and one without a value.
func (e *Editor) writable(at *place, v Value, isRecord bool) error {
	if at.top() == "changes" && !isRecord {
		return e.refuse(at, CodeRefused, "what was recorded is not edited afterwards; append another entry to changes")
	}
	if v.node == nil {
		return e.refuse(at, CodeValue, "there is no value to write here; give one, or take the key out")
	}
	return nil
}

// top is the key at the top of the file that a path goes through.
func (p *place) top() string {
	if len(p.steps) > 0 {
		return p.steps[0].key
	}
	return p.missing[0].key
}

// inFlow reports whether the end of a trail is written in brackets, by itself
// or by a part above.
func inFlow(trail []hop) bool {
	for _, h := range trail {
		if isFlow(h.node) {
			return true
		}
	}
	return false
}

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }
