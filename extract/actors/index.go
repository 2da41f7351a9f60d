package actors

import "slices"

// crowd is the number of people beyond which an article indexes them: names
// are then compared only with people of whose words one starts with the same
// sound, so that long texts take time in proportion to their length.
const crowd = 64

// addPerson adds somebody to the article.
func (a *article) addPerson(p *person) *person {
	p.number = len(a.people)
	a.people = append(a.people, p)
	if p.entry != nil {
		a.byEntry[p.entry] = p
	}
	a.indexPerson(p)
	return p
}

// indexPerson files a person under the first sounds of the words of the name.
func (a *article) indexPerson(p *person) {
	for _, w := range p.words {
		b := sound(w)[0]
		if list := a.bySound[b]; len(list) == 0 || list[len(list)-1] != p {
			a.bySound[b] = append(list, p)
		}
	}
}

// similar returns the people whose names can be spellings or parts of the
// words, in the order in which the article named them.
func (a *article) similar(words []string) []*person {
	if len(a.people) <= crowd {
		return a.people
	}
	var out []*person
	for _, w := range words {
		out = append(out, a.bySound[sound(w)[0]]...)
	}
	slices.SortFunc(out, func(p, q *person) int { return p.number - q.number })
	return slices.Compact(out)
}
