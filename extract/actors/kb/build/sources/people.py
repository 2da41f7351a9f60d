"""People: gathered from all sources, merged, with their offices."""

import difflib
import re
from collections import Counter

from names import is_latin, key, slug, title_name
from roles import SHARED, role_of
from tables import read_csv, read_tsv

# Namesakes in the list of presidents, told apart by the year of their first office there.
PRESIDENTS = {
    ("John Adams", "1825"): "John Quincy Adams", ("William Harrison", ""): "William Henry Harrison",
    ("George Bush", "1981"): "George H. W. Bush", ("George Bush", "2001"): "George W. Bush",
    ("Franklin Roosevelt", ""): "Franklin D. Roosevelt", ("Lyndon Johnson", ""): "Lyndon B. Johnson",
    ("John Kennedy", ""): "John F. Kennedy", ("Dwight Eisenhower", ""): "Dwight D. Eisenhower",
    ("Harry Truman", ""): "Harry S. Truman", ("James Polk", ""): "James K. Polk", ("Ulysses Grant", ""): "Ulysses S. Grant",
    ("Rutherford Hayes", ""): "Rutherford B. Hayes", ("James Garfield", ""): "James A. Garfield",
    ("Chester Arthur", ""): "Chester A. Arthur", ("William Taft", ""): "William Howard Taft",
    ("Warren Harding", ""): "Warren G. Harding", ("Joseph Biden", ""): "Joe Biden",
}
# CAMEO's country codes that are not ISO alpha-3.
CAMEO = {"TMP": "TL", "ROM": "RO", "DDR": "DD", "SUN": "SU", "YUG": "YU", "CSK": "CS", "KNT": "KN", "ZAR": "CD", "PSE": "PS", "GZS": "PS"}
SECTORS = {
    "MIL": "defence", "BUS": "economy", "EDU": "education", "HLH": "health", "ENV": "environment", "AGR": "agriculture", "MED": "information",
    "JUD": "justice", "LAB": "labour", "DEV": "development", "CVL": "civil affairs", "HRI": "human rights", "SPY": "intelligence", "COP": "police",
    "LEG": "legislature",
}
# Countries whose lesser officers the news names too.
POWERS = {"US", "RU", "CN", "GB", "FR", "DE", "UA", "IL", "IR", "IN", "JP", "TR", "SU", "KP", "KR", "PK", "SA", "PL", "IT", "CA", "AU", "SY",
          "PS", "IQ", "AF", "TW", "VE", "DD"}
