package source

import "gopkg.in/yaml.v3"

// reviewFile is the fixed part of a review file, as it is written. What
// depends on the scale stays a node.
type reviewFile struct {
	Format   string         `yaml:"format" validate:"required,eq=fidelity/review/1"`
	Scale    string         `yaml:"scale"`
	Service  *serviceFile   `yaml:"service" validate:"required"`
	Kind     string         `yaml:"kind" validate:"required,oneof=independent guided self-audit"`
	Mode     string         `yaml:"mode" validate:"omitempty,oneof=on-site virtual mixed"`
	Stage    string         `yaml:"stage" validate:"omitempty,oneof=gathering draft agreed final"`
	Visit    *visitFile     `yaml:"visit" validate:"required"`
	Period   *periodFile    `yaml:"evidence_period"`
	Previous string         `yaml:"previous"`
	People   []reviewerFile `yaml:"reviewers" validate:"dive"`
	Evidence *yaml.Node     `yaml:"evidence"`
	Samples  *yaml.Node     `yaml:"samples"`
	Items    *yaml.Node     `yaml:"items"`
	Actions  []actionFile   `yaml:"actions" validate:"dive"`
	Response *responseFile  `yaml:"response"`
	Sharing  string         `yaml:"sharing"`
	Changes  []changeFile   `yaml:"changes" validate:"dive"`

	Blind       string           `yaml:"blind"`
	NotPersonal []clearedFile    `yaml:"not-personal"`
	Corrected   []correctionFile `yaml:"corrected" validate:"dive"`
	Seal        *sealFile        `yaml:"seal"`
	Amends      *amendsFile      `yaml:"amends"`
	Stripped    *stampFile       `yaml:"stripped"`
	Measured    *measuredFile    `yaml:"measured"`
}

type serviceFile struct {
	ID           string            `yaml:"id" validate:"required,slug"`
	Name         string            `yaml:"name" validate:"required"`
	Organisation string            `yaml:"organisation"`
	Setting      string            `yaml:"setting"`
	Started      string            `yaml:"started" validate:"omitempty,month"`
	Groups       map[string]string `yaml:"groups"`
}

type visitFile struct {
	From string `yaml:"from" validate:"required,day"`
	To   string `yaml:"to" validate:"omitempty,day"`
}

type periodFile struct {
	From string `yaml:"from" validate:"omitempty,day"`
	To   string `yaml:"to" validate:"omitempty,day"`
}

type reviewerFile struct {
	ID           string `yaml:"id"`
	Name         string `yaml:"name"`
	Role         string `yaml:"role"`
	Organisation string `yaml:"organisation"`
}

type sampleFile struct {
	Of     *int   `yaml:"of" validate:"omitempty,min=0"`
	Picked string `yaml:"picked" validate:"omitempty,oneof=all random every-kth by-service other"`
}

type actionFile struct {
	ID      string     `yaml:"id"`
	Item    string     `yaml:"item"`
	What    string     `yaml:"action"`
	Who     string     `yaml:"who"`
	When    string     `yaml:"when" validate:"omitempty,day"`
	Aim     *yaml.Node `yaml:"aim"`
	Status  string     `yaml:"status" validate:"omitempty,oneof=open doing done dropped"`
	Outcome string     `yaml:"outcome"`
	Measure string     `yaml:"measure"`
	Remedy  string     `yaml:"remedy"`
	Scope   string     `yaml:"scope" validate:"omitempty,oneof=team personal"`
}

type responseFile struct {
	Text string `yaml:"text"`
	By   string `yaml:"by"`
	Date string `yaml:"date" validate:"omitempty,day"`
}

type changeFile struct {
	At   string  `yaml:"at" validate:"omitempty,moment"`
	By   string  `yaml:"by"`
	What string  `yaml:"what"`
	From *string `yaml:"from"`
	To   *string `yaml:"to"`
	Why  string  `yaml:"why"`
}

type clearedFile struct {
	Path string `yaml:"path"`
	Why  string `yaml:"why"`
}

type correctionFile struct {
	Item string     `yaml:"item" validate:"required"`
	From *yaml.Node `yaml:"from"`
	To   *yaml.Node `yaml:"to"`
	Why  string     `yaml:"why"`
}

type sealFile struct {
	At     string   `yaml:"at" validate:"omitempty,moment"`
	By     string   `yaml:"by"`
	Names  []string `yaml:"names"`
	Digest string   `yaml:"digest"`
	SHA256 string   `yaml:"sha256"`
}

type amendsFile struct {
	File   string `yaml:"file"`
	SHA256 string `yaml:"sha256"`
	Why    string `yaml:"why"`
}

type stampFile struct {
	At string `yaml:"at" validate:"omitempty,moment"`
	By string `yaml:"by"`
}

type measuredFile struct {
	ScaleDigest string     `yaml:"scale_digest"`
	Looked      []string   `yaml:"looked"`
	Items       *yaml.Node `yaml:"items"`
}

type measuredItemFile struct {
	Low       *yaml.Node `yaml:"low" validate:"required"`
	High      *yaml.Node `yaml:"high" validate:"required"`
	Suggested *yaml.Node `yaml:"suggested"`
	Measures  *yaml.Node `yaml:"measures"`
	Flags     *yaml.Node `yaml:"flags"`
}

// keptMeasureFile is a measure of a stripped review. Those of facts and of the
// mean of rows go by the ids "facts" and "rows".
type keptMeasureFile struct {
	ID      string `yaml:"id" validate:"required"`
	Low     string `yaml:"low"`
	High    string `yaml:"high"`
	Part    string `yaml:"part"`
	Base    string `yaml:"base"`
	Used    *int   `yaml:"used" validate:"omitempty,min=0"`
	Of      *int   `yaml:"of" validate:"omitempty,min=0"`
	Apart   *int   `yaml:"apart" validate:"omitempty,min=0"`
	Scored  []int  `yaml:"scored"`
	Settled []int  `yaml:"settled"`
	Open    []int  `yaml:"open"`
}

type keptFlagFile struct {
	Code     string `yaml:"code" validate:"required"`
	Measure  string `yaml:"measure"`
	Count    *int   `yaml:"count" validate:"omitempty,min=0"`
	Readings []int  `yaml:"readings"`
}

// findingFile is one item of a review, without what depends on the item.
type findingFile struct {
	Facts     *yaml.Node `yaml:"facts"`
	Sources   []string   `yaml:"sources"`
	Saw       string     `yaml:"saw"`
	Judgement string     `yaml:"judgement"`
	Score     *yaml.Node `yaml:"score"`
	Because   string     `yaml:"because"`
	Recommend *yaml.Node `yaml:"recommend"`
	Ratings   *yaml.Node `yaml:"ratings"`
}

type recommendFile struct {
	Text string `yaml:"text"`
	Kind string `yaml:"kind"`
	Who  string `yaml:"who"`
}
