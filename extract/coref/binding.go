package coref

// bound tells that grammar keeps a pronoun and a mention apart.
func (t *text) bound(m, n *mention, p form) bool {
	if n.First <= m.First && m.End <= n.End {
		return p.reflexive || !t.relative(m.Head, n.Head)
	}
	if p.gender != "" {
		if s := t.speaker(m.Head); s != nil && s.chain == n.chain {
			return true // who speaks says I
		}
	}
	if p.reflexive {
		v := t.clause(m.Head)
		return v != t.clause(n.Head) && t.subjectOf(v) != n.Head && (!t.subject(n.Head) || !t.below(m.Head, t.head(t.first(n.Head))))
	}
	return t.tag(m.Head) != "PRP$" && t.coargument(m, n.chain)
}

// coargument tells that a chain is another argument of the verb whose argument
// a pronoun is.
func (t *text) coargument(m *mention, c *chain) bool {
	v := t.governor(m.Head)
	if v < 0 {
		return false
	}
	for _, k := range t.kids[v] {
		i := int(k)
		if t.argument(m, c, i) {
			return true
		}
		if d := t.dep(i); d == "prep" || d == "agent" || d == "dative" {
			for _, j := range t.kids[i] {
				if t.argument(m, c, int(j)) {
					return true
				}
			}
		}
	}
	return false
}

func (t *text) argument(m *mention, c *chain, i int) bool {
	for range deep {
		if n := t.heads[i]; n != nil && i != m.Head && n.chain == c {
			return true
		}
		if i = t.child(i, "conj"); i < 0 || !t.noun(i) {
			return false
		}
	}
	return false
}

// relative tells that a token stands in a relative clause of a noun.
func (t *text) relative(i, noun int) bool {
	for range deep {
		h := t.head(i)
		if h == i {
			return false
		}
		if h == noun {
			return t.dep(i) == "relcl" || t.dep(i) == "acl"
		}
		i = h
	}
	return false
}

// apposed tells that a token stands in an apposition to a noun.
func (t *text) apposed(i, noun int) bool {
	for range deep {
		h := t.head(i)
		if h == noun || h == i {
			return t.dep(i) == "appos"
		}
		i = h
	}
	return false
}

// relates tells that a token stands below a relative clause whose subject
// stands for a noun: "Lee, who said he".
func (t *text) relates(i, noun int) bool {
	for range deep {
		h := t.head(i)
		if h == i {
			return false
		}
		if t.dep(h) == "relcl" && t.head(h) == noun {
			s := t.child(h, "nsubj", "nsubjpass")
			return s >= 0 && (t.tag(s) == "WP" || t.tag(s) == "WDT")
		}
		i = h
	}
	return false
}

// below tells that a token hangs below another.
func (t *text) below(i, top int) bool {
	for range deep {
		h := t.head(i)
		if h == top {
			return true
		}
		if h == i {
			return false
		}
		i = h
	}
	return false
}
