// Search, keys, buttons, and the start.
const searchable = graph.nodes.map((n) => ({ node: n, names: [n.name, ...(n.aliases || [])].map((s) => [s, fold(s)]) }));
let found = [], at0 = 0;

function suggest(q) {
  const want = fold(q.trim());
  found = !want ? [] : searchable.flatMap(({ node, names }) => {
    const hit = names.find(([, f]) => f.startsWith(want)) || names.find(([, f]) => f.includes(want));
    return hit ? [{ node, name: hit[0], rank: hit[1].startsWith(want) ? 0 : 1 }] : [];
  }).sort((a, b) => a.rank - b.rank || touching.get(b.node.id).length - touching.get(a.node.id).length || (a.node.id < b.node.id ? -1 : 1)).slice(0, 8);
  at0 = 0;
  showFound();
}

function showFound() {
  $("found").hidden = !found.length;
  $("q").setAttribute("aria-expanded", String(!!found.length));
  $("q").setAttribute("aria-activedescendant", found.length ? "found" + at0 : "");
  $("found").replaceChildren(...found.map((f, i) => el("li", { id: "found" + i, role: "option", "aria-selected": String(i === at0), onmousedown: (e) => { e.preventDefault(); take(f); } },
    f.node.name, el("small", {}, ` ${f.node.kind}${f.name !== f.node.name ? " · also " + f.name : ""}`))));
}

function take(f) {
  found = [];
  showFound();
  update({ q: "", select: "node:" + f.node.id, path: "" });
  frameChosen();
}

function useSearch() {
  const q = $("q");
  q.addEventListener("input", () => { suggest(q.value); update({ q: q.value }); });
  q.addEventListener("blur", () => { found = []; showFound(); });
  q.addEventListener("keydown", (e) => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      at0 = (at0 + (e.key === "ArrowDown" ? 1 : found.length - 1)) % (found.length || 1);
      showFound();
    } else if (e.key === "Enter" && found.length) take(found[at0]);
    else if (e.key === "Escape") { e.stopPropagation(); found = []; showFound(); if (q.value) update({ q: "" }); else q.blur(); }
  });
}

const switchTheme = () => update({ theme: dark() ? "light" : "dark" });
function switchHelp() {
  $("keys").hidden = !$("keys").hidden;
  $("help").setAttribute("aria-expanded", String(!$("keys").hidden));
}

function useKeys() {
  const keys = {
    "/": () => $("q").focus(), "?": switchHelp, d: switchTheme, Escape: () => select(""), "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: fit,
    ArrowLeft: () => pan(-0.1, 0), ArrowRight: () => pan(0.1, 0), ArrowUp: () => pan(0, -0.1), ArrowDown: () => pan(0, 0.1),
  };
  document.addEventListener("keydown", (e) => {
    const typing = e.target.closest?.("input, select, textarea"), arrow = e.key.startsWith("Arrow");
    if (typing || e.ctrlKey || e.metaKey || e.altKey || !keys[e.key] || (arrow && !e.target.closest?.("#picture"))) return;
    e.preventDefault();
    keys[e.key]();
  });
}

// save offers the edges that the filters leave, with their proofs, as a file.
function save() {
  const list = rows.filter((r) => visible.has(r.edge.id)).map((r) => ({
    source: nodeName(r.edge.source), relation: r.edge.relation, target: nodeName(r.edge.target), status: r.edge.status, date: r.edge.date, sources: r.edge.sources,
    quotes: r.proofs.map((s) => ({ quote: s.quote, speaker: s.speaker?.name, article: articles.get(s.article)?.title, outlet: articles.get(s.article)?.outlet, published: articles.get(s.article)?.published, url: articles.get(s.article)?.url })),
  }));
  const url = URL.createObjectURL(new Blob([JSON.stringify(list, null, 1)], { type: "application/json" }));
  el("a", { href: url, download: "edges.json" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

preparePicture(); prepareTable(); prepareFilters(); usePointer(); useSearch(); useKeys();
for (const [id, act] of Object.entries({ in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit, theme: switchTheme, help: switchHelp, download: save })) $(id).addEventListener("click", act);
addEventListener("hashchange", () => { readAddress(); update(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => update());
readAddress();
update();
document.documentElement.dataset.ready = "yes";
