// What would be sent, what stays, what is missing, and which secrets were blanked.

import type { Choices, Limits } from "../api.ts";
import { h, save } from "../dom.ts";
import type { Manifest } from "../intake/manifest.ts";
import { countText, sizeText } from "../words.ts";

const sum = (files: { size: number }[]) => files.reduce((total, file) => total + file.size, 0);
const shownRows = 500;

export function checkView(
  manifest: Manifest,
  limits: Limits,
  convert: (choices: Choices) => void,
): HTMLElement[] {
  return [
    h("h2", { id: "check-title", tabindex: -1 }, manifest.workflow || "The workflow"),
    tiles(manifest),
    meter(manifest, limits),
    ...(manifest.overLimits.length > 0 ? [tooBig(manifest)] : []),
    ...lists(manifest),
    choiceForm(manifest, convert),
  ];
}

function tiles({ files, left, missing, locked, secrets }: Manifest): HTMLElement {
  const tile = (label: string, value: string, note: string, kind = "") =>
    h(
      "div",
      { class: `tile ${kind}` },
      h("dt", {}, label),
      h("dd", {}, value),
      h("dd", { class: "fine" }, note),
    );
  return h(
    "dl",
    { class: "tiles" },
    tile("Sent", countText(files.length, "file"), sizeText(sum(files)), "good"),
    tile(
      "Stays here",
      countText(left.length, "file"),
      `${sizeText(sum(left))} of data and pictures`,
    ),
    tile(
      "Missing",
      String(missing.length),
      missing.length > 0 ? "nodes without settings" : "every file is there",
      missing.length > 0 ? "bad" : "",
    ),
    tile(
      "Secrets",
      String(secrets.length),
      secrets.length > 0 ? "blanked, never sent" : "none found",
      secrets.length > 0 ? "warn" : "",
    ),
    locked.length > 0 &&
      tile("Locked", String(locked.length), "only their author can open them", "warn"),
  );
}

function meter({ files }: Manifest, limits: Limits): HTMLElement {
  const total = sum(files);
  return h(
    "p",
    { class: "meter fine" },
    h("meter", {
      min: 0,
      max: limits.max_total_bytes,
      high: limits.max_total_bytes * 0.9,
      value: Math.min(total, limits.max_total_bytes),
      "aria-label": "Size, of what the service takes",
    }),
    ` ${sizeText(total)} of ${sizeText(limits.max_total_bytes)}, ${files.length} of ${limits.max_entries} files`,
  );
}

function tooBig({ overLimits }: Manifest): HTMLElement {
  return h(
    "section",
    { class: "failure", role: "alert" },
    h("h2", {}, "This is more than the service takes"),
    h("ul", {}, ...overLimits.slice(0, 20).map((line) => h("li", {}, line))),
  );
}

function fold(title: string, open: boolean, rows: HTMLElement[], note = ""): HTMLElement {
  return h(
    "details",
    { open, class: "fold" },
    h("summary", {}, title),
    note !== "" && h("p", { class: "fine" }, note),
    h("ul", { class: "paths" }, ...rows.slice(0, shownRows)),
    rows.length > shownRows &&
      h("p", { class: "fine" }, `and ${rows.length - shownRows} more, see manifest.json`),
  );
}

function lists({ files, left, missing, locked, secrets }: Manifest): HTMLElement[] {
  const row = (path: string, note = "", mark = "") =>
    h(
      "li",
      {},
      mark && h("b", { class: "mark", "aria-hidden": "true" }, mark),
      h("code", {}, path),
      note && h("span", { class: "fine" }, note),
    );
  const found: HTMLElement[] = [];
  if (missing.length > 0) {
    found.push(
      fold(
        `${countText(missing.length, "file")} missing`,
        true,
        missing.map((path) => row(path, "missing", "✗")),
        "The workflow refers to these. Without them their nodes become stubs that say what to do.",
      ),
    );
  }
  if (secrets.length > 0) {
    found.push(
      fold(
        `${countText(secrets.length, "secret")} blanked`,
        true,
        secrets.map((secret) => row(secret.key, secret.path, "•")),
        "These values look like passwords, tokens or keys. They are taken out before anything is sent; the script reads them from the environment.",
      ),
    );
  }
  if (locked.length > 0) {
    found.push(
      fold(
        `${countText(locked.length, "file")} locked`,
        false,
        locked.map((path) => row(path, "locked", "⚿")),
      ),
    );
  }
  found.push(
    fold(
      `${countText(files.length, "file")} to send`,
      false,
      files.map((file) =>
        row(
          file.path,
          sizeText(file.size) + (file.foundAs ? `, found as ${file.foundAs}` : ""),
          "✓",
        ),
      ),
    ),
  );
  if (left.length > 0) {
    found.push(
      fold(
        `${countText(left.length, "file")} not sent`,
        false,
        left.map((file) => row(file.path, sizeText(file.size))),
        "Data, pictures and reports stay on this machine. The script asks for the data by --data-dir.",
      ),
    );
  }
  return found;
}

function choiceForm(manifest: Manifest, convert: (choices: Choices) => void): HTMLElement {
  const workbook = h(
    "select",
    { name: "workbook" },
    h("option", { value: "" }, "script and notebook"),
    h("option", { value: "py" }, "the script"),
    h("option", { value: "ipynb" }, "the notebook"),
  );
  const strict = h("input", { type: "checkbox", name: "strict" });
  const allow = h("input", {
    type: "checkbox",
    name: "allow-missing",
    "aria-describedby": "need-allow",
  });
  const need = h("p", { id: "need-allow", class: "need", role: "alert" });
  const isTooBig = manifest.overLimits.length > 0;
  const button = h("button", { class: "primary", type: "submit", disabled: isTooBig }, "Convert");
  const submit = (event: Event) => {
    event.preventDefault();
    if (manifest.missing.length > 0 && !allow.checked) {
      need.textContent =
        "Files are missing. Export the whole workflow again, or tick that you go on without them.";
      allow.focus();
      return;
    }
    button.disabled = true;
    convert({ workbook: workbook.value, strict: strict.checked, allowMissing: allow.checked });
  };
  return h(
    "form",
    { class: "options", submit },
    h("label", {}, "Give me", workbook),
    h("label", {}, strict, "Fail when a node cannot be converted"),
    manifest.missing.length > 0 && h("label", {}, allow, "Go on without the missing files"),
    need,
    h(
      "div",
      { class: "actions" },
      button,
      h(
        "button",
        {
          type: "button",
          click: () =>
            save(
              "manifest.json",
              new Blob([JSON.stringify(manifest, null, 2)], { type: "application/json" }),
            ),
        },
        "manifest.json",
      ),
    ),
  );
}
