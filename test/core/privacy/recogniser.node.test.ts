import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadRecogniserFiles } from "../../../workers/cli/model-files.ts";
import { createRecogniser } from "../../../workers/core/privacy/recogniser.ts";

const files = loadRecogniserFiles();
const recogniser = createRecogniser(files.weights, files.lexicon);

function found(text: string, category: string, threshold = 0.5): string[] {
  return recogniser
    .recognise(text)
    .filter((span) => span.category === category && span.score >= threshold)
    .map((span) => text.slice(span.start, span.end));
}

describe("the shipped recogniser finds names", () => {
  const people: readonly (readonly [string, string])[] = [
    ["Hola, soy Mariana Escobedo y quiero una cita", "Mariana Escobedo"],
    ["hola buenas, me llamo ana lucia ferrer", "ana lucia ferrer"],
    ["Nombre: Rodrigo Salvatierra\nTeléfono: 55 1234 5678", "Rodrigo Salvatierra"],
    ["muchas gracias Ximena!!", "Ximena"],
    ["el doctor Barragán me recetó ibuprofeno", "Barragán"],
    ["PACIENTE: LUIS ALBERTO MONDRAGÓN", "LUIS ALBERTO MONDRAGÓN"],
    ["Hi, my name is Jessica Whitmore and I need help", "Jessica Whitmore"],
    ["this is kevin mitchell calling about my claim", "kevin mitchell"],
    ["Bonjour, je m'appelle Camille Lefort", "Camille Lefort"],
    ["meu nome é João Batista Ferraz", "João Batista Ferraz"],
  ];
  it.each(people)("%s", (text, name) => {
    expect(found(text, "PERSON")).toContain(name);
  });

  it("and places and organisations", () => {
    expect(found("Vivo en Zapopan, Jalisco", "LOCATION").join(" ")).toContain("Zapopan");
    expect(found("I live in Portland, Oregon", "LOCATION").join(" ")).toContain("Portland");
    expect(found("Trabajo en Grupo Industrial Saltillo S.A. de C.V.", "ORGANIZATION", 0.3).join(" ")).toContain(
      "Saltillo",
    );
  });
});

describe("the shipped recogniser leaves alone at the gateway point", () => {
  const clean: readonly string[] = [
    "gracias, quedo al pendiente",
    "quiero cotizar un Nissan Versa 2021 automático",
    "tomo paracetamol cada ocho horas y omeprazol",
    "¿Me proporciona su nombre completo y número de cuenta?",
    "un ramo de rosas rojas y margaritas",
    "la cita es el martes 5 de marzo a las 10:30",
    "me duele la cabeza desde ayer, ¿qué hago?",
    "what time do you close on Monday?",
    "i want a large pizza with extra cheese",
    "the compressor tripped again at noon",
    "Su pedido está en camino.",
    "no me llegó el código de verificación",
  ];
  it.each(clean)("%s", (text) => {
    expect(recogniser.recognise(text).filter((span) => span.score >= 0.5 && span.category !== "ORGANIZATION")).toEqual(
      [],
    );
  });
});

describe("the recogniser on any text", () => {
  const pieces = fc.constantFrom(
    "Ana ",
    "López",
    ", ",
    "\n",
    "soy ",
    "de ",
    "1",
    "@",
    "😀",
    "\ud800",
    "\0",
    "__proto__",
    "constructor",
    "É",
    "\u0301",
    "\u200b",
    "'",
    ":",
  );
  const texts = fc.string({
    unit: fc.oneof(pieces, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
    maxLength: 120,
  });

  it("never throws, and gives ordered spans without overlaps, inside the text, with scores in 0.03..1", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const span of recogniser.recognise(text)) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.score).toBeGreaterThanOrEqual(0.03);
          expect(span.score).toBeLessThanOrEqual(1);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { seed: 21 },
    );
  });

  it("gives a line the same spans alone and inside any text", () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom("Hola soy Ana López de Sevilla.", "gracias don chuy", "Att. María Ruiz"),
        texts,
        (before, line, after) => {
          const alone = recogniser.recognise(line);
          const start = before.length + 1;
          const inside = recogniser
            .recognise(`${before}\n${line}\n${after}`)
            .filter((span) => span.start >= start && span.end <= start + line.length)
            .map((span) => ({ ...span, start: span.start - start, end: span.end - start }));
          expect(inside).toEqual(alone);
        },
      ),
      { seed: 22, numRuns: 60 },
    );
  });

  it("decides about a word by at most three tokens after it", () => {
    const head = "Buenas tardes, habla Teresa Urquijo de Bilbao";
    const settled = recogniser.recognise(`${head} y luego le marco`).filter((span) => span.end <= head.length - 12);
    for (const tail of [" y luego le digo", " y luego le pago mañana a Pedro", " y luego le X"]) {
      expect(recogniser.recognise(head + tail).filter((span) => span.end <= head.length - 12)).toEqual(settled);
    }
  });

  it("takes hostile megabytes: one word, one line, one name after the other", () => {
    const pieces = ["a", "Ana ", "de ", "Ana, ", "A. ", "soy Ana\n", "....", "😀", "\u0301", "\ud800", "Nombre: "];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const spans = recogniser.recognise(text);
      expect(spans.length).toBeLessThanOrEqual(text.length);
      expect(spans.every((span) => span.end <= text.length)).toBe(true);
    }
  });

  it("answers the same whatever it read before", () => {
    const other = createRecogniser(files.weights, files.lexicon);
    const text = "soy Ana López, vivo en Bogotá y trabajo en Telas Prisma";
    for (let at = 0; at < 20_000; at++) other.recognise(`palabra${at} Nombre${at}`);
    expect(other.recognise(text)).toEqual(recogniser.recognise(text));
  });
});

describe("the model files", () => {
  it("lie beside a card that names data, licences and figures", () => {
    const card = new URL("../../../workers/core/privacy/models/CARD.md", import.meta.url);
    expect(existsSync(card)).toBe(true);
    const text = readFileSync(card, "utf8");
    for (const words of ["MEDDOCAN", "MultiDoGO", "CC BY 4.0", "train-recogniser.ts", "Limits"])
      expect(text).toContain(words);
  });

  it("are at most 1.7 MB together, compressed", () => {
    const gzip = (file: ArrayBuffer): number => gzipSync(new Uint8Array(file), { level: 9 }).length;
    expect(gzip(files.weights) + gzip(files.lexicon)).toBeLessThanOrEqual(1_700_000);
  });
});
