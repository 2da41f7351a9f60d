package actors

// The labels of the language engine that the sieves look at: coarse tags,
// Penn tags, dependencies, entities.
const (
	posAdj   = "ADJ"
	posAdv   = "ADV"
	posAux   = "AUX"
	posDet   = "DET"
	posNoun  = "NOUN"
	posNum   = "NUM"
	posPropn = "PROPN"
	posPunct = "PUNCT"
	posVerb  = "VERB"

	tagNoun    = "NN"
	tagNouns   = "NNS"
	tagNames   = "NNPS"
	tagPronoun = "PRP"
	tagOwner   = "PRP$" // "his", "their"

	depAmod     = "amod"
	depAppos    = "appos"
	depCompound = "compound"
	depConj     = "conj"
	depDative   = "dative"
	depDobj     = "dobj"
	depNmod     = "nmod"
	depNsubj    = "nsubj"
	depPassive  = "nsubjpass"
	depPobj     = "pobj"
	depPoss     = "poss"
	depPrep     = "prep"
	depRelcl    = "relcl"
	depCcomp    = "ccomp"

	entDate   = "DATE"
	entOrg    = "ORG"
	entPerson = "PERSON"
)

// Words and roles that several sieves look for.
const (
	wordThe     = "the"
	wordBoth    = "both"
	wordFor     = "for"
	wordThat    = "that"
	wordTwo     = "two"
	owned       = "'s" // the determiner of a phrase with a possessor
	anyLeader   = "leader"
	counterpart = "counterpart"
	president   = "president"
	// administration is what the government of the United States is called.
	administration = "administration"
	// capitalCity is the knowledge base's type of a seat of government.
	capitalCity = "capital"
)
