#!/bin/sh
# Writes the tables of docs/SCORES.md anew, between its two marks: what the extractor of this source tree reaches on the
# labelled articles of testdata, those in view and those unseen. "make scores" calls it; look at the difference before you commit.
set -eu
cd "$(dirname "$0")/.."
page=docs/SCORES.md
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go run ./cmd/entente eval testdata/gold --articles testdata/articles -q -o "$dir/view"
go run ./cmd/entente eval testdata/unseen -q -o "$dir/unseen"
awk -F ' *[|] *' '
  # The first table of a set has its figures, the second has them by relation.
  FNR == 1 { set++; table = 0 }
  /^\| measure / { table = 1 }
  /^\| relation / { table = 2 }
  /^## / { sub(/^## /, ""); name[set] = $0 }
  /^\|/ && table == 1 && !/^\| measure / && !/^\| ---/ {
    if (set == 1) order[++n] = $2
    figure[set, $2] = $3; strict[set, $2] = $4
  }
  /^\|/ && table == 2 { relations[set] = relations[set] "\n" $0 }
  END {
    print "| measure | in view | status too | unseen | status too |"
    print "| --- | ---: | ---: | ---: | ---: |"
    for (i = 1; i <= n; i++)
      printf "| %s | %s | %s | %s | %s |\n", order[i], figure[1, order[i]], strict[1, order[i]], figure[2, order[i]], strict[2, order[i]]
    printf "\n### In view: %s\n%s\n\n### Unseen: %s\n%s\n", name[1], relations[1], name[2], relations[2]
  }
' "$dir/view" "$dir/unseen" >"$dir/tables"
awk -v tables="$dir/tables" '
  /^<!-- end of figures -->$/ { inside = 0; ends++ }
  !inside { print }
  /^<!-- figures -->$/ {
    inside = 1; begins++
    print ""
    while ((getline line < tables) > 0) print line
    print ""
  }
  END { if (begins != 1 || ends != 1) { print "docs/SCORES.md: want one pair of marks" > "/dev/stderr"; exit 1 } }
' "$page" >"$dir/page"
cat "$dir/page" >"$page"
