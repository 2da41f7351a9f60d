"""Organizations from the Phoenix dictionaries: intergovernmental ones, armed groups and the like with more than one word."""

import re

from names import key, slug
from phoenix import CAMEO
from tables import read_tsv

SMALL = {"of", "the", "for", "and", "in", "on", "to", "de", "del", "la", "y", "e", "al", "el", "da", "do", "des", "du", "et", "against"}
KEEP = {"UN", "US", "USA", "UK", "EU", "UNO", "II", "III"}


# Names that say too little.
GENERIC = {"islamic society", "popular resistance", "the security council", "islamic group", "islamic community", "army of god", "fighters for freedom",
           "committee of coordination", "popular front", "islamic jihad", "peoples liberation army", "group of eight", "european council"}


def title(name):
    words = name.split()
    out = []
    for i, w in enumerate(words):
        if w in KEEP:
            out.append(w)
        elif i and w.lower() in SMALL:
            out.append(w.lower())
        else:
            out.append("-".join(p.lower() if p.lower() in SMALL and n else p.capitalize() for n, p in enumerate(w.split("-"))))
    return " ".join(out)


def organizations(folder, countries):
    rows = {}
    for f in countries.features:  # the bodies that country-coder has beside the countries
        if f["iso"] in ("EU", "UN"):
            rows["wd:" + f["wikidata"]] = ["wd:" + f["wikidata"], f["name"], "igo", "", f["wikidata"], "", "", "", "", ""]
    for r in read_tsv(folder, "phoenix-actors.tsv"):
        name, code = r["name"], (r["codes"].split(";")[0] or "").split(" ")[0]
        acronym = ""
        m = re.fullmatch(r"(.*?) \(([A-Z]{2,8})\)", name)
        if m:
            name, acronym = m.groups()
        kind = None
        if r["list"] == "nonstate" and code.endswith("REB"):
            kind = "armed-group"
        elif r["list"] == "international" and code.startswith("IGO"):
            kind = "igo"
        if not kind or r["guess"] == "person" or "GOV" in code or ".." in r["codes"]:
            continue
        if not re.fullmatch(r"[A-Z][A-Z' -]+", name) or len(name.split()) < 2 or not re.search(
                r"\b(OF|FRONT|ARMY|PARTY|MOVEMENT|BRIGADES?|ORGANI[SZ]ATION|UNION|COUNCIL|COMMISSION|COMMITTEE|FUND|BANK|AGENCY|FORCES?|GROUP|"
                r"COURT|COMMUNITY|ASSOCIATION|CENTRE|CENTER|OFFICE|PROGRAMME?|CONFERENCE|LEAGUE|TRIBUNAL|ASSEMBLY|SECRETARIAT|MISSION|JIHAD|ISLAMIC)\b", name):
            continue
        iso = CAMEO.get(code[:3]) or countries.iso3.get(code[:3]) or ""
        iso = iso if iso in countries.rows else ""
        ident = "org:" + slug(title(name))
        if ident in rows or key(name) in GENERIC:
            continue
        aliases = [title(a) for a in r["aliases"].split(";") if len(a.split()) > 2 and re.fullmatch(r"[A-Z][A-Z' -]+", a)]
        acronyms = [acronym] if acronym else []
        acronyms += [a for a in r["aliases"].split(";") if re.fullmatch(r"[A-Z]{4,8}", a) and initials(a, name)]
        rows[ident] = [ident, title(name), kind, iso, "", "|".join(dict.fromkeys(acronyms)), "|".join(dict.fromkeys(aliases)), "", "", ""]
    return [rows[k] for k in sorted(rows)]


def initials(acronym, name):
    """Whether the letters are the first letters of the name's words, small words left out or not."""
    words = [w for w in name.replace("-", " ").split()]
    full = "".join(w[0] for w in words)
    short = "".join(w[0] for w in words if w.lower() not in SMALL)
    return acronym in (full, short)
