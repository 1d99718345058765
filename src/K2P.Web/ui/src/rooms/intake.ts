// The first room: choose a workflow, see what would be sent, send it.

import { getLimits, type Choices, type Limits } from "../api.ts";
import { byId, h } from "../dom.ts";
import { fromDrop, fromFiles, type Chosen } from "../intake/drop.ts";
import type { FoundWorkflow, Manifest } from "../intake/manifest.ts";
import { Reader, Unreadable } from "../intake/reader.ts";
import { checkView } from "./check.ts";
import { failureView } from "./failure.ts";

export interface Bundle {
  name: string;
  content: Blob;
  choices: Choices;
}

const check = byId("check");
let reader: Reader | null = null;
let send: (bundle: Bundle) => void = () => undefined;

export function startIntake(convert: (bundle: Bundle) => void) {
  send = convert;
  for (const id of ["bundle", "folder"]) {
    const input = byId<HTMLInputElement>(id);
    input.addEventListener("change", () => {
      if (input.files?.length) void take(fromFiles([...input.files]));
      // The same file chosen again is read again: it may have changed.
      input.value = "";
    });
  }
  byId("sample").addEventListener("click", () => void takeSample());
  watchDrop(byId("drop"));
}

/** Nothing is chosen: as the page was at first. */
export function clearIntake() {
  reader?.close();
  reader = null;
  check.replaceChildren();
}

function watchDrop(target: HTMLElement) {
  // The whole page takes the drop: a file that misses the box must not open in place of the page.
  addEventListener("dragover", (event) => {
    event.preventDefault();
    target.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) target.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    target.classList.remove("over");
    if (byId("intake").hidden || !event.dataTransfer) return;
    void fromDrop(event.dataTransfer).then((chosen) => {
      if (chosen.given.length > 0) return take(chosen);
    });
  });
}

async function takeSample() {
  const answer = await fetch("/sample/Order report.zip").catch(() => null);
  if (!answer?.ok) {
    fail(new Unreadable("The sample is not there. Is the service still running?"));
    return;
  }
  const file = new File([await answer.blob()], "Order report.knwf");
  await take(fromFiles([file]), true);
}

/** Reads what was chosen; the sample, which is ours, is sent at once. */
async function take(chosen: Chosen, atOnce = false) {
  clearIntake();
  const bar = h("progress", { max: 1, "aria-label": "Reading" });
  check.replaceChildren(h("p", { role: "status" }, "Reading the workflow…"), bar);
  const own = (reader = new Reader((part) => (bar.value = part)));
  try {
    const limits = await getLimits();
    const { workflows, files } = await own.open(chosen.given, chosen.title);
    const [only, ...others] = workflows;
    if (!only) {
      fail(
        new Unreadable(
          `There is no workflow.knime among the ${files} files. Choose a workflow's own folder, or export it from KNIME as .knwf.`,
        ),
      );
    } else if (others.length > 0) pick(own, workflows, limits);
    else await inspect(own, only, limits, atOnce);
  } catch (error) {
    if (own === reader) fail(error);
  }
}

function pick(own: Reader, workflows: FoundWorkflow[], limits: Limits) {
  const choose = (workflow: FoundWorkflow) =>
    inspect(own, workflow, limits).catch((error: unknown) => fail(error));
  check.replaceChildren(
    h(
      "h2",
      { tabindex: -1, id: "check-title" },
      `${workflows.length} workflows are in there. Which one?`,
    ),
    h(
      "ul",
      { class: "choice" },
      ...workflows.map((workflow) =>
        h(
          "li",
          {},
          h(
            "button",
            { type: "button", click: () => void choose(workflow) },
            h("strong", {}, workflow.name),
            h("span", { class: "fine" }, workflow.root),
          ),
        ),
      ),
    ),
  );
  byId("check-title").focus();
}

async function inspect(own: Reader, workflow: FoundWorkflow, limits: Limits, atOnce = false) {
  const manifest = await own.prepare(workflow, limits);
  if (own !== reader) return;
  const convert = (choices: Choices) => {
    packAndSend(own, manifest, limits, choices).catch((error: unknown) => fail(error));
  };
  if (atOnce) {
    convert({ workbook: "", strict: false, allowMissing: false });
    return;
  }
  check.replaceChildren(...checkView(manifest, limits, convert));
  byId("check-title").focus();
}

async function packAndSend(own: Reader, manifest: Manifest, limits: Limits, choices: Choices) {
  const content = await own.pack();
  if (own !== reader) return;
  if (content.size > limits.max_bytes) {
    throw new Unreadable(
      `Packed, the workflow has ${Math.round(content.size / 1024 / 1024)} MiB; the service takes ${Math.round(limits.max_bytes / 1024 / 1024)} MiB.`,
    );
  }
  send({ name: manifest.workflow || "workflow", content, choices });
}

function fail(error: unknown) {
  check.replaceChildren(failureView(error));
}
