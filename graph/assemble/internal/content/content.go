// Package content compares what short phrases say: "an immediate ceasefire in
// Gaza" and "the Gaza cease-fire" are one proposal.
package content

import (
	"slices"
	"strings"

	"entente/graph"
)

// stop words carry no content; nor do the nouns that only say that something
// was put forward.
const stopWords = ` a an the this that these those its his her their our your my it he she they we i you and or but nor of in on at by for from to with
 as into over under about against between among before after during until than then so such be is are was were been being am have has had having do does did
 will would shall should can could may might must not no any all some more most other another new own same very also only just if whether when where who whom
 which what how why there here up out off down s t per via towards toward within without again further
 proposal plan idea offer suggestion possibility prospect call notion option initiative move step decision `

// Words returns the stems of the content words of a phrase, sorted, each once.
func Words(phrase string) []string {
	var out []string
	for w := range strings.SplitSeq(graph.Fold(unhyphen(phrase)), " ") {
		if w != "" && !strings.Contains(stopWords, " "+w+" ") {
			out = append(out, stem(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// unhyphen joins short compounds: "cease-fire" is "ceasefire".
func unhyphen(s string) string {
	return strings.NewReplacer("cease-fire", "ceasefire", "Cease-fire", "ceasefire", "cease fire", "ceasefire", "co-operat", "cooperat", "set-up", "setup").Replace(s)
}

// endings of inflection and of the nouns made of verbs, longer ones first.
var endings = []struct{ end, put string }{
	{"ically", "ic"},
	{"ations", ""},
	{"ation", ""},
	{"itions", ""},
	{"ition", ""},
	{"ements", ""},
	{"ement", ""},
	{"ments", ""},
	{"ment", ""},
	{"tions", "t"},
	{"tion", "t"},
	{"sions", "s"},
	{"sion", "s"},
	{"als", ""},
	{"al", ""},
	{"ies", "y"},
	{"ied", "y"},
	{"ingly", ""},
	{"ings", ""},
	{"ing", ""},
	{"edly", ""},
	{"ed", ""},
	{"ers", ""},
	{"er", ""},
	{"ly", ""},
	{"es", ""},
	{"s", ""},
	{"e", ""},
}

// stem takes off two endings at most, so that "withdraw", "withdrawing" and
// "withdrawal" are one, and "sanctions" and "sanctioning".
func stem(w string) string { return unended(unended(w)) }

func unended(w string) string {
	for _, e := range endings {
		base, ok := strings.CutSuffix(w, e.end)
		if ok && len(base) >= 4 && (e.end != "s" || !strings.HasSuffix(base, "s")) {
			return undouble(base + e.put)
		}
	}
	return w
}

func undouble(w string) string {
	if n := len(w); n > 4 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiouls", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// Alike compares two sorted lists of stems: how many they share, the share of
// the common ones in all (Jaccard), and the share in the shorter list.
func Alike(a, b []string) (shared int, jaccard, contained float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch strings.Compare(a[i], b[j]) {
		case 0:
			shared++
			i++
			j++
		case -1:
			i++
		default:
			j++
		}
	}
	if shared == 0 {
		return 0, 0, 0
	}
	return shared, float64(shared) / float64(len(a)+len(b)-shared), float64(shared) / float64(min(len(a), len(b)))
}
