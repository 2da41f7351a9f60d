"""People from the Phoenix dictionaries: names in capitals with dated CAMEO codes, to 2014."""

import re

from names import key, title_name
from people import overlap
from tables import read_tsv

# CAMEO's country codes that are not ISO alpha-3.
CAMEO = {"TMP": "TL", "ROM": "RO", "DDR": "DD", "SUN": "SU", "YUG": "YU", "CSK": "CS", "KNT": "KN", "ZAR": "CD", "PSE": "PS", "GZS": "PS"}
SECTORS = {
    "MIL": "defence", "BUS": "economy", "EDU": "education", "HLH": "health", "ENV": "environment", "AGR": "agriculture", "MED": "information",
    "JUD": "justice", "LAB": "labour", "DEV": "development", "CVL": "civil affairs", "HRI": "human rights", "SPY": "intelligence", "COP": "police",
    "LEG": "legislature",
}
NO_NAMES = set("""president prime minister chancellor bundeskanzler kanzler administration government governor gov senator secretary american russian
german british french chinese leader king queen prince emir sheikh sheik general gen pres pm sec state defense foreign party the of former mr mrs""".split())


def read_phoenix(people, folder):
    for r in read_tsv(folder, "phoenix-actors.tsv"):
        if r["guess"] != "person" or not re.fullmatch(r"[A-Z .'’-]+", r["name"]) or len(r["name"].split()) < 2:
            continue
        codes = [c.split(" ") for c in r["codes"].split(";") if c.strip()]
        iso = country(people, codes[0][0][:3]) if codes else None
        if not iso or {"minister", "president", "secretary"} & set(key(r["name"]).split()):
            continue
        years = [int(y) for y in re.findall(r"\b(\d{4})-", r["codes"])]
        p = people.get(title_name(r["name"]), iso, year=max(years) if years else None)
        for other in r["aliases"].split(";"):
            words = other.split()
            if len(words) > 1 and re.fullmatch(r"[A-Z .'’-]+", other) and not re.match(
                    r"(PRESIDENT|PRIME|MINISTER|CHANCELLOR|SENATOR|SECRETARY|FORMER|FOREIGN|DEFENSE|KING|QUEEN|LEADER|GOVERNOR|U\.?S)\b", other):
                alias(people, p, title_name(other))
        offices(people, p, codes)


def alias(people, p, name):
    """Takes an alias that is a fuller or another spelling: same surname, like given name, no title."""
    ours, theirs = key(p.name).split(), key(name).split()
    if len(theirs) > 5 or set(theirs) & NO_NAMES or people.by_name.get((key(name), p.iso)):
        return
    if ours[-1] == theirs[-1] and ours[0][0] == theirs[0][0] or ours[0] == theirs[0]:
        p.alias(name)


def country(people, code):
    iso = CAMEO.get(code) or people.countries.iso3.get(code)
    return iso if iso in people.countries.rows or iso in ("DD", "SU", "YU", "CS") else None


def offices(people, p, codes):
    leader = any(len(c) > 1 and c[0][3:6] == "ELI" and ".." in c[1] for c in codes)
    if leader:
        p.rank = 1
    for code in codes:
        iso, sector = country(people, code[0][:3]), code[0][3:6]
        span = code[1] if len(code) > 1 else ""
        if not iso or ".." not in span or sector not in ("GOV", "MIL", "OPP", "LEG"):
            continue
        start, end = span.split("..")
        start = "" if start.startswith(("1970-01-01", "2003-01-01")) else start
        sub = SECTORS.get(code[0][6:9], "")
        if sector == "GOV" and leader and not sub and len(start) == 10 and not start.endswith("-01-01"):
            title, role = "head of state or government", "other"
        elif sector == "GOV":
            title, role = "member of the government" + (f" ({sub})" if sub else ""), "other"
        else:
            title, role = {"MIL": ("military", "military"), "OPP": ("opposition", "other"), "LEG": ("member of parliament", "legislator")}[sector]
        if end and start and end < start:
            continue
        if any(o[1] == iso and overlap(o, start, end) for o in p.offices):
            continue  # a better source knows the office
        p.add(title, iso, role, start, end, "" if end else "2014-06")
