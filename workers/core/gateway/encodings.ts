// Text inside other encodings: `data:` URLs and base64.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int16Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;
VALUES[45] = 62;
VALUES[95] = 63;

/** Bytes of base64 (either alphabet, padding and line breaks optional), or null when the text is none. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 61) continue;
    const value = code < 128 ? VALUES[code]! : -1;
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

export function encodeBase64(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += DIGITS[word >> 18]! + DIGITS[(word >> 12) & 63]!;
    out += i + 1 < bytes.length ? DIGITS[(word >> 6) & 63]! : "=";
    out += i + 2 < bytes.length ? DIGITS[word & 63]! : "=";
  }
  return out;
}

/** UTF-8 text, or null for anything with control characters or broken sequences. */
export function decodeText(bytes: Uint8Array): string | null {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text found inside an encoding, and how another text is put in its place. */
export interface Enclosed {
  text: string;
  enclose(text: string): string;
}

const DATA_URL = /^data:([^,]{0,200}),/i;

/** The text that a `data:` URL or base64 as a whole stands for; null when it stands for no text. */
export function openEncoding(value: string): Enclosed | null {
  const url = DATA_URL.exec(value);
  const payload = url === null ? value : value.slice(url[0].length);
  if (url !== null && !/;base64$/i.test(url[1]!)) {
    try {
      return { text: decodeURIComponent(payload), enclose: (text) => url[0] + encodeURIComponent(text) };
    } catch {
      return { text: payload, enclose: (text) => url[0] + encodeURIComponent(text) };
    }
  }
  if (payload.length < 8) return null;
  const bytes = decodeBase64(payload);
  const text = bytes === null ? null : decodeText(bytes);
  if (text === null || text === "") return null;
  return { text, enclose: (changed) => (url?.[0] ?? "") + encodeBase64(new TextEncoder().encode(changed)) };
}

/** True for a value that is bytes in base64, as media are, with or without a `data:` URL around it. */
export function isBinary(value: string): boolean {
  const payload = value.replace(DATA_URL, "");
  return payload.length >= 16 && /^[A-Za-z0-9+/_-]{16}/.test(payload) && decodeBase64(payload) !== null;
}
