package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
)

// schemas are what there are schemas of.
var schemas = []string{"review", "result", "scale"}

func (a *app) schema() *cobra.Command {
	var scale string
	cmd := &cobra.Command{
		Use:   "schema review|result|scale",
		Short: "JSON Schemas, for editors and programs",
		Long: `Write the JSON Schema (draft 2020-12) of a file: of reviews on a scale, of
results, or of the files that make a scale.

An editor that knows YAML completes and explains a review by its schema. Name
the schema in the first line of the review:

  # yaml-language-server: $schema=review.schema.json

A schema finds slips while you write; fidelity check finds every problem.`,
		Example:   "  fidelity schema review > review.schema.json\n  fidelity schema review --scale ips-25@1\n  fidelity schema result",
		ValidArgs: schemas,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name what to describe: review, result or scale")
			}
			return oneOf("schema", args[0], schemas...)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] != "review" && cmd.Flags().Changed("scale") {
				return fmt.Errorf("--scale goes with schema review; a %s has the same schema on every scale", args[0])
			}
			return a.runSchema(args[0], scale)
		},
	}
	cmd.Flags().StringVar(&scale, "scale", "ips-25", "the scale of the reviews, as in ips-25 or ips-25@1")
	// The scales are read when a shell asks. The only error is a flag that does not exist.
	_ = cmd.RegisterFlagCompletionFunc("scale", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return a.shelf.Refs(), cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

func (a *app) runSchema(of, ref string) error {
	var data []byte
	var err error
	switch of {
	case "review":
		scale, words, scaleErr := a.scaleAndWords(ref)
		if scaleErr != nil {
			return scaleErr
		}
		data, err = schema.Review(scale, words)
	case "result":
		data, err = schema.Result()
	default:
		data, err = schema.Scale()
	}
	if err != nil {
		return err
	}
	if _, err := a.out.Write(data); err != nil {
		return fmt.Errorf("write the schema: %w", err)
	}
	return nil
}
