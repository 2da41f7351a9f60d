// Package names tells whether two spellings can be the name of one person.
package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"entente/graph"
)

// Name is a person's name, folded and taken apart.
type Name struct {
	// Given are the names before the surname, initials among them.
	Given []string
	// Surname is the last word.
	Surname string
}

// Parse takes a name apart: "J. D. Vance" is {j d} vance. A name of one word
// has no given names.
func Parse(name string) Name {
	words := strings.Fields(graph.Fold(name))
	if n := len(words); n > 1 && slices.Contains([]string{"jr", "sr", "ii", "iii", "iv"}, words[n-1]) {
		words = words[:n-1]
	}
	if len(words) == 0 {
		return Name{}
	}
	return Name{Given: words[:len(words)-1], Surname: words[len(words)-1]}
}

// Key is equal for names that Same can hold for: the first letter of the given
// name and the skeleton of the surname. It is "" for names of one word.
func (n Name) Key() string {
	if len(n.Given) == 0 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(skeleton(n.Given[0]))
	return string(first) + " " + skeleton(n.Surname)
}

// Same tells whether two names can be one person's: the surnames are equal or
// two spellings of one, and so are the first given names, or one is the
// other's initial; middle names must not contradict each other. Names of one
// word are never the same as another.
func Same(a, b Name) bool {
	if len(a.Given) == 0 || len(b.Given) == 0 || a.Key() != b.Key() || !spelling(a.Surname, b.Surname) {
		return false
	}
	exact := a.Surname == b.Surname
	if !given(a.Given[0], b.Given[0], exact) {
		return false
	}
	x, y := a.Given[1:], b.Given[1:]
	for i := range min(len(x), len(y)) {
		if !given(x[i], y[i], exact) {
			return false
		}
	}
	return true
}

// given compares two given names; an initial stands for a name only beside
// surnames that are equal.
func given(a, b string, initials bool) bool {
	if len(a) == 1 || len(b) == 1 {
		return initials && a[0] == b[0]
	}
	return spelling(a, b)
}

// spelling tells whether two words can be romanisations of one name: equal
// skeletons and a small distance. One with a final a and one without are a
// woman's and a man's.
func spelling(a, b string) bool {
	if a == b {
		return true
	}
	if strings.HasSuffix(a, "a") != strings.HasSuffix(b, "a") {
		return false
	}
	n := min(len(a), len(b))
	return n >= 4 && skeleton(a) == skeleton(b) && distance(a, b) <= 1+n/3
}

//nolint:gochecknoglobals // a constant; making it takes longer than using it
var sounds = strings.NewReplacer("sch", "s", "sh", "s", "zh", "z", "kh", "h", "ph", "f", "ck", "k", "tz", "z", "ts", "z", "ou", "u", "x", "ks")

// skeleton is a word without what romanisations vary in: double letters, e, i,
// j and y, o and u, c, k and q, v and w, and the letter pairs for one sound.
func skeleton(w string) string {
	w = sounds.Replace(w)
	var out []rune
	for _, r := range w {
		switch r {
		case 'c', 'q':
			r = 'k'
		case 'w':
			r = 'v'
		case 'y', 'j', 'e':
			r = 'i'
		case 'o':
			r = 'u'
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// distance is the edit distance of two words in runes.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)]
}
