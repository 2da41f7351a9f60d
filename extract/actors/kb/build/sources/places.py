"""Places: the larger cities and the states of the US from GeoNames, capitals from the Factbook."""

import json
import re
from collections import Counter

from names import is_latin, key

MIN_POPULATION = 100_000
SAME_NAME = 300_000  # for a city that has the name of a capital
# Cities of these names are words of the language, names of people or of countries first.
SKIP = {
    "of", "man", "most", "split", "nice", "reading", "mobile", "orange", "bath", "buy", "police", "bar", "same", "van", "bo", "ho", "wa", "un", "ube",
    "independence", "enterprise", "normal", "hope", "along", "sale", "lens", "surprise", "commerce", "carlos", "nancy", "victoria", "santiago", "david",
    "george", "jackson", "lincoln", "madison", "jefferson", "clinton", "pierre", "salem", "florence", "augusta", "kent", "warren", "carson", "douglas",
    "mexico", "union", "central", "colon", "gay", "male", "ad", "al", "el", "la", "los", "de", "university", "north", "south", "east", "west", "the",
    "soldiers", "metro", "paradise", "san", "springs", "tours", "delta", "mary", "ann", "ajax", "hub", "oral", "nada", "una", "beni", "batman", "chu", "carolina", "boulder",
    "anand", "banda", "bolton", "bush", "garland", "hassan", "kani", "kennedy", "moreno", "moro", "noda", "rangel", "richardson", "rodriguez", "salinas",
    "toledo", "ueda", "valera", "campos", "ford", "may", "march", "august", "set", "taylor", "kim", "young", "los angeles county", "corona",
}


def read_json(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as f:
        return json.load(f)


BORNE = 3  # people of whom a name is the first or the last: too many for a lesser city
LARGE = 500_000


class Places:
    def __init__(self, folder, countries, people):
        self.countries = countries
        self.borne = Counter(key(p.name).split()[i] for p in people.all for i in (0, -1) if key(p.name))
        self.cities = [c for c in read_json(folder, "cities15000.json").values() if c["countrycode"] in countries.rows]
        self.states = read_json(folder, "us_states.json").values()

    @staticmethod
    def capital_cities(best, capitals):
        """The city that is each capital: the one of that name, else the largest that is also called so."""
        chosen = {}
        for name, iso in sorted(capitals):
            if (name, iso) in best:
                chosen[iso] = best[name, iso]
                continue
            also = [c for (_, at), c in sorted(best.items()) if at == iso and name in {key(a) for a in c["alternatenames"]}]
            if also:
                chosen[iso] = max(also, key=lambda c: c["population"])
        return chosen

    def table(self):
        rows = []
        capitals = {(key(r["capital"]), iso) for iso, r in self.countries.rows.items() if r["capital"]}
        found = set()
        best = {}
        for c in self.cities:
            spot = (key(c["name"]), c["countrycode"])
            if spot not in best or c["population"] > best[spot]["population"]:
                best[spot] = c
        chosen = self.capital_cities(best, capitals)
        famous = {key(c["name"]) for c in chosen.values()}
        for (name, iso), c in sorted(best.items()):
            capital = chosen.get(iso) is c
            if capital:
                found.add(iso)
            if name in SKIP and not (capital and name != "male"):
                continue
            if not capital and self.borne[name] >= BORNE and c["population"] < LARGE:
                continue  # Elizabeth in New Jersey
            if not capital and name in famous and c["population"] < SAME_NAME:
                continue  # Madrid in Colombia
            if not capital and (c["population"] < MIN_POPULATION or not is_latin(c["name"])):
                continue
            kind = "capital" if capital else "city"
            rows.append([c["name"], iso, kind, "", "", str(c["population"])])
        for iso, r in sorted(self.countries.rows.items()):
            if r["capital"] and iso not in found and not re.search(r"^no |none", r["capital"]):
                rows.append([r["capital"], iso, "capital", "", "", ""])
        for s in self.states:
            if s["name"] != "District of Columbia":
                rows.append([s["name"], "US", "region", "", "", ""])
        return sorted(rows, key=lambda r: (key(r[0]), r[1], r[2]))
