// A notebook as a reader sees it: headings and cells. The cell of a node's function can be marked.

import { copyButton, h } from "../dom.ts";
import { highlightLines } from "./highlight.ts";

interface Cell {
  cell_type: string;
  source: string[] | string;
}

export class NotebookView {
  readonly element: HTMLElement;
  private readonly cells: { source: string; element: HTMLElement }[];

  constructor(text: string, label: string) {
    const { cells } = JSON.parse(text) as { cells: Cell[] };
    this.cells = cells.map((cell) => {
      const source = typeof cell.source === "string" ? cell.source : cell.source.join("");
      return { source, element: cell.cell_type === "markdown" ? prose(source) : codeCell(source) };
    });
    this.element = h(
      "div",
      { class: "notebook", tabindex: 0, role: "region", "aria-label": label },
      ...this.cells.map((cell) => cell.element),
    );
  }

  mark(name: string) {
    const start = `def ${name}(`;
    for (const { source, element } of this.cells) {
      const isIt = source.includes(start);
      element.classList.toggle("marked", isIt);
      if (isIt) {
        this.element.scrollTop +=
          element.getBoundingClientRect().top - this.element.getBoundingClientRect().top - 24;
      }
    }
  }
}

function codeCell(source: string): HTMLElement {
  const code = h("pre", { class: "cell-code", tabindex: 0 });
  for (const [index, line] of highlightLines(source).entries()) {
    if (index > 0) code.append("\n");
    code.append(line);
  }
  return h(
    "div",
    { class: "cell" },
    copyButton("Copy", () => source),
    code,
  );
}

/** The converter writes headings and plain sentences, nothing else of Markdown. */
function prose(source: string): HTMLElement {
  return h(
    "div",
    { class: "prose" },
    ...source
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const heading = /^(#{1,6}) (.*)/.exec(line);
        return heading
          ? h(heading[1] === "#" ? "h3" : "h4", {}, heading[2] ?? "")
          : h("p", {}, line);
      }),
  );
}
