// Command fidelity scores reviews of how faithfully a service follows a model
// of care such as Individual Placement and Support, and writes the report.
//
// It works on files of this computer alone and sends nothing anywhere.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
