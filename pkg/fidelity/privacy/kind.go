package privacy

// Level says what a hit asks for.
type Level uint8

// The levels, from the mildest.
const (
	Note  Level = iota + 1 // worth a thought: an age, "the only client who"
	Check                  // to be looked at; a person may settle it
	Block                  // nothing final is made while it stands
)

// String returns the name of the level: note, check or block.
func (l Level) String() string { return [...]string{"none", "note", "check", "block"}[min(l, Block)] }

// Kind is a kind of identifier.
type Kind uint8

// The kinds, those of level Block first.
const (
	NHSNumber Kind = iota + 1
	CHINumber
	NINumber
	Email
	Phone
	BirthDate
	RecordNumber
	CardNumber
	Passport

	TitledName
	FirstName
	Postcode
	StreetAddress
	LongNumber
	Link

	Age
	OnlyOne
)

var kinds = [...]struct {
	level Level
	name  string
}{
	{0, "nothing"},
	NHSNumber:     {Block, "an NHS number"},
	CHINumber:     {Block, "a CHI number"},
	NINumber:      {Block, "a National Insurance number"},
	Email:         {Block, "an e-mail address"},
	Phone:         {Block, "a phone number"},
	BirthDate:     {Block, "a date of birth"},
	RecordNumber:  {Block, "the number of a record"},
	CardNumber:    {Block, "a card number"},
	Passport:      {Block, "a passport number"},
	TitledName:    {Check, "a person's name"},
	FirstName:     {Check, "a first name"},
	Postcode:      {Check, "a full postcode"},
	StreetAddress: {Check, "a street address"},
	LongNumber:    {Check, "a long number"},
	Link:          {Check, "a link"},
	Age:           {Note, "an age"},
	OnlyOne:       {Note, "something that is true of one person alone"},
}

// Kinds lists all kinds, in their order.
func Kinds() []Kind {
	var all []Kind
	for k := NHSNumber; k <= OnlyOne; k++ {
		all = append(all, k)
	}
	return all
}

// Level returns what a hit of the kind asks for.
func (k Kind) Level() Level { return kinds[min(k, OnlyOne)].level }

// String names the kind with its article, as in "an NHS number".
func (k Kind) String() string { return kinds[min(k, OnlyOne)].name }
