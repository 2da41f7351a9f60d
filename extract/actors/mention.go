package actors

// makeMentions turns the linked names into mentions.
func makeMentions(a *article) {
	for _, n := range a.names {
		if n.person != nil {
			n.actor = a.of(n.person)
		}
		if n.actor < 0 && n.place < 0 {
			continue
		}
		a.mention(Mention{First: n.start(), End: n.end, Head: a.head(n.first, n.end), Form: n.form, Actor: n.actor, Place: n.place, Rule: n.rule})
	}
}

// mention adds a mention unless its head has one already.
func (a *article) mention(m Mention) {
	if a.headAt[m.Head] != 0 {
		return
	}
	if m.Rule == "" {
		m.Rule = a.rule
	}
	a.res.Mentions = append(a.res.Mentions, m)
	a.headAt[m.Head] = int32(len(a.res.Mentions))
}

// forget takes a mention back.
func (a *article) forget(m *Mention) {
	a.headAt[m.Head] = 0
	m.Head = -1
}

// at returns the mention that a token heads, or nil.
func (a *article) at(i int) *Mention {
	if i < 0 || i >= len(a.headAt) || a.headAt[i] == 0 {
		return nil
	}
	return &a.res.Mentions[a.headAt[i]-1]
}

// head returns the syntactic head of tokens [first, end): the last one whose
// own head lies outside.
func (a *article) head(first, end int) int {
	for i := end - 1; i >= first; i-- {
		h := int(a.tok(i).Head)
		if (h < first || h >= end || h == i) && a.tok(i).Pos != posPunct {
			return i
		}
	}
	return end - 1
}
