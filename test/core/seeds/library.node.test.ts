import { existsSync, readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRecogniserFiles } from "../../../workers/cli/model-files.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { type DomainData, parseDomainData } from "../../../workers/core/domains/data.ts";
import { compileAssertion } from "../../../workers/core/evaluation/assertions.ts";
import { type Compliance, scoreFactualFidelity, seedRules } from "../../../workers/core/evaluation/factual-fidelity.ts";
import { createStemmer, foldText, wordsOf } from "../../../workers/core/evaluation/text.ts";
import { readTranscript } from "../../../workers/core/evaluation/transcript.ts";
import { generateBuiltin } from "../../../workers/core/generation/builtin.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { createRecogniser } from "../../../workers/core/privacy/recogniser.ts";
import { checkSeedReferences } from "../../../workers/core/seeds/normalise.ts";

/** Seeds per language of the domains whose library is complete; a domain that is still growing has no row. */
const COMPLETE: Readonly<Record<string, Readonly<Record<"es" | "en", number>>>> = {
  "automotive.sales": { es: 35, en: 15 },
  "medical.consultation": { es: 35, en: 15 },
  "finance.advisory": { es: 35, en: 15 },
  "legal.advisory": { es: 35, en: 15 },
  "industrial.support": { es: 35, en: 15 },
  "education.tutoring": { es: 35, en: 15 },
};
const NEAR_DUPLICATE = 0.5;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../seeds/${path}`, import.meta.url), "utf8"));
}

/** Everything that a person wrote in a seed, field by field. */
function textsOf(seed: SeedSchema): string[] {
  return [
    seed.objetivo,
    // A label alone is no text: labels and tone are read as one line, as people see them.
    `${seed.etiquetas.join(", ")}; ${seed.tono}`,
    seed.parametros_factuales.contexto,
    ...Object.values(seed.descripcion_roles),
    ...seed.pasos_turnos.flujo_esperado,
    ...seed.parametros_factuales.restricciones,
    ...seed.instrucciones_dominio,
    ...seed.restricciones_negativas,
  ];
}

function shinglesOf(seed: SeedSchema): Set<string> {
  const words = wordsOf(foldText(textsOf(seed).join(" . ")));
  return new Set(words.slice(2).map((word, i) => `${words[i]!} ${words[i + 1]!} ${word}`));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}

const files = readdirSync(new URL("../../../seeds/library/", import.meta.url)).filter((name) => name.endsWith(".json"));
const library: { file: string; seed: SeedSchema }[] = [];
const domains = new Map<string, DomainData>();

beforeAll(() => {
  const common = readJson("domains/common.json");
  for (const file of files) {
    for (const entry of readJson(`library/${file}`) as unknown[]) library.push({ file, seed: SeedSchema.parse(entry) });
    if (existsSync(new URL(`../../../seeds/domains/${file}`, import.meta.url))) {
      const data = parseDomainData(readJson(`domains/${file}`), common);
      domains.set(data.domain, data);
    }
  }
});

/** Seeds for which a check finds something, with what it finds; an empty list is what a test expects. */
function complaints(check: (seed: SeedSchema) => readonly string[]): string[] {
  return library.flatMap(({ seed }) => check(seed).map((finding) => `${seed.seed_id}: ${finding}`));
}

describe("the curated seed library", () => {
  it("has the promised number of seeds per language in every complete domain", () => {
    for (const [domain, counts] of Object.entries(COMPLETE)) {
      const of = (language: string) =>
        library.filter(({ seed }) => seed.dominio === domain && seed.idioma === language).length;
      expect({ domain, es: of("es"), en: of("en") }).toEqual({ domain, ...counts });
    }
  });

  it("keeps every seed in its domain's file under a unique id of that domain", () => {
    expect(new Set(library.map(({ seed }) => seed.seed_id)).size).toBe(library.length);
    for (const { file, seed } of library) {
      expect(file).toBe(`${seed.dominio}.json`);
      expect(seed.seed_id).toMatch(new RegExp(`^lib-${seed.dominio.replace(".", "-")}-\\d{3}$`));
    }
  });

  it("always says which role is the assistant's and describes every role", () => {
    const findings = complaints((seed) => [
      ...(seed.rol_asistente === null ? ["no rol_asistente"] : []),
      ...seed.roles.filter((role) => !Object.hasOwn(seed.descripcion_roles, role)).map((role) => `no words on ${role}`),
    ]);
    expect(findings).toEqual([]);
  });

  it("names only tools of its own domain, and no role that a seed lacks", () => {
    const findings = complaints((seed) => {
      const known = new Set(domains.get(seed.dominio)?.tools.map((tool) => tool.name));
      return checkSeedReferences(seed, known).map(({ field, message }) => `${field} ${message}`);
    });
    expect(findings).toEqual([]);
  });

  it("holds no two seeds with half of their word 3-shingles in common", () => {
    const sets = library.map(({ seed }) => ({ id: seed.seed_id, shingles: shinglesOf(seed) }));
    const near: string[] = [];
    for (const [i, a] of sets.entries())
      for (const b of sets.slice(i + 1)) {
        const similarity = jaccard(a.shingles, b.shingles);
        if (similarity >= NEAR_DUPLICATE) near.push(`${a.id} ${b.id} ${similarity.toFixed(2)}`);
      }
    expect(near).toEqual([]);
  });

  it("gives every seed a rule with a number that the evaluation can check", () => {
    const findings = complaints((seed) => {
      const stemmer = createStemmer(seed.idioma);
      const kinds = seed.parametros_factuales.restricciones.map((rule) => compileAssertion(rule, stemmer).kind);
      return kinds.includes("quantity") ? [] : [`no checkable number: ${kinds.join(", ")}`];
    });
    expect(findings).toEqual([]);
  });

  it("contradicts itself in no seed: who states its rules word for word breaks none of them", () => {
    const findings = complaints((seed) => {
      const turnos = seed.parametros_factuales.restricciones.map((contenido, i) => ({
        turno: i + 1,
        rol: seed.rol_asistente!,
        contenido,
        herramientas_usadas: [],
        tool_calls: null,
        tool_results: null,
        metadata: {},
      }));
      const conversation = {
        conversation_id: "stated",
        seed_id: seed.seed_id,
        dominio: seed.dominio,
        idioma: seed.idioma,
        turnos,
        es_sintetica: true,
        metadata: {},
      };
      const transcript = readTranscript(conversation, seed);
      const { evidence } = scoreFactualFidelity(transcript, seedRules(seed, transcript.stemmer), null, {});
      return (evidence as Compliance[])
        .filter((entry) => entry.status === "violated")
        .map((entry) => `${entry.rule} <- ${turnos[entry.turn! - 1]!.contenido}`);
    });
    expect(findings).toEqual([]);
  });

  it("carries no personal data by the engine's scan under the policy for synthetic text", () => {
    const { weights, lexicon } = loadRecogniserFiles();
    const engine = createPrivacyEngine({ recogniser: createRecogniser(weights, lexicon) });
    const findings = complaints((seed) =>
      textsOf(seed).flatMap((text) =>
        engine
          .scan(text, { policy: "synthetic" })
          .map((found) => `${found.category} ${found.score} "${text.slice(found.start, found.end)}" in: ${text}`),
      ),
    );
    expect(findings).toEqual([]);
  });

  it("lets the builtin provider write a conversation within the turns of every seed", () => {
    for (const { seed } of library) {
      const domain = domains.get(seed.dominio);
      if (domain === undefined) continue;
      const { turnos } = generateBuiltin({
        seed,
        domain,
        scenario: null,
        language: seed.idioma === "en" ? "en" : "es",
        random: createRandom(`library/${seed.seed_id}`),
        index: 0,
        today: "2026-01-15",
      });
      expect(turnos.length, seed.seed_id).toBeGreaterThanOrEqual(seed.pasos_turnos.turnos_min);
      expect(turnos.length, seed.seed_id).toBeLessThanOrEqual(seed.pasos_turnos.turnos_max);
      expect(turnos.some((turn) => turn.rol === seed.rol_asistente)).toBe(true);
    }
  });
});
