package picture

import (
	"strconv"
	"strings"

	"entente/graph"
)

// Family groups relations that share a colour, mildest first.
type Family int

// The families.
const (
	Structure Family = iota // offices, places, memberships
	Contact
	Support
	Request
	Refusal
	Force
)

// Families returns every family.
func Families() []Family { return []Family{Structure, Contact, Support, Request, Refusal, Force} }

// String returns the family's name as legends show it.
func (f Family) String() string {
	return [...]string{"belongs to", "contact", "support, agreement", "proposal, demand", "refusal, accusation, warning", "force, sanction"}[f]
}

// Key returns the family's name as one short word.
func (f Family) Key() string {
	return [...]string{"structure", "contact", "support", "request", "refusal", "force"}[f]
}

// FamilyOf returns the family of a relation.
func FamilyOf(r graph.Relation) Family {
	switch r {
	case graph.MetWith, graph.SpokeWith, graph.Visited, graph.Invited, graph.Attended, graph.Hosted:
		return Contact
	case graph.AgreedWith, graph.Accepted, graph.Promised, graph.Supported, graph.Aided:
		return Support
	case graph.Proposed, graph.Demanded:
		return Request
	case graph.Rejected, graph.Accused, graph.Warned:
		return Refusal
	case graph.Sanctioned, graph.Attacked, graph.Seized, graph.Withdrew:
		return Force
	default:
		return Structure
	}
}

// Verb returns the words for a relation that happened.
func Verb(r graph.Relation) string {
	switch r {
	case graph.MetWith:
		return "met"
	case graph.HoldsOffice:
		return "holds office in"
	case graph.LocatedIn, graph.MemberOf, graph.SpokeWith, graph.AgreedWith:
		return strings.ToLower(strings.ReplaceAll(string(r), "_", " "))
	default:
		return strings.ToLower(string(r))
	}
}

// phrase returns the words for a relation with a status: "met", "meeting
// (planned)", "warned (denied)".
func phrase(r graph.Relation, s graph.Status) string {
	if s == graph.Occurred {
		return Verb(r)
	}
	word := Verb(r)
	switch r {
	case graph.MetWith:
		word = "meeting"
	case graph.SpokeWith:
		word = "call"
	case graph.Visited:
		word = "visit"
	case graph.AgreedWith:
		word = "agreement"
	case graph.Attended:
		word = ""
	case graph.Hosted:
		word = "host"
	default:
	}
	return strings.TrimSpace(word + " (" + string(s) + ")")
}

// Times returns " ×3" for 3 sources and nothing for one.
func Times(sources int) string {
	if sources < 2 {
		return ""
	}
	return " ×" + strconv.Itoa(sources)
}
