// The table of the edges that the filters leave.
const most = 500; // rows, until the reader asks for all
let all = false;
const columns = [
  ["date", "Date", (r) => r.first + r.last || "9999"], ["source", "Who", (r) => fold(nodeName(r.edge.source))], ["relation", "Relation", (r) => r.edge.relation],
  ["target", "Whom or what", (r) => fold(nodeName(r.edge.target))], ["status", "Status", (r) => r.edge.status], ["sources", "Sources", (r) => r.edge.sources],
  ["quote", "Quote", (r) => fold(r.proofs[0]?.quote || "")],
];

function prepareTable() {
  for (const [key, label] of columns) {
    const sort = () => update({ sort: key, down: state.sort === key ? !state.down : false });
    document.querySelector("#table thead tr").append(el("th", { scope: "col", "data-key": key }, el("button", { type: "button", onclick: sort }, label, el("span", { "aria-hidden": "true" }))));
  }
  $("more").addEventListener("click", () => { all = true; showTable(); });
}

function row(r) {
  const { edge } = r, id = "edge:" + edge.id;
  const open = () => { select(id); frameChosen(); };
  return el("tr", { "data-id": edge.id, tabindex: 0, "aria-selected": String(chosen()?.edges.has(edge.id) && !state.select.startsWith("node:")), onclick: open, onkeydown: (e) => { if (e.key === "Enter") open(); } },
    el("td", { class: "date" }, edge.date || (r.reported ? el("span", { class: "soft", title: "the day of the article" }, "reported " + r.reported) : "")), el("td", {}, nodeName(edge.source)), el("td", { class: "says" }, relation(edge)), el("td", {}, nodeName(edge.target)),
    el("td", { class: "status" }, edge.status), el("td", { class: "sources" }, String(edge.sources)), el("td", {}, el("div", { class: "quote" }, r.proofs[0]?.quote || "")));
}

function showTable() {
  const value = (columns.find(([key]) => key === state.sort) || columns[0])[2], sign = state.down ? -1 : 1;
  const node = state.select.startsWith("node:") && !state.path ? state.select.slice(5) : "";
  let list = rows.filter((r) => visible.has(r.edge.id));
  if (nodes.has(node)) list = list.filter((r) => r.edge.source === node || r.edge.target === node);
  list.sort((a, b) => { const x = value(a), y = value(b); return (x < y ? -1 : x > y ? 1 : 0) * sign || (a.edge.id < b.edge.id ? -1 : 1); });
  for (const th of document.querySelectorAll("#table th")) {
    const here = th.dataset.key === state.sort;
    th.setAttribute("aria-sort", here ? (state.down ? "descending" : "ascending") : "none");
    th.querySelector("span").textContent = here ? (state.down ? " ▾" : " ▴") : "";
  }
  $("rows").textContent = `(${list.length}${nodes.has(node) ? " of " + nodeName(node) : ""})`;
  $("more").hidden = all || list.length <= most;
  const focused = document.activeElement?.dataset?.id;
  document.querySelector("#table tbody").replaceChildren(...(all ? list : list.slice(0, most)).map(row));
  if (focused) document.querySelector(`#table tr[data-id="${CSS.escape(focused)}"]`)?.focus();
}
