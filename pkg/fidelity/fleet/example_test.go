package fleet_test

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Of thousands of reviews a program keeps what it needs: here, the totals.
func ExampleRead() {
	files, err := fleet.Find([]string{"../../../reviews"})
	if err != nil {
		fmt.Println(err)
		return
	}
	how := fleet.Options[fidelity.Number]{
		Scales: source.NewShelf(items.FS),
		Keep:   func(f *source.File) fidelity.Number { return fidelity.Assess(f.Review).Total.Low },
	}
	err = fleet.Read(context.Background(), files[:4], how, func(r fleet.Result[fidelity.Number]) error {
		fmt.Println(filepath.Base(filepath.Dir(r.Name)), filepath.Base(r.Name), r.Value)
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// estermoor 2026-04.yaml 86
	// hollowfen 2026-02.yaml 119
	// larkmoor 2024-05.yaml 90
	// larkmoor 2025-05.yaml 101
}
