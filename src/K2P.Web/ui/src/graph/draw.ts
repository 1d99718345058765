// Draws a sheet as KNIME does: annotations behind, wires, then the nodes with their names and notes.

import { svg } from "../dom.ts";
import { marks, type Kind } from "../words.ts";
import {
  box,
  wrap,
  type PlacedEdge,
  type PlacedNode,
  type PlacedPort,
  type Sheet,
} from "./model.ts";

export function drawSheet(sheet: Sheet, container: string): SVGGElement {
  const group = svg("g", {});
  for (const { text, x, y, width, height } of sheet.annotations) {
    const note = document.createElement("div");
    note.className = "note-text";
    note.textContent = text;
    group.append(
      svg("rect", {
        class: "note",
        x,
        y,
        width: Math.max(width, 20),
        height: Math.max(height, 20),
        rx: 3,
      }),
      svg(
        "foreignObject",
        { x: x + 8, y: y + 6, width: Math.max(width - 16, 10), height: Math.max(height - 12, 10) },
        note,
      ),
    );
  }
  if (container !== "") drawBorder(sheet, group);
  for (const edge of sheet.edges) group.append(drawEdge(edge));
  for (const node of sheet.nodes) group.append(drawNode(node));
  return group;
}

/** The inside of a metanode lies between two bars, where its ports are. */
function drawBorder({ bounds, nodes }: Sheet, group: SVGGElement) {
  if (nodes.some(({ node }) => node.kind === "border")) return;
  for (const x of [bounds.x + 12, bounds.x + bounds.width - 20]) {
    group.append(
      svg("rect", {
        class: "bar",
        x,
        y: bounds.y + 40,
        width: 8,
        height: bounds.height - 60,
        rx: 3,
      }),
    );
  }
}

function drawEdge({ kind, from, to }: PlacedEdge): SVGPathElement {
  const bend = Math.max(24, Math.min(120, Math.abs(to.x - from.x) / 2));
  const d = `M${from.x},${from.y}C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
  return svg("path", { class: `wire ${kind}`, d });
}

function drawPort({ kind, dx, dy }: PlacedPort, side: "in" | "out"): SVGElement {
  const x = dx + (side === "in" ? -7 : 0);
  if (kind === "variable") return svg("circle", { class: "port variable", cx: dx, cy: dy, r: 4 });
  if (kind === "table") {
    return svg("path", { class: "port table", d: `M${x},${dy - 5}l7,5l-7,5z` });
  }
  return svg("rect", { class: `port ${kind}`, x, y: dy - 3.5, width: 7, height: 7 });
}

function lines(texts: string[], x: number, y: number, kind: string): SVGTextElement {
  return svg(
    "text",
    { class: kind, x, y },
    ...texts.map((line, index) => svg("tspan", { x, dy: index === 0 ? 0 : 12 }, line)),
  );
}

function initials(name: string): string {
  const words = name.replace(/\(.*/, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 3)
    .map((word) => word[0]?.toUpperCase())
    .join("");
}

/** The bracket of a loop's start opens, that of its end closes. */
function bracketPath(side: "start" | "end"): string {
  return side === "start" ? `M-3,-5h-6v${box + 10}h6` : `M${box + 3},-5h6v${box + 10}h-6`;
}

export function labelOf({ node, status }: PlacedNode): string {
  const note = node.annotation ? `, ${node.annotation.replaceAll("\n", " ")}` : "";
  const inside = node.inside ? `, ${node.kind} to open` : "";
  return `${node.name} ${node.id}${note}, ${status === "none" ? "no code of its own" : status}${inside}`;
}

/** The picture is for those who see; the button over it, which is focused and pressed, has all of it in its label. */
function drawNode(placed: PlacedNode): SVGGElement {
  const { node, x, y, status } = placed;
  const label = labelOf(placed);
  return svg(
    "g",
    {
      class: `node ${node.kind} ${status}`,
      transform: `translate(${x} ${y})`,
      "data-id": node.id,
    },
    picture(placed),
    svg(
      "rect",
      {
        class: "hit",
        x: -4,
        y: -4,
        width: box + 8,
        height: box + 8,
        rx: 10,
        role: "button",
        tabindex: -1,
        "aria-pressed": "false",
        "aria-label": label,
      },
      svg("title", {}, label),
    ),
  );
}

function picture({ node, inputs, outputs, status, bracket }: PlacedNode): SVGGElement {
  const name = wrap(node.name, 15, 2);
  const square = { width: box, height: box };
  return svg(
    "g",
    { "aria-hidden": "true" },
    lines(name, box / 2, -8 - (name.length - 1) * 12, "name"),
    bracket && svg("path", { class: "bracket", d: bracketPath(bracket) }),
    node.inside && svg("rect", { class: "under", x: 4, y: 4, ...square, rx: 6 }),
    svg("rect", { class: "box", x: 0, y: 0, ...square, rx: node.kind === "border" ? 2 : 7 }),
    svg("text", { class: "initials", x: box / 2, y: box / 2 + 4.5 }, initials(node.name)),
    ...inputs.map((port) => drawPort(port, "in")),
    ...outputs.map((port) => drawPort(port, "out")),
    ...(status === "none" ? [] : light(status)),
    node.annotation && lines(wrap(node.annotation, 20, 3), box / 2, box + 32, "comment"),
  );
}

/** The sign of the status, where KNIME has its traffic light. */
function light(status: Kind): SVGElement[] {
  return [
    svg("rect", { class: "light", x: box / 2 - 10, y: box + 4, width: 20, height: 14, rx: 7 }),
    svg("text", { class: "mark", x: box / 2, y: box + 14.5 }, marks[status]),
  ];
}
