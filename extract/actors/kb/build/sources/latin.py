"""Prints internal/fold/latin.go: the Latin letters with marks and the plain letters they fold to.

    python3 latin.py > internal/fold/latin.go
"""

import unicodedata

SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "a", "ƒ": "f",
    "ɓ": "b", "ɖ": "d", "ɗ": "d", "ɠ": "g", "ɣ": "g", "ƙ": "k", "ɲ": "n", "ɵ": "o", "ƴ": "y", "ƶ": "z", "ɨ": "i", "ʉ": "u",
}


def plain(c):
    low = c.lower()
    if low in SPECIAL:
        return SPECIAL[low] if c == low else SPECIAL[low].capitalize() if len(SPECIAL[low]) > 1 and c != "ẞ" else SPECIAL[low].upper()
    marks = "".join(x for x in unicodedata.normalize("NFKD", c) if not unicodedata.combining(x))
    return "".join(plain(x) if x in SPECIAL or x.lower() in SPECIAL else x for x in marks)


def main():
    groups = {}
    for cp in [*range(0xC0, 0x2B0), *range(0x1E00, 0x1F00)]:
        c = chr(cp)
        if unicodedata.category(c).startswith("L") and plain(c) != c and plain(c).isascii() and plain(c):
            groups.setdefault(plain(c), []).append(c)
    print("package fold\n\n// latin lists the Latin letters with marks by the plain letters they fold to,")
    print("// after the decompositions of the Unicode character database. Printed by\n// build/sources/latin.py.\nvar latin = []struct{ plain, marked string }{")
    for letters in sorted(groups):
        print('\t{"%s", "%s"},' % (letters, "".join(groups[letters])))
    print("}")


main()
