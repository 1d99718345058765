// The rules of a bundle, with the cases that the converter's and the service's own rules are tested with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { openArchive } from "../src/intake/archive.ts";
import type { FoundSecret } from "../src/intake/blank.ts";
import { findWorkflows, prepare } from "../src/intake/manifest.ts";
import { pack } from "../src/intake/pack.ts";
import { BadFile, type SourceFile } from "../src/intake/references.ts";
import { limits } from "./support.ts";

interface Case {
  name: string;
  files: Record<string, string>;
  refused?: string;
  sent?: string[];
  missing?: string[];
  secrets?: FoundSecret[];
  blanked?: Record<string, string>;
  gone?: string[];
}

const cases = JSON.parse(
  readFileSync(new URL("../../../../../tests/bundles/cases.json", import.meta.url), "utf8"),
) as Case[];

const sources = (files: Record<string, string>, folder = ""): SourceFile[] =>
  Object.entries(files).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { path: folder + path, size: bytes.length, read: () => Promise.resolve(bytes) };
  });

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

for (const one of cases) {
  test(`bundle: ${one.name}`, async () => {
    const files = sources(one.files, "flow/");
    const [workflow] = findWorkflows(files, "flow");
    assert.ok(workflow);
    const prepared = prepare(files, workflow, limits);
    if (one.refused) {
      await assert.rejects(prepared, BadFile);
      return;
    }
    const { manifest, contents } = await prepared;
    // Ordinal, as UTF-16 compares.
    assert.deepEqual([...contents.keys()].sort(), one.sent);
    assert.deepEqual(manifest.missing, one.missing);
    assert.deepEqual(manifest.secrets, one.secrets);
    const text = (path: string) => new TextDecoder().decode(contents.get(path));
    for (const [path, blanked] of Object.entries(one.blanked ?? {})) {
      assert.equal(text(path), blanked);
    }
    for (const gone of one.gone ?? []) {
      for (const path of contents.keys()) assert.ok(!text(path).includes(gone), path);
    }
  });
}

test("what is packed can be opened again, and packing twice gives the same bytes", async () => {
  const contents = new Map([
    ["workflow.knime", new TextEncoder().encode("<config/>")],
    ["Größe (#1)/settings.xml", new TextEncoder().encode("a".repeat(100_000))],
  ]);
  const zip = pack(contents, limits.max_ratio, () => undefined);
  const files = await openArchive(zip);
  assert.deepEqual(
    files.map((file) => file.path),
    [...contents.keys()],
  );
  for (const file of files) assert.deepEqual(await file.read(), contents.get(file.path));
  const again = pack(contents, limits.max_ratio, () => undefined);
  assert.deepEqual(await bytesOf(again), await bytesOf(zip));
});

test("what packs like a bomb is not packed", () => {
  const content = new Uint8Array(1_000_000);
  const zip = pack(new Map([["settings.xml", content]]), 200, () => undefined);
  assert.ok(zip.size > content.length);
});

test("several workflows are offered, and what lies inside one is not", () => {
  const found = findWorkflows(
    sources({
      "group/one/workflow.knime": "",
      "group/one/Metanode (#3)/workflow.knime": "",
      "group/two/workflow.knime": "",
      "group/readme.txt": "",
    }),
    "group",
  );
  assert.deepEqual(found, [
    { root: "group/one/", name: "one" },
    { root: "group/two/", name: "two" },
  ]);
});

test("a bundle over a limit of the service is told before it is sent", async () => {
  const files = sources({ "workflow.knime": "<config key='w'/>", "x/settings.xml": "<config/>" });
  const { manifest, contents } = await prepare(
    files,
    { root: "", name: "x" },
    { ...limits, max_entries: 1, max_entry_bytes: 10 },
  );
  assert.equal(contents.size, 0);
  assert.match(manifest.overLimits.join("\n"), /2 files are more than the 1/);
  assert.match(manifest.overLimits.join("\n"), /workflow\.knime has/);
});
