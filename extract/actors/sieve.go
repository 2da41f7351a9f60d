package actors

// A sieve is one step of the resolution: it looks at the article as the
// sieves before it left it, and adds mentions, links or offices.
type sieve struct {
	// name stands in the Rule of whatever the sieve makes.
	name string
	run  func(*article)
}

// sieves returns the steps from the sure to the daring. Each builds on those
// before it; README.md tells what each does and how to add one.
func sieves() []sieve {
	return []sieve{
		{"names", findNames},
		{"joint", findJoint},
		{"full-name", linkFullNames},
		{"nickname", linkBynames},
		{"split", splitNames},
		{"thing", linkThings},
		{"nickname", linkNicknames},
		{"surname", linkSurnames},
		{"half", linkHalves},
		{"mention", makeMentions},
		{"voice", linkVoices},
		{"kin", linkKin},
		{"role", findRoles},
		{"title", linkTitles},
		{"apposition", linkAppositions},
		{"head", linkHeads},
		{"head", linkLeaders},
		{"of-body", linkMembers},
		{"quote", findQuotes},
		{"copula", linkCopulas},
		{"host", linkDescribed},
		{"host", linkCallers},
		{"role-alone", linkNominals},
		{"copula", linkLateCopulas},
		{"capital", linkCapitals},
		{"place", linkPlaces},
		{"several", linkSeveral},
		{"demonym", linkDemonyms},
		{"relative", linkRelatives},
		{"pair", linkSurePairs},
		{"group", linkGroups},
		{"relative", linkRelatives},
		{"pair", linkLatter},
		{"pronoun", linkPronouns},
		{"pair", linkPairs},
		{"pair", linkLatter},
		{"group", linkRest},
		{"office", makeOffices},
	}
}
