package source

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

var (
	slug    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	version = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$`)
)

// shapes is the one validator for the fixed structs of all files. It knows
// fields by the names that files use.
var shapes = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		return name
	})
	for tag, allowed := range checks {
		// The only error is an empty tag or function, and neither is.
		_ = v.RegisterValidation(tag, func(fl validator.FieldLevel) bool { return allowed(fl.Field().String()) == nil })
	}
	return v
})

// checks are our own rules for texts, by tag. The error is the sentence.
var checks = map[string]func(string) error{
	"slug": func(text string) error {
		if !slug.MatchString(text) {
			return fmt.Errorf("%q is not an id; write small letters, digits and hyphens, as in northfield-east", text)
		}
		return nil
	},
	"version": func(text string) error {
		if !version.MatchString(text) {
			return fmt.Errorf("%q is not a version; write three numbers, as in 1.0.0", text)
		}
		return nil
	},
	"decimal": func(text string) error {
		_, err := fidelity.ParseNumber(text)
		return err
	},
	"day":   func(text string) error { _, err := fidelity.ParseDate(text); return err },
	"month": func(text string) error { _, err := fidelity.ParseMonth(text); return err },
}

// validate checks a struct that was bound from n and tells what is wrong, each
// problem at the place of its value.
func (r *reader) validate(n *yaml.Node, v any) {
	var found validator.ValidationErrors
	if !errors.As(shapes().Struct(v), &found) {
		return
	}
	for _, fe := range found {
		_, path, _ := strings.Cut(fe.Namespace(), ".")
		steps := parsePath(path)
		at, _ := lookUp(n, steps)
		code := CodeValue
		if fe.Tag() == "required" {
			code = CodeRequired
		}
		was := r.path
		r.path = append(was[:len(was):len(was)], keyed(n, steps)...)
		r.fail(at, code, "%s", sentence(fe.Tag(), fe.Param(), fmt.Sprint(fe.Value()), steps[len(steps)-1].key))
		r.path = was
	}
}

// sentence says what a tag of the validator asks for.
func sentence(tag, param, value, key string) string {
	if check, ok := checks[tag]; ok {
		if err := check(value); err != nil {
			return err.Error()
		}
	}
	names := strings.Fields(param)
	switch tag {
	case "required":
		return key + " is missing or empty; it must be there"
	case "eq":
		return fmt.Sprintf("%q is not known here; write %s", value, param)
	case "oneof":
		return fmt.Sprintf("%q is not one of the values; write %s%s", value, orList(names), didYouMeanOnly(value, names))
	case "min":
		return fmt.Sprintf("%s is too small; write a whole number from %s", value, param)
	}
	return ""
}

func didYouMeanOnly(text string, names []string) string {
	if near := fidelity.Nearest(text, names); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

var pathStep = regexp.MustCompile(`[^.\[\]]+|\[[^\]]*\]`)

// parsePath splits items[0].facts into its steps. A key in brackets is a key
// of a map.
func parsePath(path string) []step {
	var steps []step
	for _, part := range pathStep.FindAllString(path, -1) {
		if inner, ok := strings.CutPrefix(part, "["); ok {
			inner = strings.TrimSuffix(inner, "]")
			if i, err := strconv.Atoi(inner); err == nil {
				steps = append(steps, step{index: i})
				continue
			}
			part = inner
		}
		steps = append(steps, step{key: part, index: -1})
	}
	return steps
}

// lookUp follows a path down from n, as far as it goes. The node is the
// deepest that was found.
func lookUp(n *yaml.Node, steps []step) (*yaml.Node, bool) {
	for _, s := range steps {
		next := child(n, s)
		if next == nil {
			return n, false
		}
		n = next
	}
	return n, true
}

func child(n *yaml.Node, s step) *yaml.Node {
	switch n.Kind {
	case yaml.MappingNode:
		key := s.key
		if s.index >= 0 {
			key = strconv.Itoa(s.index)
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if s.index >= 0 && s.index < len(n.Content) {
			return n.Content[s.index]
		}
	}
	return nil
}

// keyed turns numbers that are keys of a map, not places in a list, into keys.
func keyed(n *yaml.Node, steps []step) []step {
	out := make([]step, len(steps))
	for i, s := range steps {
		out[i] = s
		if n == nil {
			continue
		}
		if n.Kind == yaml.MappingNode && s.index >= 0 {
			out[i] = step{key: strconv.Itoa(s.index), index: -1}
		}
		n = child(n, s)
	}
	return out
}
