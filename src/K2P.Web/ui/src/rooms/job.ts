// The second room: a job from its upload to its end. Its link opens it again, here or elsewhere.

import { cancelJob, eraseJob, follow, getJob, getLog, Refused, submit, type Job } from "../api.ts";
import { byId, h } from "../dom.ts";
import { forget, remember } from "../recent.ts";
import { durationText, isOver, sizeText, stateText } from "../words.ts";
import { failureView } from "./failure.ts";
import type { Bundle } from "./intake.ts";

const steps = ["Upload", "Wait", "Convert", "Done"] as const;
type Step = (typeof steps)[number];

const room = byId("job");

/** A job on the page. There is one at a time; leaving it ends the watching, not the job. */
export class JobRoom {
  private readonly end = new AbortController();
  private readonly list = h("ol", { class: "steps" }, ...steps.map((step) => h("li", {}, step)));
  private readonly file = h("p", { class: "file" });
  private readonly state = h("p", { role: "status", class: "state" });
  private readonly elapsed = h("p", { class: "fine elapsed" });
  private readonly bar = h("progress", { max: 1, "aria-label": "Upload", hidden: true });
  private readonly more = h("div", {});
  private readonly actions = h("div", { class: "actions" });
  private job: Job | null = null;
  /** Empty until the service gave one. */
  id = "";
  private readonly clock: ReturnType<typeof setInterval>;

  constructor(
    private readonly onDone: (job: Job) => Promise<void>,
    private readonly onLeave: () => void,
  ) {
    room.replaceChildren(
      h("h2", { id: "job-title", tabindex: -1 }, "The conversion"),
      this.file,
      this.list,
      this.bar,
      this.state,
      this.elapsed,
      this.more,
      this.actions,
    );
    room.hidden = false;
    this.clock = setInterval(() => this.tick(), 1000);
  }

  /** Sends a bundle and follows its job; a refusal that passes is tried again after its time. */
  async send(bundle: Bundle): Promise<void> {
    this.step("Upload");
    this.file.textContent = `${bundle.name}, ${sizeText(bundle.content.size)} packed`;
    this.state.textContent = "Uploading…";
    this.bar.value = 0;
    this.bar.hidden = false;
    this.more.replaceChildren();
    this.offer(["Cancel", () => this.onLeave()]);
    byId("job-title").focus();
    try {
      const job = await submit(
        bundle.content,
        bundle.name,
        bundle.choices,
        (part) => (this.bar.value = part),
        this.end.signal,
      );
      this.bar.hidden = true;
      this.id = job.id;
      remember(job.id, bundle.name, job.created_at);
      // The address leads back to the job after a reload.
      history.pushState(null, "", `#${job.id}`);
      await this.attend(job);
    } catch (error) {
      this.bar.hidden = true;
      this.failed(error, () => void this.send(bundle));
    }
  }

  async open(id: string): Promise<void> {
    this.id = id;
    this.state.textContent = "Looking for the job…";
    try {
      const job = await getJob(id);
      remember(job.id, job.original_filename.replace(/\.zip$/, ""), job.created_at);
      await this.attend(job);
    } catch (error) {
      if (error instanceof Refused && error.problem.code === "not_found") forget(id);
      this.failed(error, () => void this.open(id));
    }
  }

  close() {
    clearInterval(this.clock);
    this.end.abort();
    room.hidden = true;
    room.replaceChildren();
  }

  private async attend(job: Job) {
    this.show(job);
    const last = isOver(job.status)
      ? job
      : await follow(job.id, (changed) => this.show(changed), this.end.signal);
    this.show(last);
    if (last.status === "SUCCEEDED") await this.onDone(last);
    else if (last.status === "FAILED") await this.explain(last);
  }

