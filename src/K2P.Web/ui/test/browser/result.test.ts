// The third room in a real browser: the drawing, the code, the report, and how they lead to each other.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { assertAccessible, launch, phone, visit } from "./browser.ts";
import { golden, oneNode, zipOf } from "./bundles.ts";
import { lacking, Service } from "./service.ts";

const node = (page: Page, name: RegExp) => page.locator(".sheet").getByRole("button", { name });
const marked = (page: Page) => page.locator(".line.marked").allTextContents();

async function sample(page: Page) {
  await page.getByRole("button", { name: "Try a sample" }).click();
  await node(page, /^Joiner 5/).waitFor();
}

describe("the result, in a browser", { skip: lacking }, () => {
  let browser: Browser;
  let service: Service;
  before(async () => {
    [browser, service] = await Promise.all([launch(), Service.start()]);
  });
  after(async () => {
    await browser.close();
    await service.stop();
  });

  test("a click on a node shows its code, and a click on code its node", () =>
    visit(browser, service.address, async (page) => {
      await sample(page);
      await node(page, /^Joiner 5/).click();
      assert.match((await marked(page))[0] ?? "", /def add_the_customer_5\(/);
      await page.locator(".details").getByText("exact").waitFor();
      await page.locator(".line", { hasText: "def drop_the_notes_3(" }).click();
      assert.equal(await node(page, /^Column Filter 3/).getAttribute("aria-pressed"), "true");
      assert.equal(await node(page, /^Joiner 5/).getAttribute("aria-pressed"), "false");
      await assertAccessible(page);
    }));

  test("code inside a component opens the component, and the way leads back", () =>
    visit(browser, service.address, async (page) => {
      await sample(page);
      await page.locator(".line", { hasText: "def revenue_per_country_6_2(" }).click();
      await node(page, /^GroupBy 6:2/).waitFor();
      assert.equal(await node(page, /^GroupBy 6:2/).getAttribute("aria-pressed"), "true");
      await page.getByRole("button", { name: "Workflow", exact: true }).click();
      await node(page, /^Revenue per 6/).click();
      await page.getByRole("button", { name: "Open it" }).click();
      await node(page, /^Sorter 6:3/).waitFor();
    }));

  test("the drawing is walked through by keyboard", () =>
    visit(browser, service.address, async (page) => {
      await sample(page);
      await node(page, /^CSV Reader 1/).focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      assert.equal(await node(page, /^Revenue per 6/).getAttribute("aria-pressed"), "true");
      await page.keyboard.press("Enter");
      await node(page, /^GroupBy 6:2/).waitFor();
      await page.keyboard.press("Escape");
      await node(page, /^Joiner 5/).waitFor();
    }));

  test("the script is shown whole, copied and downloaded as the service has it", () =>
    visit(
      browser,
      service.address,
      async (page) => {
        await sample(page);
        const id = page.url().split("#")[1] ?? "";
        const name = "Order report__g01_workbook.py".replaceAll(" ", "_");
        const script = await (
          await page.request.get(`${service.address}/api/jobs/${id}/files/${name}`)
        ).text();
        const shown = await page.locator(".line").allTextContents();
        assert.equal(`${shown.join("\n")}\n`, script);
        await page.locator(".pane:visible").getByRole("button", { name: "Copy" }).click();
        await page.getByText("Copied").waitFor();
        assert.equal(await page.evaluate("navigator.clipboard.readText()"), script);
        const download = page.waitForEvent("download");
        await page.locator(".pane:visible").getByRole("button", { name: "Download" }).click();
        assert.equal((await download).suggestedFilename(), name);
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    ));

  test("the notebook and the report are a tab away", () =>
    visit(browser, service.address, async (page) => {
      await sample(page);
      await page.getByRole("tab", { name: "Notebook" }).click();
      await page.getByRole("heading", { name: /Joiner: Add the customer/ }).waitFor();
      await assertAccessible(page);
      await page.getByRole("tab", { name: "Report" }).click();
      await page.getByText("Nothing is left to do").waitFor();
      await page.getByText("data/orders.csv", { exact: true }).waitFor();
      await page.getByLabel("Find").fill("joiner");
      await page.getByText("1 node", { exact: true }).waitFor();
      await assertAccessible(page);
      await page.getByRole("tab", { name: "Downloads" }).click();
      await page.getByRole("button", { name: "requirements.txt" }).waitFor();
    }));

  test("a node that could not be translated says so in the drawing and the report", () =>
    visit(browser, service.address, async (page) => {
      await page.locator("#bundle").setInputFiles(zipOf("odd.zip", oneNode("odd")));
      await page.getByRole("button", { name: "Convert", exact: true }).click();
      await node(page, /^Oracle 1, manual/).click();
      await page.locator(".details .diagnostic").first().waitFor();
      await page.getByRole("tab", { name: "Report" }).click();
      await page.getByText("1 node to look at").waitFor();
    }));

  for (const [look, options] of Object.entries({
    "in the dark": { colorScheme: "dark" as const },
    "on a phone": phone,
  })) {
    test(`every room can be used ${look}`, () =>
      visit(
        browser,
        service.address,
        async (page) => {
          await page.locator("#bundle").setInputFiles(golden());
          await page.getByText("13 files to send").waitFor();
          await assertAccessible(page);
          await assertFits(page);
          await page.getByRole("button", { name: "Convert", exact: true }).click();
          await node(page, /^Joiner 5/).click();
          assert.match((await marked(page))[0] ?? "", /add_the_customer/);
          await assertAccessible(page);
          await assertFits(page);
        },
        options,
      ));
  }

  test("a workflow of 600 nodes is drawn in 300 ms and pans", () =>
    visit(browser, service.address, async (page) => {
      await sample(page);
      const id = page.url().split("#")[1] ?? "";
      await page.route("**/result.zip", (route) =>
        route.fulfill({ body: Buffer.from(large(600)) }),
      );
      await page.goto(`${service.address}/#${id}`);
      await page.reload();
      await node(page, /^Node 599/).waitFor();
      const { drawn, frame } = await page.evaluate(measure);
      console.log(
        `# 600 nodes: drawn in ${drawn.toFixed(0)} ms, a frame of panning takes ${frame.toFixed(0)} ms`,
      );
      assert.ok(drawn <= 300, `${drawn} ms`);
      assert.ok(frame <= 50, `${frame} ms`);
    }));
});

describe("the other pages, in a browser", { skip: lacking }, () => {
  test("supported nodes are found by name and by factory, and the API tells of itself", async () => {
    const [browser, service] = await Promise.all([
      launch(),
      Service.start(["--Roles:Worker=false"]),
    ]);
    try {
      await visit(browser, `${service.address}/nodes/`, async (page) => {
        await page.getByText(/^\d+ of \d+ nodes$/).waitFor();
        await assertAccessible(page);
        await page.getByLabel("Find a node").fill("joiner3");
        await page.getByText(/^1 of \d+ nodes$/).waitFor();
        await page.getByRole("heading", { name: "Joiner" }).waitFor();
        await page.getByLabel("Find a node").fill("zzyzx");
        await page.getByText(/^None\. A node/).waitFor();
      });
      await visit(browser, `${service.address}/docs/`, async (page) => {
        await page.locator("#getLimits summary").click();
        await page.locator("#getLimits").getByRole("button", { name: "Send" }).click();
        await page.getByText('"max_entries": 2000').waitFor();
        await assertAccessible(page);
      });
    } finally {
      await browser.close();
      await service.stop();
    }
  });

  test("the first load of script and style is small", async () => {
    const [browser, service] = await Promise.all([
      launch(),
      Service.start(["--Roles:Worker=false"]),
    ]);
    try {
      const bodies: Buffer[] = [];
      await visit(browser, "about:blank", async (page) => {
        page.on("response", (answer) => {
          if (/\.(js|css)$/.test(answer.url()))
            void answer.body().then((body) => bodies.push(body));
        });
        await page.goto(service.address, { waitUntil: "networkidle" });
      });
      const { gzipSync } = await import("node:zlib");
      const size = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      console.log(`# first load: ${size} bytes of script and style, compressed`);
      assert.ok(size > 1000 && size <= 150 * 1024, `${size} bytes`);
    } finally {
      await browser.close();
      await service.stop();
    }
  });
});

/** Nothing sticks out of the window. */
async function assertFits(page: Page) {
  const wide = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  assert.equal(wide, 0);
}

/** The best of three drawings, to the frame that shows it, and the median frame of a pan. Runs in the page. */
async function measure(): Promise<{ drawn: number; frame: number }> {
  const shown = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    );
  const step = document.querySelector<HTMLElement>(".trail .step");
  const sheet = document.querySelector<SVGSVGElement>(".sheet");
  if (!step || !sheet) throw new Error("there is no drawing");
  const draws: number[] = [];
  for (let round = 0; round < 3; round++) {
    const from = performance.now();
    step.click();
    draws.push((await shown()) - from);
  }
  const at = (kind: string, x: number) =>
    sheet.dispatchEvent(
      new PointerEvent(kind, { pointerId: 1, clientX: x, clientY: 300, bubbles: true }),
    );
  const frames: number[] = [];
  sheet.setPointerCapture = () => undefined;
  at("pointerdown", 100);
  for (let move = 1; move <= 30; move++) {
    const from = performance.now();
    at("pointermove", 100 + move * 5);
    frames.push((await shown()) - from);
  }
  at("pointerup", 250);
  frames.sort((a, b) => a - b);
  return { drawn: Math.min(...draws), frame: frames[15] ?? Infinity };
}

function large(count: number): Uint8Array {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    kind: "native",
    name: `Node ${index}`,
    annotation: "What it does\nin two lines",
    factory: "",
    state: "EXECUTED",
    status: ["exact", "approximate", "partial", "manual"][index % 4],
    x: (index % 30) * 140,
    y: Math.floor(index / 30) * 130,
    width: -1,
    height: -1,
    inputs: [],
    outputs: [{ port: 1, kind: "table" }],
  }));
  const edges = nodes.slice(1).map((_, index) => ({
    source: String(index),
    source_port: 1,
    target: String(index + 1),
    target_port: 1,
  }));
  const report = {
    schema: "k2p-report/1",
    workflow: { name: "large", created_by: "5.2.1", nodes: count },
    graphs: [{ id: "g01", json: "large__g01.json", nodes: count }],
    nodes: nodes.map(({ id, name, status }) => ({
      id,
      path: name,
      name,
      factory: "",
      graph: "g01",
      state: "",
      status,
      diagnostics: [],
    })),
  };
  return zipSync({
    "large__report.json": strToU8(JSON.stringify(report)),
    "large__g01.json": strToU8(JSON.stringify({ nodes, edges, annotations: [] })),
  });
}
