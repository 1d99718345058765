import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { defineConfig, type Plugin } from "vite";
import { nodesOf } from "./src/pages/nodesDocument.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here("../../..");

/** The golden workflow as KNIME exports it, with its data, for the first try. */
function sample(): Buffer {
  const folder = join(root, "tests/golden");
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(join(folder, "Order report"), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path)] = readFileSync(path);
  }
  return Buffer.from(zipSync(files, { mtime: new Date(2000, 0, 1) }));
}

/** Files of the project that the pages show. */
function projectFiles(): Plugin {
  return {
    name: "project-files",
    generateBundle() {
      const nodes = nodesOf(readFileSync(join(root, "docs/nodes.md"), "utf8"));
      this.emitFile({ type: "asset", fileName: "sample/Order report.zip", source: sample() });
      this.emitFile({ type: "asset", fileName: "nodes/nodes.json", source: JSON.stringify(nodes) });
    },
  };
}

export default defineConfig({
  base: "/",
  plugins: [projectFiles()],
  worker: { format: "es" },
  build: {
    outDir: "../wwwroot",
    emptyOutDir: true,
    // The content security policy allows no inline code; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        main: here("index.html"),
        nodes: here("nodes/index.html"),
        docs: here("docs/index.html"),
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
