"""Countries: codes, items and names from country-coder, forms from the Factbook."""

import re

from names import key
from tables import read_csv, read_tsv

# Names in the Factbook that country-coder spells otherwise.
FACTBOOK_NAMES = {
    "Congo (Brazzaville)": "CG", "DRC": "CD", "Cabo Verde": "CV", "The Gambia": "GM", "Côte d'Ivoire": "CI", "Burma": "MM",
    "The Bahamas": "BS", "The Dominican": "DO", "Holy See (Vatican City)": "VA", "Macau": "MO", "Turkey": "TR", "China": "CN",
    "Eswatini": "SZ", "Virgin Islands": "VI", "Falkland Islands (Islas Malvinas)": "FK", "Saint Martin": "MF", "Palestine": "PS",
    "Sao Tome and Principe": "ST", "Curacao": "CW", "French Southern and Antarctic Lands": "TF", "Timor-Leste": "TL",
    "Pitcairn Islands": "PN", "Saint Barthelemy": "BL", "Cocos (Keeling) Islands": "CC", "Saint Kitts and Nevis": "KN",
    "Netherlands": "NL", "Denmark": "DK", "New Zealand": "NZ", "France": "FR", "Czechia": "CZ", "North Macedonia": "MK",
    "Micronesia, Federated States of": "FM", "South Georgia and South Sandwich Islands": "GS", "Samoa": "WS", "Guinea": "GN",
    "Western Sahara": "EH", "Ireland": "IE", "Taiwan": "TW", "Kosovo": "XK", "Saint Lucia": "LC", "Saint Vincent and the Grenadines": "VC", "Cyprus": "CY", "Guernsey": "GG", "Jersey": "JE", "Georgia": "GE", "Sudan": "SD", "Congo": "CG",
}
NAMES = {
    "CN": "China", "NL": "Netherlands", "DK": "Denmark", "NZ": "New Zealand", "FR": "France", "PS": "Palestine", "GM": "Gambia",
    "BS": "Bahamas", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast", "TR": "Turkey",
    "MM": "Myanmar", "VA": "Vatican", "TL": "East Timor", "CV": "Cape Verde", "US": "United States", "KN": "Saint Kitts and Nevis",
    "CZ": "Czech Republic", "MO": "Macau", "FK": "Falkland Islands", "VI": "US Virgin Islands", "MF": "Saint Martin", "RU": "Russia",
    "ST": "São Tomé and Príncipe", "CY": "Cyprus", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines", "GG": "Guernsey", "JE": "Jersey",
}
# Neither belong to a state in country-coder nor are one.
TERRITORIES = {"AQ", "EH", "CK", "NU"}


def read_borders(folder):
    """The features of country-coder's borders: a script, read as text."""
    with open(f"{folder}/country-coder.cjs", encoding="utf-8") as f:
        text = f.read()
    features = []
    for body in re.findall(r'type: "Feature", properties: \{(.*?)\}, geometry', text, re.S):
        field = lambda name: (re.findall(rf'\b{name}: "([^"]*)"', body) or [""])[0]
        listed = lambda name: re.findall(r'"([^"]*)"', (re.findall(rf"\b{name}: \[([^\]]*)\]", body) or [""])[0])
        features.append({
            "iso": field("iso1A2"), "iso3": field("iso1A3"), "wikidata": field("wikidata"), "name": field("nameEn"),
            "country": field("country"), "groups": listed("groups"), "aliases": listed("aliases"),
        })
    return features


def people_forms(cell):
    """The nouns in a Factbook cell such as "Dane(s)" or "Briton(s), British (collective plural)"."""
    forms = []
    cell = re.sub(r"note.*|former.*|\((?!s\)|es\))[^)]*\)", "", cell)
    for part in re.split(r",|;| or ", cell):
        part = part.strip()
        m = re.match(r"^([A-ZÀ-Ž][\w' -]*?)\((s|es)\)$", part)
        if m:
            forms += [m.group(1), m.group(1) + m.group(2)]
        elif re.match(r"^[A-ZÀ-Ž][\w' -]*$", part):
            forms.append(part)
    return forms


