import { createAnswerLog, placeOf } from "./answer.ts";
import { createChannel } from "./channel.ts";
import { collectSlots, pathOf, readSlot, roleOf, splice, writeSlot } from "./json-slots.ts";
import type { Slot, Splice } from "./json-slots.ts";
import { isBinary, openEncoding } from "./encodings.ts";
import { isProtocolWord } from "./positions.ts";
import { createProseChannel } from "./prose-channel.ts";
import type { Channel, ChannelOptions } from "./prose-channel.ts";
import { wordsOfKey } from "./segment-scan.ts";
import type { Exchange, RestorePlace } from "./session.ts";
import { createSseReader, writeFrame } from "./sse.ts";
import type { SseFrame } from "./sse.ts";
import { closeStream, followUsage, openStream, STREAM_DIALECTS } from "./stream-dialects.ts";
import type { Json, StreamEvent, StreamState } from "./stream-dialects.ts";
import { TABLES, treeOf } from "./tables.ts";
import type { GatewayDialect, Session, StreamReport, StreamTransform, StreamUsage } from "./types.ts";

/** Whole texts that an event repeats are worked out once: this many are kept. */
const MAX_WHOLE = 64;
const MIN_WHOLE = 16;
/** Numbers of held characters that are told apart. */
const MAX_HELD = 1024;
const NO_COUNTS = { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0 };
const MEDIA = new Set(["image", "audio", "file", "opaque"]);
/** A text of so many characters that comes so often in a row is no piece of another. */
const MIN_REPEATED = 4;
const REPEATED = 3;

interface OpenChannel {
  channel: Channel;
  place: RestorePlace;
  name: string;
  /** The last event that carried a piece of it, and where the piece stood. */
  frame: SseFrame;
  slot: Slot;
  /** The other pieces of that event, and what was changed in the rest of it. */
  pieces: readonly Slot[];
  changed: readonly Splice[];
  /** Where later events repeat the text: what came in and went out. */
  taken: string[] | null;
  given: string[];
  /** The text that came last, and how often in a row. */
  last: string;
  times: number;
}

/** An event whose only text is one piece, split around it: most events of a stream are the same but for that. */
interface Likeness {
  before: string;
  after: string;
  event: string | null;
  one: OpenChannel;
}

