import type { Command } from "commander";
import { EXIT } from "../failure.ts";
import { formatTable, openOutput, print, printJson, say, shorten } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, jsonOption, outputOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** `uncase seed list|get|import|export`: seeds that lie on a server. */
export function addSeedServerCommands(seed: Command): void {
  addRemoteOptions(seed.command("list"))
    .description("the latest seeds of a server")
    .option("-d, --domain <domain>", "only those of a domain")
    .option("-q, --query <words>", "words of the objective, the tags, the context or the steps")
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { domain?: string; query?: string }) => {
      const query = { page_size: 100, domain: options.domain, q: options.query };
      const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      const page = await createClient(options).seeds.list(given);
      if (options.json) return printJson(page.items);
      const rows = page.items.map((item) => [
        item.id,
        item.dominio,
        shorten(item.objetivo, 60),
        item.rating ?? "",
        item.run_count,
        item.revision,
      ]);
      await print(formatTable(["seed", "domain", "objective", "rating", "runs", "revision"], rows));
    });

  addRemoteOptions(seed.command("get <id>"))
    .description("a seed of a server, as JSON")
    .action(async (id: string, options: CommonOptions) => printJson(await createClient(options).seeds.get(id)));

  addRemoteOptions(seed.command("import <file>"))
    .description("put a file of seeds on a server; exit code 1 when any is refused")
    .addOption(jsonOption())
    .action(async (file: string, options: CommonOptions) => {
      const { readText } = await import("../input.ts");
      const result = await createClient(options).seeds.importFile(await readText(file));
      if (result.errors.length > 0) process.exitCode = EXIT.checkFailed;
      if (options.json) return printJson(result);
      for (const { line, error } of result.errors) say(`${file}:${line}: ${error}`);
      say(`${result.seeds_imported} imported, ${result.duplicates} there already, ${result.errors.length} refused`);
    });

  addRemoteOptions(seed.command("export"))
    .description("every seed of a server as JSON lines")
    .addOption(outputOption("where to put them; the standard output by default"))
    .action(async (options: CommonOptions & { output?: string }) => {
      const response = await createClient(options).seeds.exportFile();
      const target = await openOutput(options.output);
      try {
        for await (const chunk of response.body ?? []) await target.write(chunk);
        await target.finish();
      } catch (error) {
        await target.discard();
        throw error;
      }
    });
}
