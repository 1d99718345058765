// Tabs as the ARIA practices describe them: arrow keys move, the chosen one alone is in the tab order.

import { h } from "../dom.ts";

export interface Tabs {
  element: HTMLElement;
  choose(name: string): void;
  current(): string;
}

export function tabs(label: string, all: { name: string; panel: HTMLElement }[]): Tabs {
  let current = "";
  const buttons = new Map<string, HTMLElement>();
  const choose = (name: string) => {
    if (!buttons.has(name)) return;
    current = name;
    for (const { name: each, panel } of all) {
      const isIt = each === name;
      buttons.get(each)?.setAttribute("aria-selected", String(isIt));
      buttons.get(each)?.setAttribute("tabindex", isIt ? "0" : "-1");
      panel.hidden = !isIt;
    }
  };
  const move = (event: Event) => {
    const names = all.map(({ name }) => name);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[(event as KeyboardEvent).key];
    if (!by) return;
    const next = names[(names.indexOf(current) + by + names.length) % names.length] ?? "";
    choose(next);
    buttons.get(next)?.focus();
  };
  const list = h("div", { role: "tablist", "aria-label": label, class: "tabs", keydown: move });
  for (const { name, panel } of all) {
    const id = `tab-${name.toLowerCase()}`;
    const button = h(
      "button",
      {
        type: "button",
        role: "tab",
        id,
        "aria-controls": `${id}-panel`,
        click: () => choose(name),
      },
      name,
    );
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    panel.id = `${id}-panel`;
    buttons.set(name, button);
    list.append(button);
  }
  choose(all[0]?.name ?? "");
  return {
    element: h("div", { class: "tabbed" }, list, ...all.map(({ panel }) => panel)),
    choose,
    current: () => current,
  };
}
