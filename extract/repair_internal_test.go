package extract

import (
	"testing"

	"entente/extract/nlp"
)

// TestRepair parses sentences and asks on what a word hangs afterwards.
func TestRepair(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][3]string{ // word, label, head
		"Peru's premier on Sunday rebuffed a request to reopen the supply routes into Chile, demanding first an apology.":           {"demanding", "advcl", "rebuffed"},
		"Peru hopes to reopen the road, closing the mine.":                                                                          {"closing", "advcl", "hopes"},
		"Leo Paz got a hug from Ana Ruiz and a lecture from Ivo Novak.":                                                             {"lecture", "conj", "hug"},
		"Leo Paz hosts Ana Ruiz in Lima.":                                                                                           {"Ruiz", "dobj", "hosts"},
		"In Lima, the envoy, Ana Ruiz, cut short a visit and flew home.":                                                            {"envoy", "nsubj", "cut"},
		"Leo Paz handed Ana Ruiz a letter.":                                                                                         {"letter", "dobj", "handed"},
		"The minister travelled overnight by train to Lima.":                                                                        {"to", "prep", "travelled"},
		"Ana Ruiz is expected on Thursday for a summit with Gilani and Iran's Mahmoud Ahmadinejad.":                                 {"Iran", "poss", "Ahmadinejad"},
		"Ana Ruiz assured Leo Paz by telephone of her full support.":                                                                {"of", "prep", "assured"},
		"Peru accused its neighbour of theft.":                                                                                      {"of", "prep", "accused"},
		"Peru's chancellor begged the soldiers in tears to lay down their arms.":                                                    {"lay", "xcomp", "begged"},
		"Chile, says the ministry, has agreed to open the road.":                                                                    {"Chile", "nsubj", "agreed"},
		"Colonel Leo Paz, now lording it in the palace at Lima, has ordered the people to dance.":                                   {"lording", "acl", "Paz"},
		"The note of Monday, which hinted at war, was ignored.":                                                                     {"hinted", "relcl", "note"},
		"Chile called the treatment unacceptable, and Peru agreed.":                                                                 {"treatment", "dobj", "called"},
		"Peru wants the guards to leave the bridge, and Chile to open the road.":                                                    {"open", "conj", "leave"},
		"Ana Ruiz: the bloc stands with Peru.":                                                                                      {"Ruiz", "dep", "stands"},
		"The vice-president laughed at the plan.":                                                                                   {"vice", "compound", "president"},
		"The text was watered down by Chile, moaned Leo Paz.":                                                                       {"Paz", "nsubj", "moaned"},
		"He's threatened to shoot the guards.":                                                                                      {"He", "nsubj", "threatened"},
		"Leo Paz spoke to the premier, who, it is learnt in Lima, pleaded for two days.":                                            {"who", "nsubj", "pleaded"},
		"Leo Paz assured Ana Ruiz in a letter that Chile would regard it as theft.":                                                 {"regard", "ccomp", "assured"},
		"The treaty will not be signed, replied Leo Paz.":                                                                           {"Paz", "nsubj", "replied"},
		"Peru offered Ana Ruiz a home, only for its premier, Leo Paz, to withdraw the offer.":                                       {"premier", "nsubj", "withdraw"},
		"Ana Ruiz, whose minister, Leo Paz, had urged her to accept, said yes within the day.":                                      {"minister", "nsubj", "urged"},
		"In Vienna Ana Ruiz, who had phoned him on Tuesday, promised to help.":                                                      {"Ruiz", "nsubj", "promised"},
		"Leo Paz denied that his workers were soldiers, accused Peru of lying and said no.":                                         {"accused", "conj", "denied"},
		"Quito thanks Leo Paz warmly.":                                                                                              {"Paz", "dobj", "thanks"},
		"Peru consented, Chile asked for changes.":                                                                                  {"consented", "parataxis", "asked"},
		"Peru, whose delegates had stayed aboard their ship, acceded three days later.":                                             {"Peru", "nsubj", "acceded"},
		"Leo Paz repeated an offer, first made in April, to take the dispute to a court.":                                           {"take", "acl", "offer"},
		"Chile, which called the detentions arbitrary, protested.":                                                                  {"arbitrary", "oprd", "called"},
		"Leo Paz rejected that, as did Ana Ruiz.":                                                                                   {"that", "dobj", "rejected"},
		"Chile offered to mediate, an offer that Peru welcomed and Bolivia declined.":                                               {"offer", "appos", "mediate"},
		"Peru condemned what it called illegal attacks by Chile.":                                                                   {"attacks", "dobj", "condemned"},
		"Germany backed the treaty and Poland the amendment.":                                                                       {"amendment", "dep", "Poland"},
		"Germany gave Chile and Poland the right to fish.":                                                                          {"right", "dobj", "gave"},
		"Chile has proposed a truce, a plan that Algeria supports, Spain would not oppose and Rabat will not hear of.":              {"oppose", "conj", "supports"},
		"Leo Paz met Ivo Novak and Ana Ruiz visited Lima.":                                                                          {"Ruiz", "nsubj", "visited"},
		"Leo Paz visited Peru and Chile and met Ana Ruiz.":                                                                          {"Chile", "conj", "Peru"},
		"Chile freed the sailors and Peru thanked Brazil for its help.":                                                             {"Peru", "nsubj", "thanked"},
		"Despite pressure from Chile, Peru's foreign minister, Ana Ruiz, rejected the treaty.":                                      {"minister", "nsubj", "rejected"},
		"Accusing Chile of bad faith, Peru's foreign minister, Ana Ruiz, walked out of the talks.":                                  {"minister", "nsubj", "walked"},
		"\"Chile,\" declared the president, \"supports Peru.\"":                                                                     {"Chile", "nsubj", "supports"},
		"Chile, claims the Peruvian foreign minister, has attacked a patrol.":                                                       {"Chile", "nsubj", "attacked"},
		"Peru will, he said, support Chile.":                                                                                        {"Peru", "nsubj", "support"},
		"Peru, along with Chile, condemned the raid.":                                                                               {"Chile", "conj", "Peru"},
		"Not until Monday did Peru accept the offer.":                                                                               {"Not", "advmod", "until"},
		"\"We welcome,\" he said, \"Chile's offer.\"":                                                                               {"offer", "dobj", "welcome"},
		"Joseph Mwangi, the Kenyan president, Ibrahim Saleh, his Sudanese counterpart, and Abiy Tesfaye met in Nairobi.":            {"Saleh", "conj", "Mwangi"},
		"Leo Paz of Chile, Ana Ruiz of Peru and Ivo Novak of Croatia met in Lima.":                                                  {"Ruiz", "conj", "Paz"},
		"Britain, the US, and Canada imposed sanctions on Belarus.":                                                                 {"US", "conj", "Britain"},
		"Peru urged both sides to talk and offered food.":                                                                           {"offered", "conj", "urged"},
		"Peru offered Chile food and the use of its ports.":                                                                         {"Chile", "dative", "offered"},
		"Leo Paz, the German foreign minister, Ivo Novak, and Peru's Ana Ruiz all appealed for restraint.":                          {"Ruiz", "conj", "minister"},
		"Canada, which expelled four, and Chile, whose premier Leo Paz condemned the act, piled in too.":                            {"piled", "ROOT", "piled"},
		"Saudi Arabia, the UAE, Egypt and Bahrain cut ties with Peru.":                                                              {"UAE", "conj", "Arabia"},
		"Portugal, the old colonial power, and Britain, which trains three battalions, hailed the accord.":                          {"Britain", "conj", "Portugal"},
		"President Rodrigo Duterte meets Xi Jinping at the guesthouse in Lima.":                                                     {"at", "prep", "meets"},
		"Peru, whose envoy, Leo Paz, visited Chile in June, praised both men.":                                                      {"visited", "relcl", "Peru"},
		"Brought together by Leo Paz, who had himself met Ana Ruiz in Lima, the pair talked for three days.":                        {"who", "nsubj", "met"},
		"Peru withheld its blessing, and the Arab League, meeting in Lima in November, threatened to expel Chile.":                  {"League", "nsubj", "threatened"},
		"She met Ivo Novak, spoke by phone with Leo Paz and, diplomats said, rebuffed a demand by Ana Ruiz.":                        {"rebuffed", "conj", "met"},
		"Peru promised Chile a loan, although Cyprus, whose president, Leo Paz, had threatened to veto it, blocked the first part.": {"Cyprus", "nsubj", "blocked"},
		"Leo Paz, said Ana Ruiz at his funeral, had been a friend.":                                                                 {"Paz", "nsubj", "been"},
		"Turkey's prime minister, Leo Paz, accepted on Friday an offer put to him by Ana Ruiz, and agreed to take back the ships.":  {"minister", "nsubj", "accepted"},
	} {
		d := x.language.Annotate(text)
		repair(d)
		found := false
		for i := range d.Tokens {
			if d.Word(i) == want[0] {
				found = true
				if got := [3]string{want[0], d.Tokens[i].Dep, d.Word(int(d.Tokens[i].Head))}; got != want {
					t.Errorf("%q: %v, want %v", text, got, want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no %q", text, want[0])
		}
		tree(t, text, d)
	}
}

// tree fails where heads make a circle.
func tree(t *testing.T, text string, d *nlp.Doc) {
	t.Helper()
	for i := range d.Tokens {
		at, steps := i, 0
		for int(d.Tokens[at].Head) != at {
			at = int(d.Tokens[at].Head)
			if steps++; steps > len(d.Tokens) {
				t.Fatalf("%q: token %d hangs on itself", text, i)
			}
		}
	}
}
