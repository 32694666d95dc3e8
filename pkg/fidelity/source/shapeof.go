package source

import (
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Shape is what the reader takes at one place of a file. It is told from the
// structs that files are read into, for programs that help people to write
// files.
type Shape struct {
	Kind ShapeKind
	// Optional says that the place may be left out, null, or an empty text.
	Optional bool
	Name     string   // of keys: what they describe, such as "service"
	Fields   []Field  // of keys, in order
	Each     *Shape   // of a list, a map or numbered keys: one entry
	Names    []string // of a text: the only texts there are; none allows any
	Pattern  string   // of a text: a regular expression that it matches
	Min      *int     // of a whole number
}

// Field is one key of a part of a file.
type Field struct {
	Key string
	*Shape
}

// ShapeKind says what stands at a place.
type ShapeKind uint8

// The kinds of shapes.
const (
	ShapeText     ShapeKind = iota // one value, taken as it is written
	ShapeWhole                     // a whole number, quoted or not
	ShapeYesNo                     // yes or no
	ShapeKeys                      // fixed keys, and no others
	ShapeMap                       // keys of the author's own
	ShapeNumbered                  // keys that are whole numbers
	ShapeList                      // entries
	// ShapeOpen is more than a struct says: it depends on the scale, has
	// several forms, or is the part itself that it stands in.
	ShapeOpen
)

// parts are what the reader binds as a whole.
var parts = []any{
	reviewFile{},
	findingFile{},
	recommendFile{},
	sampleFile{},
	measuredItemFile{},
	keptMeasureFile{},
	keptFlagFile{},
	scaleFile{},
	tableFile{},
	columnFile{},
	viewFile{},
	ruleFile{},
	factFile{},
	measureFile{},
	crossCheckFile{},
	fidelity.Words{},
	fidelity.ItemWords{},
}

// ShapeOf returns the shape of a part of a file: review, finding, recommend,
// sample, measured-item, kept-measure, kept-flag; scale, table, column, view, rule, fact, measure,
// cross-check; words, item-words. It is nil for any other name.
func ShapeOf(part string) *Shape {
	for _, p := range parts {
		if t := reflect.TypeOf(p); shapeName(t) == part {
			return shaper{}.of(t, rules{required: true})
		}
	}
	return nil
}

// shaper holds the structs that it is in, so that one can hold itself.
type shaper map[reflect.Type]bool

// rules are what a validate tag asks of one value.
type rules struct {
	required, lax bool // lax: nothing is asked of an empty value
	names         []string
	pattern       string
	min           *int
}

// patterns are the checks for texts as regular expressions. They let dates
// through that look right and do not exist.
var patterns = map[string]string{
	"slug":    slug.String(),
	"version": version.String(),
	"decimal": `^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`,
	"day":     `^` + dayPattern + `$`,
	"month":   `^[0-9]{4}-(0[1-9]|1[0-2])$`,
	"moment":  `^` + dayPattern + `(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$`,
}

const dayPattern = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`

// rulesOf reads a validate tag: what is asked of the value, and of its entries.
func rulesOf(tag string) (own, entry rules) {
	of := &own
	for _, rule := range strings.Split(tag, ",") {
		name, param, _ := strings.Cut(rule, "=")
		switch name {
		case "required":
			of.required = true
		case "omitempty":
			of.lax = true
		case "dive":
			of = &entry
		case "eq", "oneof":
			of.names = strings.Fields(param)
		case "min":
			if n, err := strconv.Atoi(param); err == nil {
				of.min = &n
			}
		default:
			if pattern, ok := patterns[name]; ok {
				of.pattern = pattern
			}
		}
	}
	return own, entry
}

// empty reports whether the value may be empty: what breaks a rule by being
// empty must be there, whether or not the tag says so.
func (r rules) empty() bool {
	asks := len(r.names) > 0 || r.pattern != "" || r.min != nil && *r.min > 0
	return !r.required && (r.lax || !asks)
}

func (s shaper) of(t reflect.Type, r rules) *Shape {
	if t.Kind() == reflect.Pointer && t != nodeType {
		t = t.Elem()
	}
	shape := &Shape{Optional: r.empty()}
	switch {
	case t == nodeType || s[t]:
		shape.Kind = ShapeOpen
	case t.Kind() == reflect.Struct:
		shape.Kind, shape.Name, shape.Fields = ShapeKeys, shapeName(t), s.fields(t)
	case t.Kind() == reflect.Int:
		shape.Kind, shape.Min = ShapeWhole, r.min
	case t.Kind() == reflect.Bool:
		shape.Kind = ShapeYesNo
	default:
		shape.Kind, shape.Names, shape.Pattern = ShapeText, r.names, r.pattern
	}
	return shape
}

func (s shaper) fields(t reflect.Type) []Field {
	s[t] = true
	defer delete(s, t)
	var fields []Field
	for i := range t.NumField() {
		f := t.Field(i)
		if key, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); key != "" && key != "-" {
			fields = append(fields, Field{key, s.field(f)})
		}
	}
	return fields
}

func (s shaper) field(f reflect.StructField) *Shape {
	own, entry := rulesOf(f.Tag.Get("validate"))
	many := &Shape{Kind: ShapeList, Optional: own.empty()}
	switch {
	case f.Type.Kind() == reflect.Slice:
	case f.Type.Kind() == reflect.Map && f.Type.Key().Kind() == reflect.Int:
		many.Kind = ShapeNumbered
	case f.Type.Kind() == reflect.Map:
		many.Kind = ShapeMap
	default:
		return s.of(f.Type, own)
	}
	many.Each = s.of(f.Type.Elem(), entry)
	// Nothing in the place of an entry is an entry with nothing in it.
	many.Each.Optional = many.Each.Optional && len(many.Each.Required()) == 0
	return many
}

// Required lists the keys that must be there.
func (s *Shape) Required() []string {
	var keys []string
	for _, f := range s.Fields {
		if !f.Optional {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// shapeName is the name of a struct as people write it: measuredItemFile is
// measured-item.
func shapeName(t reflect.Type) string {
	var b strings.Builder
	for i, c := range strings.TrimSuffix(t.Name(), "File") {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
