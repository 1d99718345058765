// Names in archives: UTF-8 when declared, else what the writer's code page was, which nothing tells. As K2P.Bundles.

/** Code page 437, the format's own default, from byte 0x80. */
const codePage437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** Code page 850, Windows' for Western Europe. */
const codePage850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";

export interface Name {
  name: string;
  /** Other readings, when the encoding is not declared. */
  others: string[];
}

export function decodeName(raw: Uint8Array, flags: number): Name {
  if (raw.every((value) => value < 0x80)) return { name: by(raw, ""), others: [] };
  const utf8 = strictUtf8(raw);
  if ((flags & 0x800) !== 0) return { name: utf8 ?? by(raw, codePage437), others: [] };
  const windows = new TextDecoder("windows-1252").decode(raw);
  const others = [by(raw, codePage437), by(raw, codePage850), windows];
  return { name: utf8 ?? by(raw, codePage437), others };
}

function strictUtf8(raw: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return undefined;
  }
}

function by(raw: Uint8Array, codePage: string): string {
  return Array.from(raw, (value) => codePage[value - 0x80] ?? String.fromCharCode(value)).join("");
}
