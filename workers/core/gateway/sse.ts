// Server-sent events as text: frames in, frames out, whatever the chunks.

export interface SseFrame {
  event: string | null;
  data: string;
}

/** Longest frame that is kept: an upstream that never ends one is cut off. */
const MAX_FRAME = 16 * 1024 * 1024;

/** Splits a stream into frames. Comments, ids and retry times are left out; frames without data too. */
export interface SseReader {
  push(chunk: string): SseFrame[];
  /** True when the stream ended inside a frame, which is dropped. */
  end(): boolean;
}

export function createSseReader(): SseReader {
  /** The line that is not complete yet, in pieces: joining them at every chunk would take quadratic time. */
  let parts: string[] = [];
  let partsLength = 0;
  let event: string | null = null;
  let data: string[] = [];
  let dataLength = 0;
  let lastWasReturn = false;

  const readLine = (line: string, frames: SseFrame[]): void => {
    if (line === "") {
      if (data.length > 0) frames.push({ event, data: data.join("\n") });
      event = null;
      data = [];
      dataLength = 0;
      return;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(line.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1);
    if (field === "event") event = value;
    else if (field === "data" && dataLength + value.length <= MAX_FRAME) {
      data.push(value);
      dataLength += value.length;
    }
  };

  return {
    push(chunk) {
      const frames: SseFrame[] = [];
      let at = 0;
      let feed = chunk.indexOf("\n");
      let back = chunk.indexOf("\r");
      while (feed >= 0 || back >= 0) {
        const isReturn = back >= 0 && (feed < 0 || back < feed);
        const end = isReturn ? back : feed;
        // The second half of a line end that was read already is passed over.
        if (isReturn || end > at || !lastWasReturn) {
          parts.push(chunk.slice(at, end));
          readLine(parts.length === 1 ? parts[0]! : parts.join(""), frames);
          parts = [];
          partsLength = 0;
        }
        lastWasReturn = isReturn;
        at = end + 1;
        if (isReturn) back = chunk.indexOf("\r", at);
        else feed = chunk.indexOf("\n", at);
      }
      if (at < chunk.length) lastWasReturn = false;
      if (at < chunk.length && partsLength < MAX_FRAME) {
        parts.push(chunk.slice(at));
        partsLength += chunk.length - at;
      }
      return frames;
    },
    end: () => parts.length > 0 || data.length > 0,
  };
}

/** A frame as text. `data` may hold line breaks. */
export function writeFrame(event: string | null, data: string): string {
  const lines = data.includes("\n") ? data.split("\n").join("\ndata: ") : data;
  return `${event === null ? "" : `event: ${event}\n`}data: ${lines}\n\n`;
}
