package kb

import "strings"

// particles are the small words inside people's names that may be written
// with or without a capital: "van der Bellen", "Van der Bellen".
const particles = " al el as at an ar bin ibn bint abu ben de da do dos das del della di du des der den von van vom zu zur ter ten la le el ould wa y e i san "

// agree reports whether words, as a text has them, are an acceptable writing
// of a stored surface whose plain words have one space between them. Letters
// are equal already but for case. Strict surfaces (people, acronyms) need
// their capitals; in others a later word may be small once a word before it
// had its capital: "European commission", but not "The sun" for "The Sun".
func agree(surface string, words []string, strict bool) bool {
	capital := false
	for i, word := range words {
		stored, rest, _ := strings.Cut(surface, " ")
		if !agreeWord(stored, word, i == 0, strict || !capital) {
			return false
		}
		capital = capital || startsUpper(word) && !strings.EqualFold(word, "the")
		surface = rest
	}
	return surface == ""
}

// agreeWord compares one stored word with one word of a text.
func agreeWord(stored, word string, first, strict bool) bool {
	if stored == word {
		return true
	}
	if !strings.EqualFold(stored, word) {
		return false
	}
	switch {
	case initialism(stored):
		return false
	case shouted(word):
		return true
	case isParticle(stored):
		return true
	case !startsUpper(word):
		return !strict && titled(stored)
	case titled(word):
		// "Mcconnell" for "McConnell", "Of" for "of"; but never "Nato" for
		// "NATO", which is an alias of its own where it is in use.
		return !shouted(stored) && (startsUpper(stored) || !first)
	default:
		// "XiaoPing": capitals inside that the stored form lacks.
		return titled(stored)
	}
}

// initialism reports whether a stored word is a short one with small letters
// between capitals, as "LeT" and "AfD" are: it is never written otherwise.
func initialism(word string) bool {
	return len(word) <= 4 && startsUpper(word) && !titled(word) && !shouted(word)
}

func isParticle(word string) bool {
	return len(word) <= 5 && strings.Contains(particles, " "+strings.ToLower(word)+" ")
}

// shouted reports whether a word of two letters or more has only capitals.
func shouted(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word && strings.ToLower(word) != word
}

// titled reports whether a word starts with a capital and has no other.
func titled(word string) bool {
	return startsUpper(word) && strings.ToLower(word[1:]) == word[1:]
}

func startsUpper(word string) bool { return word != "" && word[0] >= 'A' && word[0] <= 'Z' }
