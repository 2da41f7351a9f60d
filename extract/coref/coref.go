// Package coref finds which phrases of an article mean the same thing: people
// and bodies, and also what has no name, such as a plan, a film or an attack.
// It is the part of reading that actors leaves open: actors tells who somebody
// is, coref what "it", "the deal" and "that decision" stand for.
//
// The method is the sieves of Raghunathan and others (2010) and Lee and others
// (2013, "Deterministic Coreference Resolution Based on Entity-Centric,
// Precision-Ranked Rules"): passes from the surest to the most daring, each of
// which sees the chains that those before it made, so that what is known of one
// mention holds for all of its chain.
//
// The steps, in order: noun phrases and pronouns become mentions, with number,
// gender and kind; names of one entity, names of equal words, acronyms; phrases
// with the same head; nouns that say what a name is; first persons in
// quotations; pronouns.
package coref

import (
	"entente/extract/actors"
	"entente/extract/nlp"
)

// Form is how a mention refers.
type Form uint8

// The forms of mentions.
const (
	// Nominal is a phrase around a common noun: "the deal".
	Nominal Form = iota
	// Name is a phrase around a proper noun.
	Name
	// Pronoun is "it", "their", "this".
	Pronoun
)

// Mention is a phrase that may refer to something.
type Mention struct {
	// First and End are tokens, half-open; Head is the head noun.
	First, End, Head int
	Form             Form
	// Chain is the index in Result.Chains, -1 for a phrase that shares its
	// referent with no other.
	Chain int
	// Sieve names the pass that linked the mention to another, "" where only
	// others were linked to it.
	Sieve string
	// Antecedent is the index in Result.Mentions of the mention to which it
	// was linked, -1 where Sieve is "". It stands before, but for the speaker
	// of a quotation.
	Antecedent int
}

// Result is the mentions of a document and which of them corefer.
type Result struct {
	// Mentions are in order of First, the longer first.
	Mentions []Mention
	// Chains are indexes in Mentions, ascending, two or more; chains are in
	// order of their first mention.
	Chains [][]int
	heads  []int32
}

// Find finds the chains of a document. Who tells its people and bodies; it may
// be nil.
func Find(doc *nlp.Doc, who *actors.Resolution) *Result {
	t := newText(doc, who)
	t.detect()
	for _, s := range sieves() {
		t.sieve = s.name
		s.run(t)
	}
	return t.result()
}

type sieve struct {
	name string
	run  func(*text)
}

// sieves are the passes, from the surest to the most daring.
func sieves() []sieve {
	return []sieve{
		{"entity", linkEntities},
		{"name", linkNames},
		{"person", linkPeople},
		{"short", linkShort},
		{"acronym", linkAcronyms},
		{"speaker", linkSpeakers},
		{"role", linkRoles},
		{"members", linkMembers},
		{"head", linkHeads},
		{"synonym", linkSynonyms},
		{"kind", linkKinds},
		{"pronoun", linkPronouns},
		{"owned", linkOwned},
	}
}

// At returns the mention that a token heads, the longest where several do, nil
// for none.
func (r *Result) At(token int) *Mention {
	if token < 0 || token >= len(r.heads) || r.heads[token] < 0 {
		return nil
	}
	return &r.Mentions[r.heads[token]]
}

// chain is the chain of the mention that a token heads, nil outside of chains.
func (r *Result) chain(token int) []int {
	m := r.At(token)
	if m == nil || m.Chain < 0 {
		return nil
	}
	return r.Chains[m.Chain]
}

// Antecedent returns what the pronoun or the definite phrase headed by a token
// stands for: the nearest mention of its chain before it that is a name or a
// phrase with words of its own; nil where there is none.
func (r *Result) Antecedent(token int) *Mention {
	var best *Mention
	for _, i := range r.chain(token) {
		n := &r.Mentions[i]
		if n.First >= r.At(token).First {
			break
		}
		if n.Form != Pronoun {
			best = n
		}
	}
	return best
}

// Fullest returns the mention of a token's chain that says most: a name before
// a phrase, a longer before a shorter, the first of equals; nil outside of
// chains.
func (r *Result) Fullest(token int) *Mention {
	var best *Mention
	for _, i := range r.chain(token) {
		n := &r.Mentions[i]
		if best == nil || rank(n.Form) > rank(best.Form) || n.Form == best.Form && n.End-n.First > best.End-best.First {
			best = n
		}
	}
	return best
}

// rank orders forms by how much they say.
func rank(f Form) int {
	switch f {
	case Name:
		return 2
	case Nominal:
		return 1
	default:
		return 0
	}
}

// Bytes returns the chains as byte offsets of the document's text, half-open.
func (r *Result) Bytes(doc *nlp.Doc) [][][2]int {
	out := make([][][2]int, len(r.Chains))
	for i, chain := range r.Chains {
		for _, j := range chain {
			m := &r.Mentions[j]
			out[i] = append(out[i], [2]int{int(doc.Tokens[m.First].Start), int(doc.Tokens[m.End-1].End)})
		}
	}
	return out
}
