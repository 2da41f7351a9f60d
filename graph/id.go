package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Hash returns 16 hexadecimal digits of the SHA-256 of the parts, each
// prefixed by its length, so that no two lists of parts share their bytes.
func Hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// TextHash returns the SHA-256 of a text in hexadecimal.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Fold returns s without case, diacritics and punctuation, its words joined by
// single spaces: two spellings with the same Fold are one name.
func Fold(s string) string {
	return strings.Join(foldWords(s), " ")
}

// Slug returns s as an id part: Fold with hyphens.
func Slug(s string) string {
	return strings.Join(foldWords(s), "-")
}

func foldWords(s string) []string {
	if ascii(s) {
		return wordsOf(s)
	}
	t := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	folded, _, err := transform.String(t, s)
	if err != nil {
		folded = s
	}
	return wordsOf(folded)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// ascii tells of a text that has no diacritics.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// CountryID returns the id of the country with an ISO 3166-1 alpha-2 code.
func CountryID(iso string) string { return "iso:" + strings.ToUpper(iso) }

// LocalID returns the id of something that has a name and no code: its kind
// in lower case and the name's Slug; where the slug is empty (a name in no
// letters), a hash of the name.
func LocalID(k Kind, name string) string {
	slug := Slug(name)
	if slug == "" {
		slug = Hash(name)
	}
	prefix := strings.ToLower(string(k))
	if k == Organization {
		prefix = "org"
	}
	return prefix + ":" + slug
}

func itoa(n int) string { return strconv.Itoa(n) }
