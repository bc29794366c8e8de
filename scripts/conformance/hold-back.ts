// How many characters a stream holds back, measured over deltas of one letter, of a few and of a word.
import type { PrivacyEngine } from "../../workers/core/privacy/engine.ts";
import { inspectRequest } from "../../workers/core/gateway/inspect-request.ts";
import { compilePolicy, DEFAULT_GATEWAY_POLICY } from "../../workers/core/gateway/policy.ts";
import { createStreamTransform } from "../../workers/core/gateway/stream-transform.ts";
import { FRAMES } from "./bodies.ts";
import { VALUES } from "./planted.ts";
import { spokenIn, streamOf } from "./rows.ts";
import type { Tally } from "./tally.ts";

const MOST_MEDIAN = 24;
/** From here on a candidate is masked through to its end; what a delta adds may stand on top of it. */
const MOST_HELD = 128;

const PROSE = [
  "El pedido salió esta mañana del almacén y debería llegar antes del fin de semana, salvo que el transportista avise de otra cosa. Puede cambiar la franja de entrega desde la página de seguimiento hasta la víspera, y si no hay nadie en casa se deja una nota con la dirección del punto de recogida más cercano.",
  "The refund takes three to five working days after the parcel has reached us. If the label got lost, print another one from your account; the box itself does not have to be the same one, as long as nothing inside can move about and break on the way back.",
];
const VALUED = [
  `Habla con ${VALUES.person}, su correo es ${VALUES.email} y su celular ${VALUES.phone}; pagó con la tarjeta ${VALUES.card} y espera respuesta hoy mismo.`,
  `Write to ${VALUES.email} or call ${VALUES.phone}. The card ${VALUES.card} belongs to ${VALUES.person}, who lives at Calle Mayor 12, 28013 Madrid.`,
];
const KEY = `-----BEGIN PRIVATE KEY-----\n${"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\n".repeat(20)}-----END PRIVATE KEY-----`;
const LONG = [
  `La llave es ${KEY} y nada más.`,
  `El token eyJ${"hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9".repeat(6)}.eyJ${"zdWIiOiIxMjM0NTY3ODkwIn0".repeat(6)}.${"SflKxwRJSMeKKF2QT4".repeat(5)} caduca hoy.`,
];

const SIZES: Readonly<Record<string, RegExp>> = {
  "a letter": /[^]/gu,
  "4 letters": /[^]{1,4}/gu,
  "a word": /\S*\s*/gu,
};

export interface HoldBack {
  text: string;
  delta: string;
  median: number;
  most: number;
}

/** Measures, and checks the bounds of the specification. */
export function runHoldBack(tally: Tally, engine: PrivacyEngine): HoldBack[] {
  const rows: HoldBack[] = [];
  const { session } = inspectRequest({
    body: JSON.stringify(FRAMES["openai-chat"].request),
    dialect: "openai-chat",
    policy: compilePolicy(DEFAULT_GATEWAY_POLICY),
    engine,
    tenantKey: new Uint8Array(16).fill(5),
  });
  for (const [text, samples] of Object.entries({ prose: PROSE, "prose with values": VALUED, "long keys": LONG })) {
    for (const [delta, cut] of Object.entries(SIZES)) {
      const reports = samples.map((sample) => {
        const transform = createStreamTransform(session, "openai-chat");
        const pieces = (sample.match(cut) ?? []).filter((piece) => piece !== "");
        const events = pieces.map((content) => ({
          ...FRAMES["openai-chat"].event,
          choices: [{ index: 0, delta: { content } }],
        }));
        const out = transform.push(streamOf("openai-chat", events)) + transform.end();
        const said = spokenIn(out);
        const shows = /MIIEvQ|eyJ|correo-privado|Iturriaga|4539 1488/.test(said);
        tally.check("core hold-back", `${text}, ${delta}`, "leak: a value in pieces", !shows);
        return { ...transform.report(), longest: Math.max(...pieces.map(({ length }) => length)) };
      });
      const median = Math.max(...reports.map(({ heldMedian }) => heldMedian));
      const most = Math.max(...reports.map(({ heldMax, longest }) => Math.max(0, heldMax - longest)));
      rows.push({ text, delta, median, most });
      if (text !== "long keys")
        tally.check(
          "core hold-back",
          `${text}, ${delta}`,
          `half of the time ${MOST_MEDIAN} or fewer`,
          median <= MOST_MEDIAN,
        );
      tally.check("core hold-back", `${text}, ${delta}`, `never more than ${MOST_HELD}`, most <= MOST_HELD);
    }
  }
  return rows;
}

export function printHoldBack(rows: readonly HoldBack[]): void {
  console.log("\ncharacters held back by a stream  median  most");
  for (const { delta, median, most, text } of rows)
    console.log(`${`${text}, deltas of ${delta}`.padEnd(34)}${String(median).padStart(6)}${String(most).padStart(6)}`);
}
