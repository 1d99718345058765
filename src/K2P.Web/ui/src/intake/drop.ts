// Files and folders that were dropped or chosen.

import type { Given } from "./worker.ts";

export interface Chosen {
  title: string;
  given: Given[];
}

/** What was dropped; folders are read to their last file. */
export async function fromDrop(data: DataTransfer): Promise<Chosen> {
  // The list is empty after the first await, so everything is taken out of it before.
  const entries = [...data.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const files = [...data.files];
  const [first] = entries;
  if (!first?.isDirectory) return fromFiles(files);
  const given: Given[] = [];
  for (const entry of entries) await collect(entry, given);
  return { title: first.name, given };
}

/** What a file or folder input holds. */
export function fromFiles(files: File[]): Chosen {
  const [first] = files;
  const inFolder = files.some((file) => file.webkitRelativePath !== "");
  if (!inFolder && files.length === 1 && first) {
    return { title: first.name.replace(/\.[^.]*$/, ""), given: [{ path: "", file: first }] };
  }
  const given = files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return { title: given[0]?.path.split("/")[0] ?? "", given };
}

async function collect(entry: FileSystemEntry, into: Given[]): Promise<void> {
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    into.push({ path, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const each of some) await collect(each, into);
  }
}
