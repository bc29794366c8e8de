import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { NameLists } from "./names.ts";
import { TextJoiner } from "./sample.ts";
import type { Sample, Span } from "./sample.ts";

/**
 * The corpora under `data/ner`, brought to this project's conventions: titles stay outside names, handles and codes
 * teach nothing, and a corpus that leaves a kind of name unmarked does not teach that it is nothing.
 */

type Category = Span["category"];

interface Corpus {
  name: string;
  /** Our category by the corpus's tag (without B- and I-); a tag that is missing marks nothing. */
  tags: Readonly<Record<string, Category>>;
  othersMarked: boolean;
  /** Capitalised words it leaves unmarked may still be names of these kinds of thing. */
  unmarkedNames?: boolean;
  /** Unmarked forenames may still be people: only slots that were asked for are marked. */
  slotsOnly?: boolean;
  /** Tags that only count when the corpus is measured on. */
  measured?: Readonly<Record<string, Category>>;
}

const SIMPLE: Readonly<Record<string, Category>> = {
  PER: "PERSON",
  LOC: "LOCATION",
  ORG: "ORGANIZATION",
  MISC: "OTHER",
};

const WIKIPEDIA: Readonly<Record<string, Category>> = Object.fromEntries([
  ...["person", "researcher", "writer", "musicalartist", "politician", "scientist"].map((tag) => [tag, "PERSON"]),
  ...["location", "country"].map((tag) => [tag, "LOCATION"]),
  ...["organisation", "university", "band", "politicalparty"].map((tag) => [tag, "ORGANIZATION"]),
  ...["misc", "product", "album", "song", "book", "poem", "magazine", "award", "event", "conference"].map((tag) => [
    tag,
    "OTHER",
  ]),
  ...["election", "academicjournal", "astronomicalobject", "programlang"].map((tag) => [tag, "OTHER"]),
  ...["literarygenre", "musicgenre", "field", "task", "algorithm", "metrics", "theory"].map((tag) => [tag, null]),
  ...["chemicalcompound", "protein", "enzyme", "discipline", "chemicalelement", "musicalinstrument"].map((tag) => [
    tag,
    null,
  ]),
]);

const SLOTS: Readonly<Record<string, Category>> = {
  name: "PERSON",
  address: "LOCATION",
  arrival_city: "LOCATION",
  departure_city: "LOCATION",
  current_city: "LOCATION",
  new_city: "LOCATION",
  company_name: "ORGANIZATION",
  car_brand: "OTHER",
  car_model: "OTHER",
  software_name: "OTHER",
  username: null,
  password: null,
  booking_confirmation_number: null,
};

/** Slots that training reads as nothing, and that are neither right nor wrong to find. */
const CODES: Readonly<Record<string, Category>> = { current_zipcode: null, new_zipcode: null };

const COURT: Readonly<Record<string, Category>> = {
  PER: "PERSON",
  LOC: "LOCATION",
  ORG: "ORGANIZATION",
  MISC: null,
  DEM: null,
};

/** Of MEDDOCAN: what the recogniser learns. */
export const CLINICAL: Readonly<Record<string, Category>> = {
  NOMBRE_SUJETO_ASISTENCIA: "PERSON",
  NOMBRE_PERSONAL_SANITARIO: "PERSON",
  TERRITORIO: "LOCATION",
  PAIS: "LOCATION",
  CALLE: "LOCATION",
  HOSPITAL: "ORGANIZATION",
  INSTITUCION: "ORGANIZATION",
  CENTRO_SALUD: "ORGANIZATION",
};

const PORTUGUESE_COURT: Readonly<Record<string, Category>> = {
  PESSOA: "PERSON",
  LOCAL: "LOCATION",
  ORGANIZACAO: "ORGANIZATION",
};

