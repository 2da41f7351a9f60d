package kb

// Kind is the sort of thing that an entry stands for.
type Kind string

// The kinds of entries.
const (
	Person       Kind = "Person"
	Country      Kind = "Country"
	Organization Kind = "Organization"
	Place        Kind = "Place"
)

// Entry is one thing that the knowledge base knows. Entries are shared and
// must not be changed.
type Entry struct {
	// ID is canonical: "iso:UA" for a country, "wd:Q…" or "person:slug" for a
	// person, "wd:Q…" or "org:slug" for an organization, "place:slug" for a
	// place.
	ID   string
	Kind Kind
	// Name is the usual English name, with its diacritics.
	Name string
	// Aliases are the other full names; surnames alone are not among them.
	Aliases []string
	// Wikidata is the item ("Q212") where a source gives it.
	Wikidata string
	// Country is the ISO alpha-2 code of a person's nationality, of a place's
	// owner or of an organization's country; "" where there is none.
	Country string
	// Gender of a person: "m", "f" or "" where unknown.
	Gender string
	// Type refines the kind: of a country state, territory or former; of an
	// organization igo, grouping, alliance, party, armed-group, ministry,
	// military, agency, legislature, court, central-bank, company, media, ngo,
	// religious, treaty or other; of a place capital, city, region, residence,
	// building, continent, sea, venue, island, river, mountain or base.
	Type string
	// Offices are the offices that a person holds or held, oldest first.
	Offices []Office
	// From and To are the years (or dates) between which a former state was.
	From, To string
	// Members are the ISO codes of the members of a grouping where known.
	Members []string

	// rank is how well known the entry is: 0 for one of ten thousand, up to 9.
	rank int
}

// Office is one holding of an office by a person. Dates are ISO dates of any
// precision (2019, 2019-05, 2019-05-20), "" where unknown or open.
type Office struct {
	// Title as the source words it: "Minister of Foreign Affairs".
	Title string
	// Country is an ISO alpha-2 code, or the id of an organization.
	Country string
	// Role is one of the closed set of Role constants.
	Role string
	// From is the first day, "" where unknown. To is the last, "" where the
	// office is still held.
	From, To string
	// Seen, where set, is the last day on which the source saw an office held
	// whose end nobody has recorded since; To is then "".
	Seen string
}

// The closed set of roles.
const (
	HeadOfState      = "head-of-state"
	HeadOfGovernment = "head-of-government"
	ForeignMinister  = "foreign-minister"
	DefenceMinister  = "defence-minister"
	FinanceMinister  = "finance-minister"
	InteriorMinister = "interior-minister"
	Minister         = "minister"
	Deputy           = "deputy"
	VicePresident    = "vice-president"
	Legislator       = "legislator"
	Speaker          = "speaker"
	Ambassador       = "ambassador"
	Envoy            = "envoy"
	Spokesperson     = "spokesperson"
	CentralBanker    = "central-banker"
	Governor         = "governor"
	Monarch          = "monarch"
	ChiefOfStaff     = "chief-of-staff"
	SecurityAdviser  = "security-adviser"
	PartyLeader      = "party-leader"
	Head             = "head"
	Military         = "military"
	Other            = "other"
)

// Form tells in which way a surface names an entry.
type Form string

// The forms of a hit.
const (
	// Name is the entry's own name.
	Name Form = "name"
	// Alias is another full name or spelling of it.
	Alias Form = "alias"
	// Adjective is the adjective of a country, region or group: "Ukrainian".
	Adjective Form = "adjective"
	// People is the word for its people: "Ukrainians", "Frenchman".
	People Form = "people"
	// Acronym is a short form in capitals: "NATO", "US".
	Acronym Form = "acronym"
	// Metonym is a capital, residence, building or body that stands for a
	// government: "Moscow", "the Kremlin".
	Metonym Form = "metonym"
	// Surname is a person's surname alone; only BySurname reads those.
	Surname Form = "surname"
)

// Hit is one reading of a surface.
type Hit struct {
	Entry *Entry
	Form  Form
	// Place is the physical place of a metonym ("Moscow" the city beside
	// Russia the entry); nil for a body that is no place, and for other forms.
	Place *Entry
}

// Roles returns the closed set of roles.
func Roles() []string {
	return []string{
		HeadOfState, HeadOfGovernment, ForeignMinister, DefenceMinister, FinanceMinister, InteriorMinister,
		Minister, Deputy, VicePresident, Legislator, Speaker, Ambassador, Envoy, Spokesperson, CentralBanker,
		Governor, Monarch, ChiefOfStaff, SecurityAdviser, PartyLeader, Head, Military, Other,
	}
}
