package main

import "fmt"

func Example() {
	err := trend([]string{
		"../../reviews/larkmoor/2026-05.yaml", "../../reviews/larkmoor/2024-05.yaml", "../../reviews/larkmoor/2025-05.yaml",
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// Larkmoor Employment Service
	// May 2025: +12 points, changed by more than scoring noise
	// May 2026: +3 points, about the same
	//   late: Name a second chair for the steering group, and keep its quarterly dates (aim 4, not reached: 3 then, 2 now)
	//   late: Set aside two half-days a week for employers in each diary (aim 4, not reached: 3 then, 3 now)
}
