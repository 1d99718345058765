// The page: one file in, one result out. Everything that comes from a server or a file is set as text, never as HTML.

import {
  cancelJob,
  eraseJob,
  follow,
  getFile,
  getJob,
  getLog,
  getReport,
  listFiles,
  Refused,
  resultPath,
  submit,
  type Job,
  type Problem,
} from "./api.ts";
import { pieces } from "./python.ts";
import { isOver, kinds, kindText, sizeText, stateText, titleOf } from "./words.ts";

function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is not on the page`);
  return found as T;
}

const form = element<HTMLFormElement>("form");
const input = element<HTMLInputElement>("bundle");
const convert = element<HTMLButtonElement>("convert");
const cancel = element<HTMLButtonElement>("cancel");
const drop = element("drop");
const fileSelect = element<HTMLSelectElement>("file");

let running: AbortController | null = null;
let current: Job | null = null;
let shown = "";

function make(tag: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function show(id: string, visible: boolean) {
  element(id).hidden = !visible;
}

function step(name: "upload" | "queue" | "convert" | "done", failed = false) {
  let passed = true;
  for (const item of element("steps").children) {
    const here = (item as HTMLElement).dataset.step === name;
    if (here) passed = false;
    const finished = passed || (here && name === "done" && !failed);
    item.className = here && failed ? "failed" : finished ? "passed" : here ? "current" : "";
    if (here) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  }
}

function chosen() {
  const file = input.files?.[0];
  element("drop-title").textContent = file?.name ?? "Choose a .knwf or .zip, or drop it here";
  if (file) element("drop-hint").textContent = sizeText(file.size);
  convert.disabled = !file;
}

function describe(job: Job) {
  current = job;
  element("job-file").textContent = `${job.original_filename}, ${sizeText(job.input_size)}`;
  element("state").textContent = stateText(job.status, job.queue_position, job.attempts);
  cancel.hidden = isOver(job.status);
  if (job.status === "QUEUED") step("queue");
  else if (job.status === "RUNNING") step("convert");
  else step("done", job.status !== "SUCCEEDED");
}

function fail(problem: Problem) {
  element("failure-title").textContent = titleOf(problem.code);
  element("failure-detail").textContent = problem.detail;
  element("failure-items").replaceChildren(
    ...(problem.errors ?? [])
      .slice(0, 20)
      .map((item) => make("li", `${item.path}: ${item.detail}`)),
  );
  element("failure-code").textContent = problem.request_id
    ? `${problem.code}, request ${problem.request_id}`
    : problem.code;
  show("failure", true);
  show("failure-log", false);
}

async function failJob(job: Job) {
  fail({
    code: job.error_code ?? "internal_error",
    detail: job.error_message ?? "",
    request_id: "",
  });
  const log = await getLog(job.id);
  element("failure-log-text").textContent = log;
  show("failure-log", log !== "");
}

function showTotals(job: Job) {
  const totals = job.totals;
  const sum = totals ? kinds.reduce((all, kind) => all + (totals[kind] ?? 0), 0) : 0;
  const present = kinds.filter((kind) => (totals?.[kind] ?? 0) > 0);
  element("result-title").textContent =
    sum > 0 ? `${sum} ${sum === 1 ? "node" : "nodes"}` : "Result";
  element("totals-bar").replaceChildren(
    ...present.map((kind) => {
      const part = make("span", "", kind);
      part.style.setProperty("flex-grow", String(totals?.[kind]));
      return part;
    }),
  );
  element("totals").replaceChildren(
    ...present.map((kind) => {
      const row = make("div", "", kind);
      row.append(
        make("dt", kind),
        make("dd", String(totals?.[kind])),
        make("dd", kindText[kind], "fine"),
      );
      return row;
    }),
  );
}

async function showReview(job: Job) {
  const nodes = (await getReport(job.id)).nodes ?? [];
  const open = nodes.filter((node) => node.status !== "exact" && node.status !== "skipped");
  element("review-title").textContent =
    `${open.length} ${open.length === 1 ? "node needs" : "nodes need"} a look`;
  element("review-rows").replaceChildren(
    ...open.map((node) => {
      const row = document.createElement("tr");
      const why = document.createElement("td");
      for (const found of node.diagnostics ?? []) {
        why.append(make("p", `${found.message} (${found.id})`));
      }
      row.append(make("td", node.path), make("td", node.status, `kind ${node.status}`), why);
      return row;
    }),
  );
  show("review", open.length > 0);
}

async function preview(job: Job, name: string) {
  const text = await getFile(job.id, name);
  shown = text;
  const target = element("preview");
  if (!name.endsWith(".py")) {
    target.textContent = text;
    return;
  }
  target.replaceChildren(
    ...pieces(text).map((piece) =>
      piece.kind === "text"
        ? document.createTextNode(piece.text)
        : make("span", piece.text, piece.kind),
    ),
  );
}

async function showResult(job: Job) {
  showTotals(job);
  const download = element<HTMLAnchorElement>("download");
  download.href = resultPath(job.id);
  download.textContent = job.result_size
    ? `Download the result (${sizeText(job.result_size)})`
    : "Download the result";
  show("result", true);
  element("result-title").focus();
  await showReview(job);

  const files = await listFiles(job.id);
  fileSelect.replaceChildren(
    ...files.map((file) => {
      const option = document.createElement("option");
      option.value = file.name;
      option.textContent = `${file.name} (${sizeText(file.size)})`;
      return option;
    }),
  );
  const first = files.find((file) => file.name.endsWith(".py")) ?? files[0];
  if (first) {
    fileSelect.value = first.name;
    await preview(job, first.name);
  }
}

async function attend(id: string, signal: AbortSignal) {
  const job = await follow(id, describe, signal);
  describe(job);
  if (job.status === "SUCCEEDED") await showResult(job);
  else if (job.status === "FAILED") await failJob(job);
}

async function guarded(work: (signal: AbortSignal) => Promise<void>) {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  show("failure", false);
  show("result", false);
  show("progress", true);
  try {
    await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return;
    show("progress", false);
    if (error instanceof Refused) fail(error.problem);
    else fail({ code: "internal_error", detail: String(error), request_id: "" });
  } finally {
    convert.disabled = !input.files?.length;
  }
}

function start(file: File) {
  convert.disabled = true;
  cancel.hidden = false;
  current = null;
  step("upload");
  element("job-file").textContent = `${file.name}, ${sizeText(file.size)}`;
  element("state").textContent = "Uploading…";
  const bar = element<HTMLProgressElement>("upload-bar");
  bar.value = 0;
  bar.hidden = false;
  void guarded(async (signal) => {
    const choices = {
      workbook: element<HTMLSelectElement>("workbook").value,
      strict: element<HTMLInputElement>("strict").checked,
      allowMissing: element<HTMLInputElement>("allow-missing").checked,
    };
    const job = await submit(file, choices, (part) => (bar.value = part), signal);
    bar.hidden = true;
    // The address leads back to the job after a reload.
    history.replaceState(null, "", `#${job.id}`);
    describe(job);
    await attend(job.id, signal);
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = input.files?.[0];
  if (file) start(file);
});

input.addEventListener("change", chosen);

for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  drop.addEventListener(name, () => drop.classList.remove("over"));
}
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer?.files.length) {
    input.files = event.dataTransfer.files;
    chosen();
  }
});

cancel.addEventListener("click", () => {
  if (current) {
    void cancelJob(current.id).catch(() => undefined);
  } else {
    running?.abort();
    show("progress", false);
  }
});

element("erase").addEventListener("click", () => {
  const job = current;
  if (!job) return;
  void guarded(async () => {
    await eraseJob(job.id);
    history.replaceState(null, "", location.pathname);
    element("state").textContent = "Erased from the server.";
    step("done");
    cancel.hidden = true;
  });
});

fileSelect.addEventListener("change", () => {
  if (current) void preview(current, fileSelect.value);
});

element("copy").addEventListener("click", () => {
  void navigator.clipboard.writeText(shown).then(() => {
    element("copied").textContent = "Copied";
    setTimeout(() => (element("copied").textContent = ""), 2000);
  });
});

chosen();
const known = location.hash.slice(1);
if (known) {
  void guarded(async (signal) => {
    element<HTMLProgressElement>("upload-bar").hidden = true;
    const job = await getJob(known);
    describe(job);
    await attend(job.id, signal);
  });
}
