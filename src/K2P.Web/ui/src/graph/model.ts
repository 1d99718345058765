// What is drawn of a workflow: where each node stands, which ports it has, how it came out.

import type { Bounds, Edge, GraphNode, Level } from "../result/types.ts";
import type { Kind } from "../words.ts";

export const box = 36;

export interface PlacedNode {
  node: GraphNode;
  x: number;
  y: number;
  inputs: PlacedPort[];
  outputs: PlacedPort[];
  status: Kind | "none";
  bracket: "start" | "end" | "";
}

export interface PlacedPort {
  port: number;
  kind: string;
  dx: number;
  dy: number;
}

export interface PlacedEdge {
  kind: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

export interface Sheet {
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  annotations: Level["annotations"];
  bounds: Bounds;
}

const worst: Kind[] = ["manual", "partial", "approximate", "exact", "skipped"];

/** A container is as good as the worst that is in it. */
export function statusOf(node: GraphNode): Kind | "none" {
  if (!node.inside) return node.status ?? "none";
  const inner = node.inside.nodes.map(statusOf);
  return worst.find((kind) => inner.includes(kind)) ?? "none";
}

/** How many nodes in a container came out how. */
export function countInside(node: GraphNode, into: Partial<Record<Kind, number>> = {}) {
  for (const inner of node.inside?.nodes ?? []) {
    if (inner.inside) countInside(inner, into);
    else if (inner.status) into[inner.status] = (into[inner.status] ?? 0) + 1;
  }
  return into;
}

/** The containers that lead to a node, from the outermost: its id is the path of ids. */
export function containersOf(id: string): string[] {
  const parts = id.split(":");
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join(":"));
}

/** What stands at an id, in whatever depth. */
export function findNode(root: Level, id: string): GraphNode | undefined {
  let level: Level | undefined = root;
  let found: GraphNode | undefined;
  for (const container of [...containersOf(id), id]) {
    found = level?.nodes.find((node) => node.id === container);
    level = found?.inside;
  }
  return found;
}

