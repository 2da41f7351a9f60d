package events_test

import (
	"slices"
	"testing"
)

// TestTakenUpAgain checks what pronouns, nouns and nothing at all stand for
// after something was proposed or demanded.
func TestTakenUpAgain(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"France proposed a swap of prisoners. Poland brushed it aside.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France proposed a swap of prisoners. Poland would have no part of it.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France proposed a swap of prisoners, but Poland balked.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France proposed a swap of prisoners. The idea was dismissed in Warsaw.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France proposed a swap of prisoners. Poland agreed.", "Poland ACCEPTED a swap of prisoners [occurred]"},
		{"France wants a swap of prisoners. Poland does not.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France proposed a swap of prisoners, a suggestion Poland threw out.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"Poland will not countenance the swap, nor will France.", "France REJECTED the swap [occurred]"},
		{"France demanded a written guarantee. Poland refused to give one.", "Poland REJECTED to give a written guarantee [occurred]"},
		{"France demanded a swap of prisoners. Poland refused.", "Poland REJECTED a swap of prisoners [occurred]"},
		{"France backed the sanctions. Poland has done so too.", "Poland SUPPORTED the sanctions [occurred]"},
		{"France backed the sanctions, and Poland followed suit.", "Poland SUPPORTED the sanctions [occurred]"},
		{"France rejected the plan. So did Poland.", "Poland REJECTED the plan [occurred]"},
		{"France rejected the plan, as did Poland.", "Poland REJECTED the plan [occurred]"},
		{"France has condemned Iran. Poland and Germany too.", "Germany ACCUSED Iran [occurred]"},
		{"France joined the embargo. Poland refused to.", "Poland REJECTED to join the embargo [occurred]"},
	} {
		got := make([]string, 0, 4)
		for _, s := range r.read(c.text) {
			got = append(got, edge(&s))
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestDemands checks demands that no verb of demanding carries.
func TestDemands(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Poland will sign only if France withdraws its troops.", "Poland DEMANDED France withdraws its troops [occurred]"},
		{"Poland would not sign unless France withdrew its troops.", "Poland DEMANDED France withdrew its troops [occurred]"},
		{"France has to withdraw its troops, Poland says.", "Poland DEMANDED France has to withdraw its troops [occurred]"},
		{"What Poland wants is a written guarantee.", "Poland DEMANDED a written guarantee [occurred]"},
		{"Emmanuel Macron said that he was sad. Poland should think again.", "Emmanuel Macron DEMANDED Poland should think again [occurred]"},
		{"Emmanuel Macron: the talks must go on.", "Emmanuel Macron DEMANDED the talks must go on [occurred]"},
		{"\"It is late,\" said Emmanuel Macron. \"Iran must free the sailors.\"", "Emmanuel Macron DEMANDED Iran must free the sailors [occurred]"},
		{"Poland, Emmanuel Macron urged, ought to open the border.", "Emmanuel Macron DEMANDED Poland ought to open the border [occurred]"},
		{"France insisted that all leave and that the treaty be scrapped.", "France DEMANDED the treaty be scrapped [occurred]"},
		{"France insists that Poland shut the plant.", "France DEMANDED Poland shut the plant [occurred]"},
		{"Emmanuel Macron said that he was sad. Poland had to wait for hours.", ""},
		{"France suggested that the commanders of both armies meet.", "France PROPOSED the commanders of both armies meet [occurred]"},
		{"Poland says that Poland has to withdraw its troops.", ""},
		{"Poland will sign if France withdraws its troops.", ""},
	} {
		got := make([]string, 0, 4)
		for _, s := range r.read(c.text) {
			got = append(got, edge(&s))
		}
		if c.want != "" && !slices.Contains(got, c.want) || c.want == "" && len(got) > 0 {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestThreats checks warnings that no verb of warning carries.
func TestThreats(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"If Iran does not free the sailors, the pressure will grow, said Emmanuel Macron.", "Emmanuel Macron WARNED Iran [occurred]"},
		{"France said that it would close the port if Iran attacked again.", "France WARNED Iran [occurred]"},
		{"Emmanuel Macron: unless Iran frees the sailors, the port stays shut.", "Emmanuel Macron WARNED Iran [occurred]"},
		{"If Iran frees the sailors, the port will open, said Emmanuel Macron.", ""},
		{"Emmanuel Macron hopes that Iran will free the sailors.", ""},
	} {
		got := make([]string, 0, 4)
		for _, s := range r.read(c.text) {
			got = append(got, edge(&s))
		}
		if c.want != "" && !slices.Contains(got, c.want) || c.want == "" && len(got) > 0 {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPromises checks promises that no verb of promising carries.
func TestPromises(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ text, want string }{
		{"Poland said it would reopen the border.", "Poland PROMISED to reopen the border [occurred]"},
		{"Under the accord, Poland will build a bridge.", "Poland PROMISED to build a bridge [occurred]"},
		{"The border would be quiet, Poland promised.", "Poland PROMISED The border would be quiet [occurred]"},
		{"Poland's promised corridor was never opened.", "Poland PROMISED Poland's promised corridor [occurred]"},
		{"Poland said that France would reopen the border.", ""},
		{"Poland said it would lose the match.", ""},
	} {
		got := make([]string, 0, 4)
		for _, s := range r.read(c.text) {
			got = append(got, edge(&s))
		}
		if c.want != "" && !slices.Contains(got, c.want) || c.want == "" && len(got) > 0 {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSaysNothing checks sentences in which nothing is refused, accepted,
// proposed or agreed.
func TestSaysNothing(t *testing.T) {
	r := newReader(t)
	for _, text := range []string{
		"If Poland were to reject the plan, France would sign alone.",
		"Should Poland refuse, France will sign alone.",
		"Poland would not say if it had accepted the plan.",
		"Poland has neither accepted nor rejected the plan.",
		"Poland ought to reject the plan.",
		"Poland denied that it had accepted the plan.",
		"Nobody in Poland has demanded an inquiry.",
		"Talk of a deal between France and Poland is premature.",
		"France and Poland have yet to sign the deal.",
	} {
		for _, s := range r.read(text) {
			t.Errorf("%q gives %s: %s", text, s.Rule, edge(&s))
		}
	}
}
