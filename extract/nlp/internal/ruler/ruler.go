// Package ruler maps tags, labels and words to coarse tags, morphology and some
// lemmas, by an ordered list of patterns: all are matched against the output of
// tagger and parser first, then applied in order, later over earlier.
package ruler

import (
	"entente/extract/nlp/internal/lexicon"
	"entente/extract/nlp/internal/modelfile"
)

// empty is the name of the empty morphology.
const empty = "_"

// Attrs are the attributes of a token that rules look at and set.
type Attrs struct {
	Tag, Dep          string
	Pos, Morph, Lemma string // Lemma is "" where no rule gives one
}

// Ruler is safe for concurrent use.
type Ruler struct {
	rules []rule
	// byTag lists, for each tag, the rules whose target token has no condition
	// on its word but may have this tag; other has those for all other tags.
	byTag map[string][]uint16
	other []uint16
}

// Load reads the rules and has the lexicon note which of them a word may meet.
func Load(f *modelfile.File, lex *lexicon.Lexicon) *Ruler {
	var entries []entry
	f.JSON("ruler.json", &entries)
	r := &Ruler{byTag: make(map[string][]uint16)}
	for _, e := range entries {
		for _, p := range e.Patterns {
			if e.Index < 0 || e.Index >= len(p) {
				f.Fail("ruler: index %d of a pattern of %d tokens", e.Index, len(p))
				continue
			}
			if m := e.Attrs.Morph; m != nil && *m == empty {
				none := ""
				e.Attrs.Morph = &none
			}
			r.rules = append(r.rules, rule{p, e.Index, e.Attrs})
		}
	}
	r.indexTags()
	lex.OnNew(r.note)
	return r
}

func (r *Ruler) indexTags() {
	for _, rule := range r.rules {
		for _, tag := range rule.pattern[rule.index].Tag.in {
			r.byTag[tag] = nil
		}
	}
	for i := range r.rules {
		c := &r.rules[i].pattern[r.rules[i].index]
		if c.Lower.set {
			continue
		}
		for tag := range r.byTag {
			if c.Tag.met(tag) {
				r.byTag[tag] = append(r.byTag[tag], uint16(i))
			}
		}
		if !c.Tag.set || c.Tag.not {
			r.other = append(r.other, uint16(i))
		}
	}
}

// note lists the rules whose target token may be l.
func (r *Ruler) note(l *lexicon.Lexeme) {
	for i := range r.rules {
		c := &r.rules[i].pattern[r.rules[i].index]
		if c.Lower.set && c.Lower.met(l.Lower) {
			l.Rules = append(l.Rules, uint16(i))
		}
	}
}

// Tokens gives access to the tokens of a text.
type Tokens interface {
	Len() int
	// Lexeme returns the word of token i, Labels its tag and dependency label
	// as tagger and parser gave them.
	Lexeme(i int) *lexicon.Lexeme
	Labels(i int) (tag, dep string)
}

// Apply returns the attributes of token i after all rules.
func (r *Ruler) Apply(t Tokens, i int) Attrs {
	tag, dep := t.Labels(i)
	out := Attrs{Tag: tag, Dep: dep}
	a, ok := r.byTag[tag]
	if !ok {
		a = r.other
	}
	b := t.Lexeme(i).Rules
	for len(a)+len(b) > 0 {
		var k uint16
		if len(b) == 0 || len(a) > 0 && a[0] < b[0] {
			k, a = a[0], a[1:]
		} else {
			k, b = b[0], b[1:]
		}
		if rule := &r.rules[k]; rule.matches(t, i-rule.index) {
			rule.attrs.set(&out)
		}
	}
	return out
}

// matches tests the pattern on the tokens from start on.
func (r *rule) matches(t Tokens, start int) bool {
	if start < 0 || start+len(r.pattern) > t.Len() {
		return false
	}
	for i := range r.pattern {
		c := &r.pattern[i]
		tag, dep := t.Labels(start + i)
		l := t.Lexeme(start + i)
		if !c.Tag.met(tag) || !c.Dep.met(dep) || c.Space != nil && *c.Space != l.Space || !c.Lower.met(l.Lower) {
			return false
		}
	}
	return true
}

func (a *attrs) set(out *Attrs) {
	put(&out.Tag, a.Tag)
	put(&out.Dep, a.Dep)
	put(&out.Pos, a.Pos)
	put(&out.Morph, a.Morph)
	put(&out.Lemma, a.Lemma)
}

func put(dst, v *string) {
	if v != nil {
		*dst = *v
	}
}
