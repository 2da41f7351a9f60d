package tokenizer

import (
	"strings"
	"unicode/utf8"

	"entente/extract/nlp/internal/pytext"
)

// urls recognises whole URLs:
//
//	[scheme://] [user[:password]@] host [:port] [/ ? or # and anything]
//
// where host is a public IPv4 address or labels ended by a top-level label.
type urls struct {
	text *pytext.Tables
	tld  *pytext.Set
}

const (
	maxLabel = 64
	minTLD   = 2
	maxTLD   = 63
	minPort  = 2
	maxPort  = 5
)

// match tells whether the whole of s, which has no white space, is a URL.
func (u *urls) match(s string) bool {
	if u.afterScheme(s) {
		return true
	}
	n := 0
	for i, r := range s {
		if !u.text.Word.Has(r) && r != '+' && r != '-' && r != '.' {
			return n >= 2 && strings.HasPrefix(s[i:], "://") && u.afterScheme(s[i+3:])
		}
		n++
	}
	return false
}

// afterScheme tries the host at the start and after each @.
func (u *urls) afterScheme(s string) bool {
	if u.fromHost(s) {
		return true
	}
	for i := range len(s) {
		if s[i] == '@' && i > 0 && u.fromHost(s[i+1:]) {
			return true
		}
	}
	return false
}

// fromHost matches the host, port and rest. The host ends at the first
// character that none can contain.
func (u *urls) fromHost(s string) bool {
	end := len(s)
	for i, r := range s {
		if !labelRune(r) && r != '_' && r != '-' && r != '.' && !u.tld.Has(r) {
			end = i
			break
		}
	}
	return u.afterHost(s[end:]) && (u.isAddress(s[:end]) || u.isName(s[:end]))
}

// afterHost matches [:port] [/?# and anything].
func (u *urls) afterHost(s string) bool {
	if strings.HasPrefix(s, ":") {
		n := 0
		for s = s[1:]; n <= maxPort; n++ {
			r, size := utf8.DecodeRuneInString(s)
			if size == 0 || !u.text.Decimal.Has(r) {
				break
			}
			s = s[size:]
		}
		if n < minPort || n > maxPort {
			return false
		}
	}
	return s == "" || s[0] == '/' || s[0] == '?' || s[0] == '#'
}

// labelRune tells whether a label of a host name may begin or end with r.
func labelRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || 0xa1 <= r && r <= 0xffff
}

// isName tests labels of at most 64 characters, the last of lower-case letters.
func (u *urls) isName(host string) bool {
	dot := strings.LastIndexByte(host, '.')
	if dot < 0 {
		return false
	}
	n := 0
	for _, r := range host[dot+1:] {
		if n++; !u.tld.Has(r) {
			return false
		}
	}
	if n < minTLD || n > maxTLD {
		return false
	}
	for label := range strings.SplitSeq(host[:dot], ".") {
		if !isLabel(label) {
			return false
		}
	}
	return true
}

func isLabel(s string) bool {
	n := 0
	for _, r := range s {
		if n++; !labelRune(r) && r != '_' && r != '-' {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return n > 0 && n <= maxLabel && labelRune(first) && labelRune(last)
}

// isAddress tests four numbers that are no private or local network.
func (u *urls) isAddress(host string) bool {
	parts := strings.SplitN(host, ".", 5)
	if len(parts) != 4 {
		return false
	}
	var f [4][]rune
	for i, p := range parts {
		if p == "" || len(p) > 3*utf8.UTFMax {
			return false
		}
		f[i] = []rune(p)
		for _, r := range f[i] {
			if !u.text.Decimal.Has(r) {
				return false
			}
		}
	}
	a := parts[0]
	if a == "10" || a == "127" || a == "169" && parts[1] == "254" || a == "192" && parts[1] == "168" ||
		a == "172" && privateB(f[1]) {
		return false
	}
	return first224(f[0]) && below256(f[1], '5', true) && below256(f[2], '5', true) &&
		below256(f[3], '4', false)
}

// privateB tells 16 to 31.
func privateB(d []rune) bool {
	return len(d) == 2 && (d[0] == '1' && '6' <= d[1] && d[1] <= '9' || d[0] == '2' ||
		d[0] == '3' && (d[1] == '0' || d[1] == '1'))
}

// first224 tells 1 to 223 without a leading zero.
func first224(d []rune) bool {
	switch len(d) {
	case 1, 2:
		return '1' <= d[0] && d[0] <= '9'
	case 3:
		return d[0] == '1' || d[0] == '2' && (d[1] == '0' || d[1] == '1' || d[1] == '2' && '0' <= d[2] && d[2] <= '3')
	}
	return false
}

// below256 tells numbers up to 25x, x being top, of one to three digits; a
// leading character that is no ASCII digit from 1 is allowed in one or two
// digits only when loose.
func below256(d []rune, top rune, loose bool) bool {
	switch len(d) {
	case 1, 2:
		return loose || '1' <= d[0] && d[0] <= '9'
	case 3:
		return d[0] == '1' || d[0] == '2' && ('0' <= d[1] && d[1] <= '4' || d[1] == '5' && '0' <= d[2] && d[2] <= top)
	}
	return false
}
