package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// stamp is when a change of a review was made, and by whom.
type stamp struct{ at, by string }

func stampFlags(cmd *cobra.Command, s *stamp) {
	cmd.Flags().StringVar(&s.by, "by", "", "who makes the change, for the record; the tool where it is left out")
	cmd.Flags().StringVar(&s.at, "at", "", "when the change is made, as in 2026-05-13 or 2026-05-13T16:20:00Z; now where it is left out")
}

// check tells a time that is none, and who may not stand in a record: people
// stand there by name or by id, and never by a number or an address.
func (s stamp) check() error {
	if err := noPerson("--by", s.by); err != nil {
		return fmt.Errorf("%w; write a name or an id, as in r1", err)
	}
	if s.at == "" {
		return nil
	}
	if _, err := fidelity.ParseDate(s.at); err == nil {
		return nil
	}
	if _, err := time.Parse(time.RFC3339, s.at); err == nil {
		return nil
	}
	return fmt.Errorf("--at %q is no time; write it as in 2026-05-13 or 2026-05-13T16:20:00Z", s.at)
}

// mark is what the record of changes says. Only here a command reads the clock.
func (s stamp) mark() source.Mark {
	if s.at == "" {
		s.at = time.Now().UTC().Format(time.RFC3339)
	}
	return source.Mark{At: s.at, By: s.by}
}
