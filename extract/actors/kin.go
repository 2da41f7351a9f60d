package actors

// linkKin learns the gender of people from the words for relatives beside
// their names: "his sister, X", "X's wife, Y".
func linkKin(a *article) {
	for i := range a.word {
		k, ok := a.lex.Kin(a.low[i])
		if !ok || k.Gender == "" {
			continue
		}
		if p := a.relative(i); p != nil && p.gender == "" && (p.entry == nil || p.entry.Gender == "") {
			p.gender = k.Gender
			if p.entity >= 0 {
				a.res.Entities[p.entity].Gender = k.Gender
			}
		}
	}
}

// relative returns the person whom a word for a relative is set beside.
func (a *article) relative(i int) *person {
	for _, j := range []int{i + 1, i + 2} {
		if a.in(j, i) && a.own[j] != nil && a.own[j].person != nil && (j == i+1 || a.is(i+1, i, ",")) {
			return a.own[j].person
		}
	}
	if a.tok(i).Dep == depAppos {
		if n := a.own[a.tok(i).Head]; n != nil {
			return n.person
		}
	}
	return nil
}
