import type { Command } from "commander";
import { formatTable, openOutput, print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, jsonOption, outputOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** `uncase dataset`: exports that lie on a server. */
export function addDatasetCommand(program: Command): void {
  const dataset = program.command("dataset").description("list and download the data sets of a server");

  addRemoteOptions(dataset.command("list"))
    .description("the latest data sets")
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const page = await createClient(options).datasets.list({ page_size: 100 });
      if (options.json) return printJson(page.items);
      const rows = page.items.map((item) => [
        item.id,
        item.name,
        item.template,
        item.format,
        item.conversation_count,
        item.size_bytes,
        item.certified ? "certified" : "not certified",
      ]);
      await print(formatTable(["id", "name", "template", "format", "conversations", "bytes", "state"], rows));
    });

  addRemoteOptions(dataset.command("download <id>"))
    .description("download a data set and check its hash")
    .addOption(outputOption("where to put it; the standard output by default"))
    .action(async (id: string, options: CommonOptions & { output?: string }) => {
      const { createHash } = await import("node:crypto");
      const client = createClient(options);
      const [description, response] = await Promise.all([client.datasets.get(id), client.datasets.download(id)]);
      const hash = createHash("sha256");
      const target = await openOutput(options.output);
      try {
        for await (const chunk of response.body ?? []) {
          hash.update(chunk);
          await target.write(chunk);
        }
        const sha256 = hash.digest("hex");
        if (sha256 !== description.sha256) {
          throw new Error(`The file's SHA-256 is ${sha256}, but the server announced ${description.sha256}`);
        }
        await target.finish();
      } catch (error) {
        await target.discard();
        throw error;
      }
      say(`${description.conversation_count} conversations, sha256 ${description.sha256}`);
    });
}
