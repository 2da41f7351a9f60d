"""Chiefs of state and heads of government from the Factbook of January 2026."""

import difflib
import re
from collections import Counter

from names import key

MONTHS = {m: i + 1 for i, m in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"])}
ROMANS = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XIV", "XVI"}
TITLE_WORDS = set("""President Prime Minister Chancellor Premier King Queen Emperor Sultan Amir Prince Grand Duke Supreme Leader Interim Acting Transition
Transitional Chairperson Chairman Council Ministers State Federal Presidency Captain-General Sovereign Taoiseach GNU Presidential Leadership General Chief
Executive Head Government Capt. Foreign Chair Commander-in-Chief Armed Forces Sudanese Swiss Confederation Crown Co-Prince Co-Vice Pope Sheikh Sir Crown Cabinet Affairs Secretary Commission Presidium Cochief Military""".split())


def read_factbook(people):
    for r in people.countries.factbook:
        iso = people.countries.factbook_iso(r)
        if people.countries.rows[iso]["type"] != "state":
            continue
        for column, role in (("chief_of_state", "head-of-state"), ("head_of_government", "head-of-government")):
            parsed = parse_factbook(r[column])
            if parsed and not re.search(r"Assembly President|Pontifical|Secretary of State for", r[column]):
                add_factbook(people, iso, role, *parsed)


def add_factbook(people, iso, role, title, name, surname, since):
    if re.search(r"\b(king|queen|emperor|sultan|amir|emir|prince|grand duke)\b", title, re.I) and role == "head-of-state":
        role = "monarch"
    if iso == "IR":
        role = "head-of-state" if "Leader" in title else "head-of-government"
    same = None
    if " " not in name or re.fullmatch(r"\S+ [IVX]+", name):  # a monarch may reign in many countries
        same = next((p for p in people.all if key(p.name) == key(name)), None)
    same = same or people.known(name, iso) or factbook_match(people, iso, role, name, surname, since)
    if same is None:
        same = people.get(name if " " in name else f"{title} {name}", iso)
    else:
        same.alias(name)
        people.index(same, name)
    for o in same.offices:
        if o[1] == iso and o[2] == role and (not o[4] or since and o[4] > since):
            o[4] = o[5] = ""  # still held in January 2026
            return
    same.add(title, iso, role, since, "")


def factbook_match(people, iso, role, name, surname, since):
    """Another spelling: of one country, and in one office since one day or alike in surname and given name."""
    words = key(name).split()
    here = [p for p in people.all if p.iso == iso]
    for p in here:
        theirs = [w for n in [p.name] + p.aliases for w in key(n).split()]
        close = any(difflib.SequenceMatcher(None, a, b).ratio() > 0.75 for a in words for b in theirs)
        if close and since and any(o[2] == role and o[3] == since for o in p.offices):
            return p
    for p in here:
        theirs = key(p.name).split()
        first = words[0] in (theirs[0], theirs[-1])
        if len(words) > 1 and first and (not Counter(words) - Counter(theirs) or not Counter(theirs) - Counter(words)):
            return p
    return None


def parse_factbook(cell):
    """Title, name, surname and first day from "President Abdelmadjid TEBBOUNE (since 12 December 2019)"."""
    m = re.match(r"^([^(;]*?)\s*(?:;[^(]*)?\((?:.*?)since (?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})", cell)
    if not m:
        return None
    words = re.sub(r"\b(Dr|Gen|Sr|Lt|Col|Maj|Mr)\.", "", m.group(1)).replace(",", " ").split()
    caps = [i for i, w in enumerate(words) if re.fullmatch(r"[A-ZÀ-Ž'’.-]*[A-ZÀ-Ž]{2,}[A-ZÀ-Ž'’.-]*", re.sub(r"^(al|el|an|as|ad)-|^(Mc|Mac|de|d')", "", w)) and w not in ROMANS]
    if not caps:
        return None
    title, rest = [], []
    for i, w in enumerate(words):
        (title if not rest and (w in TITLE_WORDS or not w[0].isupper() and i < caps[0] and not rest and title and w in ("of", "the", "and", "Ministers", "for")) else rest).append(w)
    if not rest or not title:
        return None
    name = " ".join(w if w in ROMANS else fix(w) for w in rest)
    surname = " ".join(fix(words[i]) for i in caps)
    date = m.group(4)
    if m.group(3) and (m.group(3).lower() in MONTHS or m.group(3)[:3].lower() in [k[:3] for k in MONTHS]):
        month = [v for k, v in MONTHS.items() if k[:3] == m.group(3)[:3].lower()][0]
        date += f"-{month:02d}" + (f"-{int(m.group(2)):02d}" if m.group(2) else "")
    return " ".join(title), name, surname, date


def fix(word):
    """One word of a Factbook name: surnames are in capitals there."""
    return word if not re.search(r"[A-ZÀ-Ž]{2}", word) or re.fullmatch(r"[A-Z]\.", word) else "-".join(
        w.lower() if w.lower() in ("al", "el") else w[:1] + w[1:].lower() if w.isupper() else w for w in word.split("-"))
