import { DateSurvey, isoOf, minuteOf } from "./dates.ts";
import type { DateDecision, DateOrder, WrittenDate } from "./dates.ts";
import type { LineParser } from "./lines.ts";
import { ConversationSegmenter } from "./segments.ts";
import type { ParseSink } from "./sink.ts";
import { SpeakerReader } from "./speakers.ts";
import { stripDirectionMarks } from "./text.ts";
import { isGroupNotice, isNoticeSender, opensChat, withoutMarkers } from "./whatsapp-notices.ts";

/**
 * `[d/m/y, h:m:s] ` and `d/m/y, h:m - `, with any of the separators, clocks and spaces that phones write: two
 * digits or four for the year, dots, hyphens or slashes, no comma, `AM`, `a. m.`, `p.m.`, narrow spaces.
 */
const HEADER =
  /^(\[?)(\d{1,4})([./-]) ?(\d{1,2})\3 ?(\d{1,4})\.?,?\s{1,2}(?:(?:at|a las?|às|as|à|um|alle)\s)?(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:\s{0,2}([AaPp])(\.?)\s{0,2}[Mm]\.?)?(?:(\])\s{0,2}|\s{0,2}[-–—]\s{1,2}|:\s)/;
const LEADING_MARKS = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/;

/** A header with its date as written; `rest` is sender and text. */
interface Header {
  date: WrittenDate;
  rest: string;
  capitalClock: boolean;
}

function readHeader(line: string): Header | "impossible" | null {
  const code = line.charCodeAt(0);
  const text = code > 0x2000 ? line.replace(LEADING_MARKS, "") : line;
  const lead = text.charCodeAt(0);
  if (lead !== 0x5b && (lead < 0x30 || lead > 0x39)) return null;
  const match = HEADER.exec(text);
  if (match === null || (match[1] === "[") !== (match[11] === "]")) return null;
  const half = match[9];
  let hour = Number(match[6]);
  const minute = Number(match[7]);
  const second60 = match[8] === undefined ? 0 : Number(match[8]);
  if (minute > 59 || second60 > 59 || hour > 23 || (half !== undefined && hour > 12)) return "impossible";
  if (half === "p" || half === "P") hour = hour === 12 ? 12 : hour + 12;
  else if (half !== undefined && hour === 12) hour = 0;
  return {
    date: {
      first: Number(match[2]),
      second: Number(match[4]),
      third: Number(match[5]),
      minuteOfDay: hour * 60 + minute,
      second60,
    },
    rest: text.slice(match[0].length),
    capitalClock: (half === "A" || half === "P") && match[10] === "",
  };
}

/** True when the line begins a message or notice of an export. */
export function isWhatsAppLine(line: string): boolean {
  return readHeader(line) !== null;
}

/** A message while its lines arrive. `text` is null for a notice, whose lines are left out. */
interface Message {
  date: WrittenDate;
  sender: string;
  lines: string[] | null;
  chars: number;
  line: number;
  opensChat: boolean;
}

/**
 * How the parser asks for a survey of the whole file's dates, when its first part proves no order: it sets `asked` and
 * holds its messages back until that is called. Whoever gives the parser such a question must answer it.
 */
export interface DateQuestion {
  asked: ((decision: DateDecision) => void) | null;
}

/** Reads the dates of an export and nothing else. */
export class WhatsAppDateReader implements LineParser {
  readonly #survey: DateSurvey;

  constructor(survey: DateSurvey) {
    this.#survey = survey;
  }

  line(text: string): void {
    const header = readHeader(text);
    if (header !== null && header !== "impossible") this.#survey.add(header.date, header.capitalClock);
  }

  end(): void {}
}

/** Reads exports of WhatsApp, iOS and Android, and cuts them into conversations. */
export class WhatsAppParser implements LineParser {
  readonly #sink: ParseSink;
  readonly #segmenter: ConversationSegmenter;
  readonly #speakers = new SpeakerReader();
  #current: Message | null = null;
  #order: DateOrder | null = null;
  #pending: Message[] = [];
  #pendingChars = 0;
  readonly #survey = new DateSurvey();
  readonly #question: DateQuestion | null;
  #started = false;
  #leftOut = 0;
  #notices = 0;

  constructor(sink: ParseSink, gapMinutes?: number, question: DateQuestion | null = null) {
    this.#sink = sink;
    this.#question = question;
    this.#segmenter = new ConversationSegmenter(sink, gapMinutes);
  }

