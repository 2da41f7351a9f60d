// Package lemma reduces words to their base forms by suffix rules, lists of
// known base forms and exceptions for nouns, verbs, adjectives, adverbs and
// punctuation.
package lemma

import (
	"slices"
	"strings"

	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modelfile"
	"entente/extract/nlp/internal/pytext"
)

// Slots of a lexeme's lemmas, by coarse tag.
const (
	noun = iota
	verb
	adj
	adv
	punct
	tables
)

var names = [tables]string{"noun", "verb", "adj", "adv", "punct"}

// Lemmatizer is safe for concurrent use.
type Lemmatizer struct {
	text   *pytext.Tables
	tables [tables]table
}

// table holds what is known of one coarse tag.
type table struct {
	rules [][2]string       // ending and what replaces it
	index modelfile.Strings // base forms, sorted
	words modelfile.Strings // exceptions, sorted
	forms modelfile.Strings // base forms of each exception, one a line
}

// Load reads the tables.
func Load(f *modelfile.File, text *pytext.Tables) *Lemmatizer {
	l := &Lemmatizer{text: text}
	var rules map[string][][2]string
	f.JSON("lemma.json", &rules)
	for i, name := range names {
		at := "lemma." + name
		t := table{
			rules: rules[name], index: f.Strings(at + ".index"),
			words: f.Strings(at + ".exc.keys"), forms: f.Strings(at + ".exc.forms"),
		}
		if t.words.Len() != t.forms.Len() {
			f.Fail("lemmas: %d exceptions, %d forms", t.words.Len(), t.forms.Len())
		}
		l.tables[i] = t
	}
	return l
}

// Lemma returns the base form of a word with a coarse tag ("NOUN") and
// morphological features ("Number=Plur").
func (l *Lemmatizer) Lemma(w *lexicon.Lexeme, pos, morph string) string {
	slot := slotOf(pos)
	switch {
	case pos == "" || pos == "SPACE" || isBase(slot, morph):
		return w.Lower
	case pos == "PROPN":
		return w.Text
	case slot == tables:
		return w.Lower
	}
	if s := w.Lemma(slot); s != nil {
		return *s
	}
	s := l.reduce(w, &l.tables[slot])
	w.SetLemma(slot, s)
	return s
}

func slotOf(pos string) int {
	switch pos {
	case "NOUN":
		return noun
	case "VERB":
		return verb
	case "ADJ":
		return adj
	case "ADV":
		return adv
	case "PUNCT":
		return punct
	}
	return tables
}

// isBase tells whether the features say that the word is a base form.
func isBase(slot int, morph string) bool {
	if morph == "" {
		return false
	}
	if has(morph, "VerbForm=Inf") || has(morph, "Degree=Pos") {
		return true
	}
	switch slot {
	case noun:
		return has(morph, "Number=Sing")
	case verb:
		return has(morph, "VerbForm=Fin") && has(morph, "Tense=Pres") && !strings.Contains(morph, "Number=")
	}
	return false
}

// has tells whether a "|"-separated list of features contains one.
func has(morph, feature string) bool {
	i := strings.Index(morph, feature)
	return i >= 0 && (i == 0 || morph[i-1] == '|') &&
		(i+len(feature) == len(morph) || morph[i+len(feature)] == '|')
}

// reduce applies the rules. Exceptions go before known base forms, those before
// forms that no rule can be checked for, then unknown forms, then the text.
func (l *Lemmatizer) reduce(w *lexicon.Lexeme, t *table) string {
	var known, odd, unknown []string
	for _, r := range t.rules {
		stem, ok := strings.CutSuffix(w.Lower, r[0])
		form := stem + r[1]
		if !ok || form == "" {
			continue
		}
		if _, ok := t.index.Find(form); ok {
			known = slices.Insert(known, 0, form)
		} else if !l.text.IsAlpha(form) {
			odd = append(odd, form)
		} else {
			unknown = append(unknown, form)
		}
	}
	forms := slices.Concat(known, odd)
	if i, ok := t.words.Find(w.Lower); ok {
		for form := range strings.SplitSeq(t.forms.At(i), "\n") {
			if !slices.Contains(forms, form) {
				forms = slices.Insert(forms, 0, form)
			}
		}
	}
	return append(append(forms, unknown...), w.Text)[0]
}
