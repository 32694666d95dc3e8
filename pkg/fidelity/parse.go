package fidelity

import (
	"fmt"
	"slices"
	"strings"
)

// yesNo and yesPartlyNo are the answers of columns and of facts. Their order
// is the order of their places.
var (
	yesNo       = []string{"no", "yes"}
	yesPartlyNo = []string{"no", "partly", "yes"}
)

// choices returns the answers that the column takes, in order.
func (c *Column) choices() []string {
	if c.Kind == YesNo {
		return yesNo
	}
	return c.Answers
}

// Choices returns the answers that a yes/no or ordered fact takes, in order
// from no credit to most.
func (f *Fact) Choices() []string {
	if f.Kind == YesNo {
		return yesPartlyNo
	}
	return f.Answers
}

// Choices returns the answers of a yes/no column, a choice or a set, in order.
func (c *Column) Choices() []string { return c.choices() }

// Parse reads what stands in one cell of the column. The error is a sentence
// that says what was found and what is allowed.
func (c *Column) Parse(text string) (Value, error) {
	if isUnknown(text) && c.ID != "id" {
		return UnknownValue(), nil
	}
	switch c.Kind {
	case Code:
		return parseCode(text)
	case YesNo, Choice:
		return parseAnswer(text, c.choices())
	case Text:
		return parseText(text)
	case Month:
		if _, err := ParseMonth(text); err != nil {
			return Value{}, err
		}
		return textValue(text, text), nil
	case Percent:
		return parsePercent(text)
	case Decimal, Whole, Series:
		n, err := c.parseNumber(text)
		return NumberValue(n), err
	case Set:
		return Value{}, fmt.Errorf("%q is not a list; write it as in [%s], or [] for none", text, strings.Join(c.Answers[:min(2, len(c.Answers))], ", "))
	}
	return Value{}, fmt.Errorf("column %s holds no value that can be written", c.ID)
}

// TakesList reports whether a cell of the column may hold a list.
func (c *Column) TakesList() bool { return c.Kind == Set || c.Kind == Series }

// ParseMember reads one entry of a set and returns its place.
func (c *Column) ParseMember(text string) (int, error) {
	v, err := parseAnswer(text, c.Answers)
	return v.answer, err
}

// ParseWeek reads the figure of one week of a series.
func (c *Column) ParseWeek(text string) (Number, error) { return c.parseNumber(text) }

// Parse reads the answer to a fact. The error is a sentence that says what was
// found and what is allowed.
func (f *Fact) Parse(text string) (Value, error) {
	if meant, ok := f.AlsoWritten[text]; ok {
		text = meant
	}
	if isUnknown(text) {
		return UnknownValue(), nil
	}
	if f.Kind == Whole {
		n, err := ParseNumber(text)
		if err != nil || !n.IsWhole() || n.Sign() < 0 {
			return Value{}, fmt.Errorf("%q is not a count; write a whole number from 0, or unknown", text)
		}
		return NumberValue(n), nil
	}
	return parseAnswer(text, f.Choices())
}

func isUnknown(text string) bool { return strings.EqualFold(text, "unknown") }

func parseAnswer(text string, answers []string) (Value, error) {
	if place := slices.Index(answers, text); place >= 0 {
		return AnswerValue(place), nil
	}
	if len(answers) > 0 && answers[0] == "no" && answers[len(answers)-1] == "yes" {
		// Other YAML tools write yes as true, and people write Yes.
		switch lower := strings.ToLower(text); lower {
		case "true":
			return AnswerValue(len(answers) - 1), nil
		case "false":
			return AnswerValue(0), nil
		default:
			if place := slices.Index(answers, lower); place >= 0 {
				return AnswerValue(place), nil
			}
		}
	}
	return Value{}, fmt.Errorf("%q is not one of the answers; write %s%s", text, orList(append(slices.Clone(answers), "unknown")), hint(text, answers))
}

// meantBy are answers that other tools and habits write for yes and no. They
// are refused, because some of them mean something else elsewhere.
var meantBy = map[string]string{
	"y": "yes", "on": "yes", "1": "yes", "t": "yes",
	"n": "no", "off": "no", "0": "no", "f": "no",
}

// hint ends an error with the name that was probably meant.
func hint(text string, names []string) string {
	if meant := meantBy[strings.ToLower(text)]; slices.Contains(names, meant) {
		return "; did you mean " + meant + "?"
	}
	if near := Nearest(text, names); near != "" {
		return "; did you mean " + near + "?"
	}
	return ""
}

