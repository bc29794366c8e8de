import { Option } from "commander";
import type { Command } from "commander";
import type { GatewayDialectName, PrivacyMode } from "../../contract/gateway.ts";
import { EXIT, InputError } from "../failure.ts";
import { readText } from "../input.ts";
import { formatTable, print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addCaptureCommands } from "./gateway-captures.ts";
import { addRuleCommands } from "./gateway-rules.ts";
import { addRemoteOptions, examples, integer, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

interface InspectOptions extends CommonOptions {
  dialect: GatewayDialectName;
  mode?: PrivacyMode;
  conversation?: string;
  check?: boolean;
}

interface LogOptions extends CommonOptions {
  limit: number;
  model?: string;
  provider?: string;
  valueHash?: string;
}

/** `uncase gateway`: what the privacy gateway of a server does, and did. */
export function addGatewayCommand(program: Command): void {
  const gateway = program.command("gateway").description("try, read and follow the privacy gateway of a server");

  addRemoteOptions(gateway.command("inspect [file]"))
    .description("show what would be sent for a request's body (a file, or the standard input); nothing is sent")
    .addOption(
      new Option("--dialect <name>", "wire format of the body")
        .choices(["openai-chat", "openai-responses", "openai-embeddings", "anthropic-messages"])
        .default("openai-chat"),
    )
    .addOption(
      new Option("--mode <mode>", "ask for a stricter mode than the policy's").choices([
        "audit",
        "warn",
        "redact",
        "block",
      ]),
    )
    .option("--conversation <name>", "the conversation, which tokens depend on")
    .option("--check", "exit code 1 when anything was found")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples("uncase gateway inspect request.json", "uncase gateway inspect --mode block < body.json"),
    )
    .action(inspect);

  addRemoteOptions(gateway.command("policies"))
    .description("the policies in force")
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const { items } = await createClient(options).gateway.policies();
      if (options.json) return printJson(items);
      const rows = items.map(({ id, name, version, rules, key_id, candidate, updated_at }) => [
        id,
        name,
        String(version),
        rules.mode,
        key_id ?? "organization",
        candidate ? "candidate" : "live",
        updated_at,
      ]);
      await print(formatTable(["id", "name", "version", "mode", "scope", "status", "updated"], rows));
    });

  addRuleCommands(gateway);
  addCaptureCommands(gateway);

  addRemoteOptions(gateway.command("logs"))
    .description("what the latest requests left behind: never text")
    .option("-n, --limit <count>", "at most this many", integer(1, 100), 20)
    .option("--model <name>", "only this model")
    .option("--provider <name>", "only this provider")
    .option("--value-hash <hash>", "only requests that held the value of this hash (`value_hashes` in --json)")
    .addOption(jsonOption())
    .action(async (options: LogOptions) => {
      const { items, total } = await createClient(options).gateway.logs({
        page_size: options.limit,
        ...(options.model === undefined ? {} : { model: options.model }),
        ...(options.provider === undefined ? {} : { provider: options.provider }),
        ...(options.valueHash === undefined ? {} : { value_hash: options.valueHash }),
      });
      if (options.json) return printJson(items);
      const list = (counts: Record<string, number>): string =>
        Object.entries(counts)
          .map(([name, count]) => `${name} ${count}`)
          .join(", ");
      const rows = items.map((entry) => [
        entry.created_at,
        String(entry.status),
        entry.provider_name ?? "",
        entry.model ?? "",
        entry.verdict,
        list(entry.request_counts),
        list(entry.response_counts),
        `${entry.input_tokens}/${entry.output_tokens}${entry.usage_estimated ? " est." : ""}`,
        `${Math.round(entry.latency_ms)} ms`,
      ]);
      await print(formatTable(["time", "status", "provider", "model", "verdict", "out", "in", "tokens", "took"], rows));
      if (total > items.length) say(`${items.length} of ${total}`);
    });
}

async function inspect(file: string | undefined, options: InspectOptions): Promise<void> {
  const text = await readText(file);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new InputError("the body is not JSON");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new InputError("the body is no JSON object");
  const answer = await createClient(options).gateway.inspect({
    dialect: options.dialect,
    body: body as Record<string, unknown>,
    ...(options.mode === undefined ? {} : { privacy_mode: options.mode }),
    ...(options.conversation === undefined ? {} : { conversation: options.conversation }),
  });
  if (options.json) await printJson(answer);
  else {
    await print(
      answer.body === null ? `nothing would be sent: ${answer.verdict}` : JSON.stringify(answer.body, null, 2),
    );
    const rows = answer.findings.map(({ path, role, category, score, action }) => [
      path,
      role,
      category,
      score.toFixed(2),
      action,
    ]);
    if (rows.length > 0) await print(formatTable(["where", "role", "what", "score", "action"], rows));
    if (answer.candidate !== null) {
      const { action, changed } = answer.candidate;
      const actions = Object.entries(changed).map(([category, change]) => `${category} ${change}`);
      say(`the candidate would: ${[action, ...actions].join(", ")}`);
    }
  }
  if (options.check === true && answer.findings.length > 0) process.exitCode = EXIT.checkFailed;
}