  private show(job: Job) {
    this.job = job;
    this.file.textContent = `${job.original_filename}, ${sizeText(job.input_size)}`;
    this.state.textContent = stateText(job.status, job.queue_position, job.attempts);
    if (job.status === "QUEUED") this.step("Wait");
    else if (job.status === "RUNNING") this.step("Convert");
    else this.step("Done", job.status !== "SUCCEEDED");
    this.tick();
    if (isOver(job.status)) {
      this.offer(
        ["Convert another", () => this.onLeave()],
        ["Delete from the server", () => void this.erase()],
      );
    } else if (!this.actions.querySelector("[data-cancel]")) {
      this.offer(
        ["Cancel", () => void this.cancel()],
        ["Delete from the server", () => void this.erase()],
      );
      this.actions.firstElementChild?.setAttribute("data-cancel", "");
    }
  }

  private tick() {
    const job = this.job;
    if (!job) return;
    const from = Date.parse(job.created_at);
    const to = job.finished_at ? Date.parse(job.finished_at) : Date.now();
    const left =
      job.expires_at && isOver(job.status)
        ? `; kept until ${new Date(job.expires_at).toLocaleString()}`
        : "";
    this.elapsed.textContent = `${durationText(to - from)}${left}`;
  }

  private async cancel() {
    if (!this.job) return;
    try {
      this.show(await cancelJob(this.job.id));
    } catch (error) {
      // It was over a moment before; its end is shown anyway.
      if (!(error instanceof Refused && error.problem.code === "job_finished")) this.failed(error);
    }
  }

  private async erase() {
    if (!this.job) return;
    try {
      const { id } = this.job;
      this.end.abort();
      await eraseJob(id);
      forget(id);
      this.job = null;
      this.onLeave();
    } catch (error) {
      this.failed(error, () => void this.erase());
    }
  }

  private async explain(job: Job) {
    const detail = job.error_message ?? "";
    const problem = { code: job.error_code ?? "internal_error", detail, request_id: "" };
    const log = await getLog(job.id).catch(() => "");
    const said =
      log === ""
        ? null
        : h(
            "details",
            {},
            h("summary", {}, "What the converter said"),
            h("pre", { tabindex: 0 }, log),
          );
    this.more.replaceChildren(failureView(new Refused(problem), said));
  }

  private failed(error: unknown, again?: () => void) {
    if (this.end.signal.aborted) return;
    this.step("Done", true);
    this.state.textContent = "";
    const wait = error instanceof Refused ? error.retryAfter : undefined;
    this.more.replaceChildren(failureView(error));
    this.offer(["Back", () => this.onLeave()]);
    if (again && wait !== undefined) this.countDown(wait, again);
    else if (again && isPassing(error)) this.actions.prepend(button("Try again", again, "primary"));
  }

  /** The service said when there will be room: it is asked again then, not before. */
  private countDown(seconds: number, again: () => void) {
    const due = Date.now() + seconds * 1000;
    const said = h("p", { class: "state", role: "timer" });
    const timer = setInterval(tell, 250);
    const stop = () => clearInterval(timer);
    this.end.signal.addEventListener("abort", stop);
    this.more.append(said);
    tell();
    function tell() {
      const left = Math.ceil((due - Date.now()) / 1000);
      said.textContent = `Trying again in ${Math.max(0, left)} s`;
      if (left > 0) return;
      stop();
      again();
    }
  }

  private offer(...actions: [string, () => void][]) {
    this.actions.replaceChildren(...actions.map(([label, act]) => button(label, act)));
  }

  private step(name: Step, failed = false) {
    const here = steps.indexOf(name);
    for (const [index, item] of [...this.list.children].entries()) {
      const isEnd = index === here && name === "Done";
      item.className =
        index < here || (isEnd && !failed)
          ? "passed"
          : index > here
            ? ""
            : failed
              ? "failed"
              : "current";
      if (index === here) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Refused && ["unavailable", "internal_error"].includes(error.problem.code);
}

function button(label: string, click: () => void, kind = ""): HTMLElement {
  return h("button", { type: "button", class: kind, click }, label);
}
