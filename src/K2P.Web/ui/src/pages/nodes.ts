// Everything that can be translated, to be searched by name, by what it does, or by KNIME's factory.

import { byId, h } from "../dom.ts";
import { startTheme } from "../theme.ts";
import { countText } from "../words.ts";
import type { SupportedNode } from "./nodesDocument.ts";

const search = byId<HTMLInputElement>("search");
let cards: { text: string; element: HTMLElement; group: HTMLElement }[] = [];

function card(node: SupportedNode): HTMLElement {
  // Many summaries begin with the name, which stands above already.
  const summary = node.summary.startsWith(`${node.name}: `)
    ? node.summary.slice(node.name.length + 2)
    : node.summary;
  return h(
    "article",
    { class: "card" },
    h("h3", {}, node.name),
    h("p", {}, summary.charAt(0).toUpperCase() + summary.slice(1)),
    node.limits.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, countText(node.limits.length, "limit")),
        h("ul", {}, ...node.limits.map((limit) => h("li", {}, limit))),
      ),
    h(
      "details",
      {},
      h(
        "summary",
        {},
        countText(node.factories.length, "factory").replace("factorys", "factories"),
      ),
      h("ul", {}, ...node.factories.map((factory) => h("li", {}, h("code", {}, factory)))),
    ),
  );
}

function show(nodes: SupportedNode[]) {
  const groups = [...new Set(nodes.map((node) => node.group))];
  cards = [];
  byId("groups").replaceChildren(
    ...groups.map((name) => {
      const grid = h("div", { class: "cards" });
      const group = h("section", { class: "group" }, h("h2", {}, name), grid);
      for (const node of nodes.filter((each) => each.group === name)) {
        const element = card(node);
        const text = [node.name, node.summary, name, ...node.factories, ...node.limits]
          .join(" ")
          .toLowerCase();
        cards.push({ text, element, group });
        grid.append(element);
      }
      return group;
    }),
  );
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const { group } of cards) group.hidden = true;
  for (const { text, element, group } of cards) {
    element.hidden = !words.every((word) => text.includes(word));
    if (element.hidden) continue;
    group.hidden = false;
    shown++;
  }
  byId("found").textContent =
    shown === 0
      ? "None. A node that is not here becomes a function that says what to write by hand."
      : `${shown} of ${countText(cards.length, "node")}`;
}

startTheme();
const answer = await fetch("/nodes/nodes.json").catch(() => null);
if (answer?.ok) {
  show((await answer.json()) as SupportedNode[]);
  search.value = new URLSearchParams(location.search).get("q") ?? "";
  filter();
  search.addEventListener("input", () => {
    filter();
    history.replaceState(
      null,
      "",
      search.value ? `?q=${encodeURIComponent(search.value)}` : location.pathname,
    );
  });
} else byId("found").textContent = "The list cannot be read now. Load the page again.";
