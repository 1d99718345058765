// Reads, checks and packs beside the page, so that the page stays quick. Nothing in here talks to the network.

import type { Limits } from "../api.ts";
import { BadArchive, openArchive } from "./archive.ts";
import { findWorkflows, prepare, type FoundWorkflow, type Manifest } from "./manifest.ts";
import { pack } from "./pack.ts";
import { BadFile, type SourceFile } from "./references.ts";

/** A file as the page gives it; the path is empty for an archive. */
export interface Given {
  path: string;
  file: File;
}

export type Request =
  | { kind: "open"; given: Given[]; title: string }
  | { kind: "prepare"; workflow: FoundWorkflow; limits: Limits }
  | { kind: "pack" };

export type Answer =
  | { kind: "workflows"; workflows: FoundWorkflow[]; files: number }
  | { kind: "manifest"; manifest: Manifest }
  | { kind: "bundle"; bundle: Blob }
  | { kind: "progress"; part: number }
  | { kind: "refused"; message: string; path?: string };

const page = self as unknown as {
  postMessage(answer: Answer): void;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
};

let files: SourceFile[] = [];
let contents = new Map<string, Uint8Array>();
let maxRatio = 1;

const progress = (part: number) => page.postMessage({ kind: "progress", part });

async function handle(request: Request): Promise<Answer> {
  switch (request.kind) {
    case "open":
      files = await sources(request.given);
      return {
        kind: "workflows",
        workflows: findWorkflows(files, request.title),
        files: files.length,
      };
    case "prepare": {
      const { workflow, limits } = request;
      const prepared = await prepare(files, workflow, limits, (done, of) => progress(done / of));
      contents = prepared.contents;
      maxRatio = limits.max_ratio;
      return { kind: "manifest", manifest: prepared.manifest };
    }
    case "pack":
      return { kind: "bundle", bundle: pack(contents, maxRatio, progress) };
  }
}

async function sources(given: Given[]): Promise<SourceFile[]> {
  const [first] = given;
  if (given.length === 1 && first && first.path === "") return openArchive(first.file);
  return given.map(({ path, file }) => ({
    path,
    size: file.size,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  }));
}

page.onmessage = (event) => {
  handle(event.data).then(
    (answer) => page.postMessage(answer),
    (error: unknown) => {
      if (error instanceof BadFile) {
        page.postMessage({
          kind: "refused",
          message: `It cannot be read: ${error.message}.`,
          path: error.path,
        });
      } else if (error instanceof BadArchive) {
        page.postMessage({ kind: "refused", message: error.message });
      } else {
        page.postMessage({
          kind: "refused",
          message: `The files cannot be read: ${String(error)}`,
        });
      }
    },
  );
};
