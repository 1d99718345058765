// The third room: the workflow and its Python side by side.

import { resultPath, type Job } from "../api.ts";
import { NotebookView } from "../code/notebook.ts";
import { ScriptView } from "../code/script.ts";
import { copyButton, h, save } from "../dom.ts";
import { GraphCanvas } from "../graph/canvas.ts";
import { borderDetails, containerDetails, nodeDetails, nothingChosen } from "../result/details.ts";
import { ResultFiles } from "../result/files.ts";
import { coverage, reportView } from "../result/report.ts";
import { tabs, type Tabs } from "../result/tabs.ts";
import type { GraphNode, Report, ReportGraph, ReportNode } from "../result/types.ts";
import { countText, sizeText } from "../words.ts";

export async function resultView(job: Job): Promise<HTMLElement> {
  const files = await ResultFiles.of(job);
  const report = await files.report();
  return report ? new ResultRoom(job, files, report).start() : plainFiles(job, files);
}

class ResultRoom {
  private readonly byId: Map<string, ReportNode>;
  private readonly details = h("div", { class: "details", role: "status" }, nothingChosen());
  private readonly code = h("div", { class: "pane" });
  private readonly notes = h("div", { class: "pane" });
  private canvas: GraphCanvas | null = null;
  private graph: ReportGraph | undefined;
  private script: ScriptView | null = null;
  private notebook: NotebookView | null = null;
  private readonly tabs: Tabs;

  constructor(
    private readonly job: Job,
    private readonly files: ResultFiles,
    private readonly report: Report,
  ) {
    this.byId = new Map(report.nodes.map((node) => [node.id, node]));
    const hasNotebook = report.graphs.some((graph) => files.has(graph.notebook));
    const hasScript = report.graphs.some((graph) => files.has(graph.script));
    this.tabs = tabs("Result", [
      ...(hasScript ? [{ name: "Script", panel: this.code }] : []),
      ...(hasNotebook ? [{ name: "Notebook", panel: this.notes }] : []),
      { name: "Report", panel: reportView(report, (node) => void this.choose(node)) },
      { name: "Downloads", panel: this.downloads() },
    ]);
  }

  async start(): Promise<HTMLElement> {
    const level = await this.files.workflow(this.report);
    this.canvas =
      level.nodes.length > 0 ? new GraphCanvas(level, (node) => void this.chosen(node)) : null;
    const first = this.report.graphs[0];
    if (first) await this.show(first);
    return h(
      "div",
      { class: "result" },
      h(
        "section",
        { class: "summary", "aria-labelledby": "result-title" },
        h(
          "div",
          { class: "summary-head" },
          h(
            "h2",
            { id: "result-title", tabindex: -1 },
            this.report.workflow.name || this.job.original_filename,
          ),
          h(
            "div",
            { class: "actions" },
            h(
              "a",
              { class: "primary button", href: resultPath(this.job.id), download: "" },
              `Download all (${sizeText(this.job.result_size ?? 0)})`,
            ),
            copyButton("Copy the link", () => location.href),
          ),
        ),
        coverage(this.report),
      ),
      h(
        "div",
        { class: "work" },
        h(
          "section",
          { class: "left", "aria-label": "Workflow" },
          this.canvas?.element,
          this.details,
        ),
        h("section", { class: "right", "aria-label": "Python" }, this.tabs.element),
      ),
    );
  }

  /** A node of the drawing was chosen. */
  private async chosen(node: GraphNode) {
    if (node.inside) {
      this.details.replaceChildren(containerDetails(node, () => this.canvas?.open(node.id)));
      this.script?.unmark();
      return;
    }
    const report = this.byId.get(node.id);
    if (report) await this.showNode(report);
    else this.details.replaceChildren(borderDetails(node));
  }

  /** A node of the report or of the code was chosen. */
  private async choose(node: ReportNode) {
    this.canvas?.select(node.id);
    await this.showNode(node);
  }

  private async showNode(node: ReportNode) {
    this.details.replaceChildren(nodeDetails(node));
    const graph = this.report.graphs.find((each) => each.id === node.graph);
    if (graph) await this.show(graph);
    if (this.tabs.current() !== "Notebook") this.tabs.choose("Script");
    if (node.lines) this.script?.mark(...node.lines);
    if (node.function) this.notebook?.mark(node.function);
  }

  private lineChosen(line: number) {
    const node = this.report.nodes.find(
      ({ graph, lines }) =>
        graph === this.graph?.id && lines && lines[0] <= line && line <= lines[1],
    );
    if (node) void this.choose(node);
  }

  private async show(graph: ReportGraph) {
    if (graph === this.graph) return;
    this.graph = graph;
    if (this.files.has(graph.script)) {
      const text = await this.files.text(graph.script);
      this.script = new ScriptView(text, graph.script, (line) => this.lineChosen(line));
      this.code.replaceChildren(this.head(graph, "script", text), this.script.element);
    }
    if (this.files.has(graph.notebook)) {
      const text = await this.files.text(graph.notebook);
      this.notebook = new NotebookView(text, graph.notebook);
      this.notes.replaceChildren(this.head(graph, "notebook", text), this.notebook.element);
    }
  }

  private head(graph: ReportGraph, kind: "script" | "notebook", text: string): HTMLElement {
    const name = graph[kind] ?? "";
    return h(
      "div",
      { class: "pane-head" },
      this.report.graphs.length > 1 ? this.picker(graph, kind) : h("code", { class: "file" }, name),
      copyButton("Copy", () => text),
      h("button", { type: "button", click: () => save(name, new Blob([text])) }, "Download"),
    );
  }

  /** Parts of the workflow that no wire joins are scripts of their own. */
  private picker(graph: ReportGraph, kind: "script" | "notebook"): HTMLElement {
    const select = h("select", {
      "aria-label": "Part of the workflow",
      change: () => {
        const chosen = this.report.graphs.find((each) => each.id === select.value);
        if (chosen) void this.show(chosen);
      },
    });
    for (const each of this.report.graphs) {
      select.append(
        h(
          "option",
          { value: each.id },
          `${each[kind] ?? each.id} (${countText(each.nodes, "node")})`,
        ),
      );
    }
    select.value = graph.id;
    return select;
  }

  private downloads(): HTMLElement {
    return h(
      "ul",
      { class: "downloads" },
      ...this.files.names.map((name) =>
        h(
          "li",
          {},
          h(
            "button",
            {
              type: "button",
              class: "link",
              click: () => void this.files.text(name).then((text) => save(name, new Blob([text]))),
            },
            name,
          ),
        ),
      ),
    );
  }
}

/** A result without a report: another converter than ours may give one. */
function plainFiles(job: Job, files: ResultFiles): HTMLElement {
  return h(
    "section",
    {},
    h("h2", { id: "result-title", tabindex: -1 }, job.original_filename),
    h("a", { class: "primary button", href: resultPath(job.id), download: "" }, "Download all"),
    h("ul", {}, ...files.names.map((name) => h("li", {}, name))),
  );
}
