import type { Limits } from "../src/api.ts";

/** The service's defaults. */
export const limits: Limits = {
  max_bytes: 50 * 1024 * 1024,
  max_entries: 2000,
  max_depth: 20,
  max_path_bytes: 240,
  max_entry_bytes: 50 * 1024 * 1024,
  max_total_bytes: 300 * 1024 * 1024,
  max_ratio: 200,
  retention_hours: 24,
};
