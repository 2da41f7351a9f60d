// What the reader chose. It is kept in the address, so that a view can be shared.
const state = { q: "", kind: new Set(), relation: new Set(), status: new Set(), outlet: "", from: "", to: "", sources: 1, select: "", path: "", sort: "date", down: false, theme: "" };
const texts = ["q", "outlet", "from", "to", "select", "path", "sort", "theme"];
const sets = ["kind", "relation", "status"]; // of what is switched off

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const key of texts) state[key] = given.get(key) || (key === "sort" ? "date" : "");
  for (const key of sets) state[key] = new Set((given.get("no-" + key) || "").split(",").filter(Boolean));
  state.sources = Math.max(1, parseInt(given.get("sources"), 10) || 1);
  state.down = given.has("down");
}

function writeAddress() {
  const out = new URLSearchParams();
  for (const key of texts) if (state[key] && !(key === "sort" && state.sort === "date")) out.set(key, state[key]);
  for (const key of sets) if (state[key].size) out.set("no-" + key, [...state[key]].sort().join(","));
  if (state.sources > 1) out.set("sources", state.sources);
  if (state.down) out.set("down", "1");
  const hash = out.toString();
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
}

// passes tells whether the filters leave an edge.
function passes(r) {
  const { edge } = r;
  return !state.relation.has(edge.relation) && !state.status.has(edge.status) && edge.sources >= state.sources &&
    ![edge.source, edge.target].some((id) => state.kind.has(nodes.get(id)?.kind)) &&
    (!state.outlet || r.outlets.has(state.outlet)) &&
    (!state.from || !r.last || r.last >= state.from) && (!state.to || !r.first || r.first <= state.to) &&
    (!state.q || r.haystack.includes(fold(state.q)));
}
let visible = new Set(); // ids of the edges that the filters leave

// update makes the whole page follow the state.
function update(change = {}) {
  Object.assign(state, change);
  visible = new Set(rows.filter(passes).map((r) => r.edge.id));
  document.documentElement.classList.toggle("dark", dark());
  $("theme").textContent = dark() ? "Light" : "Dark";
  showFilters(); showPicture(); showTable(); showPanel(); writeAddress();
  $("counts").textContent = `${visible.size} of ${plural(rows.length, "edge")} · ${plural(graph.nodes.length, "node")} · ${plural(graph.statements.length, "quote")} · ${plural(graph.articles.length, "article")}`;
}

const dark = () => (state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
const select = (what) => update({ select: what, path: "" });

// path returns the edges of a shortest way between two nodes over edges that
// the filters leave, or null.
function path(from, to) {
  const came = new Map([[from, null]]);
  for (const queue = [from]; queue.length; ) {
    const here = queue.shift();
    if (here === to) break;
    for (const r of touching.get(here) || []) {
      const there = r.edge.source === here ? r.edge.target : r.edge.source;
      if (visible.has(r.edge.id) && !came.has(there)) { came.set(there, { here, r }); queue.push(there); }
    }
  }
  if (!came.has(to)) return null;
  const way = [];
  for (let at = to; came.get(at); at = came.get(at).here) way.unshift(came.get(at).r);
  return way;
}

// chosen returns the ids of the nodes and edges that are selected.
function chosen() {
  const [type, ...rest] = state.select.split(":"), id = rest.join(":");
  if (type === "edge" && edges.has(id)) return { edges: new Set([id]), nodes: new Set([edges.get(id).source, edges.get(id).target]) };
  if (type === "line" && graph.lines[id]) {
    const ids = graph.lines[id].items.flatMap((i) => i.edges), first = edges.get(ids[0]);
    return { edges: new Set(ids), nodes: new Set([first.source, first.target]) };
  }
  if (type === "node" && nodes.has(id)) {
    const way = state.path && nodes.has(state.path) ? path(id, state.path) : null;
    if (way) return { edges: new Set(way.map((r) => r.edge.id)), nodes: new Set([id, ...way.flatMap((r) => [r.edge.source, r.edge.target])]), way };
    const near = touching.get(id).filter((r) => visible.has(r.edge.id));
    return { node: id, edges: new Set(near.map((r) => r.edge.id)), nodes: new Set([id, ...near.flatMap((r) => [r.edge.source, r.edge.target])]) };
  }
  return null;
}
