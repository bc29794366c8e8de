import { Option } from "commander";
import type { Command } from "commander";
import type { AnonymiseMethod, Finding, PolicyName } from "../../core/privacy/engine.ts";
import { EXIT } from "../failure.ts";
import { formatTable, openOutput, print, printJson, say } from "../output.ts";
import { examples, fraction, jsonOption, outputOption } from "./options.ts";

const METHODS: AnonymiseMethod[] = ["token", "numbered", "pseudonym", "mask", "hash"];

interface ScanCommandOptions {
  jsonl?: boolean;
  policy: PolicyName;
  method: AnonymiseMethod;
  threshold?: number;
  language?: string;
  check?: boolean;
  output?: string;
  json?: boolean;
}

/** `uncase scan`: Layer 0 on its own. */
export function addScanCommand(program: Command): void {
  program
    .command("scan [file]")
    .description("find and anonymise personal data in a text file, or in the standard input")
    .option("--jsonl", "answer each line {text, language?} with {entities, anonymized}, in order")
    .addOption(
      new Option(
        "--policy <policy>",
        "gate masks whatever may be personal; gateway also avoids false alarms; synthetic leaves dates beside nobody too",
      )
        .choices(["gate", "gateway", "synthetic"] satisfies PolicyName[])
        .default("gate"),
    )
    .addOption(new Option("--method <method>", "what replaces a finding").choices(METHODS).default("token"))
    .addOption(
      new Option("--threshold <score>", "least score of a finding, 0 to 1, in place of the policy's")
        .env("UNCASE_PII_CONFIDENCE_THRESHOLD")
        .argParser(fraction),
    )
    .option("--language <tag>", "language of the names that --method pseudonym writes; that of the words by default")
    .option("--check", "exit code 1 when anything is found")
    .addOption(outputOption("where to put the anonymised text, or the answers; the standard output by default"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      `\nOffsets are UTF-16 code units. Nothing leaves this machine.\n${examples(
        "uncase scan chat.txt",
        "uncase scan chat.txt --policy gateway --json",
        "uncase scan notes.txt --method pseudonym -o clean.txt",
        `echo '{"text": "Soy Ana, ana@correo.mx"}' | uncase scan --jsonl`,
      )}`,
    )
    .action(scan);
}

async function scan(file: string | undefined, options: ScanCommandOptions): Promise<void> {
  // Tokens and masks are the same under any key; then none is asked for.
  const keyed = options.method === "pseudonym" || options.method === "hash";
  const { policy, method, threshold, language } = options;
  const key = keyed ? (await import("../local-key.ts")).localKey("surrogates") : undefined;
  const settings = { policy, method, threshold, key, ...(language === undefined ? {} : { language }) };

  if (options.jsonl) {
    const { answerTask } = await import("../json-lines.ts");
    const { failed, found } = await answerTask(file, options.output, { command: "scan", settings });
    if (options.check && found > 0) process.exitCode = EXIT.checkFailed;
    // A line that nobody has read is not known to be clean.
    else if (options.check && failed > 0) process.exitCode = EXIT.badInput;
    return;
  }

  const [{ loadPrivacyEngine }, { readText }, { toEntity }] = await Promise.all([
    import("../local-privacy.ts"),
    import("../input.ts"),
    import("../line-task.ts"),
  ]);
  const text = await readText(file);
  const result = loadPrivacyEngine().anonymise([text], settings);
  const findings = result.findings[0]!;
  const anonymized = result.texts[0]!;
  if (options.check && findings.length > 0) process.exitCode = EXIT.checkFailed;
  if (options.output !== undefined) {
    const target = await openOutput(options.output);
    await target.write(anonymized);
    await target.finish();
  }
  if (options.json) {
    return printJson({
      text_length: text.length,
      pii_found: findings.length > 0,
      entity_count: findings.length,
      counts: result.counts,
      entities: findings.map(toEntity),
      anonymized,
      scanner_mode: "edge",
    });
  }
  if (options.output === undefined) await print(anonymized);
  say(describe(text, findings, result.counts));
}

function describe(text: string, findings: readonly Finding[], counts: Readonly<Record<string, number>>): string {
  if (findings.length === 0) return "No personal data found.";
  const linesOf = new Map<string, Set<number>>();
  let line = 1;
  let at = text.indexOf("\n");
  for (const { category, start } of findings) {
    for (; at !== -1 && at < start; at = text.indexOf("\n", at + 1)) line += 1;
    linesOf.set(category, (linesOf.get(category) ?? new Set()).add(line));
  }
  const rows = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([category, count]): [string, number, string] => {
      const lines = [...(linesOf.get(category) ?? [])];
      const shown = lines.slice(0, 8).join(", ");
      return [category, count, lines.length > 8 ? `${shown}, …` : shown];
    });
  return `\n${formatTable(["category", "count", "lines"], rows)}`;
}