def adjective_forms(cell):
    cell = re.sub(r"note.*|former.*|\([^)]*\)", "", cell)
    return [p.strip() for p in re.split(r",|;| or ", cell) if re.match(r"^[A-ZÀ-Ž][\w' -]*$", p.strip())]


class Countries:
    """All countries of the sources, by code."""

    def __init__(self, folder):
        self.features = read_borders(folder)
        self.rows = {}
        self.by_name = {}
        self.by_item = {}
        self.iso3 = {}
        for f in self.features:
            iso = f["iso"]
            if not re.fullmatch(r"[A-Z]{2}", iso) or iso in ("EU", "UN", "AC", "CP", "DG", "EA", "IC", "TA", "CQ", "FX"):
                continue
            state = not f["country"] and iso not in TERRITORIES
            self.rows[iso] = {
                "iso": iso, "name": NAMES.get(iso, f["name"]), "type": "state" if state else "territory",
                "wikidata": f["wikidata"], "aliases": [], "adjectives": [], "people": [], "capital": "",
            }
            self.iso3[f["iso3"]] = iso
            for name in [f["name"], self.rows[iso]["name"]]:
                self.by_name[key(name)] = iso
            self.by_item[f["wikidata"]] = iso
        for f in self.features:  # the kingdoms around a country have items of their own
            if f["wikidata"] and f["country"] in self.rows:
                self.by_item.setdefault(f["wikidata"], f["country"])
        for r in read_csv(folder, "leaders-2022-wikidata.csv"):
            # Wikidata's item of the country itself, where country-coder has that of the kingdom around it.
            iso = self.by_name.get(key(r["country"]))
            if iso:
                self.by_item.setdefault(r["countryid"], iso)
                if iso in ("DK", "NL"):
                    self.rows[iso]["wikidata"] = r["countryid"]
        self.factbook = [r for r in read_tsv(folder, "factbook-2026-01.tsv") if self.factbook_iso(r)]
        for r in self.factbook:
            row = self.rows[self.factbook_iso(r)]
            if r["long_name"] and "none" not in r["long_name"] and re.match(r"^[A-ZÀ-Ž][^;:]{4,60}$", r["long_name"]):
                row["aliases"].append(r["long_name"])
            row["adjectives"] += adjective_forms(r["nationality_adjective"])
            row["people"] += people_forms(r["nationality_noun"])
            row["capital"] = re.split(r"[(;,]| in Romanian", r["capital"])[0].strip()
            self.by_name[key(r["name"])] = row["iso"]
            self.by_name[key(r["long_name"])] = row["iso"]

    def factbook_iso(self, row):
        name = row["name"].strip()
        if name == "none":
            name = row["long_name"].strip()
        return (FACTBOOK_NAMES.get(name) or self.by_name.get(key(name))) if name else None

    def table(self):
        # "Dutch" is the adjective of the Netherlands, not of Aruba.
        owned = {a for r in self.rows.values() if r["type"] == "state" for a in r["adjectives"]} | {"British", "French", "American", "Dutch", "Congo"}
        for r in self.rows.values():
            if r["type"] != "state":
                r["adjectives"] = [a for a in r["adjectives"] if a not in owned]
                r["people"] = [p for p in r["people"] if p not in owned]
            r["adjectives"] = [a for a in r["adjectives"] if a != "Congo"]
        for iso in sorted(self.rows):
            r = self.rows[iso]
            aliases = [a for a in dict.fromkeys(r["aliases"]) if a != r["name"]]
            adjectives = [a for a in dict.fromkeys(r["adjectives"]) if len(a.split()) < 4]
            people = [p for p in dict.fromkeys(r["people"]) if len(p.split()) < 4]
            yield [iso, r["name"], r["type"], r["wikidata"], "", "", "|".join(aliases), "", "|".join(adjectives), "|".join(people), ""]

    def members(self):
        """The members of each grouping, from the Factbook; observers and partners left out."""
        out = {}
        for r in self.factbook:
            iso = self.factbook_iso(r)
            for part in re.split(r",\s*(?![^(]*\))", r["international_organizations"]):
                name = part.strip()
                if re.fullmatch(r"[A-Z][\w& -]{1,30}", name):
                    out.setdefault(name.replace("G- ", "G-"), set()).add(iso)
        return {k: sorted(v) for k, v in out.items() if len(v) > 1}
