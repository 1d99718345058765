// The files of a zip. Only its directory and the files that are needed are read, so an export with gigabytes of data
// opens at once.

import { inflateSync } from "fflate";
import type { SourceFile } from "./references.ts";
import { decodeName } from "./zipNames.ts";

/** The file is no zip, or not one that can be read; the message is for the user. */
export class BadArchive extends Error {}

interface Directory {
  entries: number;
  offset: number;
  size: number;
}

const longest = 64 * 1024 + 22 + 20;

async function view(file: Blob, start: number, length: number): Promise<DataView> {
  return new DataView(await file.slice(start, start + length).arrayBuffer());
}

async function findDirectory(file: Blob): Promise<Directory> {
  const start = Math.max(0, file.size - longest);
  const tail = await view(file, start, longest);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const entries = tail.getUint16(at + 10, true);
    const size = tail.getUint32(at + 12, true);
    const offset = tail.getUint32(at + 16, true);
    if (entries !== 0xffff && size !== 0xffffffff && offset !== 0xffffffff) {
      return { entries, size, offset };
    }
    const locator = at - 20;
    if (locator < 0 || tail.getUint32(locator, true) !== 0x07064b50) break;
    const end = await view(file, Number(tail.getBigUint64(locator + 8, true)), 56);
    if (end.byteLength < 56 || end.getUint32(0, true) !== 0x06064b50) break;
    return {
      entries: Number(end.getBigUint64(32, true)),
      size: Number(end.getBigUint64(40, true)),
      offset: Number(end.getBigUint64(48, true)),
    };
  }
  throw new BadArchive(
    "This is not a zip archive, or its end is cut off. Export the workflow again.",
  );
}

/** Sizes and offset that do not fit 32 bits stand in an extra field, in this order. */
function wide(directory: DataView, at: number, length: number, values: number[]): number[] {
  const read = [...values];
  for (let end = at + length; at + 4 <= end; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const [index, value] of values.entries()) {
      if (value !== 0xffffffff) continue;
      read[index] = Number(directory.getBigUint64(next, true));
      next += 8;
    }
  }
  return read;
}

/** Every file of the archive, folders left out. */
export async function openArchive(file: Blob): Promise<SourceFile[]> {
  const { entries, offset, size } = await findDirectory(file);
  const directory = await view(file, offset, size);
  const files: SourceFile[] = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) {
      throw new BadArchive("The archive's list of files is damaged. Export the workflow again.");
    }
    const flags = directory.getUint16(at + 8, true);
    const method = directory.getUint16(at + 10, true);
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const raw = new Uint8Array(directory.buffer, at + 46, nameLength);
    const [unpacked = 0, packed = 0, start = 0] = wide(
      directory,
      at + 46 + nameLength,
      extraLength,
      [
        directory.getUint32(at + 24, true),
        directory.getUint32(at + 20, true),
        directory.getUint32(at + 42, true),
      ],
    );
    const { name, others } = decodeName(raw, flags);
    if (!name.endsWith("/")) {
      files.push({
        path: name,
        size: unpacked,
        ...(others.length > 0 && { otherNames: others }),
        read: () =>
          readEntry(file, { name, encrypted: (flags & 1) !== 0, method, start, packed, unpacked }),
      });
    }
    at += 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
  }
  return files;
}

interface Entry {
  name: string;
  encrypted: boolean;
  method: number;
  start: number;
  packed: number;
  unpacked: number;
}

/** A settings file is some kilobytes; what unpacks to more than this was made to do harm. */
const largest = 256 * 1024 * 1024;

async function readEntry(file: Blob, entry: Entry): Promise<Uint8Array> {
  if (entry.encrypted) {
    throw new BadArchive("The archive is encrypted. Export the workflow without a password.");
  }
  const header = await view(file, entry.start, 30);
  if (
    header.byteLength < 30 ||
    header.getUint32(0, true) !== 0x04034b50 ||
    entry.unpacked > largest
  ) {
    throw new BadArchive(`${entry.name} in the archive cannot be read.`);
  }
  const start = entry.start + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = new Uint8Array(await file.slice(start, start + entry.packed).arrayBuffer());
  if (entry.method === 0) return packed;
  if (entry.method !== 8) {
    throw new BadArchive(`${entry.name} is packed in a way that browsers do not know.`);
  }
  try {
    return inflateSync(packed, { out: new Uint8Array(entry.unpacked) });
  } catch {
    throw new BadArchive(`${entry.name} in the archive is damaged.`);
  }
}
