// Workflows for the tests, made on the spot or of the golden one.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { strToU8, zipSync } from "fflate";
import { projectRoot } from "./service.ts";

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const goldenFolder = join(projectRoot, "tests/golden/Order report");

export function zipOf(name: string, files: Record<string, string | Uint8Array>): Upload {
  const packed = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
  );
  return { name, mimeType: "application/zip", buffer: Buffer.from(packed) };
}

/** The golden workflow as an archive: its component, its data and all. */
export function golden(name = "Order report.knwf", leaveOut = ""): Upload {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(goldenFolder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const inside = relative(goldenFolder, path);
    if (entry.isFile() && inside !== leaveOut) files[`Order report/${inside}`] = readFileSync(path);
  }
  return zipOf(name, files);
}

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<config xmlns="http://www.knime.org/2008/09/XMLConfig"';

/** A workflow of one node that no converter knows, with settings of one's own. */
export function oneNode(name: string, model = "", root = name): Record<string, string> {
  return {
    [`${root}/workflow.knime`]: `${head} key="workflow.knime"><entry key="created_by" type="xstring" value="5.2.1"/><entry key="version" type="xstring" value="5.1.0"/><config key="nodes"><config key="node_1"><entry key="id" type="xint" value="1"/><entry key="node_settings_file" type="xstring" value="Oracle (#1)/settings.xml"/><entry key="node_is_meta" type="xboolean" value="false"/><entry key="node_type" type="xstring" value="NativeNode"/></config></config><config key="connections"/></config>`,
    [`${root}/Oracle (#1)/settings.xml`]: `${head} key="settings.xml"><entry key="factory" type="xstring" value="org.example.OracleNodeFactory"/><entry key="node-name" type="xstring" value="Oracle"/><config key="model">${model}</config></config>`,
  };
}

export const secrets =
  '<entry key="password" type="xpassword" value="Canary7f3a"/><entry key="url" type="xstring" value="https://me:Canary7f3a@example.org/"/>';
