// The form of sealed staging: AES-256-GCM in frames, so that a file of any size is sealed and opened in constant memory.

/** Plain bytes of every frame but the last. */
export const FRAME_BYTES = 4 * 1024 * 1024;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const OVERHEAD_BYTES = IV_BYTES + TAG_BYTES;

const encoder = new TextEncoder();

/** Fills 12 bytes at random; a frame that is written again gets another one. */
export type RandomIv = () => Uint8Array<ArrayBuffer>;

/** How many bytes `plainBytes` take when sealed; an empty content has one frame too. */
export function sealedSize(plainBytes: number): number {
  return plainBytes + Math.max(1, Math.ceil(plainBytes / FRAME_BYTES)) * OVERHEAD_BYTES;
}

/** Binds a frame to its content's name, to its place and to being the last: none can be moved, left out or cut off. */
function algorithm(iv: Uint8Array, name: string, index: number, last: boolean) {
  return { name: "AES-GCM", iv, additionalData: encoder.encode(`${name}/${index}/${last ? "last" : "more"}`) };
}

function importKey(key: Uint8Array) {
  return crypto.subtle.importKey("raw", key.slice(), "AES-GCM", false, ["encrypt", "decrypt"]);
}

/**
 * Seals chunks of any size under the 32-byte `key`. `name` tells contents under the same key apart. Each frame is its
 * initialisation vector, the ciphertext and the tag.
 */
export async function* sealFrames(
  key: Uint8Array,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  randomIv: RandomIv,
): AsyncGenerator<Uint8Array> {
  const imported = await importKey(key);
  const seal = async (plain: Uint8Array<ArrayBuffer>, index: number, last: boolean): Promise<Uint8Array> => {
    const iv = randomIv();
    const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, name, index, last), imported, plain));
    const frame = new Uint8Array(IV_BYTES + sealed.length);
    frame.set(iv);
    frame.set(sealed, IV_BYTES);
    return frame;
  };
  const frame = new Uint8Array(FRAME_BYTES);
  let filled = 0;
  let index = 0;
  for await (const chunk of chunks) {
    for (let offset = 0; offset < chunk.length;) {
      // A full frame is held until more comes: only then it is known not to be the last.
      if (filled === FRAME_BYTES) {
        yield await seal(frame, index, false);
        index += 1;
        filled = 0;
      }
      const take = Math.min(FRAME_BYTES - filled, chunk.length - offset);
      frame.set(chunk.subarray(offset, offset + take), filled);
      filled += take;
      offset += take;
    }
  }
  yield await seal(frame.subarray(0, filled), index, true);
}

/**
 * Opens what `sealFrames` made, of `plainBytes` bytes, frame by frame; `read` gives a range of the sealed bytes.
 * @throws when a frame is missing, changed, or sealed under another key or name.
 */
export async function* openFrames(
  key: Uint8Array,
  name: string,
  plainBytes: number,
  read: (offset: number, length: number) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  const imported = await importKey(key);
  const frames = Math.max(1, Math.ceil(plainBytes / FRAME_BYTES));
  for (let index = 0; index < frames; index += 1) {
    const offset = index * (FRAME_BYTES + OVERHEAD_BYTES);
    const length = Math.min(FRAME_BYTES, plainBytes - index * FRAME_BYTES) + OVERHEAD_BYTES;
    const frame = await read(offset, length);
    if (frame === null || frame.length !== length) throw new Error("a sealed frame is missing");
    const bound = algorithm(frame.slice(0, IV_BYTES), name, index, index === frames - 1);
    yield new Uint8Array(await crypto.subtle.decrypt(bound, imported, frame.slice(IV_BYTES)));
  }
}
