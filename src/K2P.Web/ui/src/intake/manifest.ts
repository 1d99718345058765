// What will be sent, what is missing, and what stays here; worked out before anything leaves the browser.

import type { Limits } from "../api.ts";
import { blankSecrets, type FoundSecret } from "./blank.ts";
import { isSafe } from "./names.ts";
import {
  BadFile,
  followReferences,
  settingsFile,
  workflowFile,
  type SourceFile,
} from "./references.ts";
import { XmlFault } from "./xml.ts";

export interface FoundWorkflow {
  /** Its folder with a slash behind it, or empty. */
  root: string;
  name: string;
}

export interface Manifest {
  workflow: string;
  /** What is sent, in the order of the archive, under the names by which the workflow calls it. */
  files: { path: string; size: number; foundAs?: string }[];
  missing: string[];
  locked: string[];
  /** What stays here: data, pictures, reports. */
  left: { path: string; size: number }[];
  secrets: FoundSecret[];
  /** Which of the service's limits the bundle breaks, in words. */
  overLimits: string[];
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const isKept = (path: string) => [workflowFile, settingsFile].includes(nameOf(path));

/** Every folder that holds a workflow and lies in no other: what lies inside is its metanodes and components. */
export function findWorkflows(files: SourceFile[], title: string): FoundWorkflow[] {
  const roots = files
    .filter((file) => nameOf(file.path) === workflowFile)
    .map((file) => file.path.slice(0, -workflowFile.length))
    .sort();
  const outer: string[] = [];
  for (const root of roots) {
    if (!outer.some((each) => root.startsWith(each))) outer.push(root);
  }
  return outer.map((root) => ({
    root,
    name: root === "" ? title : nameOf(root.slice(0, -1)),
  }));
}

/** The manifest and, for the bundle, the content of every file without its secrets. */
export async function prepare(
  all: SourceFile[],
  workflow: FoundWorkflow,
  limits: Limits,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<{ manifest: Manifest; contents: Map<string, Uint8Array> }> {
  const files = all
    .filter((file) => file.path.startsWith(workflow.root))
    .map((file) => below(file, workflow.root));
  const references = await followReferences(files);
  const taken = new Set(files.map((file) => file.path));
  const kept = files
    .filter((file) => isKept(file.path))
    .map((file) => {
      const called = references.found.get(file);
      // An old archive's code page is known only here: the file is sent by the name that the workflow calls it.
      const path = called && !taken.has(called) && isSafe(called) ? called : file.path;
      return { file, path };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));

  const manifest: Manifest = {
    workflow: workflow.name,
    files: kept.map(({ file, path }) => ({
      path,
      size: file.size,
      ...(path !== file.path && { foundAs: file.path }),
    })),
    missing: references.missing,
    locked: references.locked,
    left: all
      .filter((file) => !file.path.startsWith(workflow.root) || !isKept(file.path))
      .map(({ path, size }) => ({ path, size })),
    secrets: [],
    overLimits: [],
  };
  manifest.overLimits = brokenLimits(manifest, limits);
  const contents = new Map<string, Uint8Array>();
  if (manifest.overLimits.length > 0) return { manifest, contents };
  for (const [done, { file, path }] of kept.entries()) {
    onProgress(done, kept.length);
    contents.set(path, await blanked(file, path, manifest.secrets));
  }
  return { manifest, contents };
}

async function blanked(
  file: SourceFile,
  path: string,
  secrets: FoundSecret[],
): Promise<Uint8Array> {
  try {
    const { content, found } = blankSecrets(await file.read(), path);
    secrets.push(...found);
    return content;
  } catch (error) {
    if (error instanceof XmlFault) throw new BadFile(path, error.message);
    throw error;
  }
}

function below(file: SourceFile, root: string): SourceFile {
  if (root === "") return file;
  const depth = root.split("/").length - 1;
  const skip = (name: string) => name.split("/").slice(depth).join("/");
  return {
    path: file.path.slice(root.length),
    size: file.size,
    ...(file.otherNames && { otherNames: file.otherNames.map(skip) }),
    read: () => file.read(),
  };
}

function brokenLimits(manifest: Manifest, limits: Limits): string[] {
  const broken: string[] = [];
  const mib = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
  if (manifest.files.length > limits.max_entries) {
    broken.push(
      `${manifest.files.length} files are more than the ${limits.max_entries} that the service takes.`,
    );
  }
  const total = manifest.files.reduce((sum, file) => sum + file.size, 0);
  if (total > limits.max_total_bytes) {
    broken.push(
      `${mib(total)} unpacked are more than the ${mib(limits.max_total_bytes)} that the service takes.`,
    );
  }
  for (const { path, size } of manifest.files) {
    if (size > limits.max_entry_bytes) {
      broken.push(
        `${path} has ${mib(size)}; the service takes files of up to ${mib(limits.max_entry_bytes)}.`,
      );
    }
    if (new TextEncoder().encode(path).length > limits.max_path_bytes) {
      broken.push(`${path}: the path is longer than the service's ${limits.max_path_bytes} bytes.`);
    }
    if (path.split("/").length - 1 > limits.max_depth) {
      broken.push(`${path} lies deeper than the service's ${limits.max_depth} folders.`);
    }
  }
  return broken;
}
