import type { Command } from "commander";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, print, printJson, say, shorten } from "../output.ts";
import { examples, jsonOption } from "./options.ts";

/** `uncase tool`: the tools that seeds may name. */
export function addToolCommand(program: Command): void {
  const tool = program.command("tool").description("list, show, try and validate tools");

  tool
    .command("list")
    .description("the built-in tools; exit code 1 when none fits")
    .option("--domain <domain>", "only tools of this domain")
    .option("--category <category>", "only tools of this category (a domain goes before it)")
    .addOption(jsonOption())
    .action(async (options: { domain?: string; category?: string; json?: boolean }) => {
      const { loadTools } = await import("../domain-files.ts");
      const tools = (await loadTools()).filter((each) =>
        options.domain !== undefined
          ? each.domains.includes(options.domain)
          : options.category === undefined || each.category === options.category,
      );
      if (tools.length === 0) process.exitCode = EXIT.checkFailed;
      if (options.json) return printJson(tools);
      if (tools.length === 0) return say("No tool fits.");
      const rows = tools.map((each) => [
        each.name,
        each.domains.join(", "),
        each.category,
        shorten(each.description, 70),
      ]);
      await print(formatTable(["name", "domains", "category", "description"], rows));
    });

  tool
    .command("show <name>")
    .description("one tool and its schemas")
    .addOption(jsonOption())
    .action(async (name: string, options: { json?: boolean }) => {
      const found = await findTool(name);
      if (options.json) return printJson(found);
      await print(
        `${found.name} ${found.version} (${found.domains.join(", ")}, ${found.execution_mode})\n${found.description}`,
      );
      await print(`\narguments\n${JSON.stringify(found.input_schema, null, 2)}`);
      await print(`\nresult\n${JSON.stringify(found.output_schema, null, 2)}`);
    });

  tool
    .command("run <name> [arguments]")
    .description("what the tool's simulator answers to these arguments (JSON); exit code 1 when it is an error")
    .option("--random-seed <seed>", "another draw of what the arguments leave open", "0")
    .addOption(jsonOption())
    .addHelpText("after", examples(`uncase tool run consultar_financiamiento '{"monto": 300000, "plazo_meses": 48}'`))
    .action(async (name: string, text = "{}", options: { randomSeed: string; json?: boolean }) => {
      const [{ simulateTool }, { createRandom }, { parseJson }] = await Promise.all([
        import("../../core/tools/simulate.ts"),
        import("../../core/generation/random.ts"),
        import("../input.ts"),
      ]);
      const parsed = parseJson(text);
      if (!parsed.ok || typeof parsed.value !== "object" || parsed.value === null || Array.isArray(parsed.value)) {
        throw new InputError(`arguments: expected a JSON object${parsed.ok ? "" : `; ${parsed.reason}`}`);
      }
      const call = { tool_call_id: "call_1", tool_name: name, arguments: parsed.value as Record<string, unknown> };
      const today = new Date().toISOString().slice(0, 10);
      const result = simulateTool(await findTool(name), call, { random: createRandom(options.randomSeed), today });
      if (result.status !== "success") process.exitCode = EXIT.checkFailed;
      await printJson(options.json ? result : result.result);
    });

  tool
    .command("validate <file>")
    .description("check tool definitions (one, or an array of them); exit code 1 when any is wrong")
    .addOption(jsonOption())
    .action(async (file: string, options: { json?: boolean }) => {
      const [{ ToolDefinition }, { describeIssues, readRecords }] = await Promise.all([
        import("../../contract/tool.ts"),
        import("../input.ts"),
      ]);
      const results = (await readRecords(file)).map(({ name, value }) => {
        const checked = ToolDefinition.safeParse(value);
        return { name, valid: checked.success, error: checked.success ? null : describeIssues(checked.error.issues) };
      });
      if (results.some((result) => !result.valid)) process.exitCode = EXIT.checkFailed;
      if (options.json) return printJson({ valid: results.every((result) => result.valid), results });
      for (const { name, valid, error } of results) await print(valid ? `OK    ${name}` : `FAIL  ${name}: ${error}`);
    });
}

async function findTool(name: string) {
  const { loadTools } = await import("../domain-files.ts");
  const found = (await loadTools()).find((each) => each.name === name);
  if (found === undefined) throw new InputError(`There is no tool ${name}; "uncase tool list" shows them all`);
  return found;
}
