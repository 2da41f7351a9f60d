"""People from congress-legislators: presidents, vice presidents and the sitting Congress of the United States."""

import re

from people import overlap
from tables import read_tsv

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


def read_us(people, folder):
    rows = read_tsv(folder, "us-officeholders.tsv")
    rows.sort(key=lambda r: (r["name"], r["start"]))
    for r in rows:
        name = r["name"]
        if "President" in r["office"]:
            for (old, since), new in sorted(PRESIDENTS.items()):
                if old == r["name"] and r["start"][:4] >= since:
                    name = new
        p = people.get(name, "US", r["wikidata"], r["gender"].lower(), int(r["start"][:4]))
        if name != r["name"] and r["name"] not in ("George Bush", "John Adams"):
            p.alias(r["name"])
        if r["nickname"] and re.fullmatch(r"[A-Z][\w. -]+", r["nickname"]):
            surname = [w for w in name.split() if w.rstrip(".") not in ("Jr", "Sr", "II", "III")][-1]
            p.alias(f"{r['nickname']} {surname}")
        role = "head-of-state" if r["office"].startswith("President") else "vice-president" if r["office"].startswith("Vice") else "legislator"
        extend(p, r["office"], role, r["start"], r["end"])


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
