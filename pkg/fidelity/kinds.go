package fidelity

import "slices"

var kindNames = []string{
	Code: "code", Decimal: "number", Whole: "whole", Percent: "percent", YesNo: "yes-no",
	Choice: "choice", Set: "set", Series: "series", Text: "text", Month: "month",
}

// String returns the kind as scale files write it.
func (k Kind) String() string { return kindNames[k] }

// isNumber reports whether values of the kind can be counted with.
func (k Kind) isNumber() bool { return k == Decimal || k == Whole || k == Percent || k == Series }

// ParseKind returns the kind of that name, and false where there is none.
func ParseKind(name string) (Kind, bool) {
	k := slices.Index(kindNames, name)
	return Kind(max(k, 0)), k > 0
}

// KindNames returns the names of all kinds.
func KindNames() []string { return slices.Clone(kindNames[1:]) }

var calculationNames = []string{
	Ratio: "ratio", MeanOf: "mean", Median: "median", Share: "share", Distinct: "distinct",
	Spread: "one_minus_largest_share", Count: "count", Members: "members", ValueOf: "value", LargestOf: "largest_of",
}

// String returns the calculation as rules write it.
func (c Calculation) String() string { return calculationNames[c] }

// ParseCalculation returns the calculation of that name, and false where there
// is none.
func ParseCalculation(name string) (Calculation, bool) {
	c := slices.Index(calculationNames, name)
	return Calculation(max(c, 0)), c > 0
}

// CalculationNames returns the names of all calculations.
func CalculationNames() []string { return slices.Clone(calculationNames[1:]) }
