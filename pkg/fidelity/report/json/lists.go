package json

import "reflect"

// withLists returns a copy of v in which each list that is nil is an empty one,
// wherever it stands. It goes by the shape of the values and names no field, so
// that one that is added to the document is seen to as well.
func withLists(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(withLists(v.Index(i)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(withLists(v.Field(i)))
		}
	case reflect.Interface:
		if !v.IsNil() {
			out.Set(withLists(v.Elem()))
		}
	default:
		// Numbers and texts, and pointers: those of a document lead to
		// numbers and boxes, which hold no list.
		out.Set(v)
	}
	return out
}
