// Splits Python into coloured pieces; good enough for reading, never executed, never HTML.

export interface Piece {
  kind: "text" | "comment" | "string" | "keyword" | "number" | "name";
  text: string;
}

const token =
  /(?<comment>#[^\n]*)|(?<string>[rbfuRBFU]{0,2}(?:"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?))|(?<word>[A-Za-z_]\w*)|(?<number>\b\d[\w.]*)/g;

const keywords = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

export function pieces(source: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  let defines = false;
  const text = (upTo: number) => {
    if (upTo > end) found.push({ kind: "text", text: source.slice(end, upTo) });
  };
  for (const match of source.matchAll(token)) {
    text(match.index);
    end = match.index + match[0].length;
    const groups = match.groups ?? {};
    if (groups.comment !== undefined) found.push({ kind: "comment", text: match[0] });
    else if (groups.string !== undefined) found.push({ kind: "string", text: match[0] });
    else if (groups.number !== undefined) found.push({ kind: "number", text: match[0] });
    else if (keywords.has(match[0])) {
      found.push({ kind: "keyword", text: match[0] });
      defines = match[0] === "def" || match[0] === "class";
      continue;
    } else found.push({ kind: defines ? "name" : "text", text: match[0] });
    defines = false;
  }
  text(source.length);
  return found;
}
