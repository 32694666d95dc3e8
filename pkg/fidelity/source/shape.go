package source

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"time"

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
		if _, err := fidelity.ParseNumber(text); err != nil {
			return fmt.Errorf("%q is not a number; write digits, with a point before decimals, as in 12 or 0.5", text)
		}
		return nil
	},
	"day":    func(text string) error { _, err := fidelity.ParseDate(text); return err },
	"month":  func(text string) error { _, err := fidelity.ParseMonth(text); return err },
	"moment": moment,
}

// moment takes a day, and a day with its time as the tool stamps it.
func moment(text string) error {
	day, _, timed := strings.Cut(text, "T")
	if _, err := fidelity.ParseDate(day); err != nil {
		return err
	}
	if _, err := time.Parse(time.RFC3339, text); timed && err != nil {
		return fmt.Errorf("%q is not a time; write it as in 2026-05-13T16:20:00Z", text)
	}
	return nil
}

// wanted says what to write, for a field that must be there, by what its other
// tags ask for.
var wanted = map[string]string{
	"slug":    "small letters, digits and hyphens, as in northfield-east",
	"version": "three numbers, as in 1.0.0",
	"decimal": "a number, as in 12 or 0.5",
	"day":     "year, month and day, as in 2026-05-12",
}

// bindChecked binds a part of a file and validates it in its place.
func (r *reader) bindChecked(n *yaml.Node, v any) {
	r.bind(n, v)
	r.validate(n, v)
}

// validate checks a struct that was bound from n and tells what is wrong, each
// problem at the place of its value. What has the wrong shape was told when it
// was bound.
func (r *reader) validate(n *yaml.Node, v any) {
	var found validator.ValidationErrors
	if !errors.As(shapes().Struct(v), &found) {
		return
	}
	for _, fe := range found {
		if r.full() {
			return
		}
		_, path, _ := strings.Cut(fe.Namespace(), ".")
		steps := parsePath(path)
		at, there := lookUp(n, steps)
		if r.misshapen[at] {
			continue
		}
		was := len(r.path)
		r.path = append(r.path, steps...)
		name := steps[len(steps)-1].key
		if fe.Tag() == "required" {
			missing := "missing"
			if there {
				missing = "empty"
			}
			r.fail(at, CodeRequired, "%s is %s%s", name, missing, needs(reflect.TypeOf(v), fe.StructNamespace()))
		} else {
			r.fail(at, CodeValue, "%s", sentence(fe.Tag(), fe.Param(), shortened(fmt.Sprint(fe.Value())), name))
		}
		r.path = r.path[:was]
	}
}

// sentence says what a tag of the validator asks for, other than required.
func sentence(tag, param, value, key string) string {
	if check, ok := checks[tag]; ok {
		if err := check(value); err != nil {
			return err.Error()
		}
	}
	names := strings.Fields(param)
	switch tag {
	case "eq":
		return fmt.Sprintf("%q is not a value for %s; write %s", value, key, param)
	case "oneof":
		return fmt.Sprintf("%q is not a value for %s; write %s%s", value, key, orList(names), meant(value, names))
	case "min":
		return fmt.Sprintf("%s is too small; write a whole number from %s", value, param)
	}
	return ""
}

// needs ends a sentence about a field that is missing with what to write.
func needs(t reflect.Type, structPath string) string {
	field, ok := fieldAt(t, structPath)
	if !ok {
		return ""
	}
	for _, tag := range strings.Split(field.Tag.Get("validate"), ",") {
		name, param, _ := strings.Cut(tag, "=")
		switch {
		case name == "eq" || name == "oneof":
			return "; write " + orList(strings.Fields(param))
		case wanted[name] != "":
			return "; write " + wanted[name]
		}
	}
	if parts := requiredIn(field.Type); len(parts) > 0 {
		return "; write it with " + andList(parts)
	}
	return "; it cannot be left out"
}

// fieldAt follows a path of Go names, as the validator tells it.
func fieldAt(t reflect.Type, structPath string) (field reflect.StructField, ok bool) {
	names := strings.Split(structPath, ".")[1:]
	for _, name := range names {
		name, _, _ = strings.Cut(name, "[")
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if field, ok = t.FieldByName(name); !ok {
			return field, false
		}
		t = field.Type
	}
	return field, ok
}

// requiredIn lists the keys that a part of a file must have.
func requiredIn(t reflect.Type) []string {
	if t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil
	}
	var names []string
	for i := range t.Elem().NumField() {
		if f := t.Elem().Field(i); strings.HasPrefix(f.Tag.Get("validate"), "required") {
			names = append(names, f.Tag.Get("yaml"))
		}
	}
	return names
}
