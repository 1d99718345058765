// What became of the chosen node, beside its code.

import { h } from "../dom.ts";
import { countInside } from "../graph/model.ts";
import { kinds } from "../words.ts";
import { statusWord } from "./report.ts";
import type { GraphNode, ReportNode } from "./types.ts";

export function nothingChosen(): HTMLElement {
  return h(
    "p",
    { class: "fine" },
    "Choose a node to see its code, or a line of code to see its node.",
  );
}

export function containerDetails(node: GraphNode, open: () => void): HTMLElement {
  const counts = countInside(node);
  return h(
    "div",
    {},
    h("h3", {}, node.name),
    h("p", { class: "fine" }, `${node.kind} ${node.id}`),
    h(
      "ul",
      { class: "statuses" },
      ...kinds
        .filter((kind) => counts[kind])
        .map((kind) => h("li", {}, statusWord(kind), ` ${counts[kind]}`)),
    ),
    h("button", { type: "button", class: "primary", click: open }, "Open it"),
  );
}

export function borderDetails(node: GraphNode): HTMLElement {
  return h(
    "div",
    {},
    h("h3", {}, node.name),
    h("p", {}, "The border of the component; it has no code of its own."),
  );
}

export function nodeDetails(node: ReportNode): HTMLElement {
  return h(
    "div",
    {},
    h("h3", {}, node.name),
    h(
      "p",
      {},
      statusWord(node.status),
      node.lines ? ` lines ${node.lines[0]} to ${node.lines[1]}` : "",
    ),
    ...node.diagnostics.map((each) =>
      h("p", { class: `diagnostic ${each.level}` }, h("b", {}, each.id), ` ${each.message}`),
    ),
    node.diagnostics.length === 0 && h("p", { class: "fine" }, "Nothing to say about it."),
    h("p", { class: "fine" }, node.path, h("br"), h("code", {}, node.factory)),
  );
}
