// Package graph is the floor of Entente: what a node, an edge, a statement and
// a graph are, the closed vocabularies they use, canonical identifiers,
// validation, and the JSON form. It imports nothing of the project; everything
// else imports it.
//
// A Statement is the unit of knowledge: one article says one thing about two
// ends, proved by a quote. A Graph is computed from statements and never
// patched in place.
package graph

import "slices"

// Kind is what a node stands for.
type Kind string

// The kinds of nodes. The first four are entities, the last two events.
const (
	Person       Kind = "Person"
	Country      Kind = "Country"
	Organization Kind = "Organization"
	Place        Kind = "Place"
	Meeting      Kind = "Meeting"
	Proposal     Kind = "Proposal"
)

// Source is the kind of an article where it stands at the end of a statement:
// as the source of MENTIONS. It is no kind of node.
const Source Kind = "Article"

// Kinds returns every kind, in the order in which legends show them.
func Kinds() []Kind {
	return []Kind{Person, Country, Organization, Place, Meeting, Proposal}
}

// Valid tells whether k is one of Kinds.
func (k Kind) Valid() bool { return slices.Contains(Kinds(), k) }

// Event tells whether k is something that happens (a meeting, a proposal)
// rather than somebody or something that exists.
func (k Kind) Event() bool { return k == Meeting || k == Proposal }

// Relation is the type of an edge.
type Relation string

// The relations between actors, and from actors to places, meetings and
// proposals.
const (
	MetWith     Relation = "MET_WITH"
	SpokeWith   Relation = "SPOKE_WITH"
	Visited     Relation = "VISITED"
	Invited     Relation = "INVITED"
	Proposed    Relation = "PROPOSED"
	Rejected    Relation = "REJECTED"
	AgreedWith  Relation = "AGREED_WITH"
	Accepted    Relation = "ACCEPTED"
	Promised    Relation = "PROMISED"
	Demanded    Relation = "DEMANDED"
	Supported   Relation = "SUPPORTED"
	Aided       Relation = "AIDED"
	Accused     Relation = "ACCUSED"
	Warned      Relation = "WARNED"
	Sanctioned  Relation = "SANCTIONED"
	Attacked    Relation = "ATTACKED"
	Seized      Relation = "SEIZED"
	Withdrew    Relation = "WITHDREW"
	HoldsOffice Relation = "HOLDS_OFFICE"
	Attended    Relation = "ATTENDED"
	Hosted      Relation = "HOSTED"
	LocatedIn   Relation = "LOCATED_IN"
	MemberOf    Relation = "MEMBER_OF"
	Represents  Relation = "REPRESENTS"
)

// Mentions is the relation of a statement that an article names somebody or
// something, whatever it tells of them: from the article (kind Source) to an
// entity. It makes nodes and no edge, and is none of Relations.
const Mentions Relation = "MENTIONS"

// Relations returns every relation of edges, in the order of the documentation.
func Relations() []Relation {
	return []Relation{
		MetWith, SpokeWith, Visited, Invited, Proposed, Rejected, AgreedWith, Accepted, Promised, Demanded, Supported, Aided,
		Accused, Warned, Sanctioned, Attacked, Seized, Withdrew, HoldsOffice, Attended, Hosted, LocatedIn, MemberOf, Represents,
	}
}

// Valid tells whether r is one of Relations.
func (r Relation) Valid() bool { return slices.Contains(Relations(), r) }

// Symmetric tells whether the two ends of r are interchangeable.
func (r Relation) Symmetric() bool {
	return r == MetWith || r == SpokeWith || r == AgreedWith
}

// The roots of PLOVER that relations stand for.
const (
	rootAgree    = "AGREE"
	rootReject   = "REJECT"
	rootThreaten = "THREATEN"
)

// Plover returns the root of the PLOVER event ontology
// (https://github.com/openeventdata/PLOVER) that r belongs to when it has
// the given status, or "" for relations that are no events. A future meeting
// is an agreement to meet, a cancelled or refused one a rejection.
func (r Relation) Plover(s Status) string {
	if s == Planned { // what is only announced is a promise, or a threat
		switch r {
		case Supported, Aided, Withdrew:
			return rootAgree
		case Attacked, Sanctioned, Seized:
			return rootThreaten
		default:
		}
	}
	switch r {
	case MetWith, SpokeWith, Visited, Attended, Hosted:
		switch s {
		case Planned, Tentative:
			return rootAgree
		case Cancelled, Denied:
			return rootReject
		default:
			return "CONSULT"
		}
	case Invited, Demanded:
		return "REQUEST"
	case Proposed, AgreedWith, Accepted, Promised:
		return rootAgree
	case Rejected:
		return rootReject
	case Supported:
		return "SUPPORT"
	case Aided:
		return "AID"
	case Accused:
		return "ACCUSE"
	case Warned:
		return rootThreaten
	case Sanctioned:
		return "SANCTION"
	case Attacked:
		return "ASSAULT"
	case Seized:
		return "COERCE"
	case Withdrew:
		return "RETREAT"
	default:
		return ""
	}
}

// Status tells how real a statement's event is.
type Status string

// The statuses of events. Past is for offices that were held before.
const (
	Occurred  Status = "occurred"
	Planned   Status = "planned"
	Tentative Status = "proposed" // floated, offered, being considered
	Cancelled Status = "cancelled"
	Denied    Status = "denied" // said not to have happened
	Past      Status = "past"
)

// Statuses returns every status.
func Statuses() []Status {
	return []Status{Occurred, Planned, Tentative, Cancelled, Denied, Past}
}

// Valid tells whether s is one of Statuses.
func (s Status) Valid() bool { return slices.Contains(Statuses(), s) }
