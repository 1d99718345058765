// Which room the page shows: the intake, or the job that the address names.

import { byId, h } from "./dom.ts";
import { forget, recentJobs } from "./recent.ts";
import { clearIntake, startIntake, type Bundle } from "./rooms/intake.ts";
import { JobRoom } from "./rooms/job.ts";
import type { Job } from "./api.ts";
import { startTheme } from "./theme.ts";

let room: JobRoom | null = null;

function showIntake() {
  room?.close();
  room = null;
  byId("result").replaceChildren();
  byId("result").hidden = true;
  document.body.classList.remove("wide");
  byId("intake").hidden = false;
  if (location.hash !== "") history.pushState(null, "", location.pathname);
  showRecent();
}

function enter(): JobRoom {
  room?.close();
  byId("intake").hidden = true;
  byId("result").replaceChildren();
  byId("result").hidden = true;
  room = new JobRoom(showResult, () => {
    clearIntake();
    showIntake();
    byId("main").focus();
  });
  return room;
}

async function showResult(job: Job) {
  const { resultView } = await import("./rooms/result.ts");
  const view = await resultView(job);
  if (room?.id !== job.id) return;
  document.body.classList.add("wide");
  byId("result").replaceChildren(view);
  byId("result").hidden = false;
}

function route() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === "main") return;
  if (id === "") {
    if (room) showIntake();
    return;
  }
  if (room?.id !== id) void enter().open(id);
}

function convert(bundle: Bundle) {
  void enter().send(bundle);
}

function showRecent() {
  const jobs = recentJobs();
  byId("recent").replaceChildren(
    ...(jobs.length === 0
      ? []
      : [
          h("h2", {}, "Recent, in this browser"),
          h(
            "ul",
            { class: "recent" },
            ...jobs.map((job) =>
              h(
                "li",
                {},
                h("a", { href: `#${job.id}` }, job.name),
                h("span", { class: "fine" }, new Date(job.at).toLocaleString()),
                h(
                  "button",
                  {
                    type: "button",
                    "aria-label": `Forget ${job.name}`,
                    click: () => {
                      forget(job.id);
                      showRecent();
                    },
                  },
                  "✕",
                ),
              ),
            ),
          ),
        ]),
  );
}

startTheme();
startIntake(convert);
showRecent();
addEventListener("hashchange", route);
addEventListener("popstate", route);
route();
