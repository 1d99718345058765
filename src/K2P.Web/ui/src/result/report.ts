// The report in words: coverage, what is left to do and why, what the script needs to run.

import { h } from "../dom.ts";
import { countText, kinds, kindText, marks, type Kind } from "../words.ts";
import type { Report, ReportNode } from "./types.ts";

export function coverage(report: Report): HTMLElement {
  const present = kinds.filter((kind) => report.totals[kind] > 0);
  const total = kinds.reduce((sum, kind) => sum + report.totals[kind], 0);
  const part = (kind: Kind) => {
    const bar = h("span", { class: kind });
    bar.style.setProperty("flex-grow", String(report.totals[kind]));
    return bar;
  };
  return h(
    "div",
    { class: "coverage" },
    h("div", { class: "bar", "aria-hidden": "true" }, ...present.map(part)),
    h(
      "dl",
      { class: "totals" },
      ...present.map((kind) =>
        h(
          "div",
          { class: kind },
          h("dt", {}, h("span", { class: "chip", "aria-hidden": "true" }, marks[kind]), kind),
          h("dd", {}, `${report.totals[kind]} of ${total}`),
          h("dd", { class: "fine" }, kindText[kind]),
        ),
      ),
    ),
  );
}

export function statusWord(status: Kind): HTMLElement {
  return h(
    "span",
    { class: `status ${status}` },
    h("span", { class: "chip", "aria-hidden": "true" }, marks[status]),
    status,
  );
}

export function reportView(report: Report, select: (node: ReportNode) => void): HTMLElement {
  return h(
    "div",
    { class: "report" },
    toDo(report, select),
    needs(report),
    report.diagnostics.length > 0 &&
      section(
        "About the whole workflow",
        h(
          "ul",
          {},
          ...report.diagnostics.map((each) => h("li", {}, `${each.message} (${each.id})`)),
        ),
      ),
    everyNode(report, select),
    h(
      "p",
      { class: "fine" },
      `Made by k2p ${report.k2p}; the workflow was last saved by KNIME ${report.workflow.created_by}.`,
    ),
  );
}

function section(title: string, ...content: (Node | string)[]): HTMLElement {
  return h("section", { class: "part" }, h("h3", {}, title), ...content);
}

const nodeButton = (node: ReportNode, select: (node: ReportNode) => void) =>
  h("button", { type: "button", class: "link", click: () => select(node) }, node.path);

function toDo(report: Report, select: (node: ReportNode) => void): HTMLElement {
  const order: Kind[] = ["manual", "partial", "approximate"];
  const open = report.nodes
    .filter((node) => order.includes(node.status))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  if (open.length === 0) {
    return section(
      "Nothing is left to do",
      h("p", {}, "Every node gives the same result as in KNIME."),
    );
  }
  return section(
    `${countText(open.length, "node")} to look at`,
    h(
      "ul",
      { class: "todo" },
      ...open.map((node) =>
        h(
          "li",
          {},
          h("div", {}, nodeButton(node, select), " ", statusWord(node.status)),
          ...node.diagnostics.map((each) =>
            h("p", {}, `${each.message} `, h("span", { class: "fine" }, each.id)),
          ),
        ),
      ),
    ),
  );
}

function table(head: string[], rows: (Node | string)[][]): HTMLElement {
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": head.join(", ") },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell))))),
    ),
  );
}

function needs(report: Report): HTMLElement {
  const pathOf = (id: string) => report.nodes.find((node) => node.id === id)?.path ?? id;
  const parts: HTMLElement[] = [
    h("h4", {}, "Packages"),
    h(
      "p",
      {},
      report.requirements.length > 0 ? h("code", {}, report.requirements.join("  ")) : "none",
    ),
  ];
  if (report.data_files.length > 0) {
    parts.push(
      h("h4", {}, "Files"),
      table(
        ["File", "Node", "Use"],
        report.data_files.map((file) => [h("code", {}, file.path), pathOf(file.node), file.mode]),
      ),
    );
  }
  if (report.secrets.length > 0) {
    parts.push(
      h("h4", {}, "Secrets, from the environment"),
      table(
        ["Variable", "Node", "Setting"],
        report.secrets.map((secret) => [
          h("code", {}, secret.environment),
          pathOf(secret.node),
          secret.key,
        ]),
      ),
    );
  }
  return section("To run it", ...parts);
}

function everyNode(report: Report, select: (node: ReportNode) => void): HTMLElement {
  const rows = report.nodes.map((node) =>
    h(
      "tr",
      {},
      h("td", {}, nodeButton(node, select)),
      h("td", {}, statusWord(node.status)),
      h("td", {}, h("code", {}, node.function ?? "")),
    ),
  );
  const found = h("p", { class: "fine", role: "status" });
  const search = h("input", {
    type: "search",
    placeholder: "name, status or function",
    input: () => {
      const words = search.value.toLowerCase().split(/\s+/);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
        if (!row.hidden) shown++;
      }
      found.textContent = countText(shown, "node");
    },
  });
  return section(
    "Every node",
    h("label", { class: "search" }, "Find", search),
    found,
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Every node" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ...["Node", "Status", "Function"].map((text) => h("th", { scope: "col" }, text)),
          ),
        ),
        h("tbody", {}, ...rows),
      ),
    ),
  );
}