function bracketOf(node: GraphNode): PlacedNode["bracket"] {
  const text = `${node.factory} ${node.name}`;
  if (/loop.?start|group ?loop ?start|^try\b|\btry \(/i.test(text)) return "start";
  if (/loop.?end|catch errors|catchnode/i.test(text)) return "end";
  return "";
}

/** KNIME numbers flow-variable ports 0; a metanode has none and starts to count there. */
function placePorts(
  node: GraphNode,
  listed: GraphNode["inputs"],
  used: number[],
  side: "in" | "out",
  kinds: Map<number, string>,
): PlacedPort[] {
  const numbers = new Set([...listed.map((port) => port.port), ...used]);
  const first = node.kind === "metanode" ? 0 : 1;
  const last = Math.max(first - 1, ...numbers);
  const kindOf = (port: number) =>
    listed.find((each) => each.port === port)?.kind ?? kinds.get(port) ?? "table";
  const ports: PlacedPort[] = [];
  const count = last - first + 1;
  for (let port = first; port <= last; port++) {
    const dy = box / 2 + (port - first - (count - 1) / 2) * 11;
    ports.push({ port, kind: kindOf(port), dx: side === "in" ? 0 : box, dy });
  }
  if (first === 1 && numbers.has(0)) {
    ports.push({ port: 0, kind: "variable", dx: side === "in" ? 4 : box - 4, dy: 0 });
  }
  return ports;
}

/** Where KNIME stored no positions, the nodes stand in columns by their distance from the first. */
function positions(level: Level): Map<string, { x: number; y: number }> {
  const places = new Map(level.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
  const distinct = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
  if (level.nodes.length < 2 || distinct.size > 1) return places;
  const column = new Map<string, number>(level.nodes.map((node) => [node.id, 0]));
  for (let round = 0; round < level.nodes.length; round++) {
    let moved = false;
    for (const { source, target } of level.edges) {
      const next = (column.get(source) ?? 0) + 1;
      if (source === target || next >= level.nodes.length || (column.get(target) ?? 0) >= next)
        continue;
      column.set(target, next);
      moved = true;
    }
    if (!moved) break;
  }
  const filled: number[] = [];
  for (const node of level.nodes) {
    const at = column.get(node.id) ?? 0;
    const row = (filled[at] = (filled[at] ?? -1) + 1);
    places.set(node.id, { x: at * 140, y: row * 120 });
  }
  return places;
}

/** Places a level; `container` is the id of the metanode or component that it is the inside of. */
export function layOut(level: Level, container = ""): Sheet {
  const places = positions(level);
  const { incoming, outgoing, kinds } = usedPorts(level.edges, level.nodes);
  const nodes = level.nodes.map((node): PlacedNode => {
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    return {
      node,
      x,
      y,
      inputs: placePorts(node, node.inputs, incoming.get(node.id) ?? [], "in", kinds(node.id)),
      outputs: placePorts(node, node.outputs, outgoing.get(node.id) ?? [], "out", new Map()),
      status: statusOf(node),
      bracket: bracketOf(node),
    };
  });
  const bounds = around(nodes, level.annotations);
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  const end = (id: string, port: number, side: "inputs" | "outputs") => {
    const placed = byId.get(id);
    const found = placed?.[side].find((each) => each.port === port);
    if (placed && found)
      return { x: placed.x + found.dx, y: placed.y + found.dy, kind: found.kind };
    // A metanode's own border, seen from inside.
    if (id !== container) return undefined;
    const x = side === "outputs" ? bounds.x + 20 : bounds.x + bounds.width - 20;
    return { x, y: bounds.y + 70 + port * 40, kind: "table" };
  };
  const edges = level.edges.flatMap((edge): PlacedEdge[] => {
    const from = end(edge.source, edge.source_port, "outputs");
    const to = end(edge.target, edge.target_port, "inputs");
    return from && to
      ? [
          {
            kind: edge.source_port === 0 && from.kind === "variable" ? "variable" : from.kind,
            from,
            to,
          },
        ]
      : [];
  });
  return { nodes, edges, annotations: level.annotations, bounds };
}

function usedPorts(edges: Edge[], nodes: GraphNode[]) {
  const incoming = new Map<string, number[]>();
  const outgoing = new Map<string, number[]>();
  const arriving = new Map<string, Map<number, string>>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const add = (to: Map<string, number[]>, id: string, port: number) => {
    const ports = to.get(id);
    if (ports) ports.push(port);
    else to.set(id, [port]);
  };
  for (const edge of edges) {
    add(outgoing, edge.source, edge.source_port);
    add(incoming, edge.target, edge.target_port);
    const kind = byId
      .get(edge.source)
      ?.outputs.find((port) => port.port === edge.source_port)?.kind;
    if (!kind) continue;
    const kinds = arriving.get(edge.target) ?? new Map<number, string>();
    arriving.set(edge.target, kinds.set(edge.target_port, kind));
  }
  return {
    incoming,
    outgoing,
    kinds: (id: string) => arriving.get(id) ?? new Map<number, string>(),
  };
}

function around(nodes: PlacedNode[], annotations: Level["annotations"]): Bounds {
  const boxes = [
    // With the name above and the annotation below.
    ...nodes.map(({ x, y }) => ({ x: x - 50, y: y - 40, width: box + 100, height: box + 110 })),
    ...annotations,
  ];
  if (boxes.length === 0) return { x: 0, y: 0, width: 400, height: 300 };
  const x = Math.min(...boxes.map((each) => each.x)) - 20;
  const y = Math.min(...boxes.map((each) => each.y)) - 20;
  const right = Math.max(...boxes.map((each) => each.x + each.width)) + 20;
  const bottom = Math.max(...boxes.map((each) => each.y + each.height)) + 20;
  return { x, y, width: right - x, height: bottom - y };
}

/** A text on a few lines of a few letters. */
export function wrap(text: string, letters: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.trim().split(/\s+/)) {
      if (line !== "" && line.length + word.length >= letters) {
        wrapped.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    if (line !== "") wrapped.push(line);
  }
  const shown = wrapped.slice(0, lines);
  if (wrapped.length > lines) shown[lines - 1] += "…";
  return shown.map((line) => (line.length > letters + 6 ? `${line.slice(0, letters + 5)}…` : line));
}
