package pack

import (
	"slices"
	"strings"

	"entente/extract/actors/kb/internal/fold"
)

// surnameFirst are the countries whose people are written surname first in
// English; in the second list the news uses the last name, but either occurs.
var (
	surnameFirst = []string{"CN", "KR", "KP", "TW", "HK", "MO", "SG"}
	eitherEnd    = []string{"VN", "KH", "HU", "MM", "LA"}
	// westernToo are those where "May Lee" stands beside "Lai Ching-te".
	westernToo  = []string{"TW", "HK", "MO", "SG"}
	twoSurnames = []string{
		"ES", "MX", "AR", "CL", "CO", "PE", "VE", "EC", "BO", "PY", "UY", "CU", "DO", "GT", "HN", "SV", "NI", "CR", "PA",
		"PT", "BR", "AO", "MZ", "CV", "GW", "ST", "TL", "PH", "GQ", "PR",
	}
)

// prefixes open a surname of several words.
var prefixes = map[string]bool{
	"al": true, "el": true, "ben": true, "bin": true, "ibn": true, "bint": true, "abu": true, "de": true, "da": true,
	"do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "des": true, "der": true,
	"den": true, "von": true, "van": true, "vom": true, "zu": true, "zur": true, "ter": true, "ten": true, "la": true,
	"le": true, "el-": true, "mac": true, "st": true, "ould": true, "o": true, "d": true, "ul": true, "ud": true, "ur": true,
	"as": true, "ash": true, "at": true, "an": true, "ar": true, "san": true,
}

// suffixes stand after a surname.
var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// surnamesOf lists the surnames under which an article may name a person
// after the full name: with and without particles, both of two surnames.
func surnamesOf(it *item) []string {
	var out []string
	add := func(words []string) {
		if s := strings.Join(words, " "); len(s) > 1 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, s := range it.surnames {
		add(fold.Words(s))
	}
	for _, name := range append([]string{it.Name}, it.Aliases...) {
		words := fold.Words(name)
		for len(words) > 1 && suffixes[strings.ToLower(words[len(words)-1])] {
			words = words[:len(words)-1]
		}
		addSurnames(add, words, it.Country)
	}
	return out
}

// addSurnames finds the surnames of one full name.
func addSurnames(add func([]string), words []string, country string) {
	n := len(words)
	if n == 0 || n == 1 && shouted(words[0]) {
		return
	}
	first := slices.Contains(surnameFirst, country)
	if (first || slices.Contains(eitherEnd, country)) && n > 1 && n <= 4 {
		add(words[:1])
		if first && (n > 2 || !slices.Contains(westernToo, country)) {
			return
		}
	}
	start := n - 1
	for start > 1 && prefixes[strings.ToLower(words[start-1])] {
		start--
	}
	add(words[n-1:])
	add(words[start:])
	if n > 3 && start == n-1 && strings.EqualFold(words[n-1], "Nahyan") {
		add(words[n-2:])
	}
	if n >= 3 && slices.Contains(twoSurnames, country) && start == n-1 && !prefixes[strings.ToLower(words[n-2])] {
		add(words[n-2 : n-1])
		add(words[n-2:])
	}
}

func shouted(word string) bool { return strings.ToUpper(word) == word }
