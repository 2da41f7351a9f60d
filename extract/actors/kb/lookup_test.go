package kb_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/extract/actors/kb"
)

// readings writes hits as "form id" or "form id @place".
func readings(hits []kb.Hit) []string {
	out := make([]string, len(hits))
	for i, h := range hits {
		out[i] = fmt.Sprintf("%s %s", h.Form, h.Entry.ID)
		if h.Place != nil {
			out[i] += " @" + h.Place.ID
		}
	}
	return out
}

func TestLookupFindsReadings(t *testing.T) {
	k := load(t)
	tests := []struct {
		surface string
		want    []string // all of these, in any order, among others
	}{
		{"Ukraine", []string{"name iso:UA"}},
		{"UKRAINE", []string{"name iso:UA"}},
		{"US", []string{"acronym iso:US"}},
		{"U.S.", []string{"acronym iso:US"}},
		{"Britain", []string{"alias iso:GB"}},
		{"Türkiye", []string{"alias iso:TR"}},
		{"Turkiye", []string{"alias iso:TR"}},
		{"Burma", []string{"alias iso:MM"}},
		{"Ivory Coast", []string{"name iso:CI"}},
		{"Côte d’Ivoire", []string{"alias iso:CI"}},
		{"Holland", []string{"alias iso:NL"}},
		{"Czechia", []string{"alias iso:CZ"}},
		{"DPRK", []string{"acronym iso:KP"}},
		{"ROK", []string{"acronym iso:KR"}},
		{"Zaire", []string{"alias iso:CD"}},
		{"West Germany", []string{"alias iso:DE"}},
		{"East Germany", []string{"name iso:DD"}},
		{"Soviet Union", []string{"name iso:SU"}},
		{"South Yemen", []string{"name iso:YD"}},
		{"Kosovo", []string{"name iso:XK"}},
		{"Ukrainian", []string{"adjective iso:UA", "people iso:UA"}},
		{"Ukrainians", []string{"people iso:UA"}},
		{"Frenchman", []string{"people iso:FR"}},
		{"Briton", []string{"people iso:GB"}},
		{"Poles", []string{"people iso:PL"}},
		{"Polish", []string{"adjective iso:PL"}},
		{"Soviet", []string{"adjective iso:SU"}},
		{"Houthi", []string{"adjective org:houthis"}},
		{"Chechen", []string{"adjective place:chechnya"}},
		{"Congolese", []string{"adjective iso:CD", "adjective iso:CG"}},
		{"Georgia", []string{"name iso:GE", "name place:georgia-us"}},
		{"Jordan", []string{"name iso:JO"}},
		{"Washington", []string{"metonym iso:US @place:washington", "name place:washington", "name place:washington-state"}},
		{"Luxembourg", []string{"name iso:LU", "metonym iso:LU @place:luxembourg-city"}},
		{"Moscow", []string{"metonym iso:RU @place:moscow", "name place:moscow"}},
		{"the Kremlin", []string{"metonym iso:RU @place:kremlin"}},
		{"White House", []string{"metonym iso:US @place:white-house"}},
		{"No. 10", []string{"metonym iso:GB @place:downing-street"}},
		{"Élysée", []string{"metonym iso:FR @place:elysee"}},
		{"Kiev", []string{"metonym iso:UA @place:kyiv"}},
		{"Brussels", []string{"metonym iso:BE @place:brussels", "metonym wd:Q458 @place:brussels"}},
		{"Saigon", []string{"metonym iso:XV @place:ho-chi-minh-city"}},
		{"NATO", []string{"name org:nato"}},
		{"Nato", []string{"alias org:nato"}},
		{"EU", []string{"acronym wd:Q458"}},
		{"European commission", []string{"name org:european-commission"}},
		{"U.N. Security Council", []string{"name org:un-security-council"}},
		{"Revolutionary Guards", []string{"alias org:islamic-revolutionary-guard-corps"}},
		{"Volodymyr Zelensky", []string{"alias wd:Q3874799"}},
		{"Kim Jong-un", []string{"alias wd:Q56226"}},
		{"Kim Jong Un", []string{"name wd:Q56226"}},
		{"VLADIMIR PUTIN", []string{"name wd:Q7747"}},
		{"Ursula Von der Leyen", []string{"name person:ursula-von-der-leyen"}},
		{"MBS", []string{"acronym wd:Q6892571"}},
		{"George Bush", []string{"alias person:george-h-w-bush", "alias wd:Q207"}},
	}
	for _, tt := range tests {
		got := readings(k.Lookup(tt.surface))
		for _, want := range tt.want {
			if !slices.Contains(got, want) {
				t.Errorf("Lookup(%q) = %q, lacks %q", tt.surface, got, want)
			}
		}
	}
}

// Common words must not be taken for entries, however they are written at the
// start of a sentence, and people are never found by one word.
func TestLookupFindsNothing(t *testing.T) {
	k := load(t)
	for _, surface := range []string{
		"", " ", "us", "Us", "who", "Who", "it", "is", "Will", "May", "March", "Mark", "Said", "Han", "Ban", "So", "the", "The", "The sun",
		"white house", "putin", "Putin", "Zelensky", "Bush", "Male", "Reading", "Mobile", "Tours", "nato", "turkey", "china", "Mehdi", "MEHDI",
		"\x00", "\xff\xfe", "-", "'", "...", "Donald trump",
	} {
		if got := readings(k.Lookup(surface)); len(got) > 0 {
			t.Errorf("Lookup(%q) = %q, want nothing", surface, got)
		}
	}
}

