package clause

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(words, ";") {
		m[strings.Join(strings.Fields(w), " ")] = true
	}
	return m
}

// Closed classes of English verbs and nouns that decide who an infinitive, a
// gerund or a nominal is about.
var (
	objectControl = set(`urge; ask; press; push; persuade; convince; tell; order; force; invite; allow; want; help; beg; instruct; command;
		encourage; require; request; compel; pressure; advise; implore; permit; enable; oblige; call; direct; lead; prompt; get; dare; challenge;
		authorize; authorise; forbid; task; appoint; send; dispatch; despatch; name; designate; delegate; assign; nominate; choose; entreat; exhort; cause; summon; remind; induce; counsel; coerce; pressurise; lobby`)
	// reproach is what those do who summon: "summoned the envoy to protest".
	reproach = set(`complain; protest; express; voice; convey; lodge; register; demand; condemn; deliver; hand; warn; object; reiterate; raise; discuss`)
	// misread are past forms that the lemmatizer and the tagger do not know.
	misread = map[string]string{
		"waged": "wage", "leapt": "leap", "spoilt": "spoil", "dealt": "deal", "spurnt": "spurn", "waging": "wage", "overran": "overrun", "retook": "retake", "retaken": "retake", "beset": "beset", "foreswore": "forswear",
		"forswore": "forswear", "upheld": "uphold", "outlawed": "outlaw", "motives": "motive", "forgave": "forgive",
	}
	gerundOfObject = set(`accuse; blame; criticize; criticise; praise; prevent; stop; thank; condemn; fault; suspect; chide; rebuke; convict;
		charge; berate; commend; congratulate; applaud; hail; discourage; dissuade; bar; ban; keep; denounce; attack; slam; scold; acquit; warn; caution; lambaste; lambast; upbraid; reprimand;
		chastise; castigate; ridicule; mock; deride; admonish; reproach; excoriate; vilify; pillory; forgive; pardon; absolve; punish; fine; sue`)
	lightVerb = set(`make; give; issue; offer; extend; have; hold; deliver; voice; express; send; take; launch; lodge; table; submit; renew;
		reiterate; repeat; announce; put; present; file; conduct; pay; level; mount; stage; convene; raise; do; impose; reach; sign;
		conclude; host; lead; begin; start; open; resume; continue; attend; enter; join; complete; finish; end; wrap; arrange; schedule; plan;
		set; initial; strike; broker; ink; seal; secure; place; throw; lend; provide; pledge; wage; chair; lay; unveil; outline; float;
		show; signal; enjoy; undertake; carry; perform; use; advance; forward; propose; cut; break; sever; utter; sound;
		relay; convey; pencil; reaffirm; restate; retain; lend; direct; fire; hurl; register; maintain; keep; cultivate`)
	lightPrep = set(`engage in; enter into; participate in; take part in; come to; be in; go into; meet for; arrive for; join in; gather for;
		sit for; return to; speak in; embark on; travel for; come for; agree to; lock in; immerse in; bury in; deep in; return for`)
	// ofOnesOwn are what one does to a plan, a chance or a decision of one's own.
	ofOnesOwn = set(`abandon; drop; scrap; shelve; cancel; seize; use; confirm; hatch; cherish; nurse; miss; lose; get; win; postpone; delay; reveal; reconsider; pursue`)
	letters   = set(`letter; message; note; cable; telegram; statement; invitation; memo; memorandum; telex; fax`)
	// authored are participles of how somebody makes a text.
	authored = set(`compile; draft; write; author; prepare; circulate; sponsor; publish; pen; draw; devise; negotiate; pass; adopt`)
	// suffered are nouns before "of" and who suffers what they name.
	suffered = set(`seizure; invasion; bombing; killing; murder; arrest; detention; annexation; shelling; expulsion; assassination; kidnapping;
		abduction; execution; bombardment; persecution; siege; capture; jailing; imprisonment; deportation; poisoning; occupation`)
	departs  = set(`leave; depart; head; sail; fly; set; embark; bind; travel; go; start`)
	quantity = set(`series; round; number; set; day; hour; couple; string; pair; lot; week; flurry; succession; spate; rounds; minute; kind; form; sort;
		type; marathon; raft; month; dozen`)
)
