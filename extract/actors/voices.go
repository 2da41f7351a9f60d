package actors

import "strings"

// linkVoices marks who tells the story: those whom a transcript lets speak ("LEE:
// Good evening") and whoever a byline names. What they do is no news, and nobody
// means them by "she".
func linkVoices(a *article) {
	for _, n := range a.names {
		if n.person == nil {
			continue
		}
		label := a.lineStart(n.start()) && a.is(n.end, n.first, ":") && strings.ToUpper(n.text(a)) == n.text(a)
		byline := a.lineStart(n.start()-1) && a.is(n.start()-1, n.first, "by") && (!a.in(n.end, n.first) || a.is(n.end, n.first, ",", "|", "·"))
		if label || byline {
			a.res.Entities[a.of(n.person)].Voice = true
		}
	}
}

// lineStart tells that a token is the first of its line.
func (a *article) lineStart(i int) bool {
	if i < 0 {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if a.para[j] != a.para[i] {
			return true
		}
		if !a.blank(j) {
			return false
		}
	}
	return true
}
