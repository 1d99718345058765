import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { containersOf, findNode, layOut, statusOf, wrap } from "../src/graph/model.ts";
import { nodesOf } from "../src/pages/nodesDocument.ts";
import type { GraphNode, Level } from "../src/result/types.ts";

const root = (path: string) => new URL(`../../../../../${path}`, import.meta.url);
const golden = JSON.parse(
  readFileSync(root("tests/golden/expected/Order_report__g01.json"), "utf8"),
) as Level;

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  kind: "native",
  name: `Node ${id}`,
  factory: "",
  state: "IDLE",
  x: 0,
  y: 0,
  width: -1,
  height: -1,
  inputs: [],
  outputs: [],
  ...more,
});

test("every wire of the golden workflow is drawn, outside and inside its component", () => {
  assert.equal(layOut(golden).edges.length, golden.edges.length);
  const inside = findNode(golden, "6")?.inside;
  assert.ok(inside);
  assert.equal(layOut(inside, "6").edges.length, inside.edges.length);
});

test("nodes stand where KNIME put them, and the sheet holds them and the annotations", () => {
  const { nodes, bounds } = layOut(golden);
  for (const placed of nodes) {
    assert.equal(placed.x, placed.node.x);
    assert.ok(placed.x > bounds.x && placed.x < bounds.x + bounds.width);
  }
  for (const note of golden.annotations) {
    assert.ok(note.x >= bounds.x && note.x + note.width <= bounds.x + bounds.width);
  }
});

test("without positions, nodes stand in columns by their distance from the first", () => {
  const { nodes } = layOut({
    nodes: [node("1"), node("2"), node("3")],
    edges: [
      { source: "1", source_port: 1, target: "2", target_port: 1 },
      { source: "2", source_port: 1, target: "3", target_port: 1 },
    ],
    annotations: [],
  });
  const [one, two, three] = nodes.map(({ x }) => x) as [number, number, number];
  assert.ok(one < two && two < three);
});

test("nodes that are wired in a circle are placed too", () => {
  const { nodes } = layOut({
    nodes: [node("1"), node("2")],
    edges: [
      { source: "1", source_port: 1, target: "2", target_port: 1 },
      { source: "2", source_port: 1, target: "1", target_port: 1 },
    ],
    annotations: [],
  });
  assert.equal(nodes.length, 2);
});

test("a container is as good as the worst in it", () => {
  const container = (...statuses: GraphNode["status"][]) =>
    node("1", {
      inside: {
        nodes: statuses.map((status, index) => node(`1:${index}`, status ? { status } : {})),
        edges: [],
        annotations: [],
      },
    });
  assert.equal(statusOf(container("exact", "partial", "approximate")), "partial");
  assert.equal(statusOf(container("exact", "manual")), "manual");
  assert.equal(statusOf(container(undefined)), "none");
});

test("the wire of a flow variable ends at a port of its own, and a metanode counts its ports from 0", () => {
  const { nodes, edges } = layOut({
    nodes: [node("1", { x: 0 }), node("2", { x: 200, kind: "metanode" }), node("3", { x: 400 })],
    edges: [
      { source: "1", source_port: 0, target: "3", target_port: 0 },
      { source: "1", source_port: 1, target: "2", target_port: 0 },
    ],
    annotations: [],
  });
  assert.deepEqual(
    edges.map(({ kind }) => kind),
    ["variable", "table"],
  );
  assert.equal(nodes[1]?.inputs[0]?.kind, "table");
});

test("wires from and to a metanode's border are drawn inside it", () => {
  const sheet = layOut(
    {
      nodes: [node("4:1")],
      edges: [
        { source: "4", source_port: 0, target: "4:1", target_port: 1 },
        { source: "4:1", source_port: 1, target: "4", target_port: 0 },
      ],
      annotations: [],
    },
    "4",
  );
  assert.equal(sheet.edges.length, 2);
  assert.ok(sheet.edges[0]!.from.x < sheet.edges[1]!.to.x);
});

test("starts and ends of loops have brackets", () => {
  const brackets = layOut({
    nodes: [
      node("1", { factory: "org.knime.base.node.meta.looper.LoopStartCountDynamicNodeFactory" }),
      node("2", { x: 9, name: "Loop End" }),
      node("3", { name: "Row Filter" }),
    ],
    edges: [],
    annotations: [],
  }).nodes.map(({ bracket }) => bracket);
  assert.deepEqual(brackets, ["start", "end", ""]);
});

test("an id leads through its containers", () => {
  assert.deepEqual(containersOf("3:5:7"), ["3", "3:5"]);
  assert.deepEqual(containersOf("3"), []);
});

test("long names are wrapped and cut", () => {
  assert.deepEqual(wrap("Column Expressions", 15, 2), ["Column", "Expressions"]);
  assert.deepEqual(wrap("a b c d e f", 3, 2), ["a b", "c d…"]);
});

test("every node of docs/nodes.md is on the page, with its factories", () => {
  const markdown = readFileSync(root("docs/nodes.md"), "utf8");
  const nodes = nodesOf(markdown);
  const [, translators, factories] = /^(\d+) translators for (\d+) factories/m.exec(markdown) ?? [];
  assert.equal(nodes.length, Number(translators));
  assert.equal(nodes.flatMap((each) => each.factories).length, Number(factories));
  assert.ok(nodes.every((each) => each.summary !== "" && each.group !== ""));
});
