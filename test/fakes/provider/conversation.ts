// What the fake model writes when it is asked for a conversation: the builtin generator's, for the seed that the prompt
// of core/generation describes.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import type { ToolResult } from "../../../workers/contract/tool.ts";
import {
  type DomainData,
  localizeScenario,
  packScenarios,
  parseDomainData,
} from "../../../workers/core/domains/data.ts";
import { generateBuiltin } from "../../../workers/core/generation/builtin.ts";
import { createRandom } from "../../../workers/core/generation/random.ts";
import { normaliseSeedInput } from "../../../workers/core/seeds/normalise.ts";

/** One turn as the model says it; `results` are what the builtin generator's own simulator answered. */
export interface WrittenTurn {
  /** From 1; turns of tools are counted too. */
  number: number;
  role: string;
  text: string;
  calls: { name: string; arguments: Record<string, unknown> }[];
  results: ToolResult[];
}

const SEEDS = new URL("../../../seeds/domains/", import.meta.url);
const LANGUAGES: Record<string, string> = { Spanish: "es", English: "en", Portuguese: "pt", French: "fr" };

const domains = new Map<string, DomainData>();

function loadDomain(name: string): DomainData {
  const known = domains.get(name);
  if (known !== undefined) return known;
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, SEEDS), "utf8")) as unknown;
  const data = parseDomainData(read(`${name}.json`), read("common.json"));
  domains.set(name, data);
  return data;
}

/** The sections of a prompt, by title. */
function sections(system: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const block of system.split(/^## /m).slice(1)) {
    const [title = "", ...lines] = block.trimEnd().split("\n");
    found.set(
      title,
      lines.filter((line) => line !== ""),
    );
  }
  return found;
}

const bullet = (line: string): string => line.replace(/^(?:-|\d+\.)\s+/, "");

/** Whether this is a prompt of core/generation. */
export function asksForConversation(system: string): boolean {
  return /^## Task\n/m.test(system) && /^Domain: \S+\. Language: /m.test(system);
}

/**
 * The conversation that this prompt gets: a function of its words and `salt`. `turns` is its length where the prompt's
 * range is not it. Null where the prompt cannot be read.
 */
export function writeConversation(
  system: string,
  opening: string,
  salt: string,
  turns: number | null,
): WrittenTurn[] | null {
  const parts = sections(system);
  const task = /Domain: (\S+)\. Language: (.+?)\. Tone: (.+)\.$/m.exec(system);
  const length = /between (\d+) and (\d+) turns/.exec(opening);
  const assistant = /^(.+?) is the professional\. Use these role names/m.exec(system)?.[1];
  if (task === null || length === null || assistant === undefined) return null;
  const [, domain = "", languageName = "", tone = ""] = task;
  const roles = (parts.get("Roles") ?? []).filter((line) => line.startsWith("- ")).map(bullet);
  const [objective = "", ...context] = parts.get("Objective") ?? [];
  const tools = (parts.get("Tools") ?? []).flatMap((line) => /^- ([\w-]+): /.exec(line)?.[1] ?? []);
  const language = LANGUAGES[languageName] === "en" ? "en" : "es";
  const seed = SeedSchema.safeParse(
    normaliseSeedInput({
      seed_id: "fake-provider",
      dominio: domain,
      idioma: language,
      roles: roles.map((line) => line.slice(0, line.indexOf(":"))),
      rol_asistente: assistant,
      objetivo: objective,
      tono: tone,
      pasos_turnos: {
        turnos_min: turns === null ? Number(length[1]) : turns - 1,
        turnos_max: turns ?? Number(length[2]),
        flujo_esperado: (parts.get("Flow") ?? []).map(bullet),
      },
      parametros_factuales: {
        contexto: context.join(" ").replace(/^Context: /, "") || objective,
        restricciones: (parts.get("Constraints") ?? []).map(bullet),
        herramientas: tools,
      },
    }),
  );
  if (!seed.success) return null;
  const data = loadDomain(seed.data.dominio);
  const name = /^([\w-]+): /.exec((parts.get("Scenario") ?? [])[0] ?? "")?.[1];
  const scenario = packScenarios(data).find((each) => each.name === name);
  const digest = createHash("sha256").update(`${salt}\n${system}\n${opening}`).digest("hex");
  const { turnos } = generateBuiltin({
    seed: seed.data,
    domain: { ...data, tools: data.tools.filter((tool) => tools.includes(tool.name)) },
    scenario: scenario === undefined ? null : localizeScenario(data, scenario, language),
    language,
    random: createRandom(digest),
    index: 0,
    today: "2026-03-02",
    ...(opening.includes("An earlier attempt was rejected") ? { feedback: ["say everything in full"] } : {}),
  });
  const written: WrittenTurn[] = [];
  for (const turn of turnos) {
    if (turn.tool_results !== null && turn.tool_results.length > 0 && !turn.tool_calls?.length) {
      written.at(-1)?.results.push(...turn.tool_results);
      continue;
    }
    const calls = (turn.tool_calls ?? []).map((call) => ({ name: call.tool_name, arguments: call.arguments }));
    written.push({
      number: turn.turno,
      role: turn.rol,
      text: turn.contenido,
      calls,
      results: [...(turn.tool_results ?? [])],
    });
  }
  return written;
}

function scalars(value: unknown, found: (string | number)[] = []): (string | number)[] {
  if (typeof value === "number" || typeof value === "string") found.push(value);
  else if (Array.isArray(value)) for (const each of value) scalars(each, found);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) scalars(each, found);
  return found;
}

/** Numbers as they stand in the text, whatever separates their groups. */
const NUMBER = /\d{1,3}(?:[,.\u00A0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/g;

function readNumber(text: string): number {
  const grouped = /^(\d{1,3}(?:[,.\u00A0 ]\d{3})+)(?:[.,](\d+))?$/.exec(text);
  return grouped === null
    ? Number(text.replace(",", "."))
    : Number(`${grouped[1]!.replace(/\D/g, "")}.${grouped[2] ?? "0"}`);
}

function writeLike(value: number, model: string): string {
  const separator = /\d([,.\u00A0 ])\d{3}/.exec(model)?.[1];
  const [whole = "", decimals] = String(value).split(".");
  const text = separator === undefined ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  return decimals === undefined ? text : `${text}${separator === "." ? "," : "."}${decimals}`;
}

/**
 * The text of a turn that speaks of the builtin simulator's results, with the values of the results that the tools
 * really gave: numbers and words at the same places of both.
 */
export function quoteResults(text: string, imagined: readonly unknown[], real: readonly unknown[]): string {
  const ours = scalars(imagined);
  const theirs = scalars(real);
  if (ours.length !== theirs.length) return text;
  const numbers = new Map<number, number>();
  let quoted = text;
  for (const [index, value] of ours.entries()) {
    const other = theirs[index]!;
    if (value === other || typeof value !== typeof other) continue;
    if (typeof value === "number") numbers.set(value, other as number);
    else if (value.length > 3) quoted = quoted.replaceAll(value, other as string);
  }
  return quoted.replace(NUMBER, (found) => {
    const other = numbers.get(readNumber(found));
    return other === undefined ? found : writeLike(other, found);
  });
}
