#!/bin/sh
# Writes the tables of docs/SCORES.md anew, between its two marks: what the extractor of this source tree reaches on the
# labelled articles of testdata. "make scores" calls it; look at the difference before you commit.
set -eu
cd "$(dirname "$0")/.."
page=docs/SCORES.md
tables=$(mktemp)
new=$(mktemp)
trap 'rm -f "$tables" "$new"' EXIT
go run ./cmd/entente eval testdata/gold --articles testdata/articles -q -o "$tables"
awk -v tables="$tables" '
  /^<!-- end of figures -->$/ { inside = 0; ends++ }
  !inside { print }
  /^<!-- figures -->$/ {
    inside = 1; begins++
    print ""
    while ((getline line < tables) > 0) print line
    print ""
  }
  END { if (begins != 1 || ends != 1) { print "docs/SCORES.md: want one pair of marks" > "/dev/stderr"; exit 1 } }
' "$page" >"$new"
cat "$new" >"$page"
