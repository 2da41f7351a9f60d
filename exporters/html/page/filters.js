// The filters, which are the legend too.
const count = (key) => rows.reduce((m, r) => m.set(key(r), (m.get(key(r)) || 0) + 1), new Map());

function box(set, name, swatch, label, n) {
  const input = el("input", { type: "checkbox", "data-set": set, "data-name": name, onchange: () => { toggle(set, [name], input.checked); } });
  return el("label", {}, input, swatch, label, el("span", { class: "n" }, String(n)));
}

function toggle(set, names, on) {
  for (const name of names) if (on) state[set].delete(name); else state[set].add(name);
  update();
}

function prepareFilters() {
  const kinds = graph.nodes.reduce((m, n) => m.set(n.kind, (m.get(n.kind) || 0) + 1), new Map());
  const relations = count((r) => r.edge.relation), statuses = count((r) => r.edge.status);
  const stroke = { occurred: "solid", past: "solid", planned: "dashed", proposed: "dashed", cancelled: "dotted", denied: "dotted" };
  $("filters").append(
    el("fieldset", {}, el("legend", {}, "Nodes"), ...graph.kinds.filter((k) => kinds.has(k)).map((k) => box("kind", k, el("span", { class: "chip " + k.toLowerCase() }), k, kinds.get(k)))),
    el("fieldset", {}, el("legend", {}, "Relations"), ...graph.families.map((f) => familyBox(f, relations)).filter(Boolean)),
    el("fieldset", {}, el("legend", {}, "Status"), ...graph.statuses.filter((s) => statuses.has(s)).map((s) => box("status", s, el("span", { class: "swatch " + stroke[s] }), s, statuses.get(s)))),
    dates(), outlets(), strength(),
    el("button", { type: "button", onclick: () => update({ q: "", kind: new Set(), relation: new Set(), status: new Set(), outlet: "", from: "", to: "", sources: 1 }) }, "Show everything"));
}

function familyBox(f, relations) {
  const here = f.relations.filter((r) => relations.has(r));
  if (!here.length) return null;
  const input = el("input", { type: "checkbox", "aria-label": f.name, "data-family": f.key, onchange: () => toggle("relation", here, input.checked) });
  const n = here.reduce((sum, r) => sum + relations.get(r), 0);
  return el("details", {}, el("summary", {}, input, el("span", { class: "swatch " + f.key }), f.name, el("span", { class: "n" }, String(n))),
    ...here.map((r) => box("relation", r, null, words(r), relations.get(r))));
}

function dates() {
  const day = (key, label) => el("input", { type: "date", id: key, "aria-label": label, onchange: (e) => update({ [key]: e.target.value }) });
  return el("fieldset", {}, el("legend", {}, "Date, from and to"), el("div", { class: "row" }, day("from", "From"), day("to", "To")));
}

function outlets() {
  const names = [...new Set(graph.articles.map((a) => a.outlet).filter(Boolean))].sort();
  return el("fieldset", {}, el("legend", {}, "Outlet"), el("select", { id: "outlet", "aria-label": "Outlet", onchange: (e) => update({ outlet: e.target.value }) },
    el("option", { value: "" }, "all"), ...names.map((n) => el("option", { value: n }, n))));
}

function strength() {
  const top = Math.max(2, ...graph.edges.map((e) => e.sources));
  return el("fieldset", {}, el("legend", {}, "Sources, at least"), el("div", { class: "row" }, el("input", { type: "number", id: "sources", min: 1, max: top, "aria-label": "Sources, at least", oninput: (e) => update({ sources: Math.max(1, parseInt(e.target.value, 10) || 1) }) })));
}

// showFilters makes the controls show the state.
function showFilters() {
  for (const input of document.querySelectorAll("#filters [data-set]")) input.checked = !state[input.dataset.set].has(input.dataset.name);
  for (const input of document.querySelectorAll("#filters [data-family]")) {
    const inside = [...input.closest("details").querySelectorAll("[data-set]")], on = inside.filter((i) => i.checked).length;
    input.checked = on > 0;
    input.indeterminate = on > 0 && on < inside.length;
  }
  for (const key of ["from", "to", "outlet", "sources"]) if (document.activeElement !== $(key)) $(key).value = state[key];
  if ($("q").value !== state.q) $("q").value = state.q;
}
