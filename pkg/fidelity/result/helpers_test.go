package result_test

import "github.com/ips-fidelity/fidelity/pkg/fidelity/result"

var tool = result.Tool{Name: "fidelity", Version: "0.0.0-test"}
