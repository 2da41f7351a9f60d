// The panel: what is selected, with its proofs.
const follow = (what, label) => el("a", { href: "#" + new URLSearchParams({ select: what }), onclick: (e) => { e.preventDefault(); select(what); frameChosen(); } }, label);
const nodeLink = (id) => (nodes.has(id) ? follow("node:" + id, nodeName(id)) : id);
const edgeLink = (r, label) => follow("edge:" + r.edge.id, label);
const relation = (edge) => el("span", { class: "relation " + (familyOf.get(edge.relation) || "structure") }, words(edge.relation));
const status = (s) => (s === "occurred" ? "" : ` (${s})`);

function facts(list) {
  const dl = el("dl", { class: "facts" });
  for (const [key, value] of list) if (value && !(Array.isArray(value) && !value.length)) dl.append(el("dt", {}, key), el("dd", {}, ...[value].flat()));
  return dl;
}

// named returns a text with the names in it emphasised.
function named(text, names) {
  const out = [], list = names.filter(Boolean).sort((a, b) => b.length - a.length);
  for (let i = 0, plain = 0; i <= text.length; ) {
    const name = list.find((n) => text.startsWith(n, i) && !/\p{L}/u.test((text[i - 1] || " ") + (text[i + n.length] || " ")));
    if (!name && i < text.length) { i++; continue; }
    if (i > plain) out.push(text.slice(plain, i));
    if (!name) break;
    out.push(el("strong", {}, name));
    plain = i += name.length;
  }
  return out;
}

function proof(s) {
  const article = articles.get(s.article) || {}, [before, after] = graph.context[s.id] || ["", ""];
  const names = [s.source, s.target].flatMap((ref) => [ref.name, ...(ref.aliases || []), ...(nodes.get(ref.id)?.aliases || [])]);
  const title = article.title || s.article;
  const link = /^https?:\/\//.test(article.url || "") ? el("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, title) : title;
  return el("div", { class: "proof" },
    el("blockquote", {}, before && el("span", { class: "around" }, before), el("mark", {}, ...named(s.quote, names)), after && el("span", { class: "around" }, after)),
    el("cite", {}, link, [article.outlet, article.published].filter(Boolean).map((x) => ", " + x).join("")),
    el("div", { class: "soft" }, s.speaker ? ["says ", nodes.has(s.speaker.id) ? nodeLink(s.speaker.id) : s.speaker.name].reduce((p, c) => (p.append(c), p), el("span")) : "says the article itself",
      ` · rule ${s.rule} · bytes ${s.start}–${s.end}`));
}

function edgeParts(r) {
  const { edge } = r;
  const others = rows.filter((x) => x !== r && ((x.edge.source === edge.source && x.edge.target === edge.target) || (x.edge.source === edge.target && x.edge.target === edge.source)));
  return [
    el("h2", {}, nodeLink(edge.source), " ", relation(edge), " ", nodeLink(edge.target)),
    facts([["status", edge.status], ["date", edge.date], ["place", edge.place && nodeLink(edge.place)], ["meeting", edge.meeting && nodeLink(edge.meeting)],
      ["sources", String(edge.sources)], ["confidence", edge.confidence ? edge.confidence.toFixed(2) : ""], ["PLOVER root", edge.plover]]),
    el("h3", {}, plural(r.proofs.length, "quote")), ...r.proofs.map(proof),
    others.length ? el("h3", {}, "Also between the two") : null,
    others.length ? el("ul", {}, ...others.map((x) => el("li", {}, edgeLink(x, `${nodeName(x.edge.source)} ${words(x.edge.relation)}${status(x.edge.status)}`), x.edge.date ? ", " + x.edge.date : ""))) : null,
  ];
}

