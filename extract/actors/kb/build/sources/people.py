"""People: gathered from all sources, merged, with their offices."""

import re

from names import key, slug

# Countries whose lesser officers the news names too.
POWERS = {"US", "RU", "CN", "GB", "FR", "DE", "UA", "IL", "IR", "IN", "JP", "TR", "SU", "KP", "KR", "PK", "SA", "PL", "IT", "CA", "AU", "SY",
          "PS", "IQ", "AF", "TW", "VE", "DD"}
LARGE = re.compile(r"Governor-General|Premier|First Minister|President of|Mayor of (Athens|Brussels|Budapest|Bucharest|Sarajevo|Belgrade|Vienna)")


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


def neat_title(title):
    title = title.replace("Yang di_pertuan", "Yang di-Pertuan").strip()
    return title.replace(";", ",").replace("|", ",").replace("^", "")


def tidy(date):
    """A date of the source as an ISO date of the precision that it has."""
    date = date.strip()[:10]
    for tail in ("-00-00", "-00"):
        date = date.removesuffix(tail)
    return date if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date) else ""


def overlap(office, start, end):
    before = lambda a, b: a and b and a[:min(len(a), len(b))] < b[:min(len(a), len(b))]
    return not before(office[4] or office[5], start) and not before(end, office[3])
