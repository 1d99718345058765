// The first room in a real browser: what is chosen is read here, and nothing is sent before Convert.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { strFromU8, unzipSync } from "fflate";
import { assertAccessible, launch, visit } from "./browser.ts";
import { golden, goldenFolder, oneNode, secrets, zipOf, type Upload } from "./bundles.ts";
import { lacking, Service } from "./service.ts";

const choose = (page: Page, upload: Upload) => page.locator("#bundle").setInputFiles(upload);
const convert = (page: Page) => page.getByRole("button", { name: "Convert", exact: true }).click();
const result = (page: Page) => page.getByRole("link", { name: /Download all/ }).waitFor();

/** The bundle as it left the browser. */
async function sentBy(page: Page, act: () => Promise<void>): Promise<Record<string, Uint8Array>> {
  let body: Buffer = Buffer.alloc(0);
  await page.route("**/api/jobs", async (route) => {
    body = route.request().postDataBuffer() ?? body;
    await route.continue();
  });
  await act();
  await result(page);
  const start = body.indexOf("PK");
  return unzipSync(new Uint8Array(body.subarray(start)));
}

describe("the intake, in a browser", { skip: lacking }, () => {
  let browser: Browser;
  let service: Service;
  before(async () => {
    [browser, service] = await Promise.all([launch(), Service.start()]);
  });
  after(async () => {
    await browser.close();
    await service.stop();
  });

  test("a .knwf is read here, its data stays, and it becomes Python", () =>
    visit(browser, service.address, async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.method()));
      await choose(page, golden());
      await page.getByRole("heading", { name: "Order report" }).waitFor();
      await page.getByText("2 files not sent").click();
      await page.getByText("data/orders.csv").waitFor();
      await assertAccessible(page);
      assert.ok(!requests.includes("POST"), "nothing leaves the browser before Convert");
      const sent = await sentBy(page, () => convert(page));
      assert.equal(Object.keys(sent).length, 13);
      assert.ok(Object.keys(sent).every((path) => /(workflow\.knime|settings\.xml)$/.test(path)));
    }));

  test("a folder is read to its last component", () =>
    visit(browser, service.address, async (page) => {
      await page.locator("#folder").setInputFiles(goldenFolder);
      await page.getByText("13 files to send").click();
      await page.getByText("Revenue per (#6)/GroupBy (#2)/settings.xml").waitFor();
      await convert(page);
      await result(page);
    }));

  test("a zip is taken where it is dropped", () =>
    visit(browser, service.address, async (page) => {
      const content = golden("Order report.zip").buffer.toString("base64");
      const data = await page.evaluateHandle((text) => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], "Order report.zip"));
        return transfer;
      }, content);
      await page.dispatchEvent("#drop", "drop", { dataTransfer: data });
      await page.getByText("13 files to send").waitFor();
    }));

  test("among several workflows the user picks one", () =>
    visit(browser, service.address, async (page) => {
      const files = {
        ...oneNode("First", "", "group/First"),
        ...oneNode("Second", "", "group/Second"),
      };
      await choose(page, zipOf("group.zip", files));
      await page.getByText("2 workflows are in there").waitFor();
      await page.getByRole("button", { name: /Second/ }).click();
      await page.getByText("2 files to send").waitFor();
      await convert(page);
      await page
        .locator("#job")
        .getByText(/^Second\.zip/)
        .waitFor();
    }));

  test("secrets are shown, blanked and never sent", () =>
    visit(browser, service.address, async (page) => {
      await choose(page, zipOf("safe.zip", oneNode("safe", secrets)));
      await page.getByText("2 secrets blanked").waitFor();
      await page.getByText("model/password").waitFor();
      const sent = await sentBy(page, () => convert(page));
      for (const content of Object.values(sent))
        assert.ok(!strFromU8(content).includes("Canary7f3a"));
    }));

  test("the manifest can be kept, and holds no secret", () =>
    visit(browser, service.address, async (page) => {
      await choose(page, zipOf("safe.zip", oneNode("safe", secrets)));
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "manifest.json" }).click();
      const stream = await (await download).createReadStream();
      let text = "";
      for await (const chunk of stream) text += String(chunk);
      const manifest = JSON.parse(text) as { files: unknown[]; secrets: unknown[] };
      assert.equal(manifest.files.length, 2);
      assert.equal(manifest.secrets.length, 2);
      assert.ok(!text.includes("Canary7f3a"));
    }));

  test("a missing file is named, and the user decides", () =>
    visit(browser, service.address, async (page) => {
      await choose(page, golden("hole.knwf", "Joiner (#5)/settings.xml"));
      await page.getByText("1 file missing").waitFor();
      await page.getByText("Joiner (#5)/settings.xml", { exact: true }).waitFor();
      await convert(page);
      await page.getByText("Files are missing.").waitFor();
      await page.getByLabel("Go on without the missing files").check();
      await convert(page);
      await result(page);
    }));

  test("what is no workflow is told in words, with the file", () =>
    visit(browser, service.address, async (page) => {
      await choose(page, {
        name: "x.zip",
        mimeType: "application/zip",
        buffer: Buffer.from("no zip"),
      });
      await page.getByText("This is not a zip archive").waitFor();
      await choose(page, zipOf("empty.zip", { "readme.txt": "hello" }));
      await page.getByText("There is no workflow.knime among the 1 files").waitFor();
      const broken = {
        ...oneNode("bad"),
        "bad/Oracle (#1)/settings.xml": "<config><entry></config>",
      };
      await choose(page, zipOf("bad.zip", broken));
      await page.getByRole("alert").getByText("Oracle (#1)/settings.xml").waitFor();
      await assertAccessible(page);
    }));

  test("the sample converts with one click", () =>
    visit(browser, service.address, async (page) => {
      await page.getByRole("button", { name: "Try a sample" }).click();
      await result(page);
    }));
});

describe("the intake before a service with small limits", { skip: lacking }, () => {
  test("what is too big is told before it is sent", async () => {
    const [browser, service] = await Promise.all([
      launch(),
      Service.start(["--Upload:MaxEntries=3", "--Roles:Worker=false"]),
    ]);
    try {
      await visit(browser, service.address, async (page) => {
        await choose(page, golden());
        await page.getByText("13 files are more than the 3 that the service takes.").waitFor();
        assert.ok(await page.getByRole("button", { name: "Convert", exact: true }).isDisabled());
      });
    } finally {
      await browser.close();
      await service.stop();
    }
  });
});
