// The jobs of this browser, remembered here alone: an id opens a job, so nobody else needs to know it.

export interface RecentJob {
  id: string;
  name: string;
  at: string;
}

const key = "k2p.recent";
const most = 8;

export function recentJobs(): RecentJob[] {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? "[]") as unknown;
    return Array.isArray(read) ? (read as RecentJob[]) : [];
  } catch {
    return [];
  }
}

export function remember(id: string, name: string, at: string) {
  write([{ id, name, at }, ...recentJobs().filter((job) => job.id !== id)].slice(0, most));
}

export function forget(id: string) {
  write(recentJobs().filter((job) => job.id !== id));
}

function write(jobs: RecentJob[]) {
  try {
    localStorage.setItem(key, JSON.stringify(jobs));
  } catch {
    // Storage is switched off; then the link is all that leads back.
  }
}