func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// IsCode reports whether text is a code that stands for a person, a job or an
// employer: one to four letters and one to five digits.
func IsCode(text string) bool {
	letters := 0
	for letters < len(text) && (text[letters]|0x20) >= 'a' && (text[letters]|0x20) <= 'z' {
		letters++
	}
	digits := text[letters:]
	return letters >= 1 && letters <= 4 && len(digits) <= 5 && allDigits(digits)
}

func parseCode(text string) (Value, error) {
	if !IsCode(text) {
		return Value{}, fmt.Errorf("%q is not a code; write one to four letters and one to five digits, as in E014, and never a name", text)
	}
	return textValue(text, strings.ToUpper(text)), nil
}

func parseText(text string) (Value, error) {
	key := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if key == "" {
		return Value{}, nil
	}
	return textValue(text, key), nil
}

func parsePercent(text string) (Value, error) {
	const want = "write 0 to 100, as in 64 or 64%, or a part with its base, as in 24/37.5"
	if part, base, ok := strings.Cut(text, "/"); ok {
		p, err1 := ParseNumber(strings.TrimSpace(part))
		b, err2 := ParseNumber(strings.TrimSpace(base))
		if err1 != nil || err2 != nil || p.Sign() < 0 || b.Sign() <= 0 || p.Cmp(b) > 0 {
			return Value{}, fmt.Errorf("%q is not a share; write a part from 0 up to its base, and a base above 0, as in 24/37.5", text)
		}
		v, _ := PartValue(p, b, text)
		return v, nil
	}
	bare := strings.TrimSpace(strings.TrimSuffix(text, "%"))
	n, err := ParseNumber(bare)
	if err != nil || n.Sign() < 0 || n.Cmp(Int(100)) > 0 {
		return Value{}, fmt.Errorf("%q is not a percentage; %s", text, want)
	}
	if n.Sign() > 0 && n.Cmp(Int(1)) < 0 && !strings.HasSuffix(text, "%") {
		return Value{}, fmt.Errorf("%s could mean %s%% or %s%%; write it with its sign, as in %s%%", text, n, n.Mul(Int(100)), n.Mul(Int(100)))
	}
	v := NumberValue(n)
	v.text = text
	return v, nil
}

func (c *Column) parseNumber(text string) (Number, error) {
	n, err := ParseNumber(text)
	want := c.Limits.say(c.Kind == Whole)
	switch {
	case err != nil:
		return Number{}, fmt.Errorf("%q is not a number; write %s%s", text, want, mendNumber(text))
	case c.Kind == Whole && !n.IsWhole():
		return Number{}, fmt.Errorf("%s is not a whole number; write %s", text, want)
	case !c.Limits.allow(n):
		return Number{}, fmt.Errorf("%s does not fit; write %s", text, want)
	}
	return n, nil
}

// mendNumber says what keeps a text from being read as a number, where people
// often slip.
func mendNumber(text string) string {
	switch {
	case strings.Contains(text, ","):
		return ", with a point before decimals and nothing between thousands"
	case strings.HasPrefix(text, ".") && allDigits(text[1:]):
		return ", with a digit before the point, as in 0.5"
	case len(text) > 1 && text[0] == '0' && allDigits(strings.Replace(text, ".", "", 1)):
		return ", without a zero in front"
	}
	return ""
}

func (l Limits) allow(n Number) bool {
	return (l.AtLeast == nil || n.Cmp(*l.AtLeast) >= 0) &&
		(l.AtMost == nil || n.Cmp(*l.AtMost) <= 0) &&
		(l.Above == nil || n.Cmp(*l.Above) > 0)
}

// say names both limits: "a whole number from 0", "a number above 0 and up to 1".
func (l Limits) say(whole bool) string {
	text := "a number"
	if whole {
		text = "a whole number"
	}
	switch {
	case l.AtLeast != nil && l.AtMost != nil:
		return fmt.Sprintf("%s, %s to %s", text, l.AtLeast, l.AtMost)
	case l.Above != nil && l.AtMost != nil:
		return fmt.Sprintf("%s above %s and up to %s", text, l.Above, l.AtMost)
	case l.AtLeast != nil:
		return fmt.Sprintf("%s from %s", text, l.AtLeast)
	case l.Above != nil:
		return fmt.Sprintf("%s above %s", text, l.Above)
	case l.AtMost != nil:
		return fmt.Sprintf("%s up to %s", text, l.AtMost)
	case whole:
		return text + ", as in 12"
	}
	return text + ", as in 12 or 0.5"
}
