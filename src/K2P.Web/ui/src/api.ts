// The service's HTTP interface, as far as the page uses it.

import type { Kind, Status } from "./words.ts";

export interface Job {
  id: string;
  status: Status;
  original_filename: string;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  input_size: number;
  result_size: number | null;
  queue_position: number | null;
  attempts: number;
  expires_at: string | null;
  converter_version: string | null;
  error_code: string | null;
  error_message: string | null;
  totals: Record<Kind, number> | null;
}

export interface Problem {
  code: string;
  detail: string;
  request_id: string;
  errors?: { path: string; code: string; detail: string }[];
}

/** What a bundle may be, and how long a result is kept. */
export interface Limits {
  max_bytes: number;
  max_entries: number;
  max_depth: number;
  max_path_bytes: number;
  max_entry_bytes: number;
  max_total_bytes: number;
  max_ratio: number;
  retention_hours: number;
}

/** An answer of the service that is an error, or no answer at all. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    /** After how many seconds to try again, where the service says so. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
  }
}

function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

export function problemOf(status: number, body: string): Problem {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === "object" && read !== null && "code" in read && "detail" in read) {
      return read as Problem;
    }
  } catch {
    // A proxy answered in its own words.
  }
  return {
    code: status === 413 ? "payload_too_large" : "unavailable",
    detail:
      status === 0
        ? "The service did not answer. Check the connection and try again."
        : `The service answered with status ${status}.`,
    request_id: "",
  };
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused(problemOf(0, ""));
  }
  if (!response.ok) {
    throw new Refused(
      problemOf(response.status, await response.text()),
      retryAfter(response.headers.get("Retry-After")),
    );
  }
  return response;
}

const jobPath = (id: string) => `/api/jobs/${encodeURIComponent(id)}`;

export const resultPath = (id: string) => `${jobPath(id)}/result.zip`;

export async function getJob(id: string, wait = 0): Promise<Job> {
  return (await ask(`${jobPath(id)}?wait=${wait}`)).json() as Promise<Job>;
}

export async function cancelJob(id: string): Promise<Job> {
  return (await ask(`${jobPath(id)}/cancel`, { method: "POST" })).json() as Promise<Job>;
}

export async function eraseJob(id: string): Promise<void> {
  await ask(jobPath(id), { method: "DELETE" });
}

export async function getLog(id: string): Promise<string> {
  const logs = (await (await ask(`${jobPath(id)}/logs`)).json()) as { stderr_tail: string };
  return logs.stderr_tail;
}

export async function getLimits(): Promise<Limits> {
  return (await ask("/api/limits")).json() as Promise<Limits>;
}

export async function listFiles(id: string): Promise<{ name: string; size: number }[]> {
  const list = (await (await ask(`${jobPath(id)}/files`)).json()) as {
    files: { name: string; size: number }[];
  };
  return list.files;
}

export async function getFile(id: string, name: string): Promise<string> {
  return (await ask(`${jobPath(id)}/files/${encodeURIComponent(name)}`)).text();
}

/** The whole result; null where it lies in a store of another origin, which the page does not ask. */
export async function getResult(id: string): Promise<Uint8Array | null> {
  const response = await fetch(resultPath(id), { redirect: "manual" }).catch(() => null);
  if (response?.type === "opaqueredirect") return null;
  if (!response?.ok) {
    throw new Refused(problemOf(response?.status ?? 0, (await response?.text()) ?? ""));
  }
  return new Uint8Array(await response.arrayBuffer());
}

export interface Choices {
  workbook: string;
  strict: boolean;
  allowMissing: boolean;
}

/** Sends the bundle. XMLHttpRequest, because fetch does not tell how far an upload is. */
export function submit(
  bundle: Blob,
  name: string,
  choices: Choices,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Job> {
  const form = new FormData();
  form.append("bundle", bundle, `${name}.zip`);
  if (choices.workbook) form.append("workbook", choices.workbook);
  if (choices.strict) form.append("strict", "true");

  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", choices.allowMissing ? "/api/jobs?allow_missing=true" : "/api/jobs");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Job);
      } else {
        const problem = problemOf(request.status, request.responseText);
        reject(new Refused(problem, retryAfter(request.getResponseHeader("Retry-After"))));
      }
    };
    request.onerror = () => reject(new Refused(problemOf(0, "")));
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

interface Progress {
  queue_position: number | null;
}

/** Follows a job to its end: by server-sent events, and by long polling where a proxy swallows them. */
export async function follow(
  id: string,
  onChange: (job: Job) => void,
  signal: AbortSignal,
): Promise<Job> {
  let known: Job | undefined;
  const last = await new Promise<Job | null>((resolve) => {
    const events = new EventSource(`${jobPath(id)}/events`);
    const read = (event: Event) => JSON.parse((event as MessageEvent<string>).data) as Job;
    const end = (job: Job | null) => {
      events.close();
      resolve(job);
    };
    events.addEventListener("state", (event) => onChange((known = read(event))));
    events.addEventListener("progress", (event) => {
      const { queue_position } = JSON.parse(event.data as string) as Progress;
      if (known) onChange((known = { ...known, queue_position }));
    });
    events.addEventListener("done", (event) => end(read(event)));
    events.onerror = () => end(null);
    signal.addEventListener("abort", () => end(null));
  });
  if (last) return last;

  for (;;) {
    signal.throwIfAborted();
    const job = await getJob(id, 25);
    onChange(job);
    if (job.status !== "QUEUED" && job.status !== "RUNNING") return job;
  }
}
