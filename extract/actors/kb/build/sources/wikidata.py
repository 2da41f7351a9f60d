"""People from Wikidata: national office holders, and the heads of states and governments of 2022."""

import re

from names import is_latin
from people import neat_title, tidy
from roles import SHARED, role_of
from tables import read_csv, read_tsv

OPEN_SEEN = "2022-08"  # when Wikidata's holders were collected
LATE_SEEN = "2023-01"


def read_wikidata(people, folder):
    rows = [r for r in read_tsv(folder, "officeholders-wikidata.tsv") if is_latin(r["person"]) and len(r["person"].split()) > 0]
    ends = succession(rows)
    names = {}
    for name, iso in people.countries.by_name.items():
        names.setdefault(iso, set()).add(name)
    home = homes(rows)
    for r in rows:
        iso, title = r["iso"], neat_title(r["position"])
        holder = {"EU": "org:european-union", "UN": "org:united-nations"}.get(iso, iso)
        nation = home.get(r["wikidata"], iso)
        p = people.get(bare(r["person"]), "" if nation in ("EU", "UN") else nation, r["wikidata"], {"male": "m", "female": "f"}.get(r["gender"], ""))
        start, end = tidy(r["start"]), tidy(r["end"])
        seen = ""
        if not end:
            end = ends.get((iso, r["position"], r["wikidata"], r["start"]), "")
            seen = "" if end else (LATE_SEEN if start > OPEN_SEEN else OPEN_SEEN)
            if seen and start > seen:
                seen = start
        if end and end[:len(start)] < start[:len(end)]:
            end, seen = "", start
        p.add(title, holder, role_of(iso, title, names.get(iso, ())), start, end, seen)


def read_leaders(people, folder):
    for r in read_csv(folder, "leaders-2022-wikidata.csv"):
        iso = people.countries.by_item.get(r["countryid"])
        if not iso or not is_latin(r["officeholderLabel"]):
            continue
        names = {n for n, i in people.countries.by_name.items() if i == iso}
        role = role_of(iso, neat_title(r["positionLabel"]), names)
        known = people.by_item.get(r["officeholder"])
        if known and any(o[1] == iso and (o[2] == role or role == "other") for o in known.offices):
            continue
        p = known or people.get(r["officeholderLabel"], iso, r["officeholder"])
        seen = "" if r["end_year"] else OPEN_SEEN
        p.add(neat_title(r["positionLabel"]), iso, role, r["start_year"], r["end_year"], seen)


def bare(name):
    """A name without what stands around it: "Des Browne, Baron Browne of Ladyton"."""
    name = re.sub(r"^H\. ?E\. (Ambassador )?|\s*\([^)]*\)$", "", name)
    return re.split(r", (?:\d+\w+ )?(?:Baron|Baroness|Viscount|Viscountess|Earl|Marquess|Lord)\b", name)[0]


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
