// The sheet on the page: pan, zoom, choose a node by pointer or keyboard, open what can be opened.

import { h, svg } from "../dom.ts";
import type { GraphNode, Level } from "../result/types.ts";
import { drawSheet } from "./draw.ts";
import { box, containersOf, findNode, layOut, type PlacedNode, type Sheet } from "./model.ts";

const zoomStep = 1.25;
const zoomRange = [0.08, 4] as const;
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export class GraphCanvas {
  readonly element: HTMLElement;
  private readonly trail = h("nav", { class: "trail", "aria-label": "Place in the workflow" });
  private readonly surface = svg("svg", {
    class: "sheet",
    role: "group",
    "aria-label": "The workflow",
  });
  private readonly world = svg("g", {});
  private sheet: Sheet = {
    nodes: [],
    edges: [],
    annotations: [],
    bounds: { x: 0, y: 0, width: 1, height: 1 },
  };
  private container = "";
  private selected = "";
  private view = { x: 0, y: 0, k: 1 };
  private frame = 0;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private dragged = 0;

  constructor(
    private readonly root: Level,
    private readonly onSelect: (node: GraphNode) => void,
  ) {
    this.surface.append(this.world);
    const zoom = (label: string, text: string, act: () => void) =>
      h("button", { type: "button", "aria-label": label, click: act }, text);
    this.element = h(
      "div",
      { class: "graph" },
      h(
        "div",
        { class: "graph-bar" },
        this.trail,
        zoom("Smaller", "−", () => this.zoom(1 / zoomStep)),
        zoom("Larger", "+", () => this.zoom(zoomStep)),
        zoom("Fit the whole workflow", "Fit", () => this.fit()),
      ),
      this.surface,
    );
    this.listen();
    this.show("");
    new ResizeObserver(() => this.fit()).observe(this.surface);
  }

  /** Shows a node, in the metanode or component that it is in, and marks it. */
  select(id: string) {
    const container = containersOf(id).at(-1) ?? "";
    if (container !== this.container) this.show(container);
    this.mark(id);
    const placed = this.placed(id);
    if (placed) this.bringIntoView(placed);
  }

  open(id: string) {
    if (findNode(this.root, id)?.inside) this.show(id);
  }

  private placed(id: string): PlacedNode | undefined {
    return this.sheet.nodes.find(({ node }) => node.id === id);
  }

  private show(container: string) {
    const level = container === "" ? this.root : findNode(this.root, container)?.inside;
    if (!level) return;
    this.container = container;
    this.sheet = layOut(level, container);
    this.world.replaceChildren(drawSheet(this.sheet, container));
    const first = this.sheet.nodes[0];
    if (first) this.elementOf(first.node.id)?.setAttribute("tabindex", "0");
    this.selected = "";
    this.showTrail();
    this.fit();
  }

  private showTrail() {
    const steps = [
      "",
      ...(this.container === "" ? [] : [...containersOf(this.container), this.container]),
    ];
    this.trail.replaceChildren(
      ...steps.map((id) =>
        h(
          "button",
          {
            type: "button",
            class: "step",
            "aria-current": id === this.container ? "location" : "false",
            click: () => this.show(id),
          },
          id === "" ? "Workflow" : (findNode(this.root, id)?.name ?? id),
        ),
      ),
    );
  }

  /** The button of a node. */
  private elementOf(id: string): SVGElement | null {
    return this.world.querySelector(`[data-id="${CSS.escape(id)}"] .hit`);
  }

  private mark(id: string) {
    const before = this.elementOf(this.selected);
    before?.setAttribute("aria-pressed", "false");
    before?.parentElement?.classList.remove("chosen");
    this.world.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    this.selected = id;
    const now = this.elementOf(id);
    now?.setAttribute("aria-pressed", "true");
    now?.parentElement?.classList.add("chosen");
    now?.setAttribute("tabindex", "0");
  }

  private choose(id: string) {
    const placed = this.placed(id);
    if (!placed) return;
    this.mark(id);
    this.onSelect(placed.node);
  }

  private fit() {
    const { bounds } = this.sheet;
    const { width, height } = this.surface.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const k = Math.min(width / bounds.width, height / bounds.height, 1.4);
    this.view = {
      k,
      x: (width - bounds.width * k) / 2 - bounds.x * k,
      y: (height - bounds.height * k) / 2 - bounds.y * k,
    };
    this.paint();
  }

  private zoom(factor: number, at?: { x: number; y: number }) {
    const { width, height } = this.surface.getBoundingClientRect();
    const { x, y } = at ?? { x: width / 2, y: height / 2 };
    const k = Math.min(zoomRange[1], Math.max(zoomRange[0], this.view.k * factor));
    const ratio = k / this.view.k;
    this.view = { k, x: x - (x - this.view.x) * ratio, y: y - (y - this.view.y) * ratio };
    this.paint();
  }

  private bringIntoView({ x, y }: PlacedNode) {
    const { width, height } = this.surface.getBoundingClientRect();
    const left = x * this.view.k + this.view.x;
    const top = y * this.view.k + this.view.y;
    const size = box * this.view.k;
    if (left > 40 && top > 40 && left + size < width - 40 && top + size < height - 40) return;
    this.view.x = width / 2 - (x + box / 2) * this.view.k;
    this.view.y = height / 2 - (y + box / 2) * this.view.k;
    this.paint();
  }

  private paint() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const { x, y, k } = this.view;
      this.world.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    });
  }

  private listen() {
    const { surface } = this;
    const nodeAt = (target: EventTarget | null) =>
      (target as Element | null)?.closest<SVGGElement>("[data-id]")?.dataset.id;
    surface.addEventListener("click", (event) => {
      const id = nodeAt(event.target);
      if (id && this.dragged < 4) this.choose(id);
    });
    surface.addEventListener("dblclick", (event) => this.open(nodeAt(event.target) ?? ""));
    surface.addEventListener("keydown", (event) => this.key(event, nodeAt(event.target)));
    surface.addEventListener("pointerdown", (event) => {
      if (this.pointers.size === 0) this.dragged = 0;
      this.pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    });
    surface.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave"] as const) {
      surface.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
    surface.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const { left, top } = surface.getBoundingClientRect();
        this.zoom(Math.exp(-event.deltaY / 500), {
          x: event.clientX - left,
          y: event.clientY - top,
        });
      },
      { passive: false },
    );
  }

  /** One pointer pans, two zoom. */
  private move(event: PointerEvent) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.offsetX, y: event.offsetY };
    this.pointers.set(event.pointerId, now);
    this.dragged += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.dragged > 4 && !this.surface.hasPointerCapture(event.pointerId)) {
      this.surface.setPointerCapture(event.pointerId);
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const span = (point: { x: number; y: number }) =>
        Math.hypot(point.x - other.x, point.y - other.y);
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.zoom(Math.max(0.5, Math.min(2, span(now) / Math.max(1, span(before)))), middle);
    } else {
      this.view.x += now.x - before.x;
      this.view.y += now.y - before.y;
      this.paint();
    }
  }

  private key(event: KeyboardEvent, id: string | undefined) {
    const direction = arrows[event.key];
    if (event.key === "+" || event.key === "=") this.zoom(zoomStep);
    else if (event.key === "-") this.zoom(1 / zoomStep);
    else if (event.key === "0") this.fit();
    else if (!id) return;
    else if (event.key === "Enter" && this.selected === id && findNode(this.root, id)?.inside) {
      this.open(id);
      this.focusFirst();
    } else if (event.key === "Enter" || event.key === " ") this.choose(id);
    else if (event.key === "Escape" && this.container !== "") {
      const left = this.container;
      this.select(left);
      this.elementOf(left)?.focus();
    } else if (direction) this.step(id, direction);
    else return;
    event.preventDefault();
  }

  private focusFirst() {
    this.world.querySelector<SVGElement>("[tabindex='0']")?.focus();
  }

  /** The nearest node in a direction; what lies aside counts as further away. */
  private step(from: string, [dx, dy]: [number, number]) {
    const here = this.placed(from);
    if (!here) return;
    const ahead = this.sheet.nodes
      .map((placed) => {
        const along = (placed.x - here.x) * dx + (placed.y - here.y) * dy;
        const aside = Math.abs((placed.x - here.x) * dy) + Math.abs((placed.y - here.y) * dx);
        return { placed, along, cost: along + aside * 2 };
      })
      .filter(({ placed, along }) => placed !== here && along > 4)
      .sort((a, b) => a.cost - b.cost)[0]?.placed;
    if (!ahead) return;
    this.elementOf(from)?.setAttribute("tabindex", "-1");
    const next = this.elementOf(ahead.node.id);
    next?.setAttribute("tabindex", "0");
    next?.focus();
    this.bringIntoView(ahead);
  }
}
