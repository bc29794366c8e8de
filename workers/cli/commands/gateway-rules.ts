import type { Command } from "commander";
import type { z } from "../../contract/zod.ts";
import type { GatewayPolicyRequest } from "../../contract/gateway.ts";
import type { GatewaySettings } from "../../contract/gateway-settings.ts";
import { InputError } from "../failure.ts";
import { readText } from "../input.ts";
import { print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, examples, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

async function readObject(file: string): Promise<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(await readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError("the file is not JSON");
    throw error;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError("the file is no JSON object");
  return value as Record<string, unknown>;
}

/** `uncase gateway set-policy`, `promote`, `withdraw` and `settings`: what steers the gateway. */
export function addRuleCommands(gateway: Command): void {
  addRemoteOptions(gateway.command("set-policy <file>"))
    .description("write the next version of a policy: a JSON file of its rules; fields left out keep the default")
    .option("--name <name>", "the policy's name", "default")
    .option("--key-id <id>", "for this key alone, on top of the organisation's")
    .option("--candidate", "try it beside the live one: the log says what it would have done")
    .addOption(jsonOption())
    .addHelpText("after", examples("uncase gateway set-policy rules.json --name support --candidate"))
    .action(async (file: string, options: CommonOptions & { name: string; keyId?: string; candidate?: boolean }) => {
      const policy = await createClient(options).gateway.writePolicy({
        name: options.name,
        rules: (await readObject(file)) as z.input<typeof GatewayPolicyRequest>["rules"],
        key_id: options.keyId ?? null,
        candidate: options.candidate === true,
      });
      if (options.json) return printJson(policy);
      await print(
        `${policy.candidate ? "candidate" : "live"}: ${policy.name}, version ${policy.version}, ${policy.id}`,
      );
    });

  addRemoteOptions(gateway.command("promote <policy-id>"))
    .description("make a candidate the live policy (ids: gateway policies)")
    .action(async (id: string, options: CommonOptions) => {
      const policy = await createClient(options).gateway.promotePolicy(id);
      await print(`live: ${policy.name}, version ${policy.version}`);
    });

  addRemoteOptions(gateway.command("withdraw <policy-id>"))
    .description("end the trial of a candidate")
    .action(async (id: string, options: CommonOptions) => {
      await createClient(options).gateway.withdrawPolicy(id);
      say("withdrawn");
    });

  addRemoteOptions(gateway.command("settings [file]"))
    .description("print the settings (aliases, budgets, cache, capture), or replace them by a JSON file's")
    .action(async (file: string | undefined, options: CommonOptions) => {
      const { gateway: api } = createClient(options);
      const settings =
        file === undefined
          ? await api.settings()
          : await api.putSettings((await readObject(file)) as z.input<typeof GatewaySettings>);
      await printJson(settings);
    });
}
