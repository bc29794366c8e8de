/**
 * Speed of PromptShield, rules and classifier together, on ordinary text of the gateway's size. Usage below (`--help`).
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createShield } from "../workers/core/shield/shield.ts";
import { writeMessages } from "./pii/text.ts";

const HELP = `npm run bench:shield -- [--seconds 3] [--bytes 700]

CPU time of one text of about --bytes bytes, warm: English and Spanish sentences of customers in changing order, so that
words repeat and texts do not, and generated messages full of names, numbers and addresses (those of bench/pii.ts), most
of whose words are new. The best of the passes that fit into --seconds, after one to warm up; "cold" is the mean of the
first 200 texts of all, "init" what loading the model takes. The last line of stdout is one JSON object.`;

const ENGLISH = [
  "I ordered two lamps last week and only one of them arrived, the box was open on one side.",
  "Please check whether the second one is still on its way or whether I should ask for my money back.",
  "The tracking page has said the same thing for three days now and nobody answers the telephone.",
  "It is a present, so it would help me to know before the weekend whether it will be here in time.",
  "You can write to me at lucia.marin@mail.example if anything is unclear about the order.",
  "My neighbour signed for it on Tuesday, but she says that nobody rang and nothing was left at the door.",
  "If the colour is no longer in stock, the grey one from the second page of the catalogue is fine too.",
];
const SPANISH = [
  "Pedí dos lámparas la semana pasada y solo llegó una de ellas, con la caja abierta por un lado.",
  "Por favor revisen si la segunda sigue en camino o si debo pedir que me devuelvan el dinero.",
  "La página de seguimiento dice lo mismo desde hace tres días y nadie contesta el teléfono.",
  "Es un regalo, así que me ayudaría saber antes del fin de semana si estará aquí a tiempo.",
  "Pueden escribirme a lucia.marin@correo.example si algo del pedido no está claro.",
  "Mi vecina firmó el martes, pero dice que nadie tocó el timbre y que no dejaron nada en la puerta.",
  "Si el color ya no está disponible, también me sirve el gris de la segunda página del catálogo.",
];
const TEXTS = 2000;
const COLD_TEXTS = 200;

/** Texts of a length, of sentences in an order that changes with every text. */
function mixed(sentences: readonly string[], bytes: number): string[] {
  return Array.from({ length: TEXTS }, (_, index) => {
    let text = `${index + 1}:`;
    for (let place = index; Buffer.byteLength(text) < bytes - 50; place += 1 + (index % 3)) {
      text += ` ${sentences[place % sentences.length]!}`;
    }
    return text;
  });
}

function generated(bytes: number): string[] {
  const messages = writeMessages(TEXTS * 9, "shield");
  const texts: string[] = [];
  for (let at = 0; texts.length < TEXTS; at += 1) {
    let text = "";
    for (; Buffer.byteLength(text) < bytes - 40; at += 1) text += `${messages[at % messages.length]!}. `;
    texts.push(text.trim());
  }
  return texts;
}

const cpuUs = (): number => {
  const { system, user } = process.cpuUsage();
  return user + system;
};

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "3" },
    bytes: { type: "string", default: "700" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else {
  const bytes = readFileSync(new URL("../workers/core/shield/models/shield.bin", import.meta.url));
  const model = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const loading = cpuUs();
  const shield = createShield(model);
  const initMs = (cpuUs() - loading) / 1000;
  const wanted = Number(values.bytes);
  const rows = [
    { name: "english", texts: mixed(ENGLISH, wanted) },
    { name: "spanish", texts: mixed(SPANISH, wanted) },
    { name: "generated", texts: generated(wanted) },
  ].map(({ name, texts }, row) => {
    const passes: number[] = [];
    const cold = cpuUs();
    for (const text of texts.slice(0, COLD_TEXTS)) shield.inspect(text);
    const coldUs = (cpuUs() - cold) / COLD_TEXTS;
    const begun = performance.now();
    while (passes.length < 2 || performance.now() - begun < Number(values.seconds) * 1000) {
      const start = cpuUs();
      for (const text of texts) shield.inspect(text);
      passes.push((cpuUs() - start) / texts.length);
    }
    const mean = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length;
    const flagged = texts.filter((text) => shield.inspect(text).threats.length > 0).length;
    return {
      name,
      bytes: Math.round(mean),
      us: Number(Math.min(...passes.slice(1)).toFixed(1)),
      ...(row === 0 ? { cold_us: Math.round(coldUs) } : {}),
      flagged,
    };
  });
  for (const row of rows)
    console.log(`${row.name}: ${row.us} us per text of ${row.bytes} bytes, ${row.flagged} flagged`);
  console.log(JSON.stringify({ init_ms: Math.round(initMs), rows }));
}
