// The picture: Graphviz's drawing, with pan, zoom, selection and filters.
const drawing = document.querySelector("#picture > svg");
const whole = drawing.viewBox.baseVal, home = [whole.x, whole.y, whole.width, whole.height];
let view = [...home];

function look(x, y, w, h) {
  view = [x, y, w, h];
  drawing.setAttribute("viewBox", view.join(" "));
}

// zoom changes the scale, with a point of the picture staying where it is.
function zoom(factor, px = view[0] + view[2] / 2, py = view[1] + view[3] / 2) {
  const f = Math.min(Math.max(factor, view[2] / (home[2] * 3)), view[2] / 80);
  look(px - (px - view[0]) / f, py - (py - view[1]) / f, view[2] / f, view[3] / f);
}

const pan = (dx, dy) => look(view[0] + dx * view[2], view[1] + dy * view[3], view[2], view[3]);
const fit = () => look(...home);

// at returns the point of the picture under a point of the window.
function at(event) {
  const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
  return [p.x, p.y];
}

// frameChosen moves the picture so that what is selected fills it, as far as
// it is drawn, no larger than life.
function frameChosen() {
  const parts = document.querySelectorAll("#picture g.chosen"), toPicture = drawing.getScreenCTM().inverse();
  if (!parts.length) return;
  const corners = [...parts].flatMap((g) => { const b = g.getBoundingClientRect(); return [[b.left, b.top], [b.right, b.bottom]]; }).map(([x, y]) => new DOMPoint(x, y).matrixTransform(toPicture));
  const xs = corners.map((p) => p.x), ys = corners.map((p) => p.y), frame = $("picture").getBoundingClientRect();
  const x = Math.min(...xs), y = Math.min(...ys), w = Math.max(...xs) - x, h = Math.max(...ys) - y;
  const scale = Math.min(1.3, frame.width / (w + 120), frame.height / (h + 120)), vw = frame.width / scale, vh = frame.height / scale;
  look(x + w / 2 - vw / 2, y + h / 2 - vh / 2, vw, vh);
}

function usePointer() {
  const frame = $("picture"), down = new Map();
  let moved = false;
  frame.addEventListener("wheel", (e) => { e.preventDefault(); zoom(Math.exp(-e.deltaY * (e.deltaMode ? 0.05 : 0.0015)), ...at(e)); }, { passive: false });
  frame.addEventListener("pointerdown", (e) => { if (e.target.closest("button")) return; down.set(e.pointerId, e); moved = false; });
  frame.addEventListener("pointermove", (e) => {
    const before = down.get(e.pointerId);
    if (!before) return;
    if (!moved && Math.hypot(e.clientX - before.clientX, e.clientY - before.clientY) < 4) return;
    if (!moved) frame.setPointerCapture(e.pointerId);
    moved = true;
    frame.classList.add("moving");
    const other = [...down.values()].find((p) => p.pointerId !== e.pointerId);
    if (other) {
      const apart = (p) => Math.hypot(p.clientX - other.clientX, p.clientY - other.clientY) || 1;
      zoom(apart(e) / apart(before), ...at(other));
    } else {
      const [x0, y0] = at(before), [x1, y1] = at(e);
      look(view[0] + x0 - x1, view[1] + y0 - y1, view[2], view[3]);
    }
    down.set(e.pointerId, e);
  });
  const up = (e) => { down.delete(e.pointerId); frame.classList.remove("moving"); };
  frame.addEventListener("pointerup", up);
  frame.addEventListener("pointercancel", up);
  frame.addEventListener("click", (e) => {
    if (moved) { moved = false; return; }
    const part = e.target.closest("g.node, g.edge");
    if (part) select(selector(part)); else if (!e.target.closest("button")) select("");
  });
  frame.addEventListener("keydown", (e) => {
    const part = e.target.closest?.("g.node, g.edge");
    if (part && (e.key === "Enter" || e.key === " ")) { e.preventDefault(); select(selector(part)); }
  });
}

// selector returns what a click on a part of the picture selects.
function selector(part) {
  const n = Number(part.id.slice(1));
  if (part.id[0] === "v") return "node:" + graph.drawn[n];
  const ids = graph.lines[n].items.flatMap((i) => i.edges);
  return ids.length === 1 ? "edge:" + ids[0] : "line:" + n;
}

// preparePicture gives the drawing's parts names, focus, wide targets and the
// colours of the page.
function preparePicture() {
  graph.drawn.forEach((id, n) => {
    const g = $("v" + n), node = nodes.get(id);
    Object.entries({ tabindex: 0, role: "button", "aria-label": `${node.kind} ${node.name}` }).forEach(([k, v]) => g.setAttribute(k, v));
  });
  graph.lines.forEach((line, n) => {
    const g = $("l" + n), first = edges.get(line.items[0].edges[0]);
    const said = line.items.map((i) => words(edges.get(i.edges[0]).relation) + " " + edges.get(i.edges[0]).status).join(", ");
    Object.entries({ tabindex: 0, role: "button", "aria-label": `${nodeName(first.source)}: ${said}: ${nodeName(first.target)}` }).forEach(([k, v]) => g.setAttribute(k, v));
    for (const p of g.querySelectorAll("path")) {
      const wide = p.cloneNode();
      wide.setAttribute("class", "hit");
      p.after(wide);
    }
    const texts = [...g.querySelectorAll("text")];
    line.texts = line.items.map((i) => (i.shown ? texts.shift() : null));
    line.items.forEach((i, k) => line.texts[k]?.classList.add(i.family));
  });
}

// showPicture dims what the filters or the selection leave out.
function showPicture() {
  const pick = chosen(), lively = new Set();
  graph.lines.forEach((line, n) => {
    const g = $("l" + n), left = line.items.map((i) => i.edges.some((id) => visible.has(id)));
    const on = left.some(Boolean), all = line.items.flatMap((i) => i.edges);
    line.texts.forEach((t, k) => t?.classList.toggle("off", !left[k]));
    g.classList.toggle("off", !on);
    g.classList.toggle("away", !!pick && on && !all.some((id) => pick.edges.has(id)));
    g.classList.toggle("chosen", !!pick && !pick.node && all.some((id) => pick.edges.has(id)));
    if (on) for (const id of [edges.get(all[0]).source, edges.get(all[0]).target]) lively.add(id);
  });
  graph.drawn.forEach((id, n) => {
    const g = $("v" + n);
    g.classList.toggle("off", !lively.has(id) && visible.size < rows.length);
    g.classList.toggle("away", !!pick && !pick.nodes.has(id));
    g.classList.toggle("chosen", !!pick && (pick.node === id || (!pick.node && pick.nodes.has(id))));
  });
  const hidden = graph.nodes.length - graph.drawn.length;
  $("hidden-note").textContent = hidden ? `${plural(hidden, "node")} not drawn: in the table and the search` : "";
}
