package kb_test

import (
	"slices"
	"testing"

	"entente/extract/actors/kb"
)

func TestHolder(t *testing.T) {
	k := load(t)
	tests := []struct{ country, role, date, want string }{
		{"US", kb.HeadOfState, "1986-10-11", "Ronald Reagan"},
		{"US", kb.HeadOfState, "1978-09-18", "Jimmy Carter"},
		{"US", kb.HeadOfState, "1962-10", "John F. Kennedy"},
		{"US", kb.HeadOfState, "2003", "George W. Bush"},
		{"US", kb.HeadOfState, "2019-02-28", "Donald Trump"},
		{"US", kb.HeadOfState, "2022-03-01", "Joe Biden"},
		{"US", kb.HeadOfState, "2025-08-15", "Donald Trump"},
		{"US", kb.VicePresident, "2025-08-15", "JD Vance"},
		{"US", kb.ForeignMinister, "1986-10-11", "George Shultz"},
		{"US", kb.ForeignMinister, "1978-09-18", "Cyrus Vance"},
		{"US", kb.ForeignMinister, "2025-08-15", "Marco Rubio"},
		{"US", kb.DefenceMinister, "2025-08-15", "Pete Hegseth"},
		{"US", kb.SecurityAdviser, "1978-09-18", "Zbigniew Brzezinski"},
		{"US", kb.Spokesperson, "2025-08-15", "Karoline Leavitt"},
		{"SU", kb.PartyLeader, "1986", "Mikhail Gorbachev"},
		{"SU", kb.PartyLeader, "1962-10-22", "Nikita Khrushchev"},
		{"SU", kb.ForeignMinister, "1986-10-11", "Eduard Shevardnadze"},
		{"RU", kb.HeadOfState, "2010", "Dmitry Medvedev"},
		{"RU", kb.HeadOfState, "2025-08-15", "Vladimir Putin"},
		{"RU", kb.ForeignMinister, "2025-08-15", "Sergei Lavrov"},
		{"GB", kb.HeadOfGovernment, "2019-01-15", "Theresa May"},
		{"GB", kb.HeadOfGovernment, "2019-12-13", "Boris Johnson"},
		{"GB", kb.HeadOfGovernment, "1986", "Margaret Thatcher"},
		{"GB", kb.HeadOfState, "2023-05-06", "Charles III"},
		{"CA", kb.HeadOfState, "2023-05-06", "Charles III"},
		{"DE", kb.HeadOfGovernment, "2015-09-03", "Angela Merkel"},
		{"DE", kb.HeadOfGovernment, "2025-08-18", "Friedrich Merz"},
		{"FR", kb.HeadOfState, "2025-08-18", "Emmanuel Macron"},
		{"FR", kb.HeadOfState, "1986", "François Mitterrand"},
		{"HU", kb.HeadOfGovernment, "2015-09-03", "Viktor Orbán"},
		{"IL", kb.HeadOfGovernment, "1978-09-17", "Menachem Begin"},
		{"EG", kb.HeadOfState, "1978-09-17", "Anwar Sadat"},
		{"IN", kb.HeadOfGovernment, "2001-07-15", "Atal Bihari Vajpayee"},
		{"PK", kb.HeadOfState, "2001-07-15", "Pervez Musharraf"},
		{"KP", kb.HeadOfState, "2019-02-28", "Kim Jong Un"},
		{"JP", kb.HeadOfGovernment, "", "Sanae Takaichi"},
		{"UA", kb.HeadOfState, "2025-08-18", "Volodymyr Zelenskyy"},
		{"UA", kb.ChiefOfStaff, "2025-08-18", "Andriy Yermak"},
		{"wd:Q1065", kb.Head, "2003", "Kofi Annan"},
		{"wd:Q458", kb.ForeignMinister, "2025-08-18", "Kaja Kallas"},
		{"org:nato", kb.Head, "2025-08-18", "Mark Rutte"},
		{"org:european-commission", kb.Head, "2025-08-18", "Ursula von der Leyen"},
	}
	for _, tt := range tests {
		got := k.Holder(tt.country, tt.role, tt.date)
		if len(got) == 0 || got[0].Name != tt.want {
			t.Errorf("Holder(%s, %s, %q) = %q, want %q first", tt.country, tt.role, tt.date, names(got), tt.want)
		}
	}
	for _, none := range [][3]string{{"US", kb.HeadOfState, "1700"}, {"ZZ", kb.HeadOfState, ""}, {"US", "no-role", ""}, {"SU", kb.HeadOfState, ""}} {
		if got := k.Holder(none[0], none[1], none[2]); len(got) > 0 {
			t.Errorf("Holder(%q) = %q, want nobody", none, names(got))
		}
	}
}

