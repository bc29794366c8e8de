import { Option } from "commander";
import type { Command } from "commander";
import { PROVIDER_TYPES, type ProviderResponse, type ProviderType } from "../../contract/provider.ts";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, examples, integer, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

interface AddOptions extends CommonOptions {
  type: ProviderType;
  model: string;
  base?: string;
  keyEnv?: string;
  keyStdin?: boolean;
  maxTokens?: number;
  default?: boolean;
}

/** `uncase provider`: the model providers of a server. */
export function addProviderCommand(program: Command): void {
  const provider = program
    .command("provider")
    .description("list, add, test and remove the model providers of a server");

  addRemoteOptions(provider.command("list"))
    .description("the providers, the default first")
    .option("--all", "those that are switched off too")
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { all?: boolean }) => {
      const { items } = await createClient(options).providers.list({ active_only: options.all !== true });
      if (options.json) return printJson(items);
      await print(formatTable(["name", "type", "model", "address", "key", "default", "id"], items.map(providerRow)));
    });

  addRemoteOptions(provider.command("add <name>"))
    .description("register a provider; its key is read from a variable or the standard input, never from an argument")
    .addOption(
      new Option("-t, --type <type>", "what it is")
        .choices(PROVIDER_TYPES.filter((type) => type !== "builtin"))
        .makeOptionMandatory(),
    )
    .requiredOption("-m, --model <model>", "the model where a request names none")
    .option("-b, --base <url>", "its address; needed for ollama, vllm and custom")
    .option("--key-env <variable>", "environment variable that holds its key")
    .option("--key-stdin", "read its key from the standard input")
    .option("--max-tokens <count>", "longest answer, in tokens", integer(1, 128_000))
    .option("--default", "take it where a request names no provider")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase provider add claude -t anthropic -m claude-sonnet-5-5 --key-env ANTHROPIC_API_KEY --default",
        "uncase provider add local -t ollama -m llama3.2 -b http://localhost:11434",
      ),
    )
    .action(async (name: string, options: AddOptions) => {
      const made = await createClient(options).providers.create({
        name,
        provider_type: options.type,
        default_model: options.model,
        api_base: options.base ?? null,
        api_key: await readKey(options),
        is_default: options.default === true,
        ...(options.maxTokens === undefined ? {} : { max_tokens: options.maxTokens }),
      });
      if (options.json) return printJson(made);
      say(`added ${made.name} (${made.id})`);
    });

  addRemoteOptions(provider.command("test <name>"))
    .description("ask a provider, by name or id, for five tokens; exit code 1 when it does not answer")
    .addOption(jsonOption())
    .action(async (name: string, options: CommonOptions) => {
      const result = await createClient(options).providers.test(name);
      if (result.status !== "ok") process.exitCode = EXIT.checkFailed;
      if (options.json) return printJson(result);
      const took = result.latency_ms === null ? "" : ` after ${Math.round(result.latency_ms)} ms`;
      say(`${result.provider_name}, ${result.model_tested}: ${result.status}${took}`);
      if (result.error !== null) say(result.error);
    });

  addRemoteOptions(provider.command("remove <name>"))
    .description("delete a provider, by name or id, and its key")
    .action(async (name: string, options: CommonOptions) => {
      await createClient(options).providers.remove(name);
      say(`removed ${name}`);
    });
}

/** The key, from where it does not show in the list of processes; null for a provider without one. */
async function readKey({ keyEnv, keyStdin }: AddOptions): Promise<string | null> {
  if (keyEnv !== undefined) {
    const key = process.env[keyEnv];
    if (!key) throw new InputError(`--key-env ${keyEnv}: the variable is not set`);
    return key;
  }
  if (!keyStdin) return null;
  const { readText } = await import("../input.ts");
  const key = (await readText("-")).trim();
  if (key === "") throw new InputError("--key-stdin: the standard input is empty");
  return key;
}

function providerRow(each: ProviderResponse): string[] {
  return [
    each.name,
    each.provider_type,
    each.default_model,
    each.api_base ?? "",
    each.has_api_key ? "yes" : "",
    each.is_default ? "yes" : each.is_active ? "" : "off",
    each.id,
  ];
}
