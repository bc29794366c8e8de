import { Domain as DomainName } from "../../contract/domain.ts";
import { ScenarioTemplate } from "../../contract/scenario.ts";
import { ToolDefinition } from "../../contract/tool.ts";
import { z } from "../../contract/zod.ts";

const Localised = <T extends z.ZodType>(value: T) => z.strictObject({ es: value, en: value });
const Lines = z.array(z.string().min(1)).min(1);

const Role = z.strictObject({ name: z.string().min(1).max(80), description: z.string().min(1) });

/** A scenario of a pack with its Spanish wording; the template itself is in English, as on the wire. */
const DomainScenario = ScenarioTemplate.extend({
  localized: z.strictObject({
    es: z.strictObject({ description: z.string().min(1), intent: z.string().min(1), flow_steps: Lines }),
  }),
});

const PluginManifest = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  version: z.string(),
  author: z.string(),
  domains: z.array(DomainName).min(1),
  tags: z.array(z.string()).min(1),
  tools: z.array(z.string()).min(1),
  icon: z.string(),
  license: z.string(),
  homepage: z.string(),
  source: z.enum(["official", "community"]),
  verified: z.boolean(),
});

/** How a slot of the phrase banks gets its value; exactly one of `values`, `range`, `id` or `day`. */
const Slot = z
  .strictObject({
    /** Values, or pairs [es, en]. */
    values: z
      .array(z.union([z.string(), z.number(), z.tuple([z.string(), z.string()])]))
      .min(1)
      .optional(),
    /**
     * Uniform number from, to, step. `money` ranges are in pesos and are converted; with `of` they are multiples of
     * that column of the record drawn.
     */
    range: z
      .strictObject({
        from: z.number(),
        to: z.number(),
        step: z.number().positive(),
        money: z.boolean().default(false),
        of: z.string().optional(),
      })
      .optional(),
    /** Identifier of the fictional world: numbered things (how many there are), or coded people, policies and cases. */
    id: z.strictObject({ prefix: z.string(), size: z.number().int().nullable() }).optional(),
    /** A date: business days from today, from and to. */
    day: z.strictObject({ from: z.number().int(), to: z.number().int() }).optional(),
    /** Words that tie a numeric constraint of the seed to this slot, and the unit that it must have. */
    limit: z
      .strictObject({
        words: Lines,
        unit: z.enum(["money", "percent", "months", "years", "days", "hours", "minutes", "count"]),
      })
      .optional(),
  })
  .refine((slot) => [slot.values, slot.range, slot.id, slot.day].filter(Boolean).length === 1, {
    message: "exactly one of values, range, id, day",
  });
export type Slot = z.infer<typeof Slot>;

/**
 * Phrases of one topic in one language. A = the professional, U = the other side. `ai`/`ur`/`af`: A opens, U replies, A
 * follows through; `ui`/`ar`: U opens, A replies. With a tool the professional says `wait` while it runs, and
 * `found`, or `empty`, with its result (`{r.path}`) takes the place of `af` and `ar`.
 */
const TopicText = z
  .strictObject({
    ai: Lines.optional(),
    ur: Lines.optional(),
    af: Lines.optional(),
    ui: Lines.optional(),
    ar: Lines.optional(),
    wait: Lines.optional(),
    found: Lines.optional(),
    empty: Lines.optional(),
  })
  .refine((text) => (text.ai === undefined) === (text.ur === undefined), { message: "ai and ur go together" })
  .refine((text) => text.ai !== undefined || text.ui !== undefined, { message: "needs ai + ur or ui" })
  .refine((text) => text.ui === undefined || text.ar !== undefined || text.found !== undefined, {
    message: "ui needs ar or found",
  });
export type TopicText = z.infer<typeof TopicText>;

/**
 * Sentences of a deed that no topic covers. `say` does it, `reply` is the other side's answer, `lead` names it in front of
 * what a topic says. `{verb}` is the infinitive, `{first}` and `{we}` its first persons, `{rest}` what follows it,
 * `{object}` that without its preposition, `{content}` something to say about it; a capital begins a sentence.
 */
const ActText = z.strictObject({ say: Lines, reply: Lines.optional(), lead: Lines.optional() });
export type ActText = z.infer<typeof ActText>;

/** What a deed is done to: a thing, an indirect question, a statement, another deed, nothing. */
const FORMS = ["noun", "clause", "that", "deed", "none"] as const;

/** Verbs that one side's sentences of a kind are made for; without verbs it takes all others of its side. */
const Act = z.strictObject({
  name: z.string().min(1),
  side: z.enum(["assistant", "user"]),
  verbs: Localised(z.array(z.string())),
  text: Localised(z.partialRecord(z.enum(FORMS), ActText)),
});
export type Act = z.infer<typeof Act>;

