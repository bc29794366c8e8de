import type { LineParser } from "./lines.ts";
import type { ParseLimits } from "./limits.ts";
import type { RawTurn } from "./model.ts";
import { isRoleWord } from "./role-words.ts";
import { ConversationSegmenter } from "./segments.ts";
import { ParseSink } from "./sink.ts";
import { cleanSpeaker, foldLabel } from "./text.ts";
import { formatRole } from "./vocabulary.ts";

/**
 * `Rol: texto`, with any of: a number (`3.`, `3)`, `#3`), a bullet, a clock time or a whole timestamp in front, bold
 * markup, and a clock time in brackets after the name. The name is at most 60 characters without a colon.
 */
const LABEL =
  /^\s{0,8}(?:#?(\d{1,5})\s?[.)\-:]\s{1,4}|[-•*>]\s{1,4})?(?:[[(]?((?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?)[\])]?\s{1,4}(?:-\s)?)?(?:\*\*|__)?([\p{L}+][^:\n\t]{0,59}?)(?:\s?[[(](\d{1,2}:\d{2}(?::\d{2})?)[\])])?\s?(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+(.*))?$/u;
/** Lines that part conversations: a rule, or a heading such as `Conversación 3` or `=== Chat 12 ===`. */
const RULE = /^\s{0,8}([-=*_#~])(?:\s?\1){2,200}\s*$/;
const HEADING =
  /^\s{0,8}(?:#{1,6}\s|={2,20}\s?|-{2,20}\s?|\[)?\s?(?:conversaci[oó]n|conversation|conversa|chat|di[aá]logo|dialogue|dialog|llamada|call|appel|ticket|sesi[oó]n|session|transcript|transcripci[oó]n)\s?(?:#|n[º°.]?\s?|no\.\s?)?\s?\d{1,6}\s?:?\s?(?:\]|={2,20}|-{2,20})?\s*$/i;

/** Words before a colon that head a line of a message and do not name who speaks. Compared folded. */
const FIELD_LABELS = new Set(
  (
    "nota,notas,note,notes,total,subtotal,precio,price,costo,cost,fecha,date,hora,time,direccion,address,domicilio," +
    "telefono,phone,tel,celular,cel,correo,email,e mail,mail,asunto,subject,nombre,name,re,ps,pd,https,http,ejemplo," +
    "example,importante,important,pago,payment,enganche,plazo,tasa,modelo,model,color,placas,curp,rfc,link,liga," +
    "opcion,option,paso,step,horario,ubicacion,location,requisitos,requirements,observaciones,endereco,preco,data," +
    "prix,adresse,tarifa,folio,cuenta,clabe,monto,referencia,reference,id,url,web,resumen,summary,motivo,dosis"
  ).split(","),
);

/** A line that begins with a label, before it is known whether the label names a speaker. */
interface Labelled {
  number: number | null;
  time: string | null;
  label: string;
  text: string;
}

/** Reads `Rol: texto` at the start of a line, or returns null. */
export function readLabel(line: string): Labelled | null {
  const colon = line.indexOf(":");
  if (colon === -1 || line.charCodeAt(colon + 1) === 0x2f) return null;
  const match = LABEL.exec(line.length > 400 ? line.slice(0, 400) : line);
  if (match === null) return null;
  const label = cleanSpeaker(match[3]!);
  if (label === "" || label.split(" ").length > 6) return null;
  const text = line.length > 400 && match[5] !== undefined ? match[5] + line.slice(400) : (match[5] ?? "");
  return {
    number: match[1] === undefined ? null : Number(match[1]),
    time: match[2] ?? match[4] ?? null,
    label,
    text: text.trim(),
  };
}

/** True for a line that parts conversations. */
function isSeparator(line: string): boolean {
  return line.length < 240 && (RULE.test(line) || HEADING.test(line));
}

/** Words that each begin with a capital letter, particles aside, as names and titles do. */
function looksLikeName(label: string): boolean {
  return label.split(" ").every((word) => /^(?:\p{Lu}|\+|\d|de$|del$|la$|y$|of$|da$|do$|du$|von$)/u.test(word));
}

interface PendingLine {
  text: string;
  number: number;
  labelled: Labelled | null;
}

/**
 * Reads plain and numbered transcripts. Which labels name speakers is decided over a first part of the file, since
 * `Total: 300` looks like `Ana: hola`: role words do; labels of fields do not; others when they recur, or look like a
 * name. Lines without a speaker continue the turn before.
 */
export class TranscriptParser implements LineParser {
  readonly #sink: ParseSink;
  readonly #segmenter: ConversationSegmenter;
  #pending: PendingLine[] | null = [];
  #pendingChars = 0;
  readonly #counts = new Map<string, number>();
  readonly #speakers = new Map<string, boolean>();
  #turn: RawTurn | null = null;
  #lines: string[] = [];
  #chars = 0;
  #lastNumber = 0;
  #numbered = 0;
  #turns = 0;

  constructor(sink: ParseSink) {
    this.#sink = sink;
    this.#segmenter = new ConversationSegmenter(sink);
  }

  line(text: string, number: number): void {
    const labelled = readLabel(text);
    if (this.#pending === null) {
      this.#take({ text, number, labelled });
      return;
    }
    if (labelled !== null) {
      const label = foldLabel(labelled.label);
      this.#counts.set(label, (this.#counts.get(label) ?? 0) + 1);
    }
    this.#pending.push({ text, number, labelled });
    this.#pendingChars += text.length + 64;
    if (this.#pendingChars > this.#sink.limits.sniffChars * 4) this.#release();
  }

  end(): void {
    this.#release();
    this.#closeTurn();
    this.#segmenter.cut();
    if (this.#turns === 0) this.#sink.error(1, null, "no line names a speaker (`Rol: texto`)");
    else this.#sink.sawFormat(this.#numbered * 2 > this.#turns ? "numbered" : "transcript");
  }

  #release(): void {
    const pending = this.#pending ?? [];
    this.#pending = null;
    for (const line of pending) this.#take(line);
  }

  #isSpeaker(labelled: Labelled): boolean {
    const label = foldLabel(labelled.label);
    const known = this.#speakers.get(label);
    if (known !== undefined) return known;
    const count = this.#counts.get(label) ?? 1;
    const speaks =
      isRoleWord(labelled.label) ||
      formatRole(labelled.label) !== undefined ||
      (!FIELD_LABELS.has(label) && (looksLikeName(labelled.label) || count > 1));
    if (this.#speakers.size < 10_000) this.#speakers.set(label, speaks);
    return speaks;
  }

  #take({ text, number, labelled }: PendingLine): void {
    if (labelled !== null && this.#isSpeaker(labelled)) {
      this.#closeTurn();
      if (labelled.number !== null) {
        if (labelled.number <= this.#lastNumber && labelled.number <= 1) this.#segmenter.cut();
        this.#lastNumber = labelled.number;
        this.#numbered += 1;
      }
      this.#turn = {
        speaker: labelled.label,
        text: "",
        time: labelled.time,
        line: number,
        toolCalls: [],
        toolResults: [],
      };
      const role = formatRole(labelled.label);
      if (role !== undefined) this.#turn.role = role;
      this.#lines = [labelled.text];
      this.#chars = labelled.text.length;
      return;
    }
    if (isSeparator(text)) {
      this.#closeTurn();
      this.#segmenter.cut();
      this.#lastNumber = 0;
    } else if (this.#turn !== null) {
      this.#chars += text.length + 1;
      if (this.#chars <= this.#sink.limits.maxTurnChars) this.#lines.push(text);
    } else if (text.trim() !== "") this.#sink.error(number, null, "line before the first speaker");
  }

  #closeTurn(): void {
    const turn = this.#turn;
    if (turn === null) return;
    this.#turn = null;
    turn.text = this.#lines.join("\n").trim();
    this.#turns += 1;
    if (this.#chars > this.#sink.limits.maxTurnChars) {
      this.#sink.error(turn.line, null, `turn is longer than ${this.#sink.limits.maxTurnChars} characters`);
    } else if (turn.text === "") this.#sink.error(turn.line, null, "turn has no text");
    else this.#segmenter.add(turn, null);
  }
}

/** The turns of a transcript that is given as one text, as some datasets do; empty when it names no speakers. */
export function readTranscriptText(text: string, line: number, limits: ParseLimits): RawTurn[] {
  const sink = new ParseSink(limits);
  const parser = new TranscriptParser(sink);
  text.split("\n").forEach((part, index) => parser.line(part, index + 1));
  parser.end();
  return sink.events
    .flatMap((event) => (event.type === "conversation" ? event.conversation.turns : []))
    .map((turn) => ({ ...turn, line }));
}
