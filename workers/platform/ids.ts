const ID_BYTES = 16;
/** Random bytes are fetched for this many ids at once: each fetch leaves the language. */
const POOLED_IDS = 128;
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A source of ids: 32 hexadecimal characters, all of them random. */
export function makeNewId(): () => string {
  const pool = new Uint8Array(POOLED_IDS * ID_BYTES);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      crypto.getRandomValues(pool);
      at = 0;
    }
    let id = "";
    for (const end = at + ID_BYTES; at < end; at += 1) id += HEX[pool[at]!]!;
    return id;
  };
}
