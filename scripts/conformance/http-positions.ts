import { isDeepStrictEqual } from "node:util";
import { createRandom } from "../../workers/core/generation/random.ts";
import { coverageTable } from "../../workers/core/gateway/coverage.ts";
import type { CoverageRow } from "../../workers/core/gateway/coverage.ts";
import type { PrivacyMode } from "../../workers/core/gateway/types.ts";
import { FRAMES, formFor, merge, placeAt } from "./bodies.ts";
import { DISGUISES, type Planted, showsPlanted } from "./planted.ts";
import type { Answer } from "./recorder.ts";
import { eventOf, framesAreJson, isChannel, isEmptied, isPlantable, isSpoken, MODES } from "./rows.ts";
import { sameShape, spokenIn, streamOf } from "./rows.ts";
import { anthropicModel, openAiModel, type Stand, startStand } from "./stand.ts";
import type { Tally } from "./tally.ts";

type Dialect = CoverageRow["dialect"];
type Json = Record<string, unknown>;
/** One request and what is looked at in what comes of it, on a lane of its own. */
type Case = (stand: Stand, lane: number) => Promise<void>;

const LANES = 6;
const PATHS: Readonly<Record<Dialect, string>> = {
  "openai-chat": "/v1/chat/completions",
  "openai-responses": "/v1/responses",
  "openai-embeddings": "/v1/embeddings",
  "anthropic-messages": "/v1/messages",
};
/** Which provider speaks the client's format, and which one makes the gateway translate. */
const nativeModel = (dialect: Dialect, lane: number): string =>
  dialect === "anthropic-messages" ? anthropicModel(lane) : openAiModel(lane);
const foreignModel = (dialect: Dialect, lane: number): string =>
  `${dialect === "anthropic-messages" ? openAiModel(lane) : anthropicModel(lane)}-other`;
const FOREIGN: Readonly<Record<Dialect, Dialect | null>> = {
  "openai-chat": "anthropic-messages",
  "openai-responses": "anthropic-messages",
  "openai-embeddings": null,
  "anthropic-messages": "openai-chat",
};
const OWN = "ramon.valverde@correo-propio.es";

const random = createRandom("conformance");
/** The open sentence, and a drawn one of the disguises; where nothing is held back, the one or the other. */
function disguises(mode: PrivacyMode = "redact"): readonly Planted[] {
  const both = [DISGUISES[0]!, random.pick(DISGUISES.slice(1))];
  return mode === "redact" || mode === "block" ? both : [random.pick(both)];
}

interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

