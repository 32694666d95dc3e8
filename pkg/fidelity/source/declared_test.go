package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// declared lists the struct types that files of this package declare.
func declared(t *testing.T, files ...string) []string {
	t.Helper()
	var names []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if _, ok := spec.Type.(*ast.StructType); ok {
					names = append(names, spec.Name.Name)
				}
			}
			return true
		})
	}
	if len(names) == 0 {
		t.Fatal("no structs found")
	}
	return names
}