export const CORPORA: readonly Corpus[] = [
  { name: "meddocan", tags: CLINICAL, othersMarked: false },
  ...["airline", "fastfood", "insurance", "media", "software"].map((domain) => ({
    name: `multidogo-${domain}`,
    tags: SLOTS,
    othersMarked: false,
    slotsOnly: true,
    measured: CODES,
  })),
  { name: "tab-es", tags: COURT, othersMarked: false, unmarkedNames: true },
  { name: "tab-fr", tags: COURT, othersMarked: false, unmarkedNames: true },
  { name: "btc", tags: SIMPLE, othersMarked: false },
  { name: "wnut", tags: SIMPLE, othersMarked: true },
  ...["ai", "literature", "music", "politics", "science"].map((domain) => ({
    name: `crossner-${domain}`,
    tags: WIKIPEDIA,
    othersMarked: true,
  })),
  { name: "sec", tags: SIMPLE, othersMarked: false, unmarkedNames: true },
  { name: "lener", tags: PORTUGUESE_COURT, othersMarked: false },
];

const TITLES = new Set(
  "sr sra srta sres dr dra d don doña dña lic ing prof mr mrs ms miss sir m mm mme mlle me maître maitre doc president prince king queen coach pope senhor senhora juez".split(
    " ",
  ),
);
/** Party names of contracts, marked as persons there. */
const CONTRACT_ROLES =
  /^(?:borrower|lender|bank|company|executive|employee|tenant|landlord|holder|agent|seller|buyer|purchaser|debtor|licensee|licensor|guarantor|trustee|investor|lessee|lessor|party|parties|consultant|employer|assignee|assignor|servicer|issuer|client|subtenant|sublandlord)s?$/iu;

interface TokenRow {
  t: string[];
  g: string[];
  lang: string;
}

interface TextRow {
  text: string;
  entities: { start: number; end: number; label: string }[];
  lang: string;
}

/** The JSON lines of a file, packed or not. */
export function readRows(file: string): unknown[] {
  const raw = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(raw) : raw).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
}

/** Offsets in code points to offsets in UTF-16 code units. */
export function utf16Offsets(text: string): Uint32Array {
  const offsets: number[] = [];
  let at = 0;
  for (const char of text) {
    offsets.push(at);
    at += char.length;
  }
  offsets.push(at);
  return Uint32Array.from(offsets);
}

function skipTitles(text: string, span: Span): Span {
  let { start } = span;
  for (;;) {
    const match = /^([\p{L}]+)\.?\s+/u.exec(text.slice(start, span.end));
    if (match === null || !TITLES.has(match[1]!.toLowerCase())) return { ...span, start };
    start += match[0].length;
  }
}

function fromText(corpus: Corpus, row: TextRow): Sample {
  const offsets = utf16Offsets(row.text);
  const spans: Span[] = [];
  for (const entity of row.entities) {
    const category = corpus.tags[entity.label];
    if (category === undefined) continue;
    const span = { start: offsets[entity.start]!, end: offsets[entity.end]!, category };
    const value = row.text.slice(span.start, span.end);
    spans.push(/^[\d\s.-]+$/u.test(value) ? { ...span, category: null } : span);
  }
  return finish(corpus, row.text, spans, row.lang);
}

function fromTokens(corpus: Corpus, row: TokenRow, isForename: (word: string) => boolean): Sample {
  const joiner = new TextJoiner();
  const spans: Span[] = [];
  let previous = "";
  row.t.forEach((token, index) => {
    const start = joiner.add(token);
    const end = start + token.length;
    const raw = row.g[index]!;
    const tag = raw.replace(/^[BI]-/u, "");
    let category: Category | undefined = tag === "O" ? undefined : corpus.tags[tag];
    const last = spans.at(-1);
    const goesOn = last !== undefined && tag === previous && !raw.startsWith("B-");
    previous = tag;
    const bare = token.replace(/^@/u, "");
    if (category !== undefined && (token.startsWith("@") || row.t[index - 1] === "@")) category = null;
    if (category === undefined && tag === "O") {
      if (corpus.slotsOnly === true && isForename(bare)) category = null;
      if (corpus.unmarkedNames === true && index > 0 && /^\p{Lu}\p{Ll}/u.test(token)) category = null;
    }
    if (category === "PERSON" && CONTRACT_ROLES.test(token)) category = null;
    if (category === "ORGANIZATION" && CONTRACT_ROLES.test(token)) category = null;
    if (category === undefined) return;
    if (goesOn && last.category === category) last.end = end;
    else spans.push({ start, end, category });
  });
  return finish(corpus, joiner.text, spans, row.lang);
}

