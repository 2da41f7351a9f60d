"""Names: folding for comparison, writing of names that a source has in capitals."""

import re
import unicodedata

SPECIAL = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a", "ħ": "h"}

PARTICLES = {
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "der", "den", "van", "von", "vom", "zu", "zur",
    "ter", "ten", "bin", "bint", "ibn", "ben", "al", "el", "ul", "ur", "ud", "e", "y", "i", "la", "le", "ould", "as", "ash", "at",
}
ARTICLES = {"al", "el", "as", "ash", "at", "ul", "ur", "ud"}
ROMAN = {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XVI"}
HONORIFICS = {
    "sir", "dame", "lord", "dr", "dr.", "gen.", "gen", "general", "col.", "col", "colonel", "lt.", "lt", "lieutenant", "maj.",
    "major", "brig.", "brigadier", "adm.", "admiral", "capt.", "captain", "marshal", "prof.", "professor", "hon.", "mr.", "mrs.", "ms.",
}


def plain(text):
    """The text in Latin letters without marks."""
    out = []
    for c in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(c):
            continue
        low = c.lower()
        if low in SPECIAL:
            out.append(SPECIAL[low].upper() if c != low else SPECIAL[low])
        else:
            out.append(c)
    return "".join(out)


def key(text):
    """What two spellings share: lower case, no marks, words parted by spaces."""
    text = plain(text).lower().replace(".", "")
    return " ".join(re.findall(r"[^\W_]+|[&+]", text))


def slug(text):
    return key(text).replace(" ", "-")


def is_latin(text):
    """Whether every letter is Latin."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def title_word(word):
    """One word of a name in capitals, in the usual mixed case."""
    if word in ROMAN:
        return word
    if "-" in word:
        return "-".join(title_word(w) if w.lower() not in ARTICLES else w.lower() for w in word.split("-"))
    if re.match(r"^(O|D)'\w", word):
        return word[0] + "'" + word[2:].capitalize()
    if re.match(r"^MC[A-Z]{3}", word):
        return "Mc" + word[2:].capitalize()
    return word.capitalize()


def title_name(name):
    """A personal name in capitals, in the usual mixed case: AL SISI is al-Sisi."""
    words = name.replace("’", "'").split()
    while len(words) > 2 and words[0].lower() in HONORIFICS:
        words = words[1:]
    out = []
    join = ""
    for i, word in enumerate(words):
        low = word.lower()
        last = i == len(words) - 1
        if low in ARTICLES and not last and (i > 0 or low in ("al", "el")):
            join += low + "-"
            continue
        if i > 0 and low in PARTICLES and not last:
            out.append(join + low)
        else:
            out.append(join + title_word(word))
        join = ""
    return " ".join(out)
