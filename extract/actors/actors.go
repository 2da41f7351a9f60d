// Package actors finds out who is who in an article: mentions of people,
// countries, organizations and places, and which of them are one entity.
//
// The steps: named mentions from the entity recogniser and the knowledge base
// together; names, surnames and titles linked to the knowledge base at the
// article's date; roles, appositions and possessives that teach what the
// knowledge base lacks; nominals and pronouns resolved to what they refer to.
package actors

import (
	"entente/extract/actors/kb"
	"entente/graph"
)

// Form is how a mention refers.
type Form uint8

// The forms of mentions.
const (
	// Name is a proper name: "Vladimir Putin", "Putin", "Kyiv", "the Kremlin".
	Name Form = iota
	// Nominal is a description: "the Ukrainian leader", "the two presidents".
	Nominal
	// Pronoun is "he", "their", "who".
	Pronoun
	// Adjective is a nationality before a noun: "Russian" in "Russian forces".
	Adjective
)

// Mention is a stretch of text that refers to one entity or several.
type Mention struct {
	// First and End are the tokens, half-open; Head is the syntactic head,
	// at most one mention has a token as its head.
	First, End, Head int
	Form             Form
	// Actor is the index in Resolution.Entities of who acts when this mention
	// is an agent, or -1: "Moscow rejected" acts as Russia.
	Actor int
	// Place is the index of the place meant when this mention is a location,
	// or -1: "flew to Moscow" is the city. Countries are both.
	Place int
	// Members are the entities that a plural mention stands for ("the two
	// leaders", "they"); empty for singular ones.
	Members []int
	// Rule names what made or linked the mention.
	Rule string
}

// Entity is somebody or something that mentions of one article refer to.
type Entity struct {
	Ref graph.Ref
	// Gender is "m", "f" or "" for unknown.
	Gender string
	// Entry is the knowledge base's record, nil where it has none.
	Entry *kb.Entry
	// Generic marks an actor without a name of its own ("a senior European
	// official", "protesters"): good enough to act, never merged with another.
	Generic bool
	// Voice marks who tells the story: a reporter or presenter whom a transcript
	// lets speak, the name in a byline.
	Voice bool
}

// Office is a claim of the article that a person holds, or held, an office or
// a formal role for a body (a country or an organization).
type Office struct {
	// Person and Body are indexes in Resolution.Entities.
	Person, Body int
	// Title is the office in the article's words: "foreign minister".
	Title string
	// First and End are the tokens that say so, half-open.
	First, End int
	// Former marks "former", "then", "ex-".
	Former bool
	Rule   string
}

// Resolution is who is who in one article.
type Resolution struct {
	Entities []Entity
	// Mentions are in order of First.
	Mentions []Mention
	Offices  []Office
	heads    []int32 // token → index in Mentions, or -1
}

// At returns the mention whose head is the token, or nil.
func (r *Resolution) At(token int) *Mention {
	if token < 0 || token >= len(r.heads) || r.heads[token] < 0 {
		return nil
	}
	return &r.Mentions[r.heads[token]]
}
