package graph

import "slices"

// Ref names one end of a statement: which node, and what the article alone
// tells about it, so that a graph can be assembled from statements only.
type Ref struct {
	// ID is canonical ("iso:UA", "wd:Q7747", "person:dan-caldwell") for
	// entities; for meetings and proposals it is local to the article and
	// becomes canonical when the graph is assembled.
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	// Name is the fullest name known; of a proposal its content in words.
	Name string `json:"name"`
	// Text is what the article calls it here, on one line: "the Russian
	// leader", "Israeli police"; of a pronoun what it stands for. "" where the
	// end has no words of its own.
	Text string `json:"text,omitempty"`
	// Type refines Kind: "summit", "call", "visit", "talks" of a meeting;
	// "alliance", "party", … of an organization.
	Type string `json:"type,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code of the country the node belongs to.
	Country string `json:"country,omitempty"`
	// Wikidata is the item ("Q7747"), where the data give one.
	Wikidata string `json:"wikidata,omitempty"`
	// Office is the office or role that the article gives a person.
	Office string `json:"office,omitempty"`
	// Aliases are the other names that the article uses, sorted.
	Aliases []string `json:"aliases,omitempty"`
}

// Same tells whether two references are to one node and tell the same of it,
// in whatever words.
func (r *Ref) Same(o *Ref) bool {
	return r.ID == o.ID && r.Kind == o.Kind && r.Name == o.Name && r.Type == o.Type && r.Country == o.Country && r.Wikidata == o.Wikidata &&
		r.Office == o.Office && slices.Equal(r.Aliases, o.Aliases)
}

// Statement is one thing that one article says:
//
//	article A, bytes [Start,End) = Quote, (Speaker) says:
//	Source –Relation→ Target, Status, Date, Place, Confidence, by Rule.
//
// Or, where Relation is Mentions, that the article names Target: then Source is
// the article itself, by its id and its title.
type Statement struct {
	// ID is a hash of what the statement says and where; see Statement.Seal.
	ID       string   `json:"id"`
	Article  string   `json:"article"`
	Source   Ref      `json:"source"`
	Relation Relation `json:"relation"`
	Target   Ref      `json:"target"`
	Status   Status   `json:"status"`
	// Date is when it happened or is to happen, as far as the article tells.
	Date Date `json:"date,omitempty"`
	// Place is where.
	Place *Ref `json:"place,omitempty"`
	// Speaker is whose claim it is; nil where the article itself asserts it.
	Speaker *Ref `json:"speaker,omitempty"`
	// Quote is the proof: text[Start:End] of the article, UTF-8 bytes.
	Quote string `json:"quote"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	// Rule names what found it.
	Rule string `json:"rule"`
	// Plover is the root in the PLOVER ontology, "" for no event.
	Plover string `json:"plover,omitempty"`
	// Meeting is the id of the meeting (local to the article) that a
	// MET_WITH, SPOKE_WITH, ATTENDED or HOSTED statement is about.
	Meeting string `json:"meeting,omitempty"`
	// Confidence is between 0 and 1.
	Confidence float64 `json:"confidence"`
}

// Seal sets ID from what the statement says and where it stands, and Plover
// from its relation and status. Statements that say the same at the same
// place of the same article get the same ID.
func (s *Statement) Seal() {
	if s.Plover == "" {
		s.Plover = s.Relation.Plover(s.Status)
	}
	speaker := ""
	if s.Speaker != nil {
		speaker = s.Speaker.ID
	}
	s.ID = Hash("statement", s.Article, s.Source.ID, string(s.Relation), s.Target.ID, string(s.Status), string(s.Date), speaker, s.Meeting, s.Quote, itoa(s.Start))
}

// Article is where statements come from.
type Article struct {
	// ID names the article within a graph; statements refer to it.
	ID    string `json:"id"`
	Title string `json:"title,omitempty"`
	// Published is the day it appeared, "" where unknown.
	Published Date   `json:"published,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	// Hash is the SHA-256 of Text in hexadecimal: copies of one text are one source.
	Hash string `json:"hash,omitempty"`
	// Words counts Text's words, split at white space.
	Words int `json:"words,omitempty"`
	// Text is the article's text, title first; quotes are offsets into it.
	// It is not written to a graph.
	Text string `json:"-"`
}
