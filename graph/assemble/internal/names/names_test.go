package names_test

import (
	"testing"

	"entente/graph/assemble/internal/names"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Ingrid Berg", "Ingrid Berg", true},
		{"Ingrid Berg", "I. Berg", true},
		{"Ingrid M. Berg", "Ingrid Berg", true},
		{"Ingrid Marie Berg", "I. M. Berg", true},
		{"Ingrid M. Berg", "Ingrid K. Berg", false},
		{"Ingrid Berg", "Karin Berg", false},
		{"Ingrid Berg", "Berg", false},
		{"Ingrid Berg", "Ingrid Borg", false},
		{"Alexei Zelensky", "Aleksey Zelenskyy", true},
		{"Sergei Antonov", "Sergey Antonov", true},
		{"Yuri Melnyk", "Iurii Melnik", true},
		{"Oleksii Petrenko", "Oleksiy Petrenko", true},
		{"Anton Antonov", "Antonina Antonova", false},
		{"Aleksandr Petrov", "Aleksandra Petrova", false},
		{"Mohammed Saleh", "Mohamed Saleh", true},
		{"S. Antonow", "Sergei Antonov", false}, // an initial needs the same surname
		{"Jürgen Groß", "Jurgen Groß", true},
		{"John Karlsson Jr.", "John Karlsson", true},
		{"", "", false},
	} {
		a, b := names.Parse(c.a), names.Parse(c.b)
		if got := names.Same(a, b); got != c.same {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.same)
		}
		if names.Same(b, a) != names.Same(a, b) {
			t.Errorf("%q and %q: not symmetric", c.a, c.b)
		}
		if names.Same(a, b) && a.Key() != b.Key() {
			t.Errorf("%q and %q: same, but in two blocks", c.a, c.b)
		}
	}
}

func FuzzSame(f *testing.F) {
	f.Add("Ingrid Berg", "I. Berg")
	f.Add("Ѣ Я", "é ß ii")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := names.Parse(a), names.Parse(b)
		if names.Same(x, y) != names.Same(y, x) {
			t.Errorf("%q and %q: not symmetric", a, b)
		}
	})
}
