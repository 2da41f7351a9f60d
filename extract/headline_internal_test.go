package extract

import "testing"

// TestHeadline asks which verb lines without a full stop have.
func TestHeadline(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for line, verb := range map[string]string{
		"Turkey blocks Sweden bid to join Nato":       "blocks",
		"Rebels attack Chad army base":                "attack",
		"Peru, Chile and Bolivia back Brazil":         "back",
		"Greece vetoes Macedonia bid":                 "vetoes",
		"Kenya talks collapse as Uganda walks out":    "collapse",
		"Peru accuses Chile of spying, recalls envoy": "accuses",
		"UN peace talks in Geneva":                    "talks", // no verb
		"Iran sanctions vote delayed":                 "delayed",
	} {
		d := x.headline(line, x.language.Annotate(line))
		repair(d)
		tree(t, line, d)
		for i := range d.Tokens {
			if got := d.Word(i); int(d.Tokens[i].Head) == i && got != verb {
				t.Errorf("%q: the root is %q, want %q", line, got, verb)
			}
		}
		if d.Text != line {
			t.Errorf("%q became %q", line, d.Text)
		}
	}
}
