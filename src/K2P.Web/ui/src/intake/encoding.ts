// The bytes of an XML file as text, and back: UTF-8 unless a byte order mark or the declaration says otherwise.

type Form = "utf-8" | "utf-16le" | "utf-16be" | "latin-1";

export interface Decoded {
  text: string;
  form: Form;
  mark: Uint8Array;
}

/** Latin-1 gives every byte back, and all that is looked at is ASCII in the other encodings that XML knows. */
function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

const starts = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((value, index) => bytes[index] === value);

export function decode(bytes: Uint8Array): Decoded {
  const as = (form: Form, markLength: number): Decoded => {
    const body = bytes.subarray(markLength);
    const text =
      form === "latin-1" ? latin1(body) : new TextDecoder(form, { ignoreBOM: true }).decode(body);
    return { text, form, mark: bytes.subarray(0, markLength) };
  };
  if (starts(bytes, 0xff, 0xfe)) return as("utf-16le", 2);
  if (starts(bytes, 0xfe, 0xff)) return as("utf-16be", 2);
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return as("utf-8", 3);
  const start = latin1(bytes.subarray(0, 200));
  const declares = start.includes("encoding=") && !start.toLowerCase().includes("utf-8");
  return as(declares ? "latin-1" : "utf-8", 0);
}

export function encode({ text, form, mark }: Decoded): Uint8Array {
  const body = form === "utf-8" ? new TextEncoder().encode(text) : encodeUnits(text, form);
  const whole = new Uint8Array(mark.length + body.length);
  whole.set(mark);
  whole.set(body, mark.length);
  return whole;
}

function encodeUnits(text: string, form: Form): Uint8Array {
  const width = form === "latin-1" ? 1 : 2;
  const bytes = new Uint8Array(text.length * width);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (width === 1) bytes[at] = unit;
    else view.setUint16(at * 2, unit, form === "utf-16le");
  }
  return bytes;
}