/** Places in a conversation that are not a topic's; a domain's own lines replace the shared ones. */
export const FRAMES = [
  "need",
  "need_generic",
  "wish",
  "aside",
  "told",
  "agenda",
  "bridge_verb",
  "bridge_noun",
  "constraint",
  "content",
  "done",
  "acknowledge",
  "acknowledge_user",
  "failure",
  "disclaimer",
  "decide_ai",
  "decide_ur",
  "decide_af",
  "verb_ai",
  "verb_ur",
  "verb_af",
  "verb_ui",
  "verb_ar",
  "noun_ai",
  "noun_ur",
  "noun_af",
  "noun_ui",
  "noun_ar",
] as const;
export type Frame = (typeof FRAMES)[number];

/** Slots that the generator fills itself: a step's or the objective's phrase, a constraint's statement. */
const RESERVED_SLOTS = ["phrase", "statement"];

/** Slots of the sentences of acts. */
const ACT_SLOTS = ["verb", "first", "First", "we", "rest", "object", "claim", "content", "Content", "Done"];

const Topic = z.strictObject({
  name: z.string().min(1),
  /** 0 (opening) to 100 (closing): where the topic belongs when no flow says it. */
  phase: z.number().min(0).max(100),
  /** Stems, folded; a flow step that holds one is about this topic. A space inside asks for the words in that order. */
  keys: Localised(z.array(z.string())),
  /** The tool that this topic runs when the seed or the scenario lists it, its arguments as slot names or `=literal`. */
  tool: z.string().optional(),
  args: z.record(z.string(), z.string()).default({}),
  /** Slots taken from the tool's result: slot -> path. */
  sets: z.record(z.string(), z.string()).default({}),
  /** Path of the list or value that is missing when the tool found nothing. */
  required: z.string().optional(),
  /** Arguments left out of a second call when the first found nothing. */
  relax: z.array(z.string()).default([]),
  /** May fill a conversation that is shorter than its seed asks for. */
  filler: z.boolean().default(true),
  text: Localised(TopicText),
});
export type Topic = z.infer<typeof Topic>;

export const PhraseBank = z.strictObject({
  slots: z.record(z.string(), Slot).default({}),
  /** Rows whose columns become slots together (brand, model, type): name -> rows. */
  records: z
    .record(
      z.string(),
      z.array(z.record(z.string(), z.union([z.string(), z.number(), z.tuple([z.string(), z.string()])]))),
    )
    .default({}),
  topics: z.array(Topic).min(1),
  /** Sentences with a fixed place: openings, bridges to a step of the seed, ways to state a constraint, disclaimers. */
  frames: Localised(z.partialRecord(z.enum(FRAMES), Lines)).optional(),
  acts: z.array(Act).default([]),
});
export type PhraseBank = z.infer<typeof PhraseBank>;

/** One file of seeds/domains. */
export const DomainFile = z.strictObject({
  domain: DomainName,
  title: Localised(z.string().min(1)),
  description: Localised(z.string().min(1)),
  roles: Localised(z.strictObject({ user: z.array(Role).min(1), assistant: z.array(Role).min(1) })),
  tools: z.array(ToolDefinition).length(5),
  pack: z.strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    description: z.string().min(1),
    domain: DomainName,
    version: z.string(),
    scenarios: z.array(DomainScenario).min(1),
  }),
  plugin: PluginManifest,
  compliance: Localised(Lines),
  bank: PhraseBank,
});
export type DomainScenario = z.infer<typeof DomainScenario>;
export type PluginManifest = z.infer<typeof PluginManifest>;

/** A domain as the product uses it: its own file with the topics that all domains share put behind its own. */
export type DomainData = z.infer<typeof DomainFile>;

/**
 * Reads one file of seeds/domains, joined with the phrase bank shared by all domains (seeds/domains/common.json).
 * Throws an Error that lists everything wrong: schema, unknown tools, scenarios or plugins that name what is not there.
 */
export function parseDomainData(file: unknown, common: unknown): DomainData {
  const data = DomainFile.parse(file);
  const shared = PhraseBank.parse(common);
  const bank: PhraseBank = {
    slots: { ...shared.slots, ...data.bank.slots },
    records: { ...shared.records, ...data.bank.records },
    topics: [
      ...data.bank.topics,
      ...shared.topics.filter((topic) => !data.bank.topics.some((own) => own.name === topic.name)),
    ],
    frames: {
      es: { ...shared.frames?.es, ...data.bank.frames?.es },
      en: { ...shared.frames?.en, ...data.bank.frames?.en },
    },
    acts: [...data.bank.acts, ...shared.acts],
  };
  const joined = { ...data, bank };
  const errors = referenceErrors(joined);
  if (errors.length > 0) throw new Error(`${data.domain}: ${errors.join("; ")}`);
  return joined;
}

