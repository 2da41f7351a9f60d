"use strict";
// The graph as the page carries it, with indexes by id.
const graph = JSON.parse(document.getElementById("data").textContent);
const byId = (list) => new Map(list.map((x) => [x.id, x]));
const nodes = byId(graph.nodes), edges = byId(graph.edges), statements = byId(graph.statements), articles = byId(graph.articles);
const familyOf = new Map(graph.families.flatMap((f) => f.relations.map((r) => [r, f.key])));

const $ = (id) => document.getElementById(id);

// el makes an element. Text always goes in as text, never as markup.
function el(tag, attributes = {}, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) e.setAttribute(key, value === true ? "" : value);
  }
  e.append(...children.filter((c) => c != null && c !== false));
  return e;
}

// fold makes spellings comparable: no case, no diacritics.
const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (relation) => relation.toLowerCase().replaceAll("_", " ");
const nodeName = (id) => nodes.get(id)?.name || id;
const plural = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

// days returns the first and the last day that a date can mean, "" for none.
function days(date) {
  if (!date) return ["", ""];
  const [from, to = from] = date.split("/");
  return [(from + "-01-01").slice(0, 10), (to + "-12-31".slice(to.length - 4 > 0 ? to.length - 4 : 0)).slice(0, 10)];
}

// Each edge with what filters and the table ask for.
const rows = graph.edges.map((edge) => {
  const proofs = (edge.statements || []).map((id) => statements.get(id)).filter(Boolean);
  const from = proofs.map((s) => articles.get(s.article)).filter(Boolean);
  const published = from.map((a) => a.published || "").filter(Boolean).sort();
  const [first, last] = days(edge.date || published[0]);
  const names = [edge.source, edge.target].flatMap((id) => [nodeName(id), ...(nodes.get(id)?.aliases || [])]);
  return {
    edge, proofs, first, last, reported: edge.date ? "" : published[0] || "", outlets: new Set(from.map((a) => a.outlet || "")),
    haystack: fold([...names, words(edge.relation), ...proofs.map((s) => s.quote)].join("\n")),
  };
});
const rowOf = new Map(rows.map((r) => [r.edge.id, r]));
const touching = new Map(graph.nodes.map((n) => [n.id, []]));
for (const r of rows) for (const id of new Set([r.edge.source, r.edge.target])) touching.get(id)?.push(r);
// Where articles name somebody without telling anything of them.
const namedIn = new Map();
for (const s of graph.statements) if (s.relation === "MENTIONS") namedIn.set(s.target.id, [...(namedIn.get(s.target.id) || []), s]);
