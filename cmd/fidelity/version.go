package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

const (
	toolName = "fidelity"
	version  = "0.1.0"
)

var tool = result.Tool{Name: toolName, Version: version}

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "The version of the tool and of its scales",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "%s %s\n", toolName, version)
			for _, ref := range a.shelf.Refs() {
				scale, scaleErr := a.shelf.Scale(ref)
				if scaleErr != nil {
					return scaleErr
				}
				if err == nil {
					_, err = fmt.Fprintf(a.out, "%s %s %s\n", ref, scale.Version(), scale.Digest())
				}
			}
			if err != nil {
				return fmt.Errorf("write the version: %w", err)
			}
			return nil
		},
	}
}
