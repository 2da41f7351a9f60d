package actors

import "strings"

// alike tells whether two folded words are spellings of one name: equal in
// sound, or one letter apart in a long word.
func alike(s, t string) bool {
	if s == t {
		return true
	}
	if len(s) < 4 || len(t) < 4 || s[0] != t[0] && sound(s)[0] != sound(t)[0] {
		return false
	}
	if sound(s) == sound(t) {
		return true
	}
	const long = 7
	return len(s) >= long && len(t) >= long && within1(s, t)
}

// soundRules rewrites groups of letters that transliterations interchange.
var soundRules = strings.NewReplacer(
	"tsch", "ch", "tch", "ch", "sch", "sh", "kh", "h", "gh", "g", "ph", "f", "ck", "k", "cz", "ch", "dzh", "j", "dj", "j",
	"iy", "i", "yy", "i", "ii", "i", "ij", "i", "yi", "i", "ey", "e", "ei", "e", "y", "i", "j", "i", "w", "v", "ff", "f", "ou", "u", "oo", "u",
	"oe", "o", "ae", "a", "ue", "u", "q", "k", "c", "k", "x", "ks", "ee", "i", "aa", "a", "'", "",
)

// sound reduces a folded word to what its spellings share: vowels and
// consonants that transliterations interchange become one, doubles single.
func sound(s string) string {
	s = soundRules.Replace(s)
	var b strings.Builder
	for i := range len(s) {
		if i > 0 && s[i] == s[i-1] {
			continue
		}
		if i == len(s)-1 && s[i] == 'f' {
			b.WriteByte('v')
			continue
		}
		b.WriteByte(s[i])
	}
	if b.Len() == 0 {
		return "?"
	}
	return b.String()
}

// within1 tells whether two words are one letter apart: one changed, added or left out.
func within1(s, t string) bool {
	if len(s) > len(t) {
		s, t = t, s
	}
	if len(t)-len(s) > 1 {
		return false
	}
	i := 0
	for i < len(s) && s[i] == t[i] {
		i++
	}
	if len(s) == len(t) {
		return i == len(s) || s[i+1:] == t[i+1:]
	}
	return s[i:] == t[i+1:]
}
