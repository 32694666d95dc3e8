package main

import "fmt"

func Example() {
	if err := score("../../reviews/tarnbeck/2026-03.yaml", 3); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Tarnbeck Work and Wellbeing scored 62 out of 125. The band is “Not supported employment”; fair fidelity begins at 74.
	//  1 Caseload size: 2 out of 5
	//  2 Employment services staff: 2 out of 5
	//  3 Vocational generalists: 3 out of 5
}
