// What states and error codes mean, in words for people.

export type Status = "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "EXPIRED";

const titles: Record<string, string> = {
  missing_bundle: "No file was sent",
  not_a_zip: "This is not a zip file",
  zip_encrypted: "The archive is encrypted",
  zip_unsupported_method: "The archive uses a compression that is not supported",
  zip_corrupt: "The archive is damaged",
  zip_too_many_files: "The archive holds too many files",
  zip_entry_too_large: "A file in the archive is too large",
  zip_too_large: "The archive is too large when unpacked",
  zip_bomb: "The archive unpacks to far more than it should",
  zip_path_unsafe: "A path in the archive is unsafe",
  zip_path_too_deep: "The archive has too many nested folders",
  zip_path_too_long: "A path in the archive is too long",
  zip_symlink: "The archive holds a link",
  zip_duplicate: "Two files in the archive have the same name",
  zip_entry_not_allowed: "The archive holds a file that is not part of a workflow",
  missing_workflow: "There is no workflow in the archive",
  missing_settings: "Settings of some nodes are missing",
  invalid_xml: "A file of the workflow cannot be read",
  payload_too_large: "The file is too large",
  rate_limited: "Too many requests",
  queue_full: "Too many conversions are waiting",
  unavailable: "The service is not available now",
  not_found: "This job is no longer here",
  job_expired: "The result was deleted after its time",
  unsupported: "This workflow cannot be converted",
  invalid_archive: "The archive cannot be read",
  output_error: "The converter could not write its result",
  internal_error: "Something broke on our side",
  timeout: "The conversion took too long",
  out_of_memory: "The conversion needed too much memory",
  output_too_large: "The result became too large",
  too_many_processes: "The conversion started too many processes",
  sandbox_failed: "The conversion could not be started",
  gave_up: "The conversion was tried several times and given up",
};

export function titleOf(code: string): string {
  return titles[code] ?? "The conversion did not work";
}

const ours = new Set([
  "internal_error",
  "output_error",
  "sandbox_failed",
  "gave_up",
  "unavailable",
  "out_of_memory",
  "too_many_processes",
]);
const passing = new Set(["rate_limited", "queue_full"]);
const converters = new Set(["unsupported", "timeout", "output_too_large"]);
const gone = new Set(["not_found", "job_expired"]);

/** Whose fault an error is, so that the reader knows what to do about it. */
export function faultOf(code: string): string {
  if (ours.has(code)) return "Our fault; it may work when you try again";
  if (passing.has(code)) return "Much is going on; nothing is wrong with your workflow";
  if (converters.has(code)) return "The converter cannot do this";
  if (gone.has(code)) return "Nothing is here any more";
  return "Something about the workflow has to change";
}

export function countText(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

export function durationText(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds / 1000);
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

export function stateText(status: Status, position: number | null, attempts: number): string {
  switch (status) {
    case "QUEUED":
      if (attempts > 0) return "Trying again after a fault of the service…";
      return position && position > 1 ? `Waiting, number ${position} in the queue…` : "Waiting…";
    case "RUNNING":
      return "Converting…";
    case "SUCCEEDED":
      return "Converted.";
    case "FAILED":
      return "The conversion failed.";
    case "CANCELLED":
      return "Cancelled.";
    case "EXPIRED":
      return "The result was deleted after its time.";
  }
}

export function isOver(status: Status): boolean {
  return status !== "QUEUED" && status !== "RUNNING";
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ["KiB", "MiB", "GiB"];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export const kinds = ["exact", "approximate", "partial", "manual", "skipped"] as const;
export type Kind = (typeof kinds)[number];

export const kindText: Record<Kind, string> = {
  exact: "same result as KNIME",
  approximate: "same meaning, numbers may differ",
  partial: "some settings left out",
  manual: "to be written by hand",
  skipped: "nothing to do in Python",
};

/** Beside the colour, for those who cannot tell colours apart. */
export const marks: Record<Kind, string> = {
  exact: "✓",
  approximate: "≈",
  partial: "◐",
  manual: "✎",
  skipped: "–",
};
