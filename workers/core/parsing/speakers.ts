import type { TurnRole } from "./model.ts";
import { cleanSpeaker } from "./text.ts";
import { formatRole } from "./vocabulary.ts";

interface ReadSpeaker {
  name: string;
  role: TurnRole | undefined;
}

/** Most spellings remembered; a chat has a handful, a hostile file as many as it has lines. */
const MAX_REMEMBERED = 1_000;

/** Cleaned speaker names and the sides they state, remembered per file, since each recurs on every other line. */
export class SpeakerReader {
  readonly #known = new Map<string, ReadSpeaker>();

  read(written: string): ReadSpeaker {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const name = cleanSpeaker(written);
    const read = { name, role: formatRole(name) };
    if (this.#known.size < MAX_REMEMBERED) this.#known.set(written, read);
    return read;
  }
}
