import type { PrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { coverageTable } from "../../workers/core/gateway/coverage.ts";
import type { CoverageRow } from "../../workers/core/gateway/coverage.ts";
import { inspectRequest } from "../../workers/core/gateway/inspect-request.ts";
import { inspectResponse } from "../../workers/core/gateway/inspect-response.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../workers/core/gateway/policy.ts";
import type { CompiledPolicy } from "../../workers/core/gateway/policy.ts";
import { createStreamTransform } from "../../workers/core/gateway/stream-transform.ts";
import type { PrivacyMode, RequestInspection } from "../../workers/core/gateway/types.ts";
import { FRAMES, formFor, merge, placeAt } from "./bodies.ts";
import { DISGUISES, showsPlanted, VALUES } from "./planted.ts";
import {
  eventOf,
  framesAreJson,
  isChannel,
  isEmptied,
  isPlantable,
  isSpoken,
  MODES,
  sameShape,
  spokenIn,
  streamOf,
} from "./rows.ts";
import type { Tally } from "./tally.ts";

const tenantKey = new Uint8Array(16).fill(5);

function policyFor(mode: PrivacyMode): CompiledPolicy {
  return compilePolicy({
    ...DEFAULT_GATEWAY_POLICY,
    mode,
    media: { image: "pass", audio: "pass", file: "pass", tokens: "refuse" },
  });
}

function ask(
  engine: PrivacyEngine,
  policy: CompiledPolicy,
  body: unknown,
  dialect: CoverageRow["dialect"],
): RequestInspection {
  return inspectRequest({ body: JSON.stringify(body), dialect, policy, engine, tenantKey });
}

function checkRequests(tally: Tally, engine: PrivacyEngine): void {
  for (const row of coverageTable()) {
    if (row.direction !== "request" || !isPlantable(row)) continue;
    for (const { name: disguise, text } of DISGUISES) {
      const body = merge(FRAMES[row.dialect].request, placeAt(row.path, formFor(row, text)));
      for (const mode of MODES) {
        const suite = `core ${row.dialect} request ${mode}`;
        const { body: out, counts, verdict } = ask(engine, policyFor(mode), body, row.dialect);
        const found = Object.keys(counts).length > 0;
        if (mode === "audit" || mode === "warn") {
          tally.check(suite, row.path, `${disguise}: found`, found);
          tally.check(suite, row.path, `${disguise}: untouched`, verdict === "pass" && out === JSON.stringify(body));
        } else if (mode === "block") {
          tally.check(suite, row.path, `leak: ${disguise}`, verdict === "block" && out === "");
        } else {
          tally.check(suite, row.path, `leak: ${disguise}`, verdict === "rewrite" && !showsPlanted(out));
          tally.check(suite, row.path, `${disguise}: structure`, out !== "" && sameShape(body, JSON.parse(out)));
        }
      }
    }
  }
}

/** An exchange in which the user brought a value, and the answer repeats its token and brings another person's values. */
function checkResponses(tally: Tally, engine: PrivacyEngine): void {
  const own = "ramon.valverde@correo-propio.es";
  for (const row of coverageTable()) {
    if (row.direction !== "response" || row.streamed || !isPlantable(row)) continue;
    for (const mode of MODES) {
      const suite = `core ${row.dialect} answer ${mode}`;
      const question = mode === "block" ? "hola" : `mi correo es ${own}`;
      const asked = ask(engine, policyFor(mode), { messages: [{ role: "user", content: question }] }, "openai-chat");
      const token = asked.session.vault()[0]?.token;
      for (const { name: disguise, text } of DISGUISES) {
        const body = merge(FRAMES[row.dialect].response, placeAt(row.path, formFor(row, text)));
        const raw = JSON.stringify(body);
        const answer = inspectResponse(asked.session, raw, row.dialect);
        if (mode === "audit" || mode === "warn") {
          tally.check(suite, row.path, `${disguise}: found`, Object.keys(answer.counts).length > 0);
          tally.check(suite, row.path, `${disguise}: untouched`, answer.body === raw);
        } else {
          tally.check(suite, row.path, `leak: ${disguise}`, !showsPlanted(answer.body));
          if (mode === "block") tally.check(suite, row.path, `${disguise}: blocked`, answer.verdict === "block");
          else tally.check(suite, row.path, `${disguise}: structure`, sameShape(body, JSON.parse(answer.body)));
        }
      }
      if (mode !== "redact" || token === undefined || !isSpoken(row)) continue;
      const spoken = merge(FRAMES[row.dialect].response, placeAt(row.path, formFor(row, `es ${token}.`)));
      const answer = inspectResponse(asked.session, JSON.stringify(spoken), row.dialect).body;
      const expected = JSON.stringify(
        merge(FRAMES[row.dialect].response, placeAt(row.path, formFor(row, `es ${own}.`))),
      );
      tally.check(suite, row.path, "the caller's value comes back", answer === expected);
    }
  }
}

function checkStreams(tally: Tally, engine: PrivacyEngine): void {
  for (const row of coverageTable()) {
    if (!row.streamed || !isPlantable(row)) continue;
    for (const mode of ["audit", "redact", "block"] as const) {
      const suite = `core ${row.dialect} stream ${mode}`;
      const asked = ask(engine, policyFor(mode), { messages: [{ role: "user", content: "hola" }] }, "openai-chat");
      for (const { name: disguise, text } of DISGUISES) {
        const form = formFor(row, text);
        const whole = streamOf(row.dialect, [eventOf(row, form)]);
        const pieces =
          typeof form === "string" && isChannel(row)
            ? streamOf(
                row.dialect,
                Array.from(form, (char) => eventOf(row, char)),
              )
            : whole;
        for (const [way, stream] of [
          ["whole", whole],
          ["letter by letter", pieces],
        ] as const) {
          const transform = createStreamTransform(asked.session, row.dialect);
          let out = "";
          for (let at = 0; at < stream.length; at += 37) out += transform.push(stream.slice(at, at + 37));
          out += transform.end();
          const { blocked, counts } = transform.report();
          const words = spokenIn(out);
          if (mode === "audit") {
            if (way === "whole" && !isEmptied(row))
              tally.check(suite, row.path, `${disguise}: found`, Object.keys(counts).length > 0);
            tally.check(suite, row.path, `${disguise} ${way}: untouched`, out === stream);
            continue;
          }
          tally.check(suite, row.path, `leak: ${disguise} ${way}`, !showsPlanted(out) && !showsPlanted(words));
          if (mode === "block" && way === "whole" && !isEmptied(row))
            tally.check(suite, row.path, `${disguise}: blocked`, blocked);
          tally.check(suite, row.path, `${disguise} ${way}: frames`, framesAreJson(out));
        }
      }
    }
  }
}

/** Free keys and values that are split over parts have no row of their own. */
function checkSpecials(tally: Tally, engine: PrivacyEngine): void {
  const suite = "core specials";
  const redact = policyFor("redact");
  const bodies: Readonly<Record<string, unknown>> = {
    "a free key": { messages: [{ role: "user", content: "hola" }], metadata: { [VALUES.email]: "x" } },
    "a key of arguments": {
      messages: [
        {
          role: "assistant",
          tool_calls: [
            {
              id: "call_9fQk2x",
              type: "function",
              function: { name: "f", arguments: JSON.stringify({ [VALUES.card]: 1 }) },
            },
          ],
        },
      ],
    },
    "a number": { messages: [{ role: "user", content: "hola" }], card: 4539148803436467 },
    "a duplicate key": '{"messages":[{"role":"user","content":"' + VALUES.email + '","content":"hola"}]}',
    "JSON escapes": `{"messages":[{"role":"user","content":"${Array.from(VALUES.email, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}]}`,
    "parts of a message": {
      messages: [
        { role: "user", content: Array.from(`correo ${VALUES.email} ya`, (text) => ({ type: "text", text })) },
      ],
    },
    "JSON in JSON in JSON": {
      messages: [
        { role: "tool", content: JSON.stringify({ a: JSON.stringify({ b: JSON.stringify([VALUES.email]) }) }) },
      ],
    },
    "a bare name in a name": {
      messages: [{ role: "user", name: "macarena_iturriaga", content: `soy ${VALUES.person}` }],
    },
  };
  for (const [name, body] of Object.entries(bodies)) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const { body: out, verdict } = inspectRequest({
      body: text,
      dialect: "openai-chat",
      policy: redact,
      engine,
      tenantKey,
    });
    tally.check(
      suite,
      name,
      `leak: ${name}`,
      verdict === "rewrite" && !showsPlanted(out) && !showsPlanted(spokenIn(`data: ${out}`)),
    );
  }
  const tokens = ask(engine, redact, { model: "m", input: [[1, 2, 3]] }, "openai-embeddings");
  tally.check(suite, "token numbers", "leak: token numbers", tokens.verdict === "refuse" && tokens.body === "");
}

/** Every position of the core's tables. */
export function runCore(tally: Tally, engine: PrivacyEngine): void {
  checkRequests(tally, engine);
  checkResponses(tally, engine);
  checkStreams(tally, engine);
  checkSpecials(tally, engine);
}
