// The real service on a free port, with a folder of its own, and what its tests need to run.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../../../../../../", import.meta.url));

const inProject = (path: string) => join(projectRoot, path);
const programs = {
  chromium: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  service: [inProject("artifacts/bin/K2P.Web/debug/k2p-web"), inProject("bin/web/k2p-web")],
  converter: [inProject("bin/k2p")],
};

function find(paths: string[]): string | undefined {
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export const chromium = find(programs.chromium);
const service = find(programs.service);
const converter = find(programs.converter);

/** Why the tests in a browser cannot run here; false when they can. */
export const lacking: string | false =
  (!chromium && "no Chromium (make setup installs it as root)") ||
  (!service && "the service is not built (dotnet build src/K2P.Web)") ||
  (!converter && "no bin/k2p (make k2p)") ||
  false;

export class Service {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
    readonly root: string,
    private readonly ownsRoot: boolean,
  ) {}

  /** Another process on the folder of a first one works on its jobs. */
  static async start(settings: string[] = [], root?: string): Promise<Service> {
    const folder = root ?? mkdtempSync(join(tmpdir(), "k2p-ui-"));
    // The users of the sandbox must be able to reach their folders in it.
    chmodSync(folder, 0o755);
    const child = spawn(
      service ?? "",
      [
        "--urls=http://127.0.0.1:0",
        `--webroot=${inProject("src/K2P.Web/wwwroot")}`,
        `--Storage:Root=${folder}`,
        `--Converter:Path=${converter}`,
        "--Logging:LogLevel:Default=Warning",
        "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ...settings,
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development" },
      },
    );
    let said = "";
    const address = await new Promise<string>((resolve, reject) => {
      const hear = (data: Buffer) => {
        said += data.toString();
        const found = /Now listening on: (http:\/\/[\d.:]+)/.exec(said)?.[1];
        if (found) resolve(found);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", () => reject(new Error(`the service did not start: ${said}`)));
    });
    return new Service(address, child, folder, root === undefined);
  }

  async stop() {
    const ended = once(this.process, "exit");
    this.process.kill("SIGTERM");
    // A job that runs on purpose for ever is not waited for.
    const timer = setTimeout(() => this.process.kill("SIGKILL"), 3000);
    await ended;
    clearTimeout(timer);
    if (this.ownsRoot) rmSync(this.root, { recursive: true, force: true });
  }
}
