// The second room in a real browser: a job from its queue to its end, and what can go wrong on the way.

import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertAccessible, launch, visit } from "./browser.ts";
import { golden, oneNode, zipOf, type Upload } from "./bundles.ts";
import { lacking, Service } from "./service.ts";

async function send(page: Page, upload: Upload = golden()) {
  await page.locator("#bundle").setInputFiles(upload);
  await page.getByRole("button", { name: "Convert", exact: true }).click();
}

const button = (page: Page, name: string) => page.locator("#job").getByRole("button", { name });
const state = (page: Page, text: string | RegExp) =>
  page.locator("#job").getByText(text).first().waitFor();
const result = (page: Page) => page.getByRole("link", { name: /Download all/ }).waitFor();

describe("a job that waits, in a browser", { skip: lacking }, () => {
  let browser: Browser;
  let service: Service;
  before(async () => {
    [browser, service] = await Promise.all([
      launch(),
      Service.start(["--Roles:Worker=false", "--Jobs:MaxQueued=1"]),
    ]);
  });
  after(async () => {
    await browser.close();
    await service.stop();
  });

  test("a full queue is waited for as long as the service says, then tried again", () =>
    visit(browser, service.address, async (page) => {
      await page.clock.install();
      await send(page);
      await state(page, "Waiting…");
      const first = page.url();
      await page.goto(service.address);
      await send(page, zipOf("second.zip", oneNode("second")));
      await state(page, "Too many conversions are waiting");
      await state(page, /Trying again in \d+ s/);
      await assertAccessible(page);
      // Room is made by another tab; this one waits its time and comes back by itself.
      const other = await page.context().newPage();
      await other.goto(first);
      await other.reload();
      await button(other, "Cancel").click();
      await state(other, "Cancelled.");
      const sent = page.waitForResponse((answer) => answer.status() === 201);
      await page.clock.fastForward("00:30");
      await sent;
      await state(page, "Waiting…");
      await button(page, "Delete from the server").click();
      await page.getByText("Drop a workflow folder").waitFor();
    }));

  test("a job is followed through a reload, by its link and without server-sent events", () =>
    visit(browser, service.address, async (page) => {
      await send(page);
      await state(page, "Waiting…");
      await page.reload();
      await state(page, "Waiting…");
      await assertAccessible(page);
      const other = await page.context().newPage();
      await other.route("**/events", (route) => route.abort());
      await other.goto(page.url());
      await other.reload();
      await state(other, "Waiting…");
      // Only now is there a worker.
      const worker = await Service.start(["--Roles:Api=false"], service.root);
      try {
        await Promise.all([result(page), result(other)]);
      } finally {
        await worker.stop();
      }
      // The job is remembered here, and opens again from the list.
      await button(page, "Convert another").click();
      await page.getByRole("link", { name: "Order report" }).click();
      await result(page);
      await button(page, "Delete from the server").click();
      await page.getByText("Drop a workflow folder").waitFor();
      assert.equal(await page.getByText("Recent, in this browser").count(), 0);
      await other.reload();
      await state(other, "This job is no longer here");
    }));
});

describe("a job that does not end well, in a browser", { skip: lacking }, () => {
  let browser: Browser;
  let service: Service;
  before(async () => {
    [browser, service] = await Promise.all([launch(), Service.start()]);
  });
  after(async () => {
    await browser.close();
    await service.stop();
  });

  test("what the converter refuses is told with its reason and its log", () =>
    visit(browser, service.address, async (page) => {
      await page.locator("#bundle").setInputFiles(zipOf("odd.zip", oneNode("odd")));
      await page.getByLabel("Fail when a node cannot be converted").check();
      await page.getByRole("button", { name: "Convert", exact: true }).click();
      await state(page, "This workflow cannot be converted");
      await state(page, "The converter cannot do this");
      await page.getByText("What the converter said").click();
      await assertAccessible(page);
    }));

  test("what the service finds wrong with the upload is told with the file", () =>
    visit(browser, service.address, async (page) => {
      // A name that no page would choose, past the page's own checks.
      await page.route("**/api/jobs", (route) =>
        route.continue({ postData: broken(route.request().postDataBuffer()) }),
      );
      await send(page);
      await page.locator("#job").getByRole("alert").waitFor();
      await state(page, "Something about the workflow has to change");
    }));

  test("a service that is away is told, and asked again", () =>
    visit(browser, service.address, async (page) => {
      await page.route("**/api/jobs", (route) => route.abort(), { times: 1 });
      await send(page);
      await state(page, "The service did not answer.");
      await button(page, "Try again").click();
      await result(page);
    }));

  test("a job that runs can be cancelled", async () => {
    const slow = join(service.root, "slow");
    writeFileSync(
      slow,
      '#!/bin/sh\n[ "$1" = --version ] && echo "k2p 1.0.0+slow" && exit\nsleep 600\n',
    );
    chmodSync(slow, 0o755);
    const own = await Service.start([`--Converter:Path=${slow}`]);
    try {
      await visit(browser, own.address, async (page) => {
        await send(page);
        await state(page, "Converting…");
        await button(page, "Cancel").click();
        await state(page, "Cancelled.");
      });
    } finally {
      await own.stop();
    }
  });
});

/** The form with its archive cut short. */
function broken(form: Buffer | null): Buffer {
  const at = form?.indexOf("PK") ?? -1;
  assert.ok(form && at > 0);
  form.write("XX", at);
  return form;
}
