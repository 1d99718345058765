// Reads the XML that KNIME writes, tag by tag, with the place of every attribute, so that a value can be changed and
// every other byte stays. No entities beyond XML's own, no document type: the service refuses those too.

export class XmlFault extends Error {}

export interface Tag {
  /** Without a namespace prefix. */
  name: string;
  /** 0 for the root element. */
  depth: number;
  empty: boolean;
  /** The attribute's text, unescaped as XML and as KNIME; empty when it is not there. */
  text(attribute: string): string;
  /** Where the attribute's raw text stands in the file. */
  place(attribute: string): { start: number; end: number } | undefined;
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[name as string] ?? whole;
      const code =
        hex !== undefined ? parseInt(hex as string, 16) : parseInt(decimal as string, 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** KNIME's escape inside its XML: `%%nnnnn` stands for a UTF-16 unit that XML or KNIME cannot hold. */
export function unescapeKnime(text: string): string {
  return text.replace(/%%(\d{5})/g, (whole, digits: string) =>
    Number(digits) <= 0xffff ? String.fromCharCode(Number(digits)) : whole,
  );
}

export function escapeForAttribute(text: string): string {
  return text
    .replace(/[\0-\x1f]/g, (letter) => `%%${String(letter.charCodeAt(0)).padStart(5, "0")}`)
    .replace(/[<>"'&]/g, (letter) => {
      const name = Object.keys(named).find((each) => named[each] === letter);
      return `&${name};`;
    });
}

const attribute = /([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

class OpenTag implements Tag {
  private readonly places = new Map<string, { start: number; end: number }>();
  empty = false;
  end = 0;

  constructor(
    private readonly xml: string,
    readonly name: string,
    readonly depth: number,
    at: number,
  ) {
    for (;;) {
      while (/\s/.test(xml[at] ?? "")) at++;
      if (xml.startsWith("/>", at)) {
        this.empty = true;
        this.end = at + 2;
        return;
      }
      if (xml[at] === ">") {
        this.end = at + 1;
        return;
      }
      attribute.lastIndex = at;
      const match = attribute.exec(xml);
      if (!match) throw new XmlFault("an attribute cannot be read");
      at = attribute.lastIndex;
      const raw = match[2] ?? match[3] ?? "";
      this.places.set(match[1] ?? "", { start: at - 1 - raw.length, end: at - 1 });
    }
  }

  text(key: string): string {
    const place = this.places.get(key);
    return place ? unescapeKnime(decodeEntities(this.xml.slice(place.start, place.end))) : "";
  }

  place(key: string) {
    return this.places.get(key);
  }
}

/** Goes through the file; `close` is called for every element, for an empty one right after `open`. */
export function walk(xml: string, open: (tag: Tag) => void, close: (name: string) => void): void {
  const stack: string[] = [];
  let roots = 0;
  const after = (end: string, at: number) => {
    const found = xml.indexOf(end, at);
    if (found < 0) throw new XmlFault(`it ends where ${end} is missing`);
    return found + end.length;
  };
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    if (xml.startsWith("<!--", at)) at = after("-->", at);
    else if (xml.startsWith("<![CDATA[", at)) at = after("]]>", at);
    else if (xml.startsWith("<?", at)) at = after("?>", at);
    else if (xml[at + 1] === "!")
      throw new XmlFault("it has a document type, which KNIME never writes");
    else if (xml[at + 1] === "/") {
      const end = after(">", at);
      const name = xml.slice(at + 2, end - 1).trim();
      if (stack.pop() !== name) throw new XmlFault(`</${name}> closes what was not opened`);
      close(localName(name));
      at = end;
    } else {
      const name = /[^\s/>]*/y;
      name.lastIndex = at + 1;
      const full = name.exec(xml)?.[0] ?? "";
      if (!/^[A-Za-z_:]/.test(full)) throw new XmlFault("a tag has no name");
      if (stack.length === 0 && roots++ > 0)
        throw new XmlFault("it has more than one root element");
      const tag = new OpenTag(xml, localName(full), stack.length, at + 1 + full.length);
      open(tag);
      if (tag.empty) close(tag.name);
      else stack.push(full);
      at = tag.end;
    }
  }
  if (stack.length > 0) throw new XmlFault(`<${stack.at(-1)}> is not closed`);
  if (roots === 0) throw new XmlFault("it holds no XML");
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}
