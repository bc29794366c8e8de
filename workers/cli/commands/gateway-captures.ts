import { Option } from "commander";
import type { Command } from "commander";
import { DOMAINS } from "../../contract/domain.ts";
import type { Domain } from "../../contract/domain.ts";
import { InputError } from "../failure.ts";
import { formatTable, print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, examples, integer, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

interface SeedOptions extends CommonOptions {
  domain: Domain;
  minRating: string;
  limit: number;
}

/** `uncase gateway captures`, `feedback` and `seeds`: what was kept of conversations, and what is made of it. */
export function addCaptureCommands(gateway: Command): void {
  addRemoteOptions(gateway.command("captures"))
    .description("requests whose content was kept, where the settings ask for it (capture)")
    .option("-n, --limit <count>", "at most this many", integer(1, 100), 20)
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { limit: number }) => {
      const { items, total } = await createClient(options).gateway.captures.list({ page_size: options.limit });
      if (options.json) return printJson(items);
      const rows = items.map((item) => [
        item.created_at,
        item.request_id,
        item.kind,
        item.conversation_id ?? `until ${item.expires_at?.slice(0, 10) ?? "deleted"}`,
        item.rating === null ? "" : String(item.rating),
        item.corrected ? "yes" : "",
        item.seed_id ?? "",
      ]);
      await print(formatTable(["time", "request", "kind", "conversation", "rating", "corrected", "seed"], rows));
      if (total > items.length) say(`${items.length} of ${total}`);
    });

  addRemoteOptions(gateway.command("feedback <request-id>"))
    .description("rate or correct an answer by the id of its request (the header request-id)")
    .addOption(
      new Option("--rating <rating>", "1 good, 0 neither, -1 bad").choices(["-1", "0", "1"]).makeOptionMandatory(),
    )
    .option("--correction <text>", "the answer as it should have been; anonymised before it rests")
    .option("--comment <text>", "what there is to say; anonymised as well")
    .addHelpText("after", examples('uncase gateway feedback 0123456789abcdef0123456789abcdef --rating "-1"'))
    .action(
      async (requestId: string, options: CommonOptions & { rating: string; correction?: string; comment?: string }) => {
        if (!/^[0-9a-f]{32}$/.test(requestId)) throw new InputError("a request's id has 32 hexadecimal characters");
        await createClient(options).gateway.feedback({
          request_id: requestId,
          rating: Number(options.rating),
          ...(options.correction === undefined ? {} : { correction: options.correction }),
          ...(options.comment === undefined ? {} : { comment: options.comment }),
        });
        say("kept");
      },
    );

  addRemoteOptions(gateway.command("seeds"))
    .description("make seeds of captured conversations whose answers were rated well, each once")
    .addOption(new Option("--domain <domain>", "the seeds' domain").choices([...DOMAINS]).makeOptionMandatory())
    .addOption(
      new Option("--min-rating <rating>", "least rating; any: unrated ones too")
        .choices(["-1", "0", "1", "any"])
        .default("1"),
    )
    .option("-n, --limit <count>", "at most this many", integer(1, 100), 50)
    .addOption(jsonOption())
    .action(async ({ domain, limit, minRating, ...options }: SeedOptions) => {
      const made = await createClient(options).gateway.captures.makeSeeds({
        domain,
        limit,
        min_rating: minRating === "any" ? null : Number(minRating),
      });
      if (options.json) return printJson(made);
      for (const { conversation_id: id, error } of made.errors) say(`${id}: ${error}`);
      await print(
        formatTable(
          ["seed", "objective"],
          made.seeds.map(({ id, objetivo }) => [id, objetivo]),
        ),
      );
    });
}
