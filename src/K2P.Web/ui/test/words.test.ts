import assert from "node:assert/strict";
import { test } from "node:test";

import { problemOf } from "../src/api.ts";
import { durationText, faultOf, sizeText, stateText, titleOf } from "../src/words.ts";

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

test("whose fault an error is stands before it", () => {
  assert.match(faultOf("internal_error"), /Our fault/);
  assert.match(faultOf("queue_full"), /nothing is wrong/);
  assert.match(faultOf("unsupported"), /converter/);
  assert.match(faultOf("missing_settings"), /has to change/);
  assert.match(faultOf("job_expired"), /any more/);
});

test("a time is as exact as it is short", () => {
  assert.equal(durationText(1240), "1.2 s");
  assert.equal(durationText(42_000), "42 s");
  assert.equal(durationText(125_000), "2 min 5 s");
});
