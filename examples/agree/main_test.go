package main

import "fmt"

func Example() {
	if err := compare("../../reviews/tarnbeck/2026-03.r1.yaml", "../../reviews/tarnbeck/2026-03.r2.yaml"); err != nil {
		fmt.Println(err)
	}
	// Output:
	// same score on 19 of 25, within one point on 23
	// linear weighted kappa 0.64 (0.36 to 0.92)
	// zero-exclusion [1 4]
	// competitive-jobs [1 3]
	// supervisor-role [2 3]
	// agency-focus [2 3]
	// executive-support [3 4]
	// vocational-assessment [3 2]
}
