package main

import "fmt"

func Example() {
	if err := run(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 1 of 2 items has a score so far. The total lies between 1 and 1.5 out of 2.
	// Waiting: 9 minutes (median of 3 visits). The evidence suggests a score of 1.
	// Greeting: 1 of 2 in place; not known: greeting by name. The evidence allows 1 or 2; 1 fact is not known.
}