function referenceErrors(data: DomainData): string[] {
  const tools = new Map(data.tools.map((tool) => [tool.name, tool]));
  const errors: string[] = [];
  const check = (ok: boolean, message: string) => {
    if (!ok) errors.push(message);
  };
  check(tools.size === data.tools.length, "tool names repeat");
  check(
    new Set(data.pack.scenarios.map((item) => item.name)).size === data.pack.scenarios.length,
    "scenario names repeat",
  );
  check(new Set(data.bank.topics.map((topic) => topic.name)).size === data.bank.topics.length, "topic names repeat");
  check(
    data.pack.domain === data.domain && data.plugin.domains.includes(data.domain),
    "pack or plugin of another domain",
  );
  for (const tool of data.tools) check(tool.domains.includes(data.domain), `tool ${tool.name} is not of this domain`);
  for (const name of data.plugin.tools) check(tools.has(name), `plugin names unknown tool ${name}`);
  for (const scenario of data.pack.scenarios) {
    check(scenario.domain === data.domain, `scenario ${scenario.name} is of another domain`);
    for (const name of scenario.expected_tool_sequence)
      check(tools.has(name), `scenario ${scenario.name} names unknown tool ${name}`);
  }
  const slots = new Set([
    ...RESERVED_SLOTS,
    ...Object.keys(data.bank.slots),
    ...Object.values(data.bank.records).flatMap((rows) => rows.flatMap((row) => Object.keys(row))),
    ...data.bank.topics.flatMap((topic) => Object.keys(topic.sets)),
  ]);
  for (const topic of data.bank.topics) {
    const tool = topic.tool === undefined ? undefined : tools.get(topic.tool);
    check(topic.tool === undefined || tool !== undefined, `topic ${topic.name} names unknown tool ${topic.tool}`);
    if (tool) {
      const declared = Object.keys((tool.input_schema["properties"] ?? {}) as object);
      for (const name of topic.relax)
        check(name in topic.args, `topic ${topic.name} relaxes ${name}, which it does not pass`);
      for (const name of Object.keys(topic.args))
        check(declared.includes(name), `topic ${topic.name}: ${tool.name} has no argument ${name}`);
      for (const text of [topic.text.es, topic.text.en])
        check(Boolean(text.wait && text.found), `topic ${topic.name} needs wait and found`);
    }
    const used = [...JSON.stringify(topic.text).matchAll(/\{([a-z_0-9]+)(?:\||\})/g)].map((match) => match[1]!);
    const named = Object.values(topic.args).filter((value) => !value.startsWith("="));
    for (const name of [...used, ...named]) check(slots.has(name), `topic ${topic.name} uses unknown slot ${name}`);
  }
  for (const side of ["assistant", "user"] as const)
    check(
      data.bank.acts.some((act) => act.side === side && act.verbs.es.length === 0 && act.verbs.en.length === 0),
      `no act for all other verbs of the ${side}`,
    );
  for (const act of data.bank.acts)
    for (const match of JSON.stringify(act.text).matchAll(/\{([A-Za-z_0-9]+)(?:\||\})/g))
      check(ACT_SLOTS.includes(match[1]!), `act ${act.name} uses unknown slot ${match[1]}`);
  for (const language of ["es", "en"] as const) {
    const frames = data.bank.frames?.[language] ?? {};
    for (const frame of FRAMES) check(frames[frame] !== undefined, `no lines for the frame ${frame} in ${language}`);
    for (const match of JSON.stringify(frames).matchAll(/\{([a-z_0-9]+)(?:\||\})/g))
      check(slots.has(match[1]!), `frames use unknown slot ${match[1]}`);
  }
  return [...new Set(errors)];
}

/** A scenario in the conversation's language (the wire's English unless Spanish is asked for). */
export function localizeScenario(data: DomainData, scenario: ScenarioTemplate, language: string): ScenarioTemplate {
  const own = data.pack.scenarios.find((item) => item.name === scenario.name);
  if (!own || !language.startsWith("es")) return scenario;
  // A scenario that a tenant edited keeps its own words.
  return own.intent === scenario.intent ? { ...scenario, ...own.localized.es } : scenario;
}

/** The pack's scenarios as the wire carries them. */
export function packScenarios(data: DomainData): ScenarioTemplate[] {
  return data.pack.scenarios.map((scenario) => ScenarioTemplate.parse(scenario));
}

/** The domain's tools and those that the seed defines itself, by name; a seed's own definition wins. */
export function resolveTools(
  data: DomainData,
  defined: readonly ToolDefinition[] | null | undefined,
): Map<string, ToolDefinition> {
  return new Map([...data.tools, ...(defined ?? [])].map((tool) => [tool.name, tool]));
}
