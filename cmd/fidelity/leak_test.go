package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// planted are identifiers of each kind that blocks and is common, made up or
// set apart for examples by those who give them out.
var planted = map[string]string{"nhs": "943 476 5919", "ni": "AB123456C", "mail": "jane.doe@example.org", "phone": "07700 900123"}

// leaked finds them, or the telling half of them, in any layout.
var leaked = regexp.MustCompile(`(?i)476[ -]?5919|123456C|jane\.doe|900[ -]?123`)

// everyText is a review with the identifiers in every text that it can hold.
const everyText = `# HIT
format: fidelity/review/1
scale: ips-25@1
service: {id: small, name: S HIT, organisation: O HIT, setting: T HIT, started: 2021-04, groups: {region: R HIT}}
kind: self-audit
visit: {from: 2026-05-12, to: 2026-05-13}
reviewers: [{id: r1, name: A HIT, role: X HIT, organisation: Y HIT}, {id: r2, name: B HIT}, {id: HIT}]
evidence:
  specialists: [{id: ES01, fte: 1, caseload: 30, employer_contacts: [2, 3]}] # HIT
  clients: [{id: C001, days_to_employer_contact: 24}]
  jobs: [{id: J001, type: cook HIT, employer: E001, competitive: yes}]
items:
  team-contact:
    facts: {weekly-meeting: yes, shared-decisions: partly}
    saw: saw HIT
    judgement: jud HIT
    score: 3
    because: bec HIT
    recommend: {text: rec HIT, kind: kind HIT, who: who HIT}
    ratings: {r1: 3, r2: 4, HIT: 5}
actions: [{id: HIT, item: team-contact, action: act HIT, who: w HIT, when: 2026-09-30, aim: 4, status: open, outcome: out HIT, measure: mea HIT, remedy: r HIT}]
previous: p HIT.yaml
response: {text: res HIT, by: by HIT, date: 2026-06-20}
sharing: sha HIT
changes: [{at: 2026-05-13T16:20:00Z, by: r HIT, what: items.team-contact.score, from: f HIT, to: t HIT, why: w HIT}]
corrected: [{item: team-contact, from: 3, to: 4, why: c HIT}]
amends: {file: a HIT.yaml, sha256: "12", why: w HIT}
not-personal: [{path: items.team-contact.saw, why: n HIT}]
`

// wrongValues hold the identifiers where values are refused, each at another
// depth of the reading.
var wrongValues = []string{
	"format: HIT\nscale: HIT\n",
	"format: fidelity/review/1\nscale: ips-25@HIT\nservice: {id: small, name: x}\n",
	"format: fidelity/review/1\n  HIT: [\n",
	"format: fidelity/review/1\na: &HIT 1\nb: *HIT\nc: !HIT 3\n",
	`format: fidelity/review/1
scale: ips-25@1
service: {id: HIT, name: x, started: HIT, HIT: 1}
kind: HIT
mode: and some words before it HIT
stage: which are so many that it is cut HIT
HIT: 1
visit: {from: HIT, to: HIT}
evidence_period: HIT
reviewers: [{id: HIT, HIT: 2}, HIT, {id: HIT}]
evidence:
  HIT: []
  clients: HIT
  specialists:
    - {id: HIT, fte: HIT, caseload: the words before it are long HIT, phases: [HIT], employer_contacts: [HIT], contact_log: HIT, HIT: 1}
    - {id: ES01, phases: HIT, employer_contacts: HIT}
    - HIT
  jobs: [{id: J1, employer: HIT, competitive: HIT}]
samples: {HIT: 1, clients: {of: HIT, picked: HIT}}
items:
  HIT: {score: 3}
  team-contact: {facts: {HIT: yes, weekly-meeting: HIT}, score: HIT, HIT: 1, recommend: {HIT: 1}, sources: [HIT], ratings: {HIT: HIT}}
  disclosure: HIT
  caseload-size: {score: 2, HIT: 1}
actions: [{id: HIT, item: HIT, when: HIT, aim: HIT, status: HIT, scope: HIT}, HIT]
response: HIT
seal: HIT
measured: {items: {HIT: 1, team-contact: {low: HIT}}}
changes: [{at: HIT, HIT: 1}, HIT]
not-personal: [{path: HIT}]
corrected: [{item: HIT, from: HIT}]
blind: HIT
`,
}

// commandsOn are the command lines that read a review, with what they write.
func commandsOn(name, out string, endings []string) [][]string {
	to := func(args ...string) []string {
		for _, e := range endings {
			args = append(args, "-o", filepath.Join(out, strings.Join(args[:1], "")+"-"+filepath.Base(name)+e))
		}
		return args
	}
	all := [][]string{
		{"score", name},
		{"score", name, "--format", "json"},
		{"score", name, "--format", "jsonl"},
		{"score", name, "--format", "csv"},
		{"check", name},
		{"check", name, "--complete", "--format", "json"},
		{"explain", name, "5"},
		{"explain", name, "19"},
		{"ask", name},
		to("ask", name),
		{"plan", name},
		{"plan", name, "--format", "json"},
		to("plan", name),
		to("trend", name),
		{"trend", name},
		{"compare", name, "--no-cache"},
		append(to("compare", name), "--no-cache"),
		{"agree", name, name},
		{"seal", name},
		{"strip", name, "-o", filepath.Join(out, "stripped.yaml")},
		{"amend", name, "-o", filepath.Join(out, "amended.yaml"), "--why", "For " + planted["nhs"]},
		{"workbook", name, "-o", filepath.Join(out, filepath.Base(name)+".book.xlsx")},
		{"import", filepath.Join(out, filepath.Base(name)+".book.xlsx"), "-o", filepath.Join(out, filepath.Base(name)+".imported.yaml")},
		{"new", "--from", name, "-o", filepath.Join(out, filepath.Base(name)+".new.yaml")},
	}
	for _, reader := range []string{"full", "team", "clinical"} {
		all = append(all, append(to("report", name), "--for", reader))
	}
	return all
}

