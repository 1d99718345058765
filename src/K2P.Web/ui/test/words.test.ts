import assert from "node:assert/strict";
import { test } from "node:test";

import { problemOf } from "../src/api.ts";
import { pieces } from "../src/python.ts";
import { sizeText, stateText, titleOf } from "../src/words.ts";

test("every byte of a script is shown once, in order", () => {
  const source = `# a 'comment'\ndef f_1(x: int) -> str:\n    """Doc "quoted" text."""\n    return f'it\\'s {x}' + "open`;
  assert.equal(
    pieces(source)
      .map((piece) => piece.text)
      .join(""),
    source,
  );
});

test("comments, strings, keywords, numbers and defined names are told apart", () => {
  const kinds = pieces("def load(n):  # not 'a string'\n    return \"# no comment\" * 12")
    .filter((piece) => piece.kind !== "text")
    .map((piece) => [piece.kind, piece.text]);
  assert.deepEqual(kinds, [
    ["keyword", "def"],
    ["name", "load"],
    ["comment", "# not 'a string'"],
    ["keyword", "return"],
    ["string", '"# no comment"'],
    ["number", "12"],
  ]);
});

test("an answer that is not of this service still becomes a sentence", () => {
  assert.equal(problemOf(413, "<html>").code, "payload_too_large");
  assert.equal(problemOf(0, "").code, "unavailable");
  assert.match(problemOf(502, "<html>").detail, /502/);
  assert.equal(
    problemOf(400, '{"code":"zip_bomb","detail":"x","request_id":"r"}').code,
    "zip_bomb",
  );
});

test("states and sizes read as people say them", () => {
  assert.match(stateText("QUEUED", 3, 0), /number 3/);
  assert.match(stateText("QUEUED", 1, 1), /again/);
  assert.equal(sizeText(100), "100 bytes");
  assert.equal(sizeText(5 * 1024), "5.0 KiB");
  assert.equal(sizeText(50 * 1024 * 1024), "50 MiB");
});

test("a code without words of its own gets a title all the same", () => {
  assert.notEqual(titleOf("brand_new"), "");
});
