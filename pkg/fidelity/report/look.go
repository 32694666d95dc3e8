package report

// Look is how an organisation wants its reports. Every part may be empty.
type Look struct {
	Organisation string // who hands the report over
	Contact      string // whom to ask about it
	Sharing      string // who may pass it on; the review's own note wins
	// Accent is the one colour, as in "#0b4a5e"; empty stands for the tool's
	// own. It must be dark enough for text on white.
	Accent string
	Logo   []byte // a PNG picture
}

// Picture is a PNG picture with its text for those who cannot see it.
type Picture struct {
	PNG []byte
	Alt string
}

// logo is the picture at the head of the report.
func (l *Look) logo() *Picture {
	if len(l.Logo) == 0 {
		return nil
	}
	alt := "Logo"
	if l.Organisation != "" {
		alt = "Logo of " + l.Organisation
	}
	return &Picture{PNG: l.Logo, Alt: alt}
}
