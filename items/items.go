// Package items holds the fidelity scales that come with the tool: a folder
// for each, with its rules and its words as YAML. There is no scale in Go.
package items

import "embed"

// FS holds a folder for each scale, named by its id.
//
//go:embed ips-15 ips-25
var FS embed.FS