/** Text that stands in JSON as it is. */
const PLAIN = /^[^"\\\u0000-\u001f]+$/;

/** Keys and indices from the event's root to a slot, as they stand in the event. */
function labelsOf(slot: Slot): (string | number)[] {
  const labels: (string | number)[] = [slot.name];
  for (let { frame } = slot; frame !== null && frame.parent !== null; frame = frame.parent) labels.push(frame.name);
  return labels.reverse();
}

/** See `StreamTransform`. Throws RangeError for a dialect without streams. */
export function createStreamTransform(
  session: Session,
  dialectName: GatewayDialect,
  estimate: () => Omit<StreamUsage, "seen"> = () => NO_COUNTS,
): StreamTransform {
  const table = TABLES[dialectName].stream;
  if (table === null || dialectName === "openai-embeddings") throw new RangeError(`${dialectName} does not stream`);
  const tree = treeOf(table);
  const dialect = STREAM_DIALECTS[dialectName];
  const exchange = session as Exchange;
  const { enforces } = exchange.policy;
  const log = createAnswerLog(exchange);
  const reader = createSseReader();
  const open = new Map<string, OpenChannel>();
  const whole = new Map<string, string>();
  /** Names of texts that were taken for pieces and come whole in every event. */
  const repeated = new Set<string>();
  const held = new Uint32Array(MAX_HELD + 1);
  const state: StreamState = {
    opening: null,
    open: new Set(),
    finished: new Set(),
    usage: { ...NO_COUNTS, seen: false },
  };
  let heldCount = 0;
  let malformed = 0;
  let scannedChars = 0;
  let answerChars = 0;
  let isFinished = false;
  let isBlocked = false;
  let likeness: Likeness | null = null;

  const optionsFor = (slot: Slot, isCall: boolean): ChannelOptions => {
    const role = roleOf(slot);
    return { exchange, log, place: isCall ? "arguments" : placeOf(slot.row, role), path: pathOf(slot), role };
  };

  const keepWhole = (key: string, out: string): void => {
    whole.set(key, out);
    if (whole.size > MAX_WHOLE) whole.delete(whole.keys().next().value!);
  };

  /** A text that comes whole: the same as if it had come in pieces. */
  const passWhole = (slot: Slot, text: string): string => {
    const options = optionsFor(slot, false);
    const cue = slot.isNumber && slot.key !== "" ? `${wordsOfKey(slot.key)}: ` : "";
    const key = `${options.place}\n${cue}${text}`;
    const known = whole.get(key);
    if (known !== undefined) return known;
    const channel = slot.isKey || slot.isNumber ? createProseChannel(options, cue) : createChannel(options);
    const out = channel.push(text) + channel.end();
    scannedChars += text.length;
    if (text.length >= MIN_WHOLE && !log.blocked) keepWhole(key, out);
    return out;
  };

  /** The text of a slot that is no piece of a stream, or null to leave it. */
  const treatSlot = (slot: Slot, text: string): string | null => {
    if (slot.row.kind === "logprob") return enforces ? "" : null;
    if (MEDIA.has(slot.row.kind)) {
      const enclosed = openEncoding(text);
      if (enclosed !== null) {
        const out = passWhole(slot, enclosed.text);
        return out === enclosed.text ? null : enclosed.enclose(out);
      }
      if (isBinary(text)) return null;
    }
    const out = passWhole(slot, text);
    return out === text ? null : out;
  };

  /** A frame that carries `text` in the place of the last piece of a channel, and nothing else. */
  const pieceFrame = ({ changed, frame, name, pieces, slot }: OpenChannel, text: string): SseFrame => {
    const data = splice(frame.data, [
      ...pieces.map((piece) => writeSlot(piece, piece === slot ? text : "")),
      ...changed,
    ]);
    return { event: frame.event, data: JSON.stringify(dialect.asPiece(JSON.parse(data) as Json, name)) };
  };

  /** Ends the channels whose names begin so; what they held goes out in frames of their own. */
  const close = (prefix: string, out: SseFrame[]): void => {
    for (const [name, one] of open) {
      if (!name.startsWith(prefix)) continue;
      open.delete(name);
      const rest = one.channel.end();
      if (one.taken !== null) keepWhole(`${one.place}\n${one.taken.join("")}`, one.given.join("") + rest);
      if (rest !== "" && enforces) out.push(pieceFrame(one, rest));
    }
  };

  /** Stops the stream at a value that must not leave. */
  const block = (out: SseFrame[]): void => {
    isBlocked = true;
    open.clear();
    whole.clear();
    out.push(...dialect.blockNow(state));
  };

  const afterBlock = (event: StreamEvent | null): SseFrame[] =>
    dialect.afterBlock(event, state.usage.seen ? state : { ...state, usage: { ...estimate(), seen: false } });

  const take = (one: OpenChannel, text: string): string => {
    scannedChars += text.length;
    answerChars += text.length;
    const passed = one.channel.push(text);
    heldCount++;
    held[Math.min(MAX_HELD, one.channel.held)]!++;
    one.taken?.push(text);
    if (one.taken !== null) one.given.push(passed);
    return passed;
  };

  /** Reads an event that differs from the one before in its piece of text alone; false where it does not. */
  const readAlike = (frame: SseFrame, out: SseFrame[]): boolean => {
    if (likeness === null || isBlocked) return false;
    const { after, before, event, one } = likeness;
    const { data } = frame;
    const end = data.length - after.length;
    const isAlike =
      end > before.length &&
      frame.event === event &&
      open.get(one.name) === one &&
      data.startsWith(before) &&
      data.endsWith(after);
    const text = isAlike ? data.slice(before.length, end) : "";
    if (!PLAIN.test(text)) return false;
    const passed = take(one, text);
    if (log.blocked) {
      if (passed !== "") out.push(pieceFrame(one, passed));
      block(out);
    } else if (!enforces || passed === text) out.push(frame);
    else out.push({ event, data: before + JSON.stringify(passed).slice(1, -1) + after });
    return true;
  };

  /** Whether a slot's text goes on in later events: where no table says so, unless it is seen to come whole. */
  const isPiece = (event: StreamEvent, slot: Slot, text: string): boolean => {
    const { isKey, isNumber, key, row } = slot;
    if (isKey || isNumber) return false;
    if (row.channel === true) return true;
    const isUnnamed = (row.kind === "text" || row.kind === "json") && !row.path.includes(".");
    if (!isUnnamed || !dialect.comesInPieces(event) || isProtocolWord(key, text)) return false;
    const name = dialect.channelOf(event, labelsOf(slot));
    if (repeated.has(name)) return false;
    const one = open.get(name);
    if (one === undefined || text.length < MIN_REPEATED || one.last !== text || one.times + 1 < REPEATED) return true;
    open.delete(name);
    repeated.add(name);
    return false;
  };

  const readEvent = (frame: SseFrame, out: SseFrame[]): void => {
    if (readAlike(frame, out)) return;
    likeness = null;
    const walked = frame.data.trimStart().startsWith("{") ? collectSlots(frame.data, tree) : null;
    const texts = walked?.slots.map((slot) => readSlot(frame.data, slot));
    if (walked === null || texts === undefined || texts.includes(null)) {
      malformed++;
      return;
    }
    const event: StreamEvent = { frame, body: JSON.parse(frame.data) as Json };
    const isLast = dialect.isLast(event);
    if (isBlocked) {
      followUsage(state, dialect, event);
      if (!isFinished) out.push(...afterBlock(event));
      isFinished ||= isLast || event.body["type"] === "message_delta";
      return;
    }
    openStream(state, dialect, event);

    const pieces = walked.slots.filter((slot, index) => isPiece(event, slot, texts[index]!));
    const closing = dialect.closes(event);
    // An event without a piece of its own comes after the texts that it ends.
    if (pieces.length === 0) for (const prefix of closing) close(prefix, out);
    const changed: Splice[] = [];
    const given = new Map<Slot, string>();
    const released: { one: OpenChannel; text: string }[] = [];
    walked.slots.forEach((slot, index) => {
      if (log.blocked) return;
      const text = texts[index]!;
      if (!pieces.includes(slot)) {
        const treated = treatSlot(slot, text);
        if (treated !== null) changed.push(writeSlot(slot, treated));
        if (slot.bytes !== null && enforces) changed.push({ ...slot.bytes, raw: "null" });
        return;
      }
      const name = dialect.channelOf(event, labelsOf(slot));
      let one = open.get(name);
      if (one === undefined) {
        const options = optionsFor(slot, dialect.isCall(event) || slot.row.args === true);
        const taken = dialect.repeatsText ? [] : null;
        const channel = createChannel(options);
        one = {
          channel,
          place: options.place,
          name,
          frame,
          slot,
          pieces,
          changed,
          taken,
          given: [],
          last: "",
          times: 0,
        };
        open.set(name, one);
      }
      const times = one.last === text ? one.times + 1 : 1;
      Object.assign(one, { frame, slot, pieces, changed, last: text, times });
      const passed = take(one, text);
      released.push({ one, text: passed });
      given.set(slot, passed);
    });
    if (log.blocked) {
      for (const { one, text } of released) if (text !== "" && !dialect.begins(event)) out.push(pieceFrame(one, text));
      block(out);
      return;
    }
    if (pieces.length > 0 && closing.length > 0) {
      const rests: SseFrame[] = [];
      // What this event brings goes before what its channels still held.
      const own = released.filter(({ one }) => closing.some((prefix) => one.name.startsWith(prefix)));
      for (const { one, text } of own) if (text !== "" && enforces) rests.push(pieceFrame(one, text));
      for (const prefix of closing) close(prefix, rests);
      out.push(...rests);
      if (log.blocked) {
        block(out);
        if (isLast) {
          out.push(...afterBlock(event));
          isFinished = true;
        }
        return;
      }
      for (const { one } of own) given.set(one.slot, "");
    }
    const written = [...given].map(([slot, text]) => writeSlot(slot, text));
    out.push(enforces ? { event: frame.event, data: splice(frame.data, [...written, ...changed]) } : frame);
    closeStream(state, event);
    isFinished ||= isLast;
    const [slot] = walked.slots;
    if (slot !== undefined && walked.slots.length === 1 && released.length === 1 && closing.length === 0 && !isLast) {
      const [before, after] = [frame.data.slice(0, slot.start), frame.data.slice(slot.end)];
      likeness = { before, after, event: frame.event, one: released[0]!.one };
    }
  };

  const readFrame = (frame: SseFrame, out: SseFrame[]): void => {
    if (isFinished) return;
    if (frame.data !== "[DONE]") {
      readEvent(frame, out);
      return;
    }
    close("", out);
    if (log.blocked && !isBlocked) block(out);
    isFinished = true;
    out.push(...(isBlocked ? afterBlock(null) : [frame]));
  };

  const write = (frames: readonly SseFrame[]): string =>
    frames.map(({ data, event }) => writeFrame(event, data)).join("");

  return {
    push(chunk) {
      const out: SseFrame[] = [];
      for (const frame of reader.push(chunk)) readFrame(frame, out);
      return write(out);
    },
    end() {
      if (reader.end()) malformed++;
      if (isFinished) return "";
      isFinished = true;
      // What is held of a stream that was cut off may be half a value: it is not given out.
      open.clear();
      return write(isBlocked ? afterBlock(null) : dialect.cutOff(state));
    },
    get blocked() {
      return isBlocked;
    },
    report(): StreamReport {
      let median = 0;
      for (let seen = 0; median < MAX_HELD; median++) {
        seen += held[median]!;
        if (seen * 2 >= heldCount) break;
      }
      return {
        findings: log.findings,
        counts: log.counts(),
        blocked: isBlocked,
        restored: log.restored,
        withheld: log.withheld,
        scannedChars,
        heldMax: Math.max(
          0,
          held.findLastIndex((count) => count > 0),
        ),
        heldMedian: heldCount === 0 ? 0 : median,
        malformed,
        finished: isFinished,
        usage: { ...state.usage },
        answerChars,
      };
    },
  };
}
