// The API as its own OpenAPI document tells it, with a try of what reads.

import { copyButton, byId, h } from "../dom.ts";
import { startTheme } from "../theme.ts";

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
}

interface Operation {
  operationId: string;
  summary?: string;
  parameters?: Parameter[];
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
}

function curl(method: string, path: string): string {
  const address = `${location.origin}${path}`;
  if (method === "post" && path === "/api/jobs") {
    return `curl -F bundle=@workflow.knwf '${address}?prune=true'`;
  }
  return method === "get" ? `curl '${address}'` : `curl -X ${method.toUpperCase()} '${address}'`;
}

function operationView(method: string, path: string, operation: Operation): HTMLElement {
  const command = curl(method, path);
  return h(
    "article",
    { class: "card operation", id: operation.operationId },
    h(
      "h2",
      {},
      h("span", { class: `method ${method}` }, method.toUpperCase()),
      h("code", {}, path),
    ),
    h("p", {}, operation.summary ?? ""),
    h(
      "div",
      { class: "command" },
      h("pre", { tabindex: 0 }, command),
      copyButton("Copy", () => command),
    ),
    h(
      "dl",
      { class: "answers" },
      ...Object.entries(operation.responses).map(([status, response]) =>
        h(
          "div",
          {},
          h("dt", {}, status),
          h(
            "dd",
            {},
            response.description ?? "",
            " ",
            h("span", { class: "fine" }, Object.keys(response.content ?? {}).join(", ")),
          ),
        ),
      ),
    ),
    method === "get" && tryIt(path, operation.parameters ?? []),
  );
}

/** Only what reads can be tried here: nothing on this page changes a job. */
function tryIt(path: string, parameters: Parameter[]): HTMLElement {
  const inputs = parameters
    .filter((parameter) => parameter.in !== "header")
    .map((parameter) => ({
      parameter,
      input: h("input", { type: "text", required: parameter.in === "path" }),
    }));
  const output = h("pre", { tabindex: 0, hidden: true, "aria-label": "The answer" });
  const run = async () => {
    let address = path;
    const query = new URLSearchParams();
    for (const { parameter, input } of inputs) {
      if (parameter.in === "path")
        address = address.replace(`{${parameter.name}}`, encodeURIComponent(input.value.trim()));
      else if (input.value !== "") query.set(parameter.name, input.value);
    }
    const asked = query.size > 0 ? `${address}?${query}` : address;
    output.hidden = false;
    output.textContent = "…";
    const answer = await fetch(asked).catch(() => null);
    const type = answer?.headers.get("Content-Type") ?? "";
    const body = !answer ? "no answer" : /json|text/.test(type) ? await answer.text() : `(${type})`;
    output.textContent = `${answer?.status ?? ""} ${type}\n\n${pretty(body)}`.slice(0, 20_000);
  };
  // An answer that never ends is not shown here.
  if (path.endsWith("/events"))
    return h("p", { class: "fine" }, "A stream; follow it with curl -N.");
  return h(
    "details",
    {},
    h("summary", {}, "Try it"),
    h(
      "form",
      {
        class: "try",
        submit: (event) => {
          event.preventDefault();
          void run();
        },
      },
      ...inputs.map(({ parameter, input }) => h("label", {}, parameter.name, input)),
      h("button", { type: "submit" }, "Send"),
    ),
    output,
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

startTheme();
const answer = await fetch("/api/openapi.json").catch(() => null);
if (answer?.ok) {
  const { paths } = (await answer.json()) as OpenApi;
  byId("operations").replaceChildren(
    ...Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => operationView(method, path, operation)),
    ),
  );
} else byId("operations").textContent = "The document cannot be read now. Load the page again.";
