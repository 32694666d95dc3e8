package fleet

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// parts has a field of every kind that can be stored.
type parts struct {
	Yes    bool
	Int    int
	Small  uint8
	Share  float64
	Text   string
	Ref    *int
	List   []string
	Map    map[string]int
	Of     struct{ A, B int16 }
	Nested []struct{ List []string }
	Not    func() `json:"-"`
}

func randomParts(t *rapid.T) parts {
	list := rapid.SliceOfN(rapid.String(), 0, 3)
	p := parts{
		Yes: rapid.Bool().Draw(t, "yes"), Int: rapid.Int().Draw(t, "int"), Small: rapid.Uint8().Draw(t, "small"), Share: rapid.Float64().Draw(t, "share"),
		Text: rapid.String().Draw(t, "text"), List: list.Draw(t, "list"), Map: rapid.MapOfN(rapid.String(), rapid.Int(), 0, 3).Draw(t, "map"),
	}
	p.Of.B = rapid.Int16().Draw(t, "b")
	switch rapid.IntRange(0, 2).Draw(t, "nil") {
	case 0: // what is nil and what is empty stay apart
		p.List, p.Map = nil, nil
	case 1:
		n := rapid.Int().Draw(t, "ref")
		p.Ref = &n
	}
	for range rapid.IntRange(0, 3).Draw(t, "nested") {
		p.Nested = append(p.Nested, struct{ List []string }{})
		if rapid.Bool().Draw(t, "filled") {
			p.Nested[len(p.Nested)-1].List = list.Draw(t, "within")
		}
	}
	return p
}

func TestCodecGivesBackWhatItTook(t *testing.T) {
	c, err := codecOf(reflect.TypeFor[parts]())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		want := randomParts(t)
		data := c.put(nil, reflect.ValueOf(want))
		var got parts
		cur := &cursor{data: data}
		c.get(cur, reflect.ValueOf(&got).Elem())
		if diff := cmp.Diff(want, got); diff != "" || cur.bad || len(cur.data) > 0 {
			t.Fatalf("%s, %d bytes left", diff, len(cur.data))
		}
	})
}

// A record comes back as it was, and is small.
func TestRecordsComeBack(t *testing.T) {
	c, err := codecOf(reflect.TypeFor[compare.Record]())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		want := compare.Summarise(reviewtest.Random(t), "")
		want.Scale = nil
		data := c.put(nil, reflect.ValueOf(want))
		var got compare.Record
		cur := &cursor{data: data}
		c.get(cur, reflect.ValueOf(&got).Elem())
		if diff := cmp.Diff(want, got); diff != "" || cur.bad || len(cur.data) > 0 {
			t.Fatalf("%s, %d bytes left", diff, len(cur.data))
		}
		if len(data) > 4000 {
			t.Errorf("%d bytes", len(data))
		}
	})
}

// Bytes that nobody wrote are no entry, and cost no more than they are long.
func FuzzCodec(f *testing.F) {
	c, err := codecOf(reflect.TypeFor[parts]())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(c.put(nil, reflect.ValueOf(parts{Text: "a", List: []string{"b", ""}, Map: map[string]int{"c": 1}})))
	f.Add([]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		var got parts
		cur := &cursor{data: data}
		c.get(cur, reflect.ValueOf(&got).Elem())
		if len(got.List) > len(data) || len(got.Nested) > len(data) || len(got.Text) > len(data) {
			t.Errorf("%d bytes gave %+v", len(data), got)
		}
	})
}

func TestShapes(t *testing.T) {
	one, err1 := codecOf(reflect.TypeFor[struct{ A, B int }]())
	other, err2 := codecOf(reflect.TypeFor[struct{ A, C int }]())
	if err1 != nil || err2 != nil || one.shape == other.shape {
		t.Errorf("%q and %q, %v, %v", one.shape, other.shape, err1, err2)
	}
	for _, unfit := range []reflect.Type{
		reflect.TypeFor[struct{ a int }](), reflect.TypeFor[func()](), reflect.TypeFor[[]chan int](), reflect.TypeFor[map[int]string](),
		reflect.TypeFor[map[string]any](), reflect.TypeFor[*error](), reflect.TypeFor[struct{ F struct{ b bool } }](),
	} {
		if _, err := codecOf(unfit); err == nil || !strings.Contains(err.Error(), "cannot be stored") {
			t.Errorf("%s: %v", unfit, err)
		}
	}
}
