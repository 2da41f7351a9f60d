package score

import "strings"

// String writes a fact as "ids RELATIONS ids [statuses]".
func (f *Fact) String() string {
	return strings.Join(f.Source, "|") + " " + joined(f.Relations) + " " + strings.Join(f.Target, "|") + " [" + joined(f.statuses()) + "]"
}

// String writes a meeting as "meeting of participants [statuses]".
func (m *Meeting) String() string {
	what := "meeting"
	if m.call() {
		what = callType
	}
	return what + " of " + strings.Join(m.Participants, ", ") + " [" + joined(m.Status) + "]"
}

func joined[S ~string](list []S) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return strings.Join(out, "|")
}
