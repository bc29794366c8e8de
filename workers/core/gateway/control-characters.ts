const CONTROL = /[\u0000-\u001f]/;
/** Shorter texts are looked through at once: handing them to the encoder costs more. */
const MIN_ENCODED = 1024;
const CHUNK_CHARS = 16 * 1024;

const encoder = new TextEncoder();
const bytes = new Uint8Array(3 * CHUNK_CHARS + 8);
const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);

/** Whether a character below U+0020 stands in a text; four bytes of its UTF-8 at a time. */
export function hasControls(text: string): boolean {
  if (text.length < MIN_ENCODED) return CONTROL.test(text);
  for (let at = 0; at < text.length; at += CHUNK_CHARS) {
    const { written } = encoder.encodeInto(text.slice(at, at + CHUNK_CHARS), bytes);
    const count = (written + 3) >> 2;
    bytes.fill(32, written, 4 * count);
    // Below 32: the subtraction borrows into the high bit of a byte that had none.
    for (let i = 0; i < count; i++) if (((words[i]! - 0x20202020) & ~words[i]! & 0x80808080) !== 0) return true;
  }
  return false;
}
