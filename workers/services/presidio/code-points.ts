/** Presidio counts code points: position in them of every UTF-16 offset of a text. */
export function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = count;
    if (text.codePointAt(index)! > 0xffff) {
      index += 1;
      offsets[index] = count;
    }
    count += 1;
  }
  offsets[text.length] = count;
  return offsets;
}

/** The UTF-16 offset of every code point of a text, and of its end. */
export function utf16Offsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) offsets[count++] = at;
  offsets[count++] = text.length;
  return offsets.subarray(0, count);
}
