// Reads docs/nodes.md, which the converter's tests write from its catalogue, when the pages are built.

export interface SupportedNode {
  name: string;
  group: string;
  summary: string;
  limits: string[];
  factories: string[];
}

export function nodesOf(markdown: string): SupportedNode[] {
  const nodes: SupportedNode[] = [];
  let group = "";
  for (const line of markdown.split("\n")) {
    const node = nodes.at(-1);
    if (line.startsWith("### ")) {
      nodes.push({ name: line.slice(4), group, summary: "", limits: [], factories: [] });
    } else if (line.startsWith("## ")) group = line.slice(3);
    else if (!node || line === "") continue;
    else if (line.startsWith("- `")) node.factories.push(line.slice(3, -1));
    else if (line.startsWith("- ")) node.limits.push(line.slice(2).replace(/^\*(\w+)\*/, "$1"));
    else node.summary = line.replaceAll("`", "");
  }
  if (nodes.length === 0) throw new Error("docs/nodes.md lists no nodes");
  return nodes;
}
