package kb

import (
	"cmp"
	"slices"

	"entente/extract/actors/kb/internal/fold"
)

// Lookup returns all readings of a surface: "Georgia" is a country and a state
// of the US. Marks, full stops, hyphens and apostrophes make no difference.
// Case does: "US" is a country and "us" is nothing; a surface in capitals
// matches too ("UKRAINE"), and a common word inside a longer name may be
// written small ("European commission"). The caller strips a final 's and
// leading articles. Best known first.
//
// A capital or residence gives two hits: the government for which it stands
// (Metonym, with the place beside it) and the place itself (Name or Alias).
func (k *KB) Lookup(surface string) []Hit {
	var buf [8]string
	words := fold.Append(buf[:0], surface)
	at := k.forms.walk(words)
	return k.hits(at, words, false)
}

// Longest returns the longest form that starts at words[i], the number of
// words it covers and its readings; 0 and nil where none starts there. Words
// are tokens as a tokenizer cuts them: a hyphen or an apostrophe that stands
// alone inside a name is passed over and counted ("Kim", "Jong", "-", "un").
func (k *KB) Longest(words []string, i int) (n int, hits []Hit) {
	var buf [16]string
	var plain [8]string
	seen := buf[:0]
	state := rootState
	for j := i; j < len(words); j++ {
		if len(seen) > 0 && fold.Joiner(words[j]) {
			continue
		}
		parts := fold.Append(plain[:0], words[j])
		if len(parts) == 0 {
			break
		}
		for _, part := range parts {
			state = extend(state, part)
			seen = append(seen, part)
		}
		node, ok := k.forms.at(state)
		if !ok {
			break
		}
		if got := k.hits(node, seen, false); len(got) > 0 {
			n, hits = j-i+1, got
		}
	}
	return n, hits
}

// BySurname returns the people with this surname, best known first. The
// surname may have several words ("von der Leyen", "bin Salman").
func (k *KB) BySurname(surname string) []*Entry {
	var buf [8]string
	words := fold.Append(buf[:0], surname)
	hits := k.hits(k.forms.walk(words), words, true)
	if len(hits) == 0 {
		return nil
	}
	people := make([]*Entry, len(hits))
	for i, hit := range hits {
		people[i] = hit.Entry
	}
	return people
}

// hits lists the readings at a node whose stored spelling the words agree
// with: surnames only, or all but surnames. Best known first.
func (k *KB) hits(at node, words []string, surnames bool) []Hit {
	var out []Hit
	lines := 0
	for _, line := range k.forms.lines[at.first : at.first+at.count] {
		if !agree(line.surface, words, line.strict) {
			continue
		}
		before := len(out)
		for _, raw := range k.forms.hits[line.first:line.after] {
			if (raw.form == Surname) == surnames {
				out = append(out, k.hit(raw))
			}
		}
		if len(out) > before {
			lines++
		}
	}
	if lines > 1 {
		slices.SortStableFunc(out, better)
		out = slices.CompactFunc(out, sameHit)
	}
	return out
}

// hit turns the numbers of a hit into entries.
func (k *KB) hit(raw rawHit) Hit {
	h := Hit{Entry: &k.entries[raw.entry], Form: raw.form}
	if raw.place >= 0 {
		h.Place = &k.entries[raw.place]
	}
	return h
}

// better orders hits: the better known entry first, then by form.
func better(a, b Hit) int {
	return cmp.Or(
		cmp.Compare(b.Entry.rank, a.Entry.rank),
		cmp.Compare(a.Entry.ID, b.Entry.ID),
		cmp.Compare(formOrder(a.Form), formOrder(b.Form)),
	)
}

// sameHit reports whether a hit says no more than the better one before it: a
// name that is an alias or an acronym of the same entry too counts once.
func sameHit(a, b Hit) bool {
	return a.Entry == b.Entry && a.Place == b.Place && max(formOrder(a.Form), formOrder(Alias)) == max(formOrder(b.Form), formOrder(Alias))
}

// formLetters are the letters of the forms in the packed file, best first.
const formLetters = "ncamjps"

// formOf gives the form for its letter in the packed file.
func formOf(letter byte) Form {
	switch letter {
	case 'n':
		return Name
	case 'c':
		return Acronym
	case 'a':
		return Alias
	case 'm':
		return Metonym
	case 'j':
		return Adjective
	case 'p':
		return People
	default:
		return Surname
	}
}

// formOrder is the place of a form in formLetters.
func formOrder(f Form) int {
	for i := range len(formLetters) {
		if formOf(formLetters[i]) == f {
			return i
		}
	}
	return len(formLetters)
}
