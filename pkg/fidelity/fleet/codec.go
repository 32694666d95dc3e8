package fleet

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
)

// codec writes values of one type as bytes, and reads them again: numbers as
// varints and no names, so that what is kept of a review is a few hundred
// bytes and quick to read. It takes exported fields, but those tagged
// json:"-". What is nil and what is empty stay apart.
type codec struct {
	shape string // names all fields and types: another shape is another format
	put   func([]byte, reflect.Value) []byte
	get   func(*cursor, reflect.Value)
}

// cursor reads bytes. After the first mistake it stays at the end.
type cursor struct {
	data []byte
	bad  bool
}

func (c *cursor) fail() { c.data, c.bad = nil, true }

func (c *cursor) uint() uint64 {
	v, n := binary.Uvarint(c.data)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.data = c.data[n:]
	return v
}

func (c *cursor) int() int64 {
	v, n := binary.Varint(c.data)
	if n <= 0 {
		c.fail()
		return 0
	}
	c.data = c.data[n:]
	return v
}

// size reads the length of a text.
func (c *cursor) size() int {
	n := c.uint()
	if n > uint64(len(c.data)) {
		c.fail()
		return 0
	}
	return int(n)
}

func (c *cursor) text() string {
	n := c.size()
	text := string(c.data[:n])
	c.data = c.data[n:]
	return text
}

// many reads how many parts a slice or a map has, plus one; 0 stands for nil. An
// entry has no more parts than it has bytes left.
func (c *cursor) many() int {
	n := c.uint()
	if n > uint64(len(c.data))+1 {
		c.fail()
		return 0
	}
	return int(n)
}

// codecOf makes the codec of a type.
func codecOf(t reflect.Type) (codec, error) {
	switch t.Kind() {
	case reflect.Bool:
		return codec{t.Kind().String(), func(b []byte, v reflect.Value) []byte {
			if v.Bool() {
				return append(b, 1)
			}
			return append(b, 0)
		}, func(c *cursor, v reflect.Value) { v.SetBool(c.uint() == 1) }}, nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return codec{
			"int", func(b []byte, v reflect.Value) []byte { return binary.AppendVarint(b, v.Int()) },
			func(c *cursor, v reflect.Value) { v.SetInt(c.int()) },
		}, nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return codec{
			"uint", func(b []byte, v reflect.Value) []byte { return binary.AppendUvarint(b, v.Uint()) },
			func(c *cursor, v reflect.Value) { v.SetUint(c.uint()) },
		}, nil
	case reflect.Float64:
		return codec{
			"float", func(b []byte, v reflect.Value) []byte { return binary.AppendUvarint(b, math.Float64bits(v.Float())) },
			func(c *cursor, v reflect.Value) { v.SetFloat(math.Float64frombits(c.uint())) },
		}, nil
	case reflect.String:
		return codec{
			"text", func(b []byte, v reflect.Value) []byte { return appendText(b, v.String()) },
			func(c *cursor, v reflect.Value) { v.SetString(c.text()) },
		}, nil
	case reflect.Pointer:
		return pointerCodec(t)
	case reflect.Slice:
		return sliceCodec(t)
	case reflect.Map:
		return mapCodec(t)
	case reflect.Struct:
		return structCodec(t)
	}
	return codec{}, fmt.Errorf("%s cannot be stored", t)
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func structCodec(t reflect.Type) (codec, error) {
	shape := "{"
	var fields []codec
	var at []int
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case f.Tag.Get("json") == "-":
			continue
		case !f.IsExported():
			return codec{}, fmt.Errorf("%s.%s cannot be stored: it is not exported", t, f.Name)
		}
		of, err := codecOf(f.Type)
		if err != nil {
			return codec{}, err
		}
		fields, at = append(fields, of), append(at, i)
		shape += f.Name + " " + of.shape + ";"
	}
	return codec{shape + "}", func(b []byte, v reflect.Value) []byte {
		for i, f := range fields {
			b = f.put(b, v.Field(at[i]))
		}
		return b
	}, func(c *cursor, v reflect.Value) {
		for i, f := range fields {
			f.get(c, v.Field(at[i]))
		}
	}}, nil
}

// Of what may be nil, the size plus one is written: 0 is nil.

func pointerCodec(t reflect.Type) (codec, error) {
	of, err := codecOf(t.Elem())
	return codec{"*" + of.shape, func(b []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(b, 0)
		}
		return of.put(append(b, 1), v.Elem())
	}, func(c *cursor, v reflect.Value) {
		if c.uint() > 0 {
			v.Set(reflect.New(t.Elem()))
			of.get(c, v.Elem())
		}
	}}, err
}

func sliceCodec(t reflect.Type) (codec, error) {
	of, err := codecOf(t.Elem())
	return codec{"[]" + of.shape, func(b []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		for i := range v.Len() {
			b = of.put(b, v.Index(i))
		}
		return b
	}, func(c *cursor, v reflect.Value) {
		n := c.many()
		if n == 0 {
			return
		}
		v.Set(reflect.MakeSlice(t, n-1, n-1))
		for i := 0; i < n-1 && !c.bad; i++ {
			of.get(c, v.Index(i))
		}
	}}, err
}

func mapCodec(t reflect.Type) (codec, error) {
	if t.Key().Kind() != reflect.String {
		return codec{}, fmt.Errorf("%s cannot be stored: its keys are no texts", t)
	}
	of, err := codecOf(t.Elem())
	return codec{"map" + of.shape, func(b []byte, v reflect.Value) []byte {
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		keys := v.MapKeys()
		slices.SortFunc(keys, func(x, y reflect.Value) int { return cmp.Compare(x.String(), y.String()) })
		for _, k := range keys {
			b = of.put(appendText(b, k.String()), v.MapIndex(k))
		}
		return b
	}, func(c *cursor, v reflect.Value) {
		n := c.many()
		if n == 0 {
			return
		}
		v.Set(reflect.MakeMapWithSize(t, n-1))
		for i := 0; i < n-1 && !c.bad; i++ {
			key := reflect.New(t.Key()).Elem()
			key.SetString(c.text())
			value := reflect.New(t.Elem()).Elem()
			of.get(c, value)
			v.SetMapIndex(key, value)
		}
	}}, err
}