LARGE = re.compile(r"Governor-General|Premier|First Minister|President of|Mayor of (Athens|Brussels|Budapest|Bucharest|Sarajevo|Belgrade|Vienna)")
OPEN_SEEN = "2022-08"  # when Wikidata's holders were collected
LATE_SEEN = "2023-01"
MONTHS = {m: i + 1 for i, m in enumerate(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"])}


NO_NAMES = set("""president prime minister chancellor bundeskanzler kanzler administration government governor gov senator secretary american russian
german british french chinese leader king queen prince emir sheikh sheik general gen pres pm sec state defense foreign party the of former mr mrs""".split())


class Person:
    def __init__(self, name, iso, item="", gender=""):
        self.name, self.iso, self.item, self.gender = name, iso, item, gender
        self.aliases, self.offices, self.rank = [], [], 0

    def add(self, title, holder, role, start, end, seen=""):
        # One holding that stands twice with different ends counts once, with the later end.
        for o in self.offices:
            if o[0] == title and o[1] == holder and o[3] == start:
                if end and (not o[4] or end > o[4]):
                    o[4], o[5] = end, ""
                return
        self.offices.append([title, holder, role, start, end, seen])

    def alias(self, name):
        if key(name) != key(self.name) and name not in self.aliases:
            self.aliases.append(name)

    def row(self, ident):
        parts = []
        for title, holder, role, start, end, seen in sorted(self.offices, key=lambda o: (o[3], o[4], o[0])):
            at = "" if holder == self.iso else "@" + holder
            parts.append(f"{role}{at} {start}..{'~' + seen if seen else end} {title}")
        return [ident, self.name, "|".join(self.aliases), self.item, self.iso, self.gender, str(self.rank or ""), "; ".join(parts)]


class People:
    def __init__(self, countries):
        self.countries = countries
        self.all, self.by_item, self.by_name = [], {}, {}

    def known(self, name, iso, item="", year=None):
        """The person of this item, or of this name and country unless the offices lie a generation apart."""
        if item and item in self.by_item:
            return self.by_item[item]
        for p in self.by_name.get((key(name), iso), []):
            years = [int(d[:4]) for o in p.offices for d in o[3:6] if d]
            near = not (years and year) or min(years) - 35 <= year <= max(years) + 35
            if near and not (item and p.item):
                return p
        return None

    def get(self, name, iso, item="", gender="", year=None):
        p = self.known(name, iso, item, year)
        if p is None:
            p = Person(name, iso, item, gender)
            self.all.append(p)
        elif item and not p.item:
            p.item = item
        if item:
            self.by_item.setdefault(item, p)
        p.gender = p.gender or gender
        p.alias(name)
        self.index(p, name)
        return p

    def index(self, p, name):
        entry = self.by_name.setdefault((key(name), p.iso), [])
        if p not in entry:
            entry.append(p)

    # -- Wikidata's office holders ------------------------------------------------

    def read_wikidata(self, folder):
        rows = [r for r in read_tsv(folder, "officeholders-wikidata.tsv") if is_latin(r["person"]) and len(r["person"].split()) > 0]
        self.successors = succession(rows)
        names = {}
        for name, iso in self.countries.by_name.items():
            names.setdefault(iso, set()).add(name)
        home = homes(rows)
        for r in rows:
            iso, title = r["iso"], neat_title(r["position"])
            holder = {"EU": "org:european-union", "UN": "org:united-nations"}.get(iso, iso)
            nation = home.get(r["wikidata"], iso)
            p = self.get(without_peerage(r["person"]), "" if nation in ("EU", "UN") else nation, r["wikidata"], {"male": "m", "female": "f"}.get(r["gender"], ""))
            start, end = tidy(r["start"]), tidy(r["end"])
            seen = ""
            if not end:
                end = self.successors.get((iso, r["position"], r["wikidata"], r["start"]), "")
                seen = "" if end else (LATE_SEEN if start > OPEN_SEEN else OPEN_SEEN)
                if seen and start > seen:
                    seen = start
            if end and end[:len(start)] < start[:len(end)]:
                end, seen = "", start
            p.add(title, holder, role_of(iso, title, names.get(iso, ())), start, end, seen)

    def read_leaders(self, folder):
        for r in read_csv(folder, "leaders-2022-wikidata.csv"):
            iso = self.countries.by_item.get(r["countryid"])
            if not iso or not is_latin(r["officeholderLabel"]):
                continue
            names = {n for n, i in self.countries.by_name.items() if i == iso}
            role = role_of(iso, neat_title(r["positionLabel"]), names)
            known = self.by_item.get(r["officeholder"])
            if known and any(o[1] == iso and (o[2] == role or role == "other") for o in known.offices):
                continue
            p = known or self.get(r["officeholderLabel"], iso, r["officeholder"])
            seen = "" if r["end_year"] else OPEN_SEEN
            p.add(neat_title(r["positionLabel"]), iso, role, r["start_year"], r["end_year"], seen)

    # -- the United States ---------------------------------------------------------

    def read_us(self, folder):
        rows = read_tsv(folder, "us-officeholders.tsv")
        rows.sort(key=lambda r: (r["name"], r["start"]))
        for r in rows:
            name = r["name"]
            if "President" in r["office"]:
                for (old, since), new in sorted(PRESIDENTS.items()):
                    if old == r["name"] and r["start"][:4] >= since:
                        name = new
            p = self.get(name, "US", r["wikidata"], r["gender"].lower(), int(r["start"][:4]))
            if name != r["name"] and r["name"] not in ("George Bush", "John Adams"):
                p.alias(r["name"])
            if r["nickname"] and re.fullmatch(r"[A-Z][\w. -]+", r["nickname"]):
                surname = [w for w in name.split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III")][-1]
                p.alias(f"{r['nickname']} {surname}")
            role = "head-of-state" if r["office"].startswith("President") else "vice-president" if r["office"].startswith("Vice") else "legislator"
            extend(p, r["office"], role, r["start"], r["end"])

    # -- the Factbook ----------------------------------------------------------------

    def read_factbook(self):
        for r in self.countries.factbook:
            iso = self.countries.factbook_iso(r)
            if self.countries.rows[iso]["type"] != "state":
                continue
            for column, role in (("chief_of_state", "head-of-state"), ("head_of_government", "head-of-government")):
                parsed = parse_factbook(r[column])
                if parsed and not re.search(r"Assembly President|Pontifical|Secretary of State for", r[column]):
                    self.add_factbook(iso, role, *parsed)

    def add_factbook(self, iso, role, title, name, surname, since):
        if re.search(r"\b(king|queen|emperor|sultan|amir|emir|prince|grand duke)\b", title, re.I) and role == "head-of-state":
            role = "monarch"
        if iso == "IR":
            role = "head-of-state" if "Leader" in title else "head-of-government"
        same = None
        if " " not in name or re.fullmatch(r"\S+ [IVX]+", name):  # a monarch may reign in many countries
            same = next((p for p in self.all if key(p.name) == key(name)), None)
        same = same or self.known(name, iso) or self.factbook_match(iso, role, name, surname, since)
        if same is None:
            same = self.get(name if " " in name else f"{title} {name}", iso)
        else:
            same.alias(name)
            self.index(same, name)
        for o in same.offices:
            if o[1] == iso and o[2] == role and (not o[4] or since and o[4] > since):
                o[4] = o[5] = ""  # still held in January 2026
                return
        same.add(title, iso, role, since, "")

    def factbook_match(self, iso, role, name, surname, since):
        """Another spelling: of one country, and in one office since one day or alike in surname and given name."""
        words = key(name).split()
        here = [p for p in self.all if p.iso == iso]
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

    # -- Phoenix ----------------------------------------------------------------------

    def read_phoenix(self, folder):
        for r in read_tsv(folder, "phoenix-actors.tsv"):
            if r["guess"] != "person" or not re.fullmatch(r"[A-Z .'’-]+", r["name"]) or len(r["name"].split()) < 2:
                continue
            codes = [c.split(" ") for c in r["codes"].split(";") if c.strip()]
            iso = self.cameo(codes[0][0][:3]) if codes else None
            if not iso:
                continue
            years = [int(y) for y in re.findall(r"\b(\d{4})-", r["codes"])]
            p = self.get(title_name(r["name"]), iso, year=max(years) if years else None)
            for alias in r["aliases"].split(";"):
                words = alias.split()
                if len(words) > 1 and re.fullmatch(r"[A-Z .'’-]+", alias) and not re.match(
                        r"(PRESIDENT|PRIME|MINISTER|CHANCELLOR|SENATOR|SECRETARY|FORMER|FOREIGN|DEFENSE|KING|QUEEN|LEADER|GOVERNOR|U\.?S)\b", alias):
                    self.phoenix_alias(p, title_name(alias))
            self.phoenix_offices(p, codes)

    def phoenix_alias(self, p, alias):
        """Takes an alias that is a fuller or another spelling: same surname, like given name, no title."""
        ours, theirs = key(p.name).split(), key(alias).split()
        if len(theirs) > 5 or set(theirs) & NO_NAMES or self.by_name.get((key(alias), p.iso)):
            return
        if ours[-1] == theirs[-1] and ours[0][0] == theirs[0][0] or ours[0] == theirs[0]:
            p.alias(alias)

    def cameo(self, code):
        iso = CAMEO.get(code) or self.countries.iso3.get(code)
        return iso if iso in self.countries.rows or iso in ("DD", "SU", "YU", "CS") else None

    def phoenix_offices(self, p, codes):
        leader = any(len(c) > 1 and c[0][3:6] == "ELI" and ".." in c[1] for c in codes)
        if leader:
            p.rank = 1
        for code in codes:
            iso, sector = self.cameo(code[0][:3]), code[0][3:6]
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

    def worthwhile(self, p):
        """Whether a person goes in: not a judge, mayor or provincial officer of a small country, nor a name without an office."""
        if p.iso in POWERS:
            return bool(p.item or p.offices)
        if not p.item and p.rank == 0:
            return any(o[2] != "other" for o in p.offices)
        if any(o[2] == "governor" and LARGE.search(o[0]) for o in p.offices):
            return True
        return p.rank > 0 or any(o[2] not in ("other", "governor") for o in p.offices)

    def name_monarchs(self):
        """Names as the news has them: "Harald V of Norway" is King Harald V, too."""
        for p in self.all:
            titles = [o[0] for o in p.offices if o[2] == "monarch"]
            m = re.match(r"^(\S+)( [IVX]+)?(?:,? .*\b(?:of|Duke)\b .*)?$", p.name)
            if not titles or not m:
                continue
            full = m.group(1) + (m.group(2) or "")
            title = next((t for t in ("Emperor", "Sultan", "Grand Duke", "Prince", "Emir", "King", "Queen") if t.lower() in titles[-1].lower()),
                         "Queen" if p.gender == "f" else "King")
            if m.group(2) and full != p.name:
                p.aliases.insert(0, p.name)
                p.name = full
            p.alias(f"{title} {full}")
            p.alias(f"{title} {m.group(1)}")

    def table(self):
        """The rows, by name; ids are unique and do not depend on the order of the sources."""
        self.name_monarchs()
        taken = set()
        rows = []
        for p in sorted(self.all, key=lambda p: (-p.rank, slug(p.name), p.iso, p.item)):
            if not slug(p.name) or not self.worthwhile(p):
                continue
            ident = "wd:" + p.item if p.item else "person:" + slug(p.name)
            n = 2
            if ident in taken:
                ident += "-" + p.iso.lower()
            while ident in taken:
                ident, n = f"person:{slug(p.name)}-{p.iso.lower()}-{n}", n + 1
            taken.add(ident)
            rows.append(p.row(ident))
        return sorted(rows, key=lambda r: (slug(r[1]), r[0]))


def without_peerage(name):
    """A name without what stands behind it: "Des Browne, Baron Browne of Ladyton"."""
    return re.split(r", (?:\d+\w+ )?(?:Baron|Baroness|Viscount|Viscountess|Earl|Marquess|Lord)\b", name)[0]


def neat_title(title):
    title = title.replace("Yang di_pertuan", "Yang di-Pertuan").strip()
    return title.replace(";", ",").replace("|", ",").replace("^", "")


def tidy(date):
    """A date of the source as an ISO date of the precision that it has."""
    date = date.strip()[:10]
    for tail in ("-00-00", "-00"):
        date = date.removesuffix(tail)
    return date if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date) else ""


def homes(rows):
    """The country of each person: the one of most offices, bodies of the world last."""
    count = {}
    for r in rows:
        if r["iso"] not in ("EU", "UN"):
            by = count.setdefault(r["wikidata"], {})
            # An ambassador serves the own country; a monarch reigns in many.
            by[r["iso"]] = by.get(r["iso"], 0) + (0.1 if "monarch of" in r["position"].lower() else 1)
    out = {}
    for item, by in count.items():
        best = max(by.values())
        at = [iso for iso in sorted(by) if by[iso] == best]
        out[item] = "GB" if "GB" in by and best <= 1 else at[0]
    return out


def succession(rows):
    """The end of an office without one, where somebody else took the same position later."""
    starts = {}
    for r in rows:
        if tidy(r["start"]) and not SHARED.search(r["position"]):
            starts.setdefault((r["iso"], r["position"]), []).append((tidy(r["start"]), r["wikidata"]))
    ends = {}
    for r in rows:
        if tidy(r["end"]) or not tidy(r["start"]):
            continue
        later = sorted(s for s, who in starts.get((r["iso"], r["position"]), []) if s > tidy(r["start"]) and who != r["wikidata"])
        if later:
            ends[r["iso"], r["position"], r["wikidata"], r["start"]] = later[0]
    return ends


def extend(p, title, role, start, end):
    """Adds a term, or lengthens the office where the new term follows on the old one."""
    for o in p.offices:
        if o[0] == title and o[1] == "US" and o[4] and abs(days(o[4]) - days(start)) < 40:
            o[4] = end
            return
    same = [o for o in p.offices if o[2] == role and role != "legislator" and o[1] == "US" and overlap(o, start, end)]
    for o in same:
        p.offices.remove(o)
    p.add(title, "US", role, start, end)


def days(date):
    y, m, d = (date + "-01-01")[:10].split("-")
    return int(y) * 365 + int(m) * 30 + int(d)


def overlap(office, start, end):
    before = lambda a, b: a and b and a[:min(len(a), len(b))] < b[:min(len(a), len(b))]
    return not before(office[4] or office[5], start) and not before(end, office[3])


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


ROMANS = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XIV", "XVI"}
TITLE_WORDS = set("""President Prime Minister Chancellor Premier King Queen Emperor Sultan Amir Prince Grand Duke Supreme Leader Interim Acting Transition
Transitional Chairperson Chairman Council Ministers State Federal Presidency Captain-General Sovereign Taoiseach GNU Presidential Leadership General Chief
Executive Head Government Capt. Foreign Chair Commander-in-Chief Armed Forces Sudanese Swiss Confederation Crown Co-Prince Co-Vice Pope Sheikh Sir Crown Cabinet Affairs Secretary Commission Presidium Cochief Military""".split())


def fix(word):
    """One word of a Factbook name: surnames are in capitals there."""
    return word if not re.search(r"[A-ZÀ-Ž]{2}", word) or re.fullmatch(r"[A-Z]\.", word) else "-".join(
        w.lower() if w.lower() in ("al", "el") else w[:1] + w[1:].lower() if w.isupper() else w for w in word.split("-"))
