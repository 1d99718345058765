// A script with line numbers. The lines of a node's function can be marked, and a click on a line tells its number.

import { h } from "../dom.ts";
import { highlightLines } from "./highlight.ts";

export class ScriptView {
  readonly element: HTMLElement;
  private readonly lines: HTMLElement[];

  constructor(source: string, label: string, onLine: (line: number) => void) {
    this.lines = highlightLines(source.replace(/\n$/, "")).map((content, index) => {
      const line = h("div", { class: "line", "data-line": index + 1 });
      line.append(content);
      return line;
    });
    this.element = h(
      "div",
      {
        class: "code",
        tabindex: 0,
        role: "region",
        "aria-label": label,
        click: (event) => {
          // Who selects text to copy it does not ask for a node.
          if (getSelection()?.isCollapsed === false) return;
          const line = (event.target as Element).closest<HTMLElement>("[data-line]");
          if (line) onLine(Number(line.dataset.line));
        },
      },
      ...this.lines,
    );
  }

  mark(first: number, last: number) {
    for (const [index, line] of this.lines.entries()) {
      line.classList.toggle("marked", index + 1 >= first && index + 1 <= last);
    }
    const line = this.lines[first - 1];
    if (!line) return;
    // Inside the box alone; the page stays where it is.
    this.element.scrollTop +=
      line.getBoundingClientRect().top - this.element.getBoundingClientRect().top - 24;
  }

  unmark() {
    for (const line of this.lines) line.classList.remove("marked");
  }
}
