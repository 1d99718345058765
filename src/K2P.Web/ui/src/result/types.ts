// The converter's report and graph, as far as the page uses them (k2p-report/1, k2p-graph/1).

import type { Kind } from "../words.ts";

export interface Diagnostic {
  id: string;
  level: string;
  message: string;
  path?: string;
}

export interface ReportNode {
  id: string;
  path: string;
  name: string;
  factory: string;
  graph: string;
  state: string;
  status: Kind;
  function?: string;
  lines?: [number, number];
  diagnostics: Diagnostic[];
}

export interface ReportGraph {
  id: string;
  script?: string;
  notebook?: string;
  json?: string;
  nodes: number;
}

export interface Report {
  k2p: string;
  workflow: { name: string; created_by: string; nodes: number };
  totals: Record<Kind, number>;
  graphs: ReportGraph[];
  nodes: ReportNode[];
  requirements: string[];
  data_files: { node: string; path: string; mode: string }[];
  secrets: { node: string; key: string; environment: string }[];
  diagnostics: Diagnostic[];
}

export interface Port {
  port: number;
  kind: string;
}

export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface GraphNode extends Bounds {
  id: string;
  kind: "native" | "metanode" | "component" | "border" | string;
  name: string;
  annotation?: string;
  factory: string;
  state: string;
  status?: Kind;
  inputs: Port[];
  outputs: Port[];
  inside?: Level;
}

export interface Edge {
  source: string;
  source_port: number;
  target: string;
  target_port: number;
}

export interface Level {
  nodes: GraphNode[];
  edges: Edge[];
  annotations: (Bounds & { text: string })[];
}
