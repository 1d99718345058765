// The page's side of the worker: one question at a time.

import type { Limits } from "../api.ts";
import type { FoundWorkflow, Manifest } from "./manifest.ts";
import type { Answer, Given, Request } from "./worker.ts";

/** The files are not what they must be; the sentence is for the user. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly path?: string,
  ) {
    super(message);
  }
}

export class Reader {
  private readonly worker = new Worker(new URL("./worker.ts", import.meta.url), {
    type: "module",
  });

  constructor(private readonly onProgress: (part: number) => void) {}

  async open(
    given: Given[],
    title: string,
  ): Promise<{ workflows: FoundWorkflow[]; files: number }> {
    const answer = await this.ask({ kind: "open", given, title });
    return answer.kind === "workflows" ? answer : { workflows: [], files: 0 };
  }

  async prepare(workflow: FoundWorkflow, limits: Limits): Promise<Manifest> {
    const answer = await this.ask({ kind: "prepare", workflow, limits });
    if (answer.kind !== "manifest") throw new Unreadable("The files cannot be read.");
    return answer.manifest;
  }

  async pack(): Promise<Blob> {
    const answer = await this.ask({ kind: "pack" });
    if (answer.kind !== "bundle") throw new Unreadable("The files cannot be packed.");
    return answer.bundle;
  }

  close() {
    this.worker.terminate();
  }

  private ask(request: Request): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = (event: MessageEvent<Answer>) => {
        const answer = event.data;
        if (answer.kind === "progress") this.onProgress(answer.part);
        else if (answer.kind === "refused") reject(new Unreadable(answer.message, answer.path));
        else resolve(answer);
      };
      this.worker.onerror = () =>
        reject(new Unreadable("The files cannot be read in this browser."));
      this.worker.postMessage(request);
    });
  }
}
