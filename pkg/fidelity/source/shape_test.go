package source

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The validator panics on a tag that it does not know, and only when it first
// meets the type: so each type is validated once, empty and with something in
// every list.
func TestEveryStructCanBeValidated(t *testing.T) {
	for _, v := range parts {
		t.Run(reflect.TypeOf(v).Name(), func(t *testing.T) {
			filled := reflect.New(reflect.TypeOf(v))
			fill(filled.Elem(), 0)
			_ = shapes().Struct(v)
			_ = shapes().Struct(filled.Interface())
		})
	}
}

// fill puts one entry into every list and map and something at every pointer,
// so that the validator comes to all of them.
func fill(v reflect.Value, depth int) {
	if depth > 8 {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() != nodeType {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth+1)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth+1)
	case reflect.String:
		v.SetString("something")
	}
}

// A problem that the validator finds must come with a sentence: for each tag
// in use there is one that names what was found or what is missing.
func TestEveryTagHasASentence(t *testing.T) {
	for tag, on := range tagsInUse() {
		name, param, _ := strings.Cut(tag, "=")
		if slices.Contains([]string{"omitempty", "dive", "required"}, name) {
			continue
		}
		got := sentence(name, param, "~wrong~", "here")
		if got == "" || !strings.Contains(got, "~wrong~") {
			t.Errorf("tag %s of %s: the sentence is %q", tag, on, got)
		}
		if name == "oneof" || name == "eq" {
			for _, allowed := range strings.Fields(param) {
				if !strings.Contains(got, allowed) {
					t.Errorf("tag %s of %s: %q does not name %s", tag, on, got, allowed)
				}
			}
		}
	}
}

// What must be there is told with what to write, where another tag of the
// field says so.
func TestEveryRequiredFieldSaysWhatToWrite(t *testing.T) {
	for _, v := range parts {
		eachField(reflect.TypeOf(v), func(in reflect.Type, f reflect.StructField) {
			tags := strings.Split(f.Tag.Get("validate"), ",")
			if tags[0] != "required" {
				return
			}
			got := needs(in, in.Name()+"."+f.Name)
			switch asks := len(tags) > 1 && tags[1] != "dive"; {
			case !strings.HasPrefix(got, "; "):
				t.Errorf("%s.%s: %q ends no sentence", in.Name(), f.Name, got)
			case asks && !strings.HasPrefix(got, "; write "):
				t.Errorf("%s.%s: %q does not say what to write", in.Name(), f.Name, got)
			}
		})
	}
}

func tagsInUse() map[string]string {
	tags := map[string]string{}
	for _, v := range parts {
		eachField(reflect.TypeOf(v), func(t reflect.Type, f reflect.StructField) {
			for tag := range strings.SplitSeq(f.Tag.Get("validate"), ",") {
				if tag != "" {
					tags[tag] = fmt.Sprintf("%s.%s", t.Name(), f.Name)
				}
			}
		})
	}
	return tags
}

// eachField visits the fields of a struct and of all that it holds.
func eachField(t reflect.Type, visit func(reflect.Type, reflect.StructField)) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
			if t == nodeType {
				return
			}
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			visit(t, t.Field(i))
			walk(t.Field(i).Type)
		}
	}
	walk(t)
}

// Parts lists what files are bound to. Each struct that the package declares for
// a file is one of them, or in one.
func TestEveryStructIsListed(t *testing.T) {
	reached := map[string]bool{}
	for _, v := range parts {
		reached[reflect.TypeOf(v).Name()] = true
		eachField(reflect.TypeOf(v), func(t reflect.Type, _ reflect.StructField) { reached[t.Name()] = true })
	}
	for _, name := range declared(t, "reviewfile.go", "scalefile.go") {
		if !reached[name] {
			t.Errorf("%s is in none of the parts", name)
		}
	}
}
