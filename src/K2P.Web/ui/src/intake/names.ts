// When two paths are the same file on some file system, and which may be joined below a folder. As K2P.Bundles/Names.

/** Equal for names that differ only by Unicode form. */
export const formKey = (name: string) => name.normalize("NFD");

/** Equal for names that differ only by case or Unicode form. */
export function foldingKey(name: string): string {
  let folded = "";
  for (const letter of name.normalize("NFD")) {
    const upper = letter.toUpperCase();
    // A letter that becomes several, such as ß, has no simple upper case.
    const one = [...upper].length === 1 ? upper : letter;
    const lower = one.toLowerCase();
    folded += [...lower].length === 1 ? lower : one;
  }
  return folded.normalize("NFD");
}

/** The folding key, with what no Windows file name can hold made the same. */
export const portableKey = (name: string) => foldingKey(name.replace(/[\0-\x1f<>:"|*\\?]/g, "_"));

const unsafe =
  /[\\:\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?$/is;

/** Whether a path may be joined below a folder on every common system. */
export function isSafe(path: string): boolean {
  return (
    !unsafe.test(path) &&
    path.split("/").every((part) => part !== "" && !/[. ]$/.test(part) && !device.test(part))
  );
}

/** Finds a file by the path that a workflow gives, which may be spelt otherwise where the file lies. */
export class PathIndex<T extends { path: string; otherNames?: string[] }> {
  private readonly exact: Map<string, T>;
  private tolerant: Map<string, T | null>[] | undefined;

  constructor(private readonly files: T[]) {
    this.exact = new Map(files.map((file) => [file.path, file]));
  }

  /** Each step is tried only when those before found nothing; two files under one key: neither is taken. */
  find(path: string): T | undefined {
    const found = this.exact.get(path);
    if (found) return found;
    const keys = [formKey, foldingKey, portableKey];
    this.tolerant ??= keys.map((key) => this.indexBy(key));
    for (const [step, key] of keys.entries()) {
      const tolerated = this.tolerant[step]?.get(key(path));
      if (tolerated !== undefined) return tolerated ?? undefined;
    }
    return undefined;
  }

  has(path: string): boolean {
    return this.exact.has(path);
  }

  private indexBy(key: (name: string) => string): Map<string, T | null> {
    const index = new Map<string, T | null>();
    for (const file of this.files) {
      for (const reading of new Set([file.path, ...(file.otherNames ?? [])].map(key))) {
        const other = index.get(reading);
        index.set(reading, other !== undefined && other !== file ? null : file);
      }
    }
    return index;
  }
}
