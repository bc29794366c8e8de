import { Argument, Option } from "commander";
import type { Command } from "commander";
import type { ConversationResponse } from "../../contract/conversation.ts";
import { REVIEW_STATUSES } from "../../contract/review.ts";
import type { Agreement, ReviewItem, ReviewReport, ReviewStatus, ReviewVerdict } from "../../contract/review.ts";
import type { UNCASEClient } from "../../sdk/client.ts";
import { InputError } from "../failure.ts";
import { formatTable, print, printable, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, examples, fraction, integer, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** `uncase review`: the queue of conversations that people should look at. */
export function addReviewCommand(program: Command): void {
  const review = program.command("review").description("judge the borderline conversations of a server by hand");

  addRemoteOptions(review.command("queue [reports...]"))
    .description("queue the borderline reports of a job, or the reports named")
    .option("--job <id>", "the job whose reports to look through")
    .option("--margin <number>", "how near to its threshold a score has to be", fraction, 0.05)
    .option("--sample <share>", "share of the clear reports that is queued too, 0 to 1", fraction, 0)
    .option("--reviewers <count>", "reviewers that each item waits for", integer(1, 5), 1)
    .addOption(jsonOption())
    .addHelpText("after", examples("uncase review queue --job 0123456789abcdef0123456789abcdef --sample 0.1"))
    .action(queue);

  addRemoteOptions(review.command("list"))
    .description("the items of the queue, the newest first")
    .addOption(new Option("--status <status>", "only items of this status").choices([...REVIEW_STATUSES]))
    .option("-n, --limit <count>", "at most this many", integer(1, 100), 20)
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { status?: ReviewStatus; limit: number }) => {
      const { status, limit } = options;
      const page = await createClient(options).reviews.list({
        page_size: limit,
        ...(status === undefined ? {} : { status }),
      });
      if (options.json) return printJson(page.items);
      await print(
        formatTable(["id", "status", "judged", "conversation", "reasons", "queued"], page.items.map(itemRow)),
      );
      if (page.total > page.items.length) say(`${page.items.length} of ${page.total}`);
    });

  addRemoteOptions(review.command("next"))
    .description("take the most urgent item for half an hour and show its conversation, without the scores")
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const client = createClient(options);
      const { item } = await client.reviews.claim();
      if (item === null) return options.json ? printJson({ item: null }) : say("nothing is left to judge");
      await showItem(client, item, options);
    });

  addRemoteOptions(review.command("show <id>"))
    .description("an item of the queue and its conversation")
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions) => {
      const client = createClient(options);
      await showItem(client, await findItem(client, id), options);
    });

  addRemoteOptions(review.command("grade <id>"))
    .description("file a verdict on the item that this key has taken by `next`")
    .addArgument(new Argument("<verdict>", "is the conversation good enough to train on").choices(["pass", "fail"]))
    .option("-g, --grade <1-5>", "how good it is, 5 the best", integer(1, 5))
    .option("--notes <text>", "why, without personal data")
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "uncase review next",
        "uncase review grade 0123456789abcdef0123456789abcdef pass --grade 4",
        'uncase review grade 0123456789abcdef0123456789abcdef fail --notes "the price changes half way"',
      ),
    )
    .action(async (id: string, verdict: ReviewVerdict, options: CommonOptions & { grade?: number; notes?: string }) => {
      const { grade = null, notes = null } = options;
      const item = await createClient(options).reviews.decide(id, { verdict, grade, notes });
      if (options.json) return printJson(item);
      say(`${item.id}: ${verdict}, ${item.decided} of ${item.reviewers} verdicts`);
    });

  addRemoteOptions(review.command("agreement"))
    .description("how far reviewers, metrics and judge agree, and whether the judge favours length or place")
    .addOption(jsonOption())
    .action(async (options: CommonOptions) => {
      const report = await createClient(options).reviews.agreement();
      if (options.json) return printJson(report);
      await printAgreement(report);
    });
}

interface QueueOptions extends CommonOptions {
  job?: string;
  margin: number;
  sample: number;
  reviewers: number;
}

async function queue(reports: string[], options: QueueOptions): Promise<void> {
  const { job, margin, sample, reviewers } = options;
  if ((job === undefined) === (reports.length === 0)) {
    throw new InputError("review queue: name either reports or, with --job, a job");
  }
  if (margin > 0.5) throw new InputError(`--margin ${margin}: expected 0 to 0.5`);
  const what = job === undefined ? { report_ids: reports } : { job_id: job };
  const answer = await createClient(options).reviews.enqueue({ ...what, margin, sample, reviewers });
  if (options.json) return printJson(answer);
  say(`queued ${answer.queued}; ${answer.clear} are clear, ${answer.skipped} were queued before or have no text`);
}

/** The item of this id. @throws InputError when the queue has none */
async function findItem(client: UNCASEClient, id: string): Promise<ReviewItem> {
  for await (const item of client.reviews.iterate({ page_size: 100 })) if (item.id === id) return item;
  throw new InputError(`review show ${id}: the queue has no such item`);
}

async function showItem(client: UNCASEClient, item: ReviewItem, options: CommonOptions): Promise<void> {
  const conversation = await client.conversations.get(item.conversation_id);
  if (options.json) return printJson({ item, conversation });
  say(`item ${item.id}, ${item.status}, ${item.decided} of ${item.reviewers} verdicts`);
  if (item.claimed_until !== null) say(`kept until ${item.claimed_until}`);
  if (item.reasons.length > 0) say(`queued for: ${item.reasons.join(", ")}`);
  say("");
  await print(conversationText(conversation));
}

/** A conversation for people to read: roles, text, calls and what they returned. */
function conversationText({ turnos }: Pick<ConversationResponse, "turnos">): string {
  return turnos
    .flatMap((turn) => [
      `${turn.turno}. ${printable(turn.rol)}: ${printable(turn.contenido)}`,
      ...(turn.tool_calls ?? []).map((call) => `   > ${call.tool_name} ${printable(JSON.stringify(call.arguments))}`),
      ...(turn.tool_results ?? []).map(
        (result) => `   < ${result.tool_name} ${result.status} ${printable(JSON.stringify(result.result))}`,
      ),
    ])
    .join("\n");
}

function itemRow(item: ReviewItem): (string | number)[] {
  const { id, status, decided, reviewers, conversation_id, reasons, created_at } = item;
  return [id, status, `${decided}/${reviewers}`, conversation_id, reasons.join(", "), created_at];
}

async function printAgreement(report: ReviewReport): Promise<void> {
  const row = (name: string, { items, agreed, kappa }: Agreement) => [name, items, agreed ?? "-", kappa ?? "-"];
  await print(
    formatTable(
      ["against the reviewers", "items", "agreed", "kappa"],
      [
        row("metrics", report.metrics),
        row("judge", report.judge),
        row("reviewers with one another", report.between_reviewers),
      ],
    ),
  );
  const { bias, calibration } = report;
  await print(
    `\n${report.decisions} verdicts of ${report.reviewers} reviewers on ${report.items} items; judge: Brier score ${calibration.brier ?? "-"}, error with length ${bias.length.correlation ?? "-"}, with place ${bias.position.correlation ?? "-"}`,
  );
}
