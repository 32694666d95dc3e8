package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// draft is the JSON Schema that schemas are written in.
const draft = "https://json-schema.org/draft/2020-12/schema"

// node is a schema, with as much of draft 2020-12 as these files need. Its keys
// come out in the order of the fields.
type node struct {
	Schema      string   `json:"$schema,omitempty"`
	Ref         string   `json:"$ref,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Type        types    `json:"type,omitempty"`
	Enum        []any    `json:"enum,omitempty"`
	Explains    []string `json:"enumDescriptions,omitempty"` // not of the standard; editors show them
	Pattern     string   `json:"pattern,omitempty"`
	MinLength   int      `json:"minLength,omitempty"`
	Default     string   `json:"default,omitempty"`
	Examples    []string `json:"examples,omitempty"` // editors offer them

	Minimum json.Number `json:"minimum,omitempty"`
	Above   json.Number `json:"exclusiveMinimum,omitempty"`
	Maximum json.Number `json:"maximum,omitempty"`

	Required   []string   `json:"required,omitempty"`
	Properties properties `json:"properties,omitempty"`
	KeyPattern properties `json:"patternProperties,omitempty"`
	Others     *node      `json:"additionalProperties,omitempty"`
	Items      *node      `json:"items,omitempty"`

	AnyOf []*node `json:"anyOf,omitempty"`
	OneOf []*node `json:"oneOf,omitempty"`
	Not   *node   `json:"not,omitempty"`
	If    *node   `json:"if,omitempty"`
	Then  *node   `json:"then,omitempty"`
	Else  *node   `json:"else,omitempty"`

	Defs properties `json:"$defs,omitempty"`

	never bool // the schema false, which nothing fits
}

// MarshalJSON writes the schema.
func (n *node) MarshalJSON() ([]byte, error) {
	if n.never {
		return []byte("false"), nil
	}
	type plain node
	return plainJSON((*plain)(n))
}

// types are the types that a value may have. One alone is written as a text.
type types []string

// MarshalJSON writes the types.
func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return plainJSON(t[0])
	}
	return plainJSON([]string(t))
}

// properties are schemas by name, in an order of their own.
type properties []property

type property struct {
	key  string
	node *node
}

// MarshalJSON writes the schemas in their order.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := plainJSON(p[i].key)
		if err != nil {
			return nil, err
		}
		value, err := plainJSON(p[i].node)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON is JSON that leaves < and > as people read them.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write the schema: %w", err)
	}
	return bytes.TrimSpace(b.Bytes()), nil
}

// document writes a whole schema, indented for people.
func document(n *node) ([]byte, error) {
	n.Schema = draft
	line, err := plainJSON(n)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		return nil, fmt.Errorf("write the schema: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// ref stands for what is shared by that name.
func ref(name string) *node {
	return &node{Ref: "#/$defs/" + url.PathEscape(strings.NewReplacer("~", "~0", "/", "~1").Replace(name))}
}

func anyOf(nodes ...*node) *node { return &node{AnyOf: nodes} }

func ofType(names ...string) *node { return &node{Type: names} }

func enum[T any](values ...T) *node {
	n := &node{}
	for _, v := range values {
		n.Enum = append(n.Enum, v)
	}
	return n
}

// object has fixed keys, and no others.
func object(keys properties, required ...string) *node {
	return &node{Type: types{"object"}, Required: required, Properties: keys, Others: &node{never: true}}
}

// mapping has keys of the author's own.
func mapping(each *node) *node { return &node{Type: types{"object"}, Others: each} }

// numbered has whole numbers for its keys.
func numbered(each *node) *node {
	return &node{Type: types{"object"}, KeyPattern: properties{{`^\s*-?` + whole + `\s*$`, each}}, Others: &node{never: true}}
}

func list(each *node) *node { return &node{Type: types{"array"}, Items: each} }

// orNull lets null stand there as well.
func (n *node) orNull() *node {
	if len(n.Type) == 0 {
		return anyOf(n, ofType("null"))
	}
	n.Type = append(slices.Clone(n.Type), "null")
	return n
}

// limit is a bound as JSON has it; none where it is nil.
func limit(n *fidelity.Number) json.Number {
	if n == nil {
		return ""
	}
	return json.Number(n.Decimal(18))
}
