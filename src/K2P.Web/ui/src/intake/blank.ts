// Takes the secrets out of a settings file and leaves every other byte as it is.

import { decode, encode } from "./encoding.ts";
import { blank, isSecretName } from "./secretRules.ts";
import { escapeForAttribute, walk, type Tag } from "./xml.ts";

/** A secret that was found: where, never what. */
export interface FoundSecret {
  path: string;
  /** The keys below the file's root, joined by `/`. */
  key: string;
}

const labelKeys = ["name", "key", "header", "parameter"];
const labelled = ["value", "template", "defaultValue"];

class Branch {
  /** The secret's name that the branch's values go by. */
  label: string | undefined;
  /** Which items of the arrays in this branch have the name of a secret. */
  readonly secretIndices = new Set<string>();

  constructor(
    readonly key: string,
    readonly parent: Branch | undefined,
  ) {
    this.label = labelled.includes(key) ? parent?.label : undefined;
  }

  isArrayOf(what: string): boolean {
    return this.parent !== undefined && this.key.toLowerCase().endsWith(what);
  }
}

/**
 * The value without its secrets. It is named by its own key, or by what stands before it: a flow variable is a branch with
 * `name` and `value`, and the headers of a request are two arrays, one of keys and one of values.
 */
function blankEntry(branch: Branch, key: string, type: string, value: string): string {
  const name =
    branch.isArrayOf("values") && branch.parent?.secretIndices.has(key)
      ? "password"
      : ((labelled.includes(key) ? branch.label : undefined) ?? key);
  if (labelKeys.includes(key) && isSecretName(value)) branch.label = value;
  else if (branch.isArrayOf("keys") && isSecretName(value)) branch.parent?.secretIndices.add(key);
  return blank(name, type, value);
}

/** Throws XmlFault when the file is not well-formed. */
export function blankSecrets(
  content: Uint8Array,
  path: string,
): { content: Uint8Array; found: FoundSecret[] } {
  const file = decode(content);
  const found: FoundSecret[] = [];
  const parts: string[] = [];
  let copied = 0;
  let branch = new Branch("", undefined);
  const keys: string[] = [];

  const entry = (tag: Tag) => {
    const value = tag.text("value");
    if (value.length === 0 || tag.text("isnull") === "true") return;
    const key = tag.text("key");
    const blanked = blankEntry(branch, key, tag.text("type"), value);
    const place = tag.place("value");
    if (blanked === value || !place) return;
    parts.push(file.text.slice(copied, place.start), escapeForAttribute(blanked));
    copied = place.end;
    found.push({ path, key: [...keys.slice(1), key].join("/") });
  };
  walk(
    file.text,
    (tag) => {
      if (tag.name === "config") {
        branch = new Branch(tag.text("key"), branch);
        keys.push(tag.text("key"));
      } else if (tag.name === "entry") entry(tag);
    },
    (name) => {
      if (name !== "config") return;
      branch = branch.parent ?? branch;
      keys.pop();
    },
  );
  if (found.length === 0) return { content, found };
  parts.push(file.text.slice(copied));
  return { content: encode({ ...file, text: parts.join("") }), found };
}