function finish(corpus: Corpus, text: string, spans: Span[], language: string): Sample {
  const kept = spans.map((span) => (span.category === "PERSON" ? skipTitles(text, span) : span));
  return {
    text,
    spans: kept.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start),
    language,
    source: corpus.name,
    othersMarked: corpus.othersMarked,
  };
}

/** Reads one part (`train` or `dev`) of every corpus that has it. */
export function readCorpora(
  directory: string,
  part: "train" | "dev",
  isForename: (word: string) => boolean,
  only?: (name: string) => boolean,
): Sample[] {
  const samples: Sample[] = [];
  for (const known of CORPORA) {
    if (only !== undefined && !only(known.name)) continue;
    const corpus = part === "dev" ? { ...known, tags: { ...known.tags, ...known.measured } } : known;
    const file = join(directory, "ner", `${corpus.name}-${part}.jsonl.gz`);
    if (!existsSync(file)) continue;
    for (const row of readRows(file)) {
      samples.push(
        "text" in (row as object) ? fromText(corpus, row as TextRow) : fromTokens(corpus, row as TokenRow, isForename),
      );
    }
  }
  return samples;
}

/** Whether the corpus writes names with capitals; the support chats do not. */
export function isCasedCorpus(name: string): boolean {
  return !name.startsWith("multidogo");
}

/** Words this often in lower case in cased text are not taken for forgotten forenames. */
const ORDINARY_COUNT = 3;

/** Says whether a word can hardly be anything but a forename: listed, and not an ordinary word of the cased texts. */
export function forenameTest(names: NameLists, cased: readonly Sample[]): (word: string) => boolean {
  const seen = new Map<string, number>();
  for (const sample of cased) {
    for (const [word] of sample.text.matchAll(/\p{Ll}{2,}/gu)) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  const forenames = new Set([...names.forenames.values()].flat().map((name) => name.toLowerCase()));
  return (word) => forenames.has(word.toLowerCase()) && (seen.get(word.toLowerCase()) ?? 0) < ORDINARY_COUNT;
}

interface DialogueRow {
  id: string;
  variety: string;
  turns: { role: string; content?: string }[];
  entities: { turn: number; start: number; end: number; category: string }[];
  hard_negatives: string[];
}

/** One message of the Spanish dialogues: for evaluation only. `categories` keeps what its spans are called there. */
export interface DialogueMessage {
  text: string;
  dialogue: string;
  role: string;
  entities: { start: number; end: number; category: string }[];
}

/** The messages people wrote in `data/dialogues/es.jsonl`, with UTF-16 offsets; tool results are left out. */
export function readDialogues(directory: string): DialogueMessage[] {
  const messages: DialogueMessage[] = [];
  for (const row of readRows(join(directory, "dialogues", "es.jsonl")) as DialogueRow[]) {
    row.turns.forEach((turn, index) => {
      if (turn.content === undefined || turn.role === "tool") return;
      const offsets = utf16Offsets(turn.content);
      messages.push({
        text: turn.content,
        dialogue: row.id,
        role: turn.role,
        entities: row.entities
          .filter((entity) => entity.turn === index)
          .map((entity) => ({
            start: offsets[entity.start]!,
            end: offsets[entity.end]!,
            category: entity.category,
          })),
      });
    });
  }
  return messages;
}
