// What went wrong, in words: whose fault it is, which file it is about, and what can be done.

import { Refused } from "../api.ts";
import { h } from "../dom.ts";
import { Unreadable } from "../intake/reader.ts";
import { faultOf, titleOf } from "../words.ts";

interface Shown {
  code: string;
  title: string;
  detail: string;
  items?: { path: string; detail: string }[];
  request?: string;
}

function shown(error: unknown): Shown {
  if (error instanceof Refused) {
    const { code, detail, errors, request_id } = error.problem;
    return { code, title: titleOf(code), detail, items: errors ?? [], request: request_id };
  }
  if (error instanceof Unreadable) {
    return {
      code: "unreadable",
      title: "This cannot be read as a workflow",
      detail: error.message,
      items: error.path ? [{ path: error.path, detail: "" }] : [],
    };
  }
  return { code: "internal_error", title: titleOf("internal_error"), detail: String(error) };
}

export function failureView(error: unknown, ...more: (Node | null)[]): HTMLElement {
  const { code, title, detail, items = [], request } = shown(error);
  return h(
    "section",
    { class: "failure", role: "alert" },
    h("p", { class: "fault" }, faultOf(code)),
    h("h2", {}, title),
    h("p", {}, detail),
    items.length > 0 &&
      h(
        "ul",
        {},
        ...items
          .slice(0, 20)
          .map((item) => h("li", {}, h("code", {}, item.path), item.detail && ` ${item.detail}`)),
        items.length > 20 && h("li", {}, `and ${items.length - 20} more`),
      ),
    h("p", { class: "fine" }, request ? `${code}, request ${request}` : code),
    ...more,
  );
}
