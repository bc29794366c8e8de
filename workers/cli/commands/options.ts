import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { MAX_KNOWLEDGE, WRITING_MODES } from "../../contract/job.ts";
import { InputError } from "../failure.ts";
import type { RemoteOptions } from "../remote.ts";

export interface CommonOptions extends RemoteOptions {
  json?: boolean;
}

/** `--json`: one JSON value on the standard output, everything for people on the standard error. */
export function jsonOption(): Option {
  return new Option("--json", "print one JSON value instead of text for people");
}

export function outputOption(description: string): Option {
  return new Option("-o, --output <file>", description);
}

/** `--server` and `--api-key`. */
export function addRemoteOptions(command: Command): Command {
  return command
    .option("--server <url>", "address of the server (or UNCASE_URL)")
    .option("--api-key <key>", "API key (or UNCASE_API_KEY, which does not show in the list of processes)");
}

/** Reads an integer within bounds. */
export function integer(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${from} to ${to}.`);
  };
}

/** Reads a number from 0 to 1. */
export function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError("Expected a number from 0 to 1.");
}

/** Collects an option that may be given several times. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** Examples below a command's help. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}

/** Who writes on a server, and what it may spend. */
export interface WriterOptions {
  provider?: string;
  model?: string;
  temperature?: number;
  mode?: (typeof WRITING_MODES)[number];
  budget?: number;
  knowledge?: string;
}

export function addWriterOptions(command: Command): Command {
  return command
    .option("--provider <name>", "the server's provider, by name or id (default: its default one)")
    .option("-m, --model <name>", "model of the server's provider")
    .option("-t, --temperature <number>", "temperature of the server's model", amount(2))
    .addOption(
      new Option("--mode <mode>", "all turns in one answer, or an answer each (server)").choices([...WRITING_MODES]),
    )
    .option("--knowledge <file>", "text that the conversations must agree with, for the server's model")
    .option("--budget <usd>", "the most that the server may spend on it", amount(1_000_000));
}

/** These options in the names of the API. */
export async function writerFields({ provider, model, temperature, mode, budget, knowledge }: WriterOptions) {
  return {
    provider_id: provider,
    model,
    temperature,
    mode,
    budget_usd: budget,
    knowledge: knowledge === undefined ? undefined : await readKnowledge(knowledge),
  };
}

async function readKnowledge(file: string): Promise<string> {
  const { readText } = await import("../input.ts");
  const text = (await readText(file)).trim();
  if (text === "" || text.length > MAX_KNOWLEDGE) {
    throw new InputError(`--knowledge ${file}: has ${text.length} characters; expected 1 to ${MAX_KNOWLEDGE}`);
  }
  return text;
}

/** What only a server's model can do. @throws InputError that names the option */
export function refuseWriterOptions({ model, knowledge }: WriterOptions): void {
  if (model !== undefined && !model.startsWith("builtin")) {
    throw new InputError(
      `--model ${model}: only a server can call models; add --server, or leave it out for the builtin generator`,
    );
  }
  if (knowledge !== undefined) {
    throw new InputError("--knowledge: the builtin generator cannot read; add --server and a --provider");
  }
}

function amount(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !(value >= 0 && value <= most)) throw new InvalidArgumentError(`0 to ${most}`);
    return value;
  };
}
