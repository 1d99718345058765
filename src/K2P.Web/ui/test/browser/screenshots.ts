// Pictures of every view, for people to look at: `make screenshots` writes them to artifacts/screenshots.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { launch, phone, visit } from "./browser.ts";
import { golden, oneNode, secrets, zipOf } from "./bundles.ts";
import { lacking, projectRoot, Service } from "./service.ts";

const looks: Record<string, BrowserContextOptions> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  phone: { ...phone, colorScheme: "light" },
};

const convert = (page: Page) => page.getByRole("button", { name: "Convert", exact: true }).click();
const node = (page: Page, name: RegExp) => page.locator(".sheet").getByRole("button", { name });

async function converted(page: Page) {
  await page.locator("#bundle").setInputFiles(golden());
  await convert(page);
  await node(page, /^Joiner 5/).waitFor();
}

async function tab(page: Page, name: string) {
  await converted(page);
  await page.getByRole("tab", { name }).click();
}

const views: Record<string, (page: Page) => Promise<void>> = {
  start: async () => {},
  manifest: async (page) => {
    await page
      .locator("#bundle")
      .setInputFiles(golden("Order report.knwf", "Joiner (#5)/settings.xml"));
    await page.getByText(/files to send/).click();
  },
  secrets: async (page) => {
    await page.locator("#bundle").setInputFiles(zipOf("keys.zip", oneNode("keys", secrets)));
    await page.getByText(/files to send/).waitFor();
  },
  choice: async (page) => {
    const files = { ...oneNode("A", "", "group/First"), ...oneNode("B", "", "group/Second") };
    await page.locator("#bundle").setInputFiles(zipOf("group.knar", files));
    await page.getByText("Second").first().waitFor();
  },
  refused: async (page) => {
    const broken = { ...oneNode("broken"), "broken/workflow.knime": "<config>" };
    await page.locator("#bundle").setInputFiles(zipOf("broken.zip", broken));
    await page.waitForTimeout(500);
  },
  workflow: converted,
  node: async (page) => {
    await converted(page);
    await node(page, /^Joiner 5/).click();
  },
  component: async (page) => {
    await converted(page);
    await node(page, /^Revenue per 6/).click();
    await page.getByRole("button", { name: "Open it" }).click();
    await node(page, /^Sorter 6:3/).waitFor();
  },
  manual: async (page) => {
    await page.locator("#bundle").setInputFiles(zipOf("odd.zip", oneNode("odd")));
    await convert(page);
    await node(page, /^Oracle 1, manual/).click();
  },
  notebook: (page) => tab(page, "Notebook"),
  report: (page) => tab(page, "Report"),
  downloads: (page) => tab(page, "Downloads"),
};

const pages = ["nodes", "docs"];

if (lacking) throw new Error(lacking);
const folder = join(projectRoot, "artifacts/screenshots");
mkdirSync(folder, { recursive: true });
const [browser, service] = await Promise.all([launch(), Service.start()]);
try {
  for (const [look, options] of Object.entries(looks)) {
    const shoot = (name: string, path: string, show: (page: Page) => Promise<void>) =>
      visit(
        browser,
        service.address + path,
        async (page) => {
          await show(page);
          await page.waitForTimeout(200);
          await page.screenshot({
            path: join(folder, `${name}-${look}.png`),
            fullPage: look === "phone",
          });
        },
        options,
      );
    for (const [name, show] of Object.entries(views)) await shoot(name, "/", show);
    for (const name of pages)
      await shoot(name, `/${name}/`, (page) => page.waitForLoadState("networkidle"));
  }
  console.log(
    `${(Object.keys(views).length + pages.length) * Object.keys(looks).length} pictures in ${folder}`,
  );
} finally {
  await browser.close();
  await service.stop();
}
