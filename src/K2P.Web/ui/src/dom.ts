// Makes elements. Everything that comes from a server or a file is set as text, never as HTML.

type Child = Node | string | null | undefined | false;

type Properties = Record<string, string | number | boolean | ((event: Event) => void)>;

function fill<T extends Element>(element: T, properties: Properties, children: Child[]): T {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** `h("button", { class: "primary", click: start }, "Start")`: a function listens to the event of its name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), properties, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is not on the page`);
  return found as T;
}

/** Gives the user a file that was made here. */
export function save(name: string, content: Blob) {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Where the clipboard is not to be had (no HTTPS), the text is selected and copied the old way. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h("textarea", { class: "away" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** A button that copies, and says so. */
export function copyButton(label: string, text: () => string): HTMLElement {
  const said = h("span", { role: "status", class: "fine" });
  const button = h("button", {
    type: "button",
    click: () => {
      void copyText(text()).then((done) => {
        said.textContent = done ? "Copied" : "Cannot copy here";
        setTimeout(() => (said.textContent = ""), 2000);
      });
    },
  });
  button.textContent = label;
  return h("span", { class: "copy" }, button, said);
}
