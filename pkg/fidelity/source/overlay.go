package source

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// CodeGap is the code of a text that an overlay of the words does not have.
const CodeGap = "gap"

// locale is a language, and a country or script where it has one, as in en-US.
var locale = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func overlayName(locale string) string { return "wording." + locale + ".yaml" }

// overlays lists the locales that a scale's folder has wording for, in order.
func overlays(fsys fs.FS) []string {
	files, _ := fs.Glob(fsys, overlayName("*")) // the pattern is sound, and a folder that cannot be read has none
	var found []string
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(file, "wording."), ".yaml")
		if locale.MatchString(name) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

// overlayFile is what an overlay has beside the keys of words.yaml.
type overlayFile struct {
	Items *yaml.Node `yaml:"items"`
}

// ReadOverlay lays the wording of a locale over the words of a scale: the file
// wording.LOCALE.yaml, which has the keys of words.yaml and, under items, those
// of words/ITEM.yaml. A text that it lacks stays as it is in base, and is a
// warning. The words are nil where a problem is an error; base is not changed.
func ReadOverlay(fsys fs.FS, prefix, locale string, scale *fidelity.Scale, base *fidelity.Words) (*fidelity.Words, Problems) {
	r, root := nodesOf(fsys, prefix, overlayName(locale))
	if root == nil {
		return nil, r.problems
	}
	over := r.overlay(root, scale)
	if r.problems.Errors() {
		r.problems.Sort()
		return nil, r.problems
	}
	w := &weaver{reader: r, root: root}
	out := w.words(over, base)
	r.problems.Sort()
	return out, r.problems
}

// nodesOf reads a file of a scale into nodes, nil where that fails.
func nodesOf(fsys fs.FS, prefix, name string) (*reader, *yaml.Node) {
	r := &reader{file: path.Join(prefix, name)}
	data, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(nil, CodeRequired, "there is no such file")
		return r, nil
	case err != nil:
		r.fail(nil, CodeRequired, "the file cannot be read: %s", err)
		return r, nil
	}
	return r, r.root(data)
}

// overlay reads the texts that the file has, and tells those that are of
// nothing in the scale.
func (r *reader) overlay(root *yaml.Node, scale *fidelity.Scale) *fidelity.Words {
	over := &fidelity.Words{Items: map[string]fidelity.ItemWords{}}
	frame, ofItems := split(root, "items")
	r.bind(frame, over)
	r.frameWords(frame, scale)
	var raw overlayFile
	r.bind(ofItems, &raw)
	r.section("items", raw.Items, func(n *yaml.Node) {
		r.eachKey(n, itemKeys(scale), func(key, value *yaml.Node) {
			i, ok := scale.ItemAt(key.Value)
			if !ok {
				r.unknown(key, itemKeys(scale))
				return
			}
			var it fidelity.ItemWords
			r.bind(value, &it)
			r.itemWords(value, &scale.Items()[i], scale)
			over.Items[key.Value] = it
		})
	})
	return over
}

// split parts one key of a mapping from the others.
func split(n *yaml.Node, name string) (others, of *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return n, &yaml.Node{Kind: yaml.MappingNode}
	}
	a, b := *n, *n
	a.Content, b.Content = nil, nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		into := &a
		if n.Content[i].Value == name {
			into = &b
		}
		into.Content = append(into.Content, n.Content[i], n.Content[i+1])
	}
	return &a, &b
}

// weaver lays texts over others, and tells where there is none to lay.
type weaver struct {
	*reader
	root *yaml.Node
}

func (w *weaver) words(over, base *fidelity.Words) *fidelity.Words {
	out := w.value(reflect.ValueOf(*over), reflect.ValueOf(*base)).Interface().(fidelity.Words)
	w.in("items")
	out.Items = w.value(reflect.ValueOf(over.Items), reflect.ValueOf(base.Items)).Interface().(map[string]fidelity.ItemWords)
	w.out()
	return &out
}

// value lays one part over another of the same type. A part that the overlay
// lacks altogether is one gap, not one for each text in it.
func (w *weaver) value(over, base reflect.Value) reflect.Value {
	if empty(over) && !empty(base) {
		w.gap("this wording has nothing here; the words of the scale stand in")
		return base
	}
	switch base.Kind() {
	case reflect.Struct:
		return w.fields(over, base)
	case reflect.Map:
		return w.entries(over, base)
	case reflect.Slice:
		return w.list(over, base)
	}
	return over
}

func empty(v reflect.Value) bool {
	if v.Kind() == reflect.Map || v.Kind() == reflect.Slice {
		return v.Len() == 0
	}
	return v.IsZero()
}

func (w *weaver) fields(over, base reflect.Value) reflect.Value {
	out := reflect.New(base.Type()).Elem()
	for i := range base.NumField() {
		name := base.Type().Field(i).Tag.Get("yaml")
		if name == "-" {
			continue
		}
		if base.Type().Field(i).Tag.Get("overlay") == "keep" && empty(over.Field(i)) {
			out.Field(i).Set(base.Field(i))
			continue
		}
		w.in(name)
		out.Field(i).Set(w.value(over.Field(i), base.Field(i)))
		w.out()
	}
	return out
}

// entries lays one set of texts over another. What only the overlay has stays:
// it is of something in the scale, or would have been told.
func (w *weaver) entries(over, base reflect.Value) reflect.Value {
	if base.Len() == 0 {
		return over
	}
	out := reflect.MakeMap(base.Type())
	for _, key := range over.MapKeys() {
		out.SetMapIndex(key, over.MapIndex(key))
	}
	for _, key := range inOrder(base.MapKeys()) {
		w.in(nameOf(key))
		text := reflect.Zero(base.Type().Elem())
		if over.MapIndex(key).IsValid() {
			text = over.MapIndex(key)
		}
		out.SetMapIndex(key, w.value(text, base.MapIndex(key)))
		w.out()
	}
	return out
}

// list lays a list over another, entry by entry. An overlay may have further
// entries: what usually goes wrong in one country need not do so in another.
func (w *weaver) list(over, base reflect.Value) reflect.Value {
	out := reflect.MakeSlice(base.Type(), 0, max(over.Len(), base.Len()))
	for i := range max(over.Len(), base.Len()) {
		w.at(i)
		switch {
		case i >= base.Len():
			out = reflect.Append(out, over.Index(i))
		case i >= over.Len():
			w.gap("this wording has %d of the %d entries of this list; the scale's own stands in", over.Len(), base.Len())
			out = reflect.Append(out, base.Index(i))
		default:
			out = reflect.Append(out, w.value(over.Index(i), base.Index(i)))
		}
		w.out()
	}
	return out
}

func (w *weaver) gap(format string, args ...any) {
	w.add(nodeAt(w.root, w.path), Warning, CodeGap, format, args...)
}

// nodeAt is where a person would look for what a path names: its key, or its
// entry of a list, or the deepest part around it that the file has.
func nodeAt(root *yaml.Node, steps []step) *yaml.Node {
	at, n := root, root
	for _, s := range steps {
		next := child(n, s)
		if next == nil {
			break
		}
		at = next
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i+1] == next {
				at = n.Content[i]
			}
		}
		n = next
	}
	return at
}

// inOrder sorts the keys of a map of words: names, or scores.
func inOrder(keys []reflect.Value) []reflect.Value {
	slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(nameOf(a), nameOf(b)) })
	return keys
}

func nameOf(key reflect.Value) string {
	if key.Kind() == reflect.Int {
		return strconv.FormatInt(key.Int(), 10)
	}
	return key.String()
}
