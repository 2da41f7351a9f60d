package pack_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"entente/extract/actors/kb/internal/pack"
)

const (
	countryColumns = "iso\tname\ttype\twikidata\tfrom\tto\taliases\tacronyms\tadjectives\tpeople\tmetonyms\n"
	orgColumns     = "id\tname\ttype\tcountry\twikidata\tacronyms\taliases\tadjectives\tpeople\tmembers\n"
)

// tables are a small knowledge base; a test changes what it is about.
func tables() fstest.MapFS {
	files := map[string]string{
		"generated/countries.tsv":     countryColumns + "AA\tAland\tstate\t\t\t\tOld Aland\t\tAlander|Alandish\tAlanders\n",
		"countries.tsv":               "# a comment\n\n" + countryColumns + "AA\t\t\t\t\t\tNew Aland\tALD\t-Alander\n",
		"generated/organizations.tsv": orgColumns + "\tLeague of Lands\tigo\n",
		"organizations.tsv":           orgColumns + "\tThe League\tigo\t\t\tLOL\tLeague of Lands\t\t\t=LL\n",
		"generated/members.tsv":       "grouping\tmembers\nLL\tAA\n",
		"generated/places.tsv":        "name\tcountry\ttype\twikidata\taliases\tpopulation\nAville\tAA\tcapital\t\t\t500000\n",
		"places.tsv":                  "name\tcountry\ttype\tid\taliases\tadjectives\tpeople\tstands\nA Castle\tAA\tresidence\t\tthe Castle\t\t\tiso:AA\n",
		"generated/people.tsv": "id\tname\taliases\twikidata\tcountry\tgender\trank\toffices\n" +
			"wd:Q1\tAnna A. Bee\t\tQ1\tAA\tf\t\thead-of-government 2019..~2022-08 Prime Minister\n" +
			"wd:Q2\tCarl Dee\t\tQ2\tAA\tm\t\thead-of-government 2023-05-01.. Prime Minister\n" +
			"person:anna-bee\tAnna Bee\t\t\tAA\t\t1\tother 2019-01-01..2020-01-01 head of state or government\n",
		"people.tsv": "name\taliases\tsurnames\tcountry\tgender\toffices\tid\n" +
			"Anna Bee\tAnna A. Bee\tBee-Bee\tAA\t\thead@org:league-of-lands 2024.. Secretary\n",
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestBuildLaysHandOverGenerated(t *testing.T) {
	text, err := pack.Build(tables())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"iso:AA\tC\t9\tAland\tOld Aland|New Aland\t", // lists grow
		"Alandish\t", "\nALD\t*c",
		"\tThe League\tLeague of Lands\t",                       // one organization of two rows
		"wd:Q1\tP\t7\tAnna Bee\tAnna A. Bee\t",                  // three rows, one person
		"Prime Minister^AA^head-of-government^2019^2023-05-01^", // a successor ends an open office
		"Secretary^org:the-league^head^2024^^",                  // holders are resolved
		"\nBee Bee\t*s", "\nthe Castle\t", "\nAville\t",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the packed text lacks %q", want)
		}
	}
	for _, bad := range []string{"\nAlander\t", "head of state or government", "person:anna-bee"} {
		if strings.Contains(text, bad) {
			t.Errorf("the packed text has %q", bad)
		}
	}
}

// Every faulty row is named with its file and line.
func TestBuildReportsFaults(t *testing.T) {
	for name, tt := range map[string]struct{ file, row, want string }{
		"columns":      {"places.tsv", "", "columns are"},
		"too many":     {"people.tsv", "A\tB\tC\tAA\tm\t\t\tx\n", "people.tsv:3: 8 cells in 7 columns"},
		"dates":        {"people.tsv", "Eve Eff\t\t\tAA\tf\thead 2020-13-01.. Boss\n", `office "Boss" from "2020-13-01"`},
		"order":        {"people.tsv", "Eve Eff\t\t\tAA\tf\thead 2020..2019 Boss\n", `to "2019"`},
		"no dates":     {"people.tsv", "Eve Eff\t\t\tAA\tf\thead Boss\n", "people.tsv:3: office \"head Boss\" has no dates"},
		"role":         {"people.tsv", "Eve Eff\t\t\tAA\tf\tking 2020.. Boss\n", `role "king"`},
		"country":      {"people.tsv", "Eve Eff\t\t\tZZ\tf\n", `unknown country "ZZ"`},
		"gender":       {"people.tsv", "Eve Eff\t\t\tAA\tx\n", `gender "x"`},
		"id":           {"people.tsv", "Eve Eff\t\t\tAA\tf\t\twd:Q99\n", "no generated person has the id wd:Q99"},
		"namesakes":    {"people.tsv", "Carl Dee\tAnna Bee\t\tAA\tm\n", "give an id"},
		"type":         {"organizations.tsv", "\tX\tclub\n", `type "club"`},
		"member":       {"organizations.tsv", "\tX\tigo\t\t\t\t\t\t\tZZ\n", `unknown member "ZZ"`},
		"stands":       {"places.tsv", "X\tAA\tcity\t\t\t\t\tiso:ZZ\n", `stands for unknown "iso:ZZ"`},
		"same id":      {"places.tsv", "X\tAA\tcity\tplace:x\nY\tAA\tcity\tplace:x\n", "two entries have this id"},
		"missing file": {"generated/members.tsv", "", "file does not exist"},
	} {
		fsys := tables()
		switch {
		case name == "missing file":
			delete(fsys, tt.file)
		case tt.row == "":
			fsys[tt.file] = &fstest.MapFile{Data: []byte("name\n")}
		default:
			fsys[tt.file].Data = append(fsys[tt.file].Data, tt.row...)
		}
		_, err := pack.Build(fsys)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, tt.want)
		}
	}
}
