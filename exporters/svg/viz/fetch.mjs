// Takes Graphviz, compiled to WebAssembly, out of the npm package @viz-js/viz
// and writes it beside this script, compressed. Run it when the version below
// changes:
//
//   cd exporters/svg/viz && npm pack @viz-js/viz@3.31.0 && tar xzf viz-js-viz-3.31.0.tgz && node fetch.mjs package && rm -r package *.tgz
//
// The names of the module's imports and exports are shortened anew in every
// version. The script prints which short name stands for what; imports.go and
// engine.go must agree with that.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const source = readFileSync(`${process.argv[2] ?? "package"}/lib/backend.js`, "utf8");

// The bytes stand in a string literal, one character a byte, U+0100 for 0.
const start = source.indexOf("binaryDecode('") + "binaryDecode(".length;
let end = start + 1;
while (source[end] !== "'") end += source[end] === "\\" ? 2 : 1;
const text = (0, eval)(source.slice(start, end + 1));
const wasm = Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);

await WebAssembly.compile(wasm);
writeFileSync(new URL("viz.wasm.gz", import.meta.url), gzipSync(wasm, { level: 9 }));

console.log(source.match(/wasmImports=\{.*?\}/)[0]);
for (const [, name, short] of source.matchAll(/(_\w+)=(?:Module\["\w+"\]=)?wasmExports\["(\w+)"\]/g)) console.log(short, name);
console.log(wasm.length, "bytes");