  line(text: string, number: number): void {
    const header = readHeader(text);
    if (header === null) {
      this.#continue(text, number);
      return;
    }
    this.#started = true;
    this.#closeMessage();
    if (header === "impossible") {
      this.#sink.error(number, "time", "there is no such time of day");
      this.#current = null;
      return;
    }
    if (this.#order === null) this.#survey.add(header.date, header.capitalClock);
    this.#current = this.#open(header, number);
  }

  end(): void {
    this.#closeMessage();
    if (this.#order === null && this.#pending.length > 0) this.#settle(this.#survey.decide(), "no date of the file");
    this.#segmenter.cut();
    if (this.#leftOut > 0) {
      this.#sink.warning(`${this.#leftOut} messages without text (omitted media, deleted, calls) were left out`);
    }
    if (this.#notices > 0) this.#sink.warning(`${this.#notices} notices of WhatsApp itself were left out`);
    this.#sink.dateOrder = this.#order;
  }

  #open(header: Header, line: number): Message {
    const marked = header.rest.startsWith("\u200e");
    const rest = marked ? stripDirectionMarks(header.rest.slice(0, 4)) + header.rest.slice(4) : header.rest;
    const notice: Message = { date: header.date, sender: "", lines: null, chars: 0, line, opensChat: opensChat(rest) };
    const colon = rest.indexOf(": ");
    const end = colon !== -1 ? colon : rest.endsWith(":") ? rest.length - 1 : -1;
    if (end < 1 || end > this.#sink.limits.maxSpeakerChars) return notice;
    const sender = this.#speakers.read(rest.slice(0, end)).name;
    if (sender === "" || isNoticeSender(sender)) return notice;
    const body = rest.slice(end + 2);
    const bare = stripDirectionMarks(body.slice(0, 400));
    if (opensChat(bare)) return { ...notice, opensChat: true };
    if (isGroupNotice(bare, body.startsWith("\u200e")) && withoutMarkers(body) !== "") return notice;
    return { date: header.date, sender, lines: [body], chars: body.length, line, opensChat: false };
  }

  #continue(text: string, number: number): void {
    if (!this.#started) {
      if (text.trim() !== "") this.#sink.error(number, null, "line before the first message");
      return;
    }
    const message = this.#current;
    if (message === null || message.lines === null) return;
    message.chars += text.length + 1;
    if (message.chars <= this.#sink.limits.maxTurnChars) message.lines.push(text);
  }

  #closeMessage(): void {
    const message = this.#current;
    if (message === null) return;
    this.#current = null;
    if (this.#order !== null) {
      this.#emit(message, this.#order);
      return;
    }
    this.#pending.push(message);
    this.#pendingChars += message.chars + 64;
    if (this.#survey.proven !== null) this.#settle(this.#survey.decide(), "");
    else if (this.#pendingChars > this.#sink.limits.dateWindowChars) this.#ask();
  }

  /** The messages held are many: the whole file's dates decide where it can be read again, else those seen so far. */
  #ask(): void {
    if (this.#question === null) this.#settle(this.#survey.decide(), "no date of the file's first part");
    else this.#question.asked = (decision) => this.#settle(decision, "no date of the file");
  }

  #settle(decision: DateDecision, undecided: string): void {
    this.#order = decision.order;
    if (!decision.proven) {
      const name = decision.order === "dmy" ? "day/month/year" : "month/day/year";
      this.#sink.warning(`${undecided} shows whether the day or the month comes first; read as ${name}`);
    }
    this.#flush(decision.order);
  }

  #flush(order: DateOrder): void {
    for (const message of this.#pending) this.#emit(message, order);
    this.#pending = [];
    this.#pendingChars = 0;
  }

  #emit(message: Message, order: DateOrder): void {
    if (message.opensChat) this.#segmenter.cut();
    if (message.lines === null) {
      this.#notices += 1;
      return;
    }
    const minute = this.#minute(message, order);
    if (minute === null) {
      this.#sink.error(message.line, "date", "there is no such date");
      return;
    }
    if (message.chars > this.#sink.limits.maxTurnChars) {
      this.#sink.error(message.line, "text", `message is longer than ${this.#sink.limits.maxTurnChars} characters`);
      return;
    }
    const text = message.lines.map(withoutMarkers).join("\n").trim();
    if (text === "") {
      this.#leftOut += 1;
      return;
    }
    const used = minuteOf(message.date, order) === minute ? order : swapped(order);
    this.#segmenter.add(
      {
        speaker: message.sender,
        text,
        time: isoOf(message.date, used),
        line: message.line,
        toolCalls: [],
        toolResults: [],
      },
      minute,
    );
  }

  #minute(message: Message, order: DateOrder): number | null {
    const minute = minuteOf(message.date, order);
    if (minute !== null) return minute;
    const other = minuteOf(message.date, swapped(order));
    if (other !== null) this.#sink.warning("the file mixes day/month and month/day dates; each was read as it fits");
    return other;
  }
}

function swapped(order: DateOrder): DateOrder {
  return order === "mdy" ? "dmy" : "mdy";
}