async function ask({ key, url }: Stand, dialect: Dialect, body: unknown, mode: PrivacyMode): Promise<Reply> {
  const response = await fetch(url + PATHS[dialect], {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-API-Key": key, "x-uncase-privacy-mode": mode },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const whole = (body: unknown): Answer => ({ contentType: "application/json", pieces: [bytes(JSON.stringify(body))] });

/** The stream in five writes whose borders may lie inside a letter. */
function streamed(text: string): Answer {
  const all = bytes(text);
  const size = Math.ceil(all.length / 5);
  const pieces = Array.from({ length: 5 }, (_, i) => all.subarray(i * size, (i + 1) * size));
  return { contentType: "text/event-stream", pieces: pieces.filter(({ length }) => length > 0) };
}

/** An answer without anything in it. */
const plain = (dialect: Dialect, stream: boolean): Answer =>
  stream ? streamed(streamOf(dialect, [])) : whole(FRAMES[dialect].response);

/** What a provider gets, without what the gateway itself adds to a stream. */
function withoutOptions(body: string): unknown {
  const { stream_options: _added, ...rest } = JSON.parse(body) as Json;
  return rest;
}

function isRefusal(dialect: Dialect, { status, text }: Reply): boolean {
  const { error } = JSON.parse(text) as { error?: Json };
  if (status !== 400 || error === undefined) return false;
  return dialect === "anthropic-messages" ? error["type"] === "invalid_request_error" : error["code"] === "pii_blocked";
}

function* requestCases(tally: Tally, row: CoverageRow): Generator<Case> {
  const { dialect, path } = row;
  for (const stream of dialect === "openai-embeddings" ? [false] : [false, true]) {
    for (const mode of MODES) {
      const suite = `http ${dialect} request ${stream ? "streamed " : ""}${mode}`;
      for (const { name, text } of disguises(mode)) {
        yield async (stand, index) => {
          const lane = stand.lanes[index]!;
          const planted = placeAt(path, formFor(row, text));
          const body = merge(
            { ...FRAMES[dialect].request, model: nativeModel(dialect, index), ...(stream ? { stream } : {}) },
            planted,
          );
          lane.expect(() => plain(dialect, stream));
          const reply = await ask(stand, dialect, body, mode);
          const [got] = lane.received;
          const check = (what: string, holds: boolean): void => tally.check(suite, path, `${name}: ${what}`, holds);
          tally.check(suite, path, `leak: ${name} in the reply`, !showsPlanted(reply.text));
          if (mode === "block" || path === "model") {
            tally.check(suite, path, `leak: ${name}`, got === undefined);
            check("refused", path === "model" ? reply.status === 400 : isRefusal(dialect, reply));
            return;
          }
          check("answered", reply.status === 200 && lane.received.length === 1);
          if (got === undefined) return;
          if (mode === "redact") {
            tally.check(suite, path, `leak: ${name}`, !showsPlanted(got));
            check("structure", sameShape(body, withoutOptions(got)));
          } else check("untouched", isDeepStrictEqual(withoutOptions(got), body));
          if (mode === "warn") check("told", (reply.headers.get("x-uncase-findings") ?? "") !== "");
        };
      }
    }
  }
}

/** To a provider of the other format: what has no translation is refused, and nothing goes through unread. */
function* translatedRequests(tally: Tally, row: CoverageRow): Generator<Case> {
  const { dialect, path } = row;
  const foreign = FOREIGN[dialect];
  if (foreign === null) return;
  for (const stream of [false, true]) {
    for (const mode of ["redact", "block"] as const) {
      const [open, hidden] = disguises();
      const { name, text } = stream ? open! : hidden!;
      yield async (stand, index) => {
        const lane = stand.lanes[index]!;
        const suite = `http ${dialect} to ${foreign} ${mode}`;
        const own = { ...FRAMES[dialect].request, model: foreignModel(dialect, index), ...(stream ? { stream } : {}) };
        lane.expect(() => plain(foreign, stream));
        const { status, text: reply } = await ask(stand, dialect, merge(own, placeAt(path, formFor(row, text))), mode);
        tally.check(suite, path, `leak: ${name}`, !showsPlanted(lane.received.join("")) && !showsPlanted(reply));
        tally.check(suite, path, `${name}: answered or refused`, status === 200 || status === 400);
        if (mode === "block") tally.check(suite, path, `leak: ${name} blocked`, lane.received.length === 0);
      };
    }
  }
}

function* answerCases(tally: Tally, row: CoverageRow): Generator<Case> {
  const { dialect, path } = row;
  for (const mode of MODES) {
    const suite = `http ${dialect} answer ${mode}`;
    for (const { name, text } of disguises(mode)) {
      yield async (stand, index) => {
        const body = merge(FRAMES[dialect].response, placeAt(path, formFor(row, text)));
        stand.lanes[index]!.expect(() => whole(body));
        const request = { ...FRAMES[dialect].request, model: nativeModel(dialect, index) };
        const reply = await ask(stand, dialect, request, mode);
        const check = (what: string, holds: boolean): void => tally.check(suite, path, `${name}: ${what}`, holds);
        check("answered", reply.status === 200);
        if (mode === "audit" || mode === "warn") check("untouched", reply.text === JSON.stringify(body));
        else tally.check(suite, path, `leak: ${name}`, !showsPlanted(reply.text));
        if (mode === "warn") check("told", (reply.headers.get("x-uncase-answer-findings") ?? "") !== "");
        if (mode === "redact") check("structure", sameShape(body, JSON.parse(reply.text)));
      };
    }
  }
  if (!isSpoken(row)) return;
  yield async (stand, index) => {
    const withText = (text: string): unknown => merge(FRAMES[dialect].response, placeAt(path, formFor(row, text)));
    stand.lanes[index]!.expect((sent) => whole(withText(`es ${/\[EMAIL_\w{6}\]/.exec(sent)?.[0]}.`)));
    const question = placeAt(dialect === "openai-responses" ? "input[].content" : "messages[].content", `es ${OWN}`);
    const request = merge({ ...FRAMES[dialect].request, model: nativeModel(dialect, index) }, question);
    const reply = await ask(stand, dialect, request, "redact");
    const isBack = reply.text === JSON.stringify(withText(`es ${OWN}.`));
    tally.check(`http ${dialect} answer redact`, path, "the caller's value comes back", isBack);
  };
}

function* streamCases(tally: Tally, row: CoverageRow): Generator<Case> {
  const { dialect, path } = row;
  for (const mode of MODES) {
    const suite = `http ${dialect} stream ${mode}`;
    for (const { name, text } of disguises(mode)) {
      const form = formFor(row, text);
      const pieces = typeof form === "string" && isChannel(row) ? Array.from(form) : [form];
      yield async (stand, index) => {
        const sent = streamOf(
          dialect,
          pieces.map((piece) => eventOf(row, piece)),
        );
        stand.lanes[index]!.expect(() => streamed(sent));
        const request = { ...FRAMES[dialect].request, model: nativeModel(dialect, index), stream: true };
        const { status, text: out } = await ask(stand, dialect, request, mode);
        const check = (what: string, holds: boolean): void => tally.check(suite, path, `${name}: ${what}`, holds);
        check("answered", status === 200);
        check("frames", framesAreJson(out));
        if (mode === "audit" || mode === "warn") return check("untouched", out === sent);
        tally.check(suite, path, `leak: ${name}`, !showsPlanted(out) && !showsPlanted(spokenIn(out)));
        if (mode === "block" && !isEmptied(row)) {
          const end = dialect === "anthropic-messages" ? '"refusal"' : '"content_filter"';
          check("ended in the dialect", out.includes(end));
        }
      };
    }
  }
}

/** Answers in the other format than the caller's. */
function* translatedAnswers(tally: Tally, row: CoverageRow): Generator<Case> {
  const { dialect, path, streamed: isStream } = row;
  const clients = (Object.keys(FOREIGN) as Dialect[]).filter((client) => FOREIGN[client] === dialect);
  for (const client of clients) {
    for (const mode of ["redact", "block"] as const) {
      const [open, hidden] = disguises();
      const { name, text } = mode === "redact" ? open! : hidden!;
      const form = formFor(row, text);
      const pieces = isStream && typeof form === "string" && isChannel(row) ? Array.from(form) : [form];
      yield async (stand, index) => {
        const suite = `http ${dialect} answer to ${client} ${mode}`;
        const answer = isStream
          ? streamed(
              streamOf(
                dialect,
                pieces.map((piece) => eventOf(row, piece)),
              ),
            )
          : whole(merge(FRAMES[dialect].response, placeAt(path, form)));
        stand.lanes[index]!.expect(() => answer);
        const own = { ...FRAMES[client].request, model: foreignModel(client, index) };
        const { text: out } = await ask(stand, client, { ...own, ...(isStream ? { stream: true } : {}) }, mode);
        const said = isStream ? spokenIn(out) : out;
        tally.check(suite, path, `leak: ${name}`, !showsPlanted(out) && !showsPlanted(said));
      };
    }
  }
}

/** What a provider says in an error never reaches the caller. */
function* errorCases(tally: Tally): Generator<Case> {
  for (const dialect of Object.keys(PATHS) as Dialect[]) {
    for (const mode of MODES) {
      for (const { name, text } of DISGUISES) {
        yield async (stand, index) => {
          const body = { type: "error", error: { message: text, type: text, code: text, param: text } };
          stand.lanes[index]!.expect(() => ({ ...whole(body), status: 422 }));
          const request = { ...FRAMES[dialect].request, model: nativeModel(dialect, index) };
          const { status, text: out } = await ask(stand, dialect, request, mode);
          const suite = `http ${dialect} error ${mode}`;
          tally.check(suite, "error", `leak: ${name}`, !showsPlanted(out));
          tally.check(suite, "error", `${name}: keeps its meaning`, status === 400 && "error" in JSON.parse(out));
        };
      }
    }
  }
}

function* allCases(tally: Tally): Generator<Case> {
  for (const row of coverageTable().filter(isPlantable)) {
    if (row.direction === "request") {
      yield* requestCases(tally, row);
      yield* translatedRequests(tally, row);
    } else {
      yield* row.streamed ? streamCases(tally, row) : answerCases(tally, row);
      yield* translatedAnswers(tally, row);
    }
  }
  yield* errorCases(tally);
}

/** Every position over HTTP, or every `step`-th case, and then what all of it left behind. */
export async function runHttp(tally: Tally, step: number): Promise<void> {
  const stand = await startStand(LANES);
  let logs = "";
  try {
    const cases = [...allCases(tally)].filter((_, index) => index % step === 0).values();
    await Promise.all(
      stand.lanes.map(async (_, lane) => {
        for (const each of cases) await each(stand, lane);
      }),
    );
    for (let page = 1; ; page += 1) {
      const { items } = await stand.client.gateway.logs({ page, page_size: 100 });
      if (items.length === 0) break;
      logs += JSON.stringify(items);
    }
  } finally {
    const left = await stand.stop();
    tally.check("http traces", "request log", "leak: request log", logs !== "" && !showsPlanted(logs));
    tally.check("http traces", "output and databases", "leak: left behind", !showsOpenly(left));
  }
}

/** Databases are long and binary: the values as they are written are looked for. */
function showsOpenly(text: string): boolean {
  return /iturriaga|correo-privado|4539 ?1488 ?0343 ?6467|4891 ?2736/i.test(text);
}