func names(people []*kb.Entry) []string {
	out := make([]string, len(people))
	for i, e := range people {
		out[i] = e.Name
	}
	return out
}

func TestLeader(t *testing.T) {
	k := load(t)
	for _, tt := range []struct{ country, date, want string }{
		{"SU", "1986-10-11", "Mikhail Gorbachev"},
		{"CN", "2019", "Xi Jinping"},
		{"GB", "2019-01-15", "Theresa May"},
		{"DE", "2015-09-03", "Angela Merkel"},
		{"RU", "2025", "Vladimir Putin"},
		{"UA", "2025-08-18", "Volodymyr Zelenskyy"},
		{"PL", "1986", "Wojciech Jaruzelski"},
		{"SA", "2014-06", "King Abdullah"},
	} {
		if got := k.Leader(tt.country, tt.date); got == nil || got.Name != tt.want {
			t.Errorf("Leader(%s, %s) = %v, want %s", tt.country, tt.date, got, tt.want)
		}
	}
	if got := k.Leader("ZZ", ""); got != nil {
		t.Errorf("Leader(ZZ) = %v, want nil", got)
	}
}

func TestTitled(t *testing.T) {
	k := load(t)
	for _, tt := range []struct{ country, title, date, want string }{
		{"IR", "president", "2025-01-15", "Masoud Pezeshkian"},
		{"IR", "supreme leader", "2025-01-15", "Ali Khamenei"},
		{"GB", "chancellor exchequer", "2008-10-08", "Alistair Darling"},
	} {
		got := k.Titled(tt.country, tt.title, tt.date)
		if len(got) == 0 || got[0].Name != tt.want {
			t.Errorf("Titled(%s, %q, %s) = %q, want %s first", tt.country, tt.title, tt.date, names(got), tt.want)
		}
	}
	if got := k.Titled("US", " ", ""); got != nil {
		t.Errorf("Titled with no words = %q", names(got))
	}
}

func TestOfficesAt(t *testing.T) {
	k := load(t)
	rutte := k.ByID("wd:Q57792")
	for date, want := range map[string]string{"2015": kb.HeadOfGovernment, "2025-01-01": kb.Head, "": kb.Head} {
		got := k.OfficesAt(rutte, date)
		if len(got) == 0 || got[0].Role != want {
			t.Errorf("OfficesAt(Rutte, %q) = %v, want %s first", date, got, want)
		}
	}
	if got := k.OfficesAt(rutte, "1990"); len(got) > 0 {
		t.Errorf("OfficesAt(Rutte, 1990) = %v", got)
	}
}

func TestProminence(t *testing.T) {
	k := load(t)
	for _, tt := range []struct{ surname, date, first, second string }{
		{"Bush", "1990", "person:george-h-w-bush", "wd:Q207"},
		{"Bush", "2003", "wd:Q207", "person:george-h-w-bush"},
		{"Kim", "2019", "wd:Q56226", "wd:Q10665"},
		{"Kim", "2001", "wd:Q10665", "wd:Q56226"},
		{"Clinton", "1995", "wd:Q1124", "wd:Q6294"},
		{"Vance", "2025-08-15", "wd:Q28935729", "person:cyrus-vance"},
		{"Vance", "1978", "person:cyrus-vance", "wd:Q28935729"},
	} {
		first, second := k.ByID(tt.first), k.ByID(tt.second)
		if first == nil || second == nil {
			t.Errorf("no %s or %s", tt.first, tt.second)
			continue
		}
		if k.Prominence(first, tt.date) <= k.Prominence(second, tt.date) {
			t.Errorf("in %s %s (%d) should outrank %s (%d)", tt.date,
				first.Name, k.Prominence(first, tt.date), second.Name, k.Prominence(second, tt.date))
		}
		if people := k.BySurname(tt.surname); !slices.Contains(people, first) || !slices.Contains(people, second) {
			t.Errorf("BySurname(%q) lacks one of them", tt.surname)
		}
	}
}

func TestGiven(t *testing.T) {
	k := load(t)
	for name, want := range map[string]string{
		"John": "m", "maria": "f", "Yulia": "f", "Oleksandr": "m", "José": "m", "Kim": "", "": "", "Qwertyuiop": "",
	} {
		if got := k.Given(name); got != want {
			t.Errorf("Given(%q) = %q, want %q", name, got, want)
		}
	}
}
