// What a workflow needs: the files that its nodes refer to, through metanodes and components. As K2P.Bundles.

import { decode } from "./encoding.ts";
import { PathIndex } from "./names.ts";
import { walk, XmlFault } from "./xml.ts";

export const workflowFile = "workflow.knime";
export const settingsFile = "settings.xml";
const locked = ".encrypted";

/** A file that the user chose; nothing is read before it is needed. */
export interface SourceFile {
  /** Below the workflow's folder. */
  path: string;
  size: number;
  /** Other readings of a name whose encoding the archive does not declare. */
  otherNames?: string[];
  read(): Promise<Uint8Array>;
}

export interface References {
  /** From each file that is there and needed to the path by which the workflow calls it. */
  found: Map<SourceFile, string>;
  missing: string[];
  /** Components that only their author can open; they are no part of a bundle. */
  locked: string[];
}

/** The file that stops everything: it cannot be read, and says why. */
export class BadFile extends Error {
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(reason);
  }
}

interface NodeReference {
  file: string;
  isComponent: boolean;
}

/** The files of the nodes in a `workflow.knime`: `nodes/node_N/node_settings_file`, before KNIME 2 `nodeSettingsFile`. */
export function nodeReferences(content: Uint8Array, path: string): NodeReference[] {
  const references: NodeReference[] = [];
  let inNodes = false;
  let depth = -1;
  let node: { file?: string; isComponent: boolean } = { isComponent: false };
  try {
    walk(
      decode(content).text,
      (tag) => {
        depth = tag.depth;
        if (depth === 0 && tag.name !== "config") {
          throw new XmlFault("its root element is not <config>");
        }
        if (depth === 1 && tag.name === "config") inNodes = tag.text("key") === "nodes";
        if (depth !== 3 || tag.name !== "entry" || !inNodes) return;
        const value = tag.text("value");
        const key = tag.text("key");
        if ((key === "node_settings_file" || key === "nodeSettingsFile") && value)
          node.file = value;
        else if (key === "node_type") node.isComponent = value === "SubNode";
      },
      () => {
        // Back at the level of the node's own element.
        if (depth === 2 && node.file !== undefined) {
          references.push({ file: node.file, isComponent: node.isComponent });
          node = { isComponent: false };
        }
        depth--;
      },
    );
  } catch (error) {
    if (error instanceof XmlFault) throw new BadFile(path, error.message);
    throw error;
  }
  return references;
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The path of a file that a `workflow.knime` in the folder names. */
export function resolve(folder: string, file: string): string {
  const inner = file.replaceAll("\\", "/");
  const parts = inner.split("/");
  if (inner.startsWith("/") || /^[A-Za-z]:$/.test(parts[0] ?? "") || parts.includes("..")) {
    throw new BadFile(join(folder, workflowFile), "it refers to a file outside its own folder");
  }
  return join(folder, parts.filter((part) => part !== "" && part !== ".").join("/"));
}

const join = (folder: string, path: string) => (folder === "" ? path : `${folder}/${path}`);

export async function followReferences(files: SourceFile[]): Promise<References> {
  const index = new PathIndex(files);
  const found = new Map<SourceFile, string>();
  const missing = new Set<string>();
  const lockedFiles = new Set<string>();
  const open: { path: string; file: SourceFile }[] = [];

  const need = (path: string): boolean => {
    const file = index.find(path);
    if (file) {
      // A file is walked once, so workflows that name each other come to an end.
      if (!found.has(file)) {
        found.set(file, path);
        if (path.endsWith(workflowFile)) open.push({ path, file });
      }
      return true;
    }
    if (path.endsWith(locked) || index.find(path + locked)) lockedFiles.add(path);
    else missing.add(path);
    return false;
  };

  need(workflowFile);
  for (let next = open.pop(); next; next = open.pop()) {
    for (const node of nodeReferences(await next.file.read(), next.path)) {
      const path = resolve(folderOf(next.path), node.file);
      if (need(path) && node.isComponent) need(join(folderOf(path), workflowFile));
    }
  }
  return { found, missing: [...missing].sort(), locked: [...lockedFiles].sort() };
}