// counterparts lists with whom a node has most edges.
function counterparts(id, near) {
  const count = new Map();
  for (const { edge } of near) {
    const other = edge.source === id ? edge.target : edge.source;
    count.set(other, (count.get(other) || 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5).flatMap(([other, n], i) => [i ? ", " : "", nodeLink(other), ` ${n}`]);
}

function nodeParts(node) {
  const near = touching.get(node.id), groups = new Map();
  for (const r of near) {
    const key = words(r.edge.relation);
    groups.set(key, [...(groups.get(key) || []), r]);
  }
  const wikidata = /^Q\d+$/.test(node.wikidata || "") ? el("a", { href: "https://www.wikidata.org/wiki/" + node.wikidata, target: "_blank", rel: "noopener noreferrer" }, node.wikidata) : "";
  return [
    el("h2", {}, el("span", { class: "chip " + node.kind.toLowerCase() }), " ", node.name),
    facts([["kind", [node.kind, node.type].filter(Boolean).join(", ")], ["also", (node.aliases || []).join("; ")], ["office", (node.offices || []).join("; ")],
      ["country", node.country], ["status", node.status], ["date", node.date], ["place", node.place && nodeLink(node.place)], ["Wikidata", wikidata], ["id", node.id],
      ["most with", counterparts(node.id, near)]]),
    ...(node.history?.length ? [el("h3", {}, "History"), el("ol", {}, ...node.history.map((c) => el("li", {}, [c.published, c.status].filter(Boolean).join(": "), el("span", { class: "soft" }, " – " + (articles.get(c.article)?.title || c.article)))))] : []),
    pathForm(node),
    ...[...groups].flatMap(([key, list]) => [el("h3", {}, key), el("ul", {}, ...list.sort((a, b) => (a.first < b.first ? -1 : 1)).map((r) => el("li", {},
      edgeLink(r, (r.edge.source === node.id ? "→ " + nodeName(r.edge.target) : "← " + nodeName(r.edge.source)) + status(r.edge.status)), r.edge.date ? ", " + r.edge.date : "")))]),
    ...(namedIn.has(node.id) ? [el("h3", {}, "Only named in"), ...namedIn.get(node.id).map(proof)] : []),
  ];
}

// pathForm asks for another node and shows the shortest way to it.
function pathForm(node) {
  const names = graph.nodes.filter((n) => n.id !== node.id), way = state.path ? path(node.id, state.path) : null;
  const choice = el("select", { "aria-label": "Shortest path to", onchange: (e) => { update({ path: e.target.value }); frameChosen(); } }, el("option", { value: "" }, "shortest path to …"),
    ...names.sort((a, b) => (a.name < b.name ? -1 : 1)).map((n) => el("option", { value: n.id, selected: n.id === state.path }, n.name.slice(0, 60))));
  return el("div", {}, el("p", {}, choice), state.path && !way ? el("p", {}, "No path over the edges that the filters leave.") : null,
    way ? el("ol", { class: "path" }, ...way.map((r) => el("li", {}, edgeLink(r, `${nodeName(r.edge.source)} ${words(r.edge.relation)}${status(r.edge.status)} ${nodeName(r.edge.target)}`)))) : null);
}

let shown = null;
function showPanel() {
  const key = [state.select, state.path, state.path ? visible.size : ""].join("|");
  if (key === shown) return;
  shown = key;
  const [type, ...rest] = state.select.split(":"), id = rest.join(":"), panel = $("panel");
  let parts = [el("p", { class: "soft" }, "Select a node or a line in the picture, or a row of the table: its quotes stand here.")];
  if (type === "node" && nodes.has(id)) parts = nodeParts(nodes.get(id));
  if (type === "edge" && rowOf.has(id)) parts = edgeParts(rowOf.get(id));
  if (type === "line" && graph.lines[id]) parts = graph.lines[id].items.flatMap((i) => i.edges).flatMap((e) => edgeParts(rowOf.get(e)).slice(0, 3 + rowOf.get(e).proofs.length));
  panel.replaceChildren(...parts.filter(Boolean));
  panel.scrollTop = 0;
}
