package main

import "fmt"

func Example() {
	err := sideBySide([]string{
		"../../reviews/larkmoor/2026-05.yaml", "../../reviews/tarnbeck/2026-03.yaml", "../../reviews/skerrowdale/2026-06.yaml",
		"../../reviews/larkmoor/2025-05.yaml", "../../reviews/estermoor/2026-04.yaml", "../../reviews/tarnbeck/2026-03.r1.yaml",
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// Estermoor Employment Partnership: 86
	// Larkmoor Employment Service: 104
	//   with caution: A draft: scores can still change.
	// Skerrowdale Work Support: 92
	//   with caution: A draft: scores can still change.
	//   with caution: Another setting than most: rural community mental health.
	// Tarnbeck Work and Wellbeing: 62
	// supervisor-role is low in 2 of 4
	// executive-support is low in 2 of 4
	// employer-contact-frequency is low in 2 of 4
	// competitive-jobs is low in 2 of 4
	// not compared: Tarnbeck Work and Wellbeing. One reviewer's own copy, from before the reviewers agreed.
}