func TestLookupGivesBestKnownFirst(t *testing.T) {
	k := load(t)
	for surface, want := range map[string]string{
		"Georgia": "iso:GE", "Congo": "iso:CD", "Washington": "iso:US", "New York": "place:new-york", "Macedonia": "iso:MK",
	} {
		hits := k.Lookup(surface)
		if len(hits) == 0 || hits[0].Entry.ID != want {
			t.Errorf("Lookup(%q) = %q, want %s first", surface, readings(hits), want)
		}
	}
}

func TestLongest(t *testing.T) {
	k := load(t)
	tests := []struct {
		words string
		at, n int
		want  string
	}{
		{"North Korea 's leader", 0, 2, "name iso:KP"},
		{"in South Korea .", 1, 2, "name iso:KR"},
		{"Kim Jong - un met", 0, 4, "alias wd:Q56226"},
		{"the UN Security Council said", 1, 3, "name org:un-security-council"},
		{"the UN said", 1, 1, "acronym wd:Q1065"},
		{"US - led coalition", 0, 1, "acronym iso:US"},
		{"Guinea - Bissau 's army", 0, 3, "name iso:GW"},
		{"Guinea - led", 0, 1, "name iso:GN"},
		{"Guinea-Bissau 's army", 0, 1, "name iso:GW"},
		{"President Recep Tayyip Erdogan spoke", 1, 3, "name wd:Q39259"},
		{"People 's Republic of China", 0, 5, "alias iso:CN"},
		{"St. Petersburg", 0, 2, "alias place:saint-petersburg"},
		{"United Arab", 0, 0, ""},
		{"will visit Paris", 0, 0, ""},
		{"New York City Hall", 0, 3, "alias place:new-york"},
	}
	for _, tt := range tests {
		words := strings.Fields(tt.words)
		n, hits := k.Longest(words, tt.at)
		if n != tt.n {
			t.Errorf("Longest(%q, %d) covers %d words (%q), want %d", tt.words, tt.at, n, readings(hits), tt.n)
			continue
		}
		if got := readings(hits); tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("Longest(%q, %d) = %q, lacks %q", tt.words, tt.at, got, tt.want)
		}
	}
}

func TestBySurname(t *testing.T) {
	k := load(t)
	tests := []struct {
		surname string
		first   string
		among   []string
	}{
		{"Putin", "wd:Q7747", nil},
		{"PUTIN", "wd:Q7747", nil},
		{"Zelensky", "wd:Q3874799", nil},
		{"von der Leyen", "person:ursula-von-der-leyen", nil},
		{"bin Salman", "", []string{"wd:Q6892571"}},
		{"Xi", "wd:Q15031", nil},
		{"Lula", "wd:Q37181", nil},
		{"Sisi", "", []string{"wd:Q307871"}},
		{"Bush", "", []string{"wd:Q207", "person:george-h-w-bush"}},
		{"Kim", "", []string{"wd:Q56226", "wd:Q10665", "person:kim-il-sung"}},
		{"López Obrador", "", []string{"wd:Q318508"}},
		{"Lopez Obrador", "", []string{"wd:Q318508"}},
		{"May", "wd:Q264766", nil},
		{"Washington", "person:george-washington", nil},
	}
	for _, tt := range tests {
		var ids []string
		for _, e := range k.BySurname(tt.surname) {
			ids = append(ids, e.ID)
			if e.Kind != kb.Person {
				t.Errorf("BySurname(%q) gives %s, a %s", tt.surname, e.ID, e.Kind)
			}
		}
		if tt.first != "" && (len(ids) == 0 || ids[0] != tt.first) {
			t.Errorf("BySurname(%q) = %q, want %s first", tt.surname, ids, tt.first)
		}
		for _, want := range tt.among {
			if !slices.Contains(ids, want) {
				t.Errorf("BySurname(%q) lacks %s", tt.surname, want)
			}
		}
	}
	for _, none := range []string{"", "putin", "Qwertyuiop", "-"} {
		if got := k.BySurname(none); len(got) > 0 {
			t.Errorf("BySurname(%q) = %d people, want none", none, len(got))
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, seed := range []string{"US", "Kim Jong-un", "Côte d’Ivoire", "\xff", "A B-C 'D", "É́l", "The The The", strings.Repeat("a-", 40)} {
		f.Add(seed)
	}
	k := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range k.Lookup(text) {
			if h.Entry == nil || h.Form == kb.Surname {
				t.Errorf("Lookup(%q) gives %v", text, h)
			}
		}
		for _, e := range k.BySurname(text) {
			if e.Kind != kb.Person {
				t.Errorf("BySurname(%q) gives a %s", text, e.Kind)
			}
		}
		words := strings.Fields(text)
		for i := range words {
			n, hits := k.Longest(words, i)
			if n < 0 || i+n > len(words) || (n == 0) != (len(hits) == 0) {
				t.Fatalf("Longest(%q, %d) = %d words, %d hits", words, i, n, len(hits))
			}
		}
	})
}

func TestCapital(t *testing.T) {
	k := load(t)
	if e := k.Capital("PL"); e == nil || e.Name != "Warsaw" {
		t.Errorf("capital of PL: %v", e)
	}
	if e := k.Capital("ZZ"); e != nil {
		t.Errorf("capital of ZZ: %v", e)
	}
}
