import { Option } from "commander";
import type { Command } from "commander";
import { IMPORT_FORMATS } from "../../contract/import.ts";
import type { ImportFormat } from "../../contract/import.ts";
import type { SeedSchema } from "../../contract/seed.ts";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, openOutput, print, printJson, say, shorten } from "../output.ts";
import { examples, jsonOption, outputOption } from "./options.ts";
import { addSeedInterview } from "./seed-interview.ts";
import { addSeedServerCommands } from "./seed-server.ts";

/** `uncase seed`: the blueprints of synthetic conversations. */
export function addSeedCommand(program: Command): void {
  const seed = program.command("seed").description("extract, validate, show and keep seeds");

  seed
    .command("extract <file>")
    .description(
      "extract a seed from each real conversation of a file; nothing personal and nothing verbatim gets into it",
    )
    .option("-d, --domain <domain>", "domain of the conversations; needed unless the file says it")
    .option("--language <tag>", "language of the conversations, in place of what the file says")
    .addOption(
      new Option("-f, --format <format>", "override the detection").choices([...IMPORT_FORMATS]).default("auto"),
    )
    .addOption(outputOption("where to put the seeds (JSON, or JSON lines when it ends in .jsonl)"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase seed extract chat.txt --domain automotive.sales -o seeds.json",
        "uncase seed extract chat.txt -d medical.consultation --json",
      ),
    )
    .action(extract);

  seed
    .command("validate <file>")
    .description("check seeds: schema, references to tools and roles, personal data; exit code 1 when any is wrong")
    .addOption(jsonOption())
    .action(validate);

  seed
    .command("show <file>")
    .description("a table of the seeds of a file")
    .addOption(jsonOption())
    .action(async (file: string, options: { json?: boolean }) => {
      const { readSeeds } = await import("../conversation-files.ts");
      const seeds = await readSeeds(file);
      if (options.json) return printJson(seeds);
      await print(seedTable(seeds));
    });

  addSeedInterview(seed);
  addSeedServerCommands(seed);
}

interface ExtractOptions {
  domain?: string;
  language?: string;
  format: ImportFormat;
  output?: string;
  json?: boolean;
}

async function extract(file: string, options: ExtractOptions): Promise<void> {
  const [{ importWhole }, { loadPrivacyEngine }, { extractSeeds }, { readDomain }, { formatRecords }] =
    await Promise.all([
      import("../local-import.ts"),
      import("../local-privacy.ts"),
      import("../local-extraction.ts"),
      import("../domain-files.ts"),
      import("../conversation-files.ts"),
    ]);
  const domain = options.domain === undefined ? null : readDomain(options.domain, "--domain");
  const { built, summary } = await importWhole(
    file,
    { format: options.format, domain, language: options.language ?? null, strict: false },
    loadPrivacyEngine(),
  );
  const { seeds, evidence, errors } = await extractSeeds(built, domain);
  if (seeds.length === 0) process.exitCode = EXIT.checkFailed;
  if (options.output !== undefined && seeds.length > 0) {
    const target = await openOutput(options.output);
    await target.write(formatRecords(seeds, options.output));
    await target.finish();
  }
  if (options.json) await printJson({ seeds, evidence, errors, import_errors: summary.errors });
  else if (options.output === undefined) await printJson(seeds);
  for (const { conversation_id, error } of errors) say(`${conversation_id}: ${error}`);
  if (!options.json) say(`\n${seedTable(seeds)}`);
}

async function validate(file: string, options: { json?: boolean }): Promise<void> {
  const [
    { readRecords, describeIssues },
    { SeedSchema },
    { normaliseSeedInput, checkSeedReferences },
    { findPersonalData },
    { loadTools },
    { loadPrivacyEngine },
  ] = await Promise.all([
    import("../input.ts"),
    import("../../contract/seed.ts"),
    import("../../core/seeds/normalise.ts"),
    import("../../core/ingest/seed-privacy.ts"),
    import("../domain-files.ts"),
    import("../local-privacy.ts"),
  ]);
  const records = await readRecords(file);
  if (records.length === 0) throw new InputError(`${file}: holds no seed`);
  const tools = new Set((await loadTools()).map((tool) => tool.name));
  const privacy = loadPrivacyEngine();
  const results = records.map(({ name, value }) => {
    const parsed = SeedSchema.safeParse(normaliseSeedInput(value));
    if (!parsed.success) {
      const id = typeof value === "object" && value !== null ? (value as { seed_id?: unknown }).seed_id : null;
      return {
        name,
        seed_id: typeof id === "string" ? id : null,
        valid: false,
        errors: [describeIssues(parsed.error.issues)],
      };
    }
    const errors = [
      ...checkSeedReferences(parsed.data, tools).map(({ field, message }) => `${field}: ${message}`),
      ...findPersonalData(parsed.data, privacy).map(
        ({ field, categories }) => `${field}: holds ${categories.join(", ")}`,
      ),
    ];
    return { name, seed_id: parsed.data.seed_id, valid: errors.length === 0, errors };
  });
  const valid = results.every((result) => result.valid);
  if (!valid) process.exitCode = EXIT.checkFailed;
  if (options.json) return printJson({ valid, results });
  for (const result of results) {
    await print(
      `${result.valid ? "OK  " : "FAIL"}  ${result.name}${result.seed_id === null ? "" : `  ${result.seed_id}`}`,
    );
    for (const error of result.errors) await print(`      ${error}`);
  }
}

export function seedTable(seeds: readonly SeedSchema[]): string {
  const rows = seeds.map((seed) => [
    seed.seed_id,
    seed.dominio,
    shorten(seed.objetivo, 60),
    seed.roles.join(", "),
    `${seed.pasos_turnos.turnos_min}-${seed.pasos_turnos.turnos_max}`,
  ]);
  return formatTable(["seed", "domain", "objective", "roles", "turns"], rows);
}
