package kb

import "strings"

// forms is the gazetteer: a table from the hash of each word prefix of each
// stored form to the forms that end there. Forms are lines of the packed file,
// sorted by their lower-case words, so that the forms of one key are
// neighbours. A hash that collides is harmless: agree compares the letters.
type forms struct {
	text  string
	start []uint32 // of each line in text, and one past the last
	slots []slot
	mask  uint64
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

// newForms indexes the lines of text.
func newForms(text string, count int) forms {
	f := forms{text: text, start: make([]uint32, 0, count+1)}
	size := 1024
	for size < count*5 {
		size *= 2
	}
	f.slots, f.mask = make([]slot, size), uint64(size-1)
	for at := 0; at < len(text); {
		end := at + strings.IndexByte(text[at:], '\n')
		if end < at {
			end = len(text)
		}
		f.insert(text[at:end], uint32(len(f.start)))
		f.start = append(f.start, uint32(at))
		at = end + 1
	}
	f.start = append(f.start, uint32(len(text)+1))
	return f
}

// insert enters all word prefixes of a line's surface.
func (f *forms) insert(line string, number uint32) {
	surface, _, _ := strings.Cut(line, "\t")
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

// line returns one form: its surface, a tab, the codes of its hits.
func (f *forms) line(number uint32) string {
	return f.text[f.start[number] : f.start[number+1]-1]
}