// TestNothingRepeatsAnIdentifier puts identifiers in every text and in values
// that are refused, runs every command in every format, and looks at all that
// they print and write.
func TestNothingRepeatsAnIdentifier(t *testing.T) {
	endings := []string{".html", ".xlsx", ".md", ".csv", ".json"}
	if _, err := exec.LookPath("pdftotext"); err == nil && !testing.Short() {
		endings = append(endings, ".pdf")
	}
	hits := strings.Join([]string{planted["nhs"], planted["ni"], planted["mail"], planted["phone"]}, " / ")
	texts := map[string]string{"texts.yaml": quoted(everyText, hits)}
	for kind, id := range planted {
		for i, text := range wrongValues {
			texts["wrong-"+kind+string(rune('0'+i))+".yaml"] = quoted(text, id)
		}
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, out := t.TempDir(), t.TempDir()
			file := filepath.Join(in, name)
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, args := range commandsOn(file, out, endings) {
				runUnseen(t, args)
			}
			lookForLeaks(t, out)
			// A review that is not read has no outputs that could repeat it.
			if files, _ := filepath.Glob(filepath.Join(out, "*")); name == "texts.yaml" && len(files) < 4*len(endings)+3 {
				t.Errorf("only %d files were written: %v", len(files), files)
			}
		})
	}
}

// quoted puts the identifier in place of the words HIT, with the whole of the
// value around it in quotation marks.
func quoted(text, id string) string {
	value := regexp.MustCompile(`((?:[A-Za-z]+ )*)HIT((?:\.yaml)?)`)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "#") {
			lines[i] = strings.ReplaceAll(line, "HIT", id)
			continue
		}
		before, comment, _ := strings.Cut(line, " #")
		before = value.ReplaceAllString(before, `"${1}`+id+`${2}"`)
		if comment != "" {
			before += " #" + strings.ReplaceAll(comment, "HIT", id)
		}
		lines[i] = before
	}
	return strings.Join(lines, "\n")
}

// runUnseen runs a command line, whatever becomes of it, and looks at what it
// says.
func runUnseen(t *testing.T, args []string) {
	t.Helper()
	var said, told bytes.Buffer
	run(args, strings.NewReader(""), &said, &told)
	for _, text := range []string{said.String(), told.String()} {
		if at := leaked.FindStringIndex(text); at != nil {
			t.Errorf("fidelity %s repeats an identifier: …%s…", strings.Join(args, " "), text[max(0, at[0]-60):at[1]])
		}
	}
}

// lookForLeaks looks at all files of a folder.
func lookForLeaks(t *testing.T, folder string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if text := words(t, name); leaked.MatchString(text) {
			at := leaked.FindStringIndex(text)
			t.Errorf("%s repeats an identifier: …%s…", filepath.Base(name), text[max(0, at[0]-60):at[1]])
		}
	}
}

// Two reviewers, and all that comes of their copies.
func TestAgreementRepeatsNoIdentifier(t *testing.T) {
	folder := t.TempDir()
	hits := planted["nhs"] + " / " + planted["ni"] + " / " + planted["mail"] + " / " + planted["phone"]
	base := filepath.Join(folder, "2026-05.yaml")
	text := strings.Replace(everyText, ", {id: HIT}", "", 1)
	text = strings.Replace(strings.Replace(text, ", HIT: 5", "", 1), "self-audit", "independent", 1)
	text = strings.Replace(text, "    ratings: {r1: 3, r2: 4}\n", "", 1)
	if err := os.WriteFile(base, []byte(quoted(text, hits)), 0o600); err != nil {
		t.Fatal(err)
	}
	runUnseen(t, []string{"new", "--blind", "r1,r2", "--from", base})
	copies := []string{filepath.Join(folder, "2026-05.r1.yaml"), filepath.Join(folder, "2026-05.r2.yaml")}
	for i, name := range copies {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if leaked.Match(data) {
			t.Errorf("%s repeats an identifier", filepath.Base(name))
		}
		mine := strings.ReplaceAll(string(data), "    score:\n", "    score: "+string(rune('3'+i))+"\n")
		mine = strings.ReplaceAll(mine, "    judgement:\n", "    judgement: I "+string(rune('a'+i))+" read "+planted["nhs"]+"\n")
		if err := os.WriteFile(name, []byte(mine), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(folder, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"agree"}, copies...)
	for _, ending := range []string{".yaml", ".html", ".xlsx", ".md", ".csv", ".json"} {
		args = append(args, "-o", filepath.Join(out, "agreed"+ending))
	}
	runUnseen(t, args)
	runUnseen(t, append([]string{"agree", "--format", "json"}, copies...))
	runUnseen(t, []string{"agree", "--all", folder, "-o", filepath.Join(out, "all.html")})
	lookForLeaks(t, out)
	if files, _ := filepath.Glob(filepath.Join(out, "*")); len(files) != 7 {
		t.Errorf("%d files were written: %v", len(files), files)
	}
}
