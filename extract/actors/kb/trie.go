package kb

import (
	"fmt"
	"strings"
)

// forms is the gazetteer: a table from the hash of each word prefix of each
// stored form to the forms that end there. Forms are sorted by their
// lower-case words, so that the forms of one key are neighbours. A hash that
// collides is harmless: agree compares the letters.
type forms struct {
	lines []formLine
	hits  []rawHit
	slots []slot
	mask  uint64
}

// formLine is one stored surface: its plain words, whether it needs its
// capitals, and its run of hits.
type formLine struct {
	surface      string
	strict       bool
	first, after uint32
}

// rawHit is a hit by the numbers of its entry and place (-1 for none).
type rawHit struct {
	entry, place int32
	form         Form
}

// slot is one prefix in the open-addressed table; hash 0 is an empty slot.
type slot struct {
	hash uint64
	node node
}

// node is the run of forms that end at a prefix; empty where none does.
type node struct{ first, count uint32 }

const (
	rootState  uint64 = 0x9e3779b97f4a7c15
	hashFactor uint64 = 0x100000001b3
)

// extend hashes one more word, in lower case, onto the state of a prefix.
func extend(state uint64, word string) uint64 {
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		state = (state ^ uint64(c)) * hashFactor
	}
	state = (state ^ ' ') * hashFactor
	return state ^ state>>29
}

// readForms decodes the forms section and indexes it. Its hits refer to the
// given number of entries.
func readForms(text string, count, entries int) (forms, error) {
	f := forms{lines: make([]formLine, 0, count), hits: make([]rawHit, 0, count*3/2)}
	size := 1024
	for size < count*5/2 { // there are some three prefixes to two forms
		size *= 2
	}
	f.slots, f.mask = make([]slot, size), uint64(size-1)
	last := 0
	for line := range strings.SplitSeq(text, "\n") {
		surface, codes, ok := strings.Cut(line, "\t")
		codes, strict := strings.CutPrefix(codes, "*")
		first := uint32(len(f.hits))
		for code := range strings.SplitSeq(codes, ";") {
			hit, good := rawHitOf(code, &last, entries)
			ok = ok && good
			f.hits = append(f.hits, hit)
		}
		if !ok {
			return forms{}, fmt.Errorf("%w: form %q", errDamaged, line)
		}
		f.insert(surface, uint32(len(f.lines)))
		f.lines = append(f.lines, formLine{surface, strict, first, uint32(len(f.hits))})
	}
	return f, nil
}

// rawHitOf decodes one code, such as "n1", "a12" or "m3:40": a letter for the
// form and the number of the entry; names count on from the last one.
func rawHitOf(code string, last *int, entries int) (rawHit, bool) {
	if len(code) < len("n1") {
		return rawHit{}, false
	}
	number, place, has := strings.Cut(code[1:], ":")
	hit := rawHit{form: formOf(code[0]), place: -1}
	n := atoi(number)
	if hit.form == Name {
		n += *last
		*last = n
	}
	hit.entry = int32(n)
	if has {
		hit.place = int32(atoi(place))
	}
	return hit, n >= 0 && n < entries && int(hit.place) < entries
}

// insert enters all word prefixes of a surface.
func (f *forms) insert(surface string, number uint32) {
	state := rootState
	for more := true; more; {
		var word string
		word, surface, more = strings.Cut(surface, " ")
		state = extend(state, word)
		s := f.find(state)
		s.hash = state
		if !more {
			if s.node.count == 0 {
				s.node.first = number
			}
			s.node.count = number - s.node.first + 1
		}
	}
}

// find returns the slot of a hash, or the empty slot where it would go.
func (f *forms) find(hash uint64) *slot {
	for i := (hash ^ hash>>32) & f.mask; ; i = (i + 1) & f.mask {
		if s := &f.slots[i]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

// at returns the node of a prefix and whether any form has this prefix.
func (f *forms) at(state uint64) (node, bool) {
	s := f.find(state)
	return s.node, s.hash != 0
}

// walk returns the node of exactly these words.
func (f *forms) walk(words []string) node {
	if len(words) == 0 {
		return node{}
	}
	state := rootState
	for _, word := range words {
		state = extend(state, word)
	}
	at, _ := f.at(state)
	return at
}
