// Framing of streamed answers: server-sent events and JSON lines, read piece by piece in bounded memory.

/** One frame of a stream: the data of a server-sent event, or a line of JSON. */
export interface Frame {
  /** Name of the event; empty where it has none, and for JSON lines. */
  event: string;
  data: string;
}

export interface FrameReader {
  /** The frames that this piece completes; null when a frame grows over the bound, after which the reader is spent. */
  push(bytes: Uint8Array): Frame[] | null;
  /** What the end of the stream completes: a last frame may lack its line break or its empty line. */
  end(): Frame[] | null;
}

/** Longest frame, in UTF-16 units. */
export const MAX_FRAME_CHARS = 4 * 1024 * 1024;

/**
 * Cuts text into lines that end with CR LF, LF or CR, wherever the pieces are cut. Time is linear in the text: a piece
 * is looked at once, and a long line is joined when it ends.
 */
function createLineSplitter(maxChars: number): { push(text: string): string[] | null; rest(): string } {
  let parts: string[] = [];
  let pending = 0;
  let afterCarriageReturn = false;
  return {
    push(text) {
      const lines: string[] = [];
      let start = 0;
      if (afterCarriageReturn && text.startsWith("\n")) start = 1;
      if (text !== "") afterCarriageReturn = text.endsWith("\r");
      const lineBreak = /\r\n|[\r\n]/g;
      lineBreak.lastIndex = start;
      for (let found = lineBreak.exec(text); found !== null; found = lineBreak.exec(text)) {
        parts.push(text.slice(start, found.index));
        lines.push(parts.length === 1 ? parts[0]! : parts.join(""));
        parts = [];
        pending = 0;
        start = lineBreak.lastIndex;
      }
      if (start < text.length) {
        parts.push(text.slice(start));
        pending += text.length - start;
      }
      return pending > maxChars ? null : lines;
    },
    rest: () => parts.join(""),
  };
}

/** A byte stream's frames, by a function that takes lines and gives back the frames they complete. */
function createFrameReader(maxChars: number, take: (line: string) => Frame | null | "too_long"): FrameReader {
  const decoder = new TextDecoder("utf-8");
  const lines = createLineSplitter(maxChars);
  const collect = (found: string[] | null): Frame[] | null => {
    if (found === null) return null;
    const frames: Frame[] = [];
    for (const line of found) {
      const frame = take(line);
      if (frame === "too_long") return null;
      if (frame !== null) frames.push(frame);
    }
    return frames;
  };
  return {
    push: (bytes) => collect(lines.push(decoder.decode(bytes, { stream: true }))),
    // Two line breaks end the last line and the last event; where there was nothing left they do nothing.
    end: () => collect([...(lines.push(decoder.decode()) ?? []), lines.rest(), ""]),
  };
}

/**
 * Server-sent events as the HTML standard has them (9.2.6): CR, LF and CR LF, a byte-order mark, comments, `data:` with
 * and without a space, several `data` lines. `id` and `retry` are left out. Unlike the standard, an event that the end
 * of the stream cuts off before its empty line is given too: some providers leave that line out.
 */
export function createSseReader(maxChars: number = MAX_FRAME_CHARS): FrameReader {
  let event = "";
  let data: string[] = [];
  let size = 0;
  return createFrameReader(maxChars, (line) => {
    if (line === "") {
      const frame = data.length === 0 ? null : { event, data: data.join("\n") };
      event = "";
      data = [];
      size = 0;
      return frame;
    }
    const colon = line.indexOf(":");
    const name = colon === -1 ? line : line.slice(0, colon);
    if (name !== "data" && name !== "event") return null;
    const value = colon === -1 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (name === "event") event = value;
    else {
      data.push(value);
      size += value.length + 1;
    }
    return size > maxChars ? "too_long" : null;
  });
}

/** JSON lines: every line that is not blank is a frame. */
export function createLineReader(maxChars: number = MAX_FRAME_CHARS): FrameReader {
  return createFrameReader(maxChars, (line) => (line.trim() === "" ? null : { event: "", data: line }));
}
