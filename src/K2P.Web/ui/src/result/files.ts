// The files of a result: taken out of result.zip here, or, where that lies elsewhere, asked for one by one.

import { unzipSync } from "fflate";
import { getFile, getResult, listFiles, type Job } from "../api.ts";
import type { Level, Report } from "./types.ts";

export class ResultFiles {
  private constructor(
    readonly names: string[],
    private readonly read: (name: string) => Promise<string>,
  ) {}

  static async of(job: Job): Promise<ResultFiles> {
    const archive = await getResult(job.id);
    if (archive) {
      const files = unzipSync(archive);
      return new ResultFiles(Object.keys(files), (name) =>
        Promise.resolve(new TextDecoder().decode(files[name])),
      );
    }
    const listed = await listFiles(job.id);
    const known = new Map<string, Promise<string>>();
    return new ResultFiles(
      listed.map((file) => file.name),
      (name) => {
        const read = known.get(name) ?? getFile(job.id, name);
        known.set(name, read);
        return read;
      },
    );
  }

  text(name: string): Promise<string> {
    return this.read(name);
  }

  has(name: string | undefined): name is string {
    return name !== undefined && this.names.includes(name);
  }

  async report(): Promise<Report | null> {
    const name = this.names.find((each) => each.endsWith("__report.json"));
    if (!name) return null;
    const read = JSON.parse(await this.text(name)) as Partial<Report>;
    return {
      k2p: "",
      workflow: { name: "", created_by: "", nodes: 0 },
      totals: { exact: 0, approximate: 0, partial: 0, manual: 0, skipped: 0 },
      graphs: [],
      nodes: [],
      requirements: [],
      data_files: [],
      secrets: [],
      diagnostics: [],
      ...read,
    };
  }

  /** The workflow as it was: its unconnected parts, which have a file each, on one sheet. */
  async workflow(report: Report): Promise<Level> {
    const whole: Level = { nodes: [], edges: [], annotations: [] };
    const seen = new Set<string>();
    for (const graph of report.graphs) {
      if (!this.has(graph.json)) continue;
      const level = JSON.parse(await this.text(graph.json)) as Level;
      whole.nodes.push(...level.nodes);
      whole.edges.push(...level.edges);
      for (const annotation of level.annotations) {
        const key = JSON.stringify(annotation);
        if (!seen.has(key)) whole.annotations.push(annotation);
        seen.add(key);
      }
    }
    return whole;
  }
}
