package main

import "fmt"

func Example() {
	if err := run(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Caseload size: 4 out of 5
	//   20.6 clients per full-time specialist (33 for 1.6). The evidence suggests a score of 4.
	// Community-based services: 3 to 5 out of 5, still open
	//   1 of 2 specialists scored 4; 1 is still open, at 1 to 5. The evidence allows 3 to 5; 1 figure is not known.
	// Disclosure: 2 to 5 out of 5, still open
	//   1 of 4 in place; not known: costs and benefits, what would be disclosed, more than one discussion. The evidence allows 2 to 5; 3 facts are not known.
}
