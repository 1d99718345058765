// Python in colours, line by line. The parser gives pieces of text; nothing becomes HTML.

import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser } from "@lezer/python";

const highlighter = tagHighlighter([
  { tag: tags.comment, class: "comment" },
  { tag: [tags.string, tags.special(tags.string)], class: "string" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.bool, tags.null], class: "keyword" },
  { tag: tags.number, class: "number" },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    class: "name",
  },
  { tag: tags.function(tags.variableName), class: "call" },
]);

/** One fragment a line. */
export function highlightLines(source: string): DocumentFragment[] {
  let line = document.createDocumentFragment();
  const lines = [line];
  highlightCode(
    source,
    parser.parse(source),
    highlighter,
    (text, classes) => {
      if (classes === "") {
        line.append(text);
        return;
      }
      const piece = document.createElement("span");
      piece.className = classes;
      piece.textContent = text;
      line.append(piece);
    },
    () => {
      line = document.createDocumentFragment();
      lines.push(line);
    },
  );
  return lines;
}
