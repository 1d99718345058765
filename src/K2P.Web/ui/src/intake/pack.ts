// The bundle: a zip of the workflow and settings files alone.

import { deflateSync, Zip, ZipPassThrough, type ZipInputFile } from "fflate";

/** A fixed date: the same files give the same bytes, so sending them twice makes one job. */
const date = new Date(2000, 0, 1);

class Packed extends ZipPassThrough {
  constructor(name: string, content: Uint8Array, maxRatio: number) {
    super(name);
    this.mtime = date;
    const deflated = deflateSync(content, { level: 6 });
    // What packs so well that it looks like a bomb is sent as it is.
    if (deflated.length * (maxRatio / 2) < content.length) return;
    this.compression = 8;
    this.process = (_, final) => this.ondata(null, deflated, final);
  }
}

export function pack(
  contents: Map<string, Uint8Array>,
  maxRatio: number,
  onProgress: (part: number) => void,
): Blob {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
  });
  let done = 0;
  for (const [name, content] of contents) {
    const file = new Packed(name, content, maxRatio);
    zip.add(file satisfies ZipInputFile);
    file.push(content, true);
    onProgress(++done / contents.size);
  }
  zip.end();
  return new Blob(chunks, { type: "application/zip" });
}
