import { Option } from "commander";
import type { Command } from "commander";
import type { JobProgress, JobResponse, JobStatus } from "../../contract/job.ts";
import { JOB_STATUSES } from "../../contract/job.ts";
import type { UNCASEClient } from "../../sdk/client.ts";
import { EXIT } from "../failure.ts";
import { createProgressBar, formatTable, print, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, integer, jsonOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** `uncase job`: work on a server. */
export function addJobCommand(program: Command): void {
  const job = program.command("job").description("list, show, watch and steer the jobs of a server");

  addRemoteOptions(job.command("list"))
    .description("the latest jobs")
    .addOption(new Option("--status <status>", "only jobs of this status").choices([...JOB_STATUSES]))
    .option("-n, --limit <count>", "at most this many", integer(1, 100), 20)
    .addOption(jsonOption())
    .action(async (options: CommonOptions & { status?: JobStatus; limit: number }) => {
      const page = await createClient(options).jobs.list({ status: options.status, page_size: options.limit });
      if (options.json) return printJson(page.items);
      await print(formatTable(["id", "type", "status", "progress", "stage", "created"], page.items.map(jobRow)));
      if (page.total > page.items.length) say(`${page.items.length} of ${page.total}`);
    });

  for (const name of ["show", "status"]) {
    addRemoteOptions(job.command(`${name} <id>`))
      .description(name === "show" ? "one job and its result" : "the same as show")
      .addOption(jsonOption())
      .action(async (id: string, options: CommonOptions) => showJob(await createClient(options).jobs.get(id), options));
  }

  for (const name of ["watch", "events"]) {
    addRemoteOptions(job.command(`${name} <id>`))
      .description(
        name === "watch" ? "follow a job until it ends; exit code 1 unless it completed" : "the same as watch",
      )
      .addOption(jsonOption())
      .action(async (id: string, options: CommonOptions) => {
        const ended = await watchJob(createClient(options), id, options.json === true);
        await showJob(ended, options);
        if (ended.status !== "completed") process.exitCode = EXIT.checkFailed;
      });
  }

  addRemoteOptions(job.command("failures <id>"))
    .description("the items of a job that failed for good, and why")
    .option("--after <index>", "only items behind this one", integer(0, Number.MAX_SAFE_INTEGER), -1)
    .option("-n, --limit <count>", "at most this many", integer(1, 1000), 100)
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions & { after: number; limit: number }) => {
      const { after, limit } = options;
      const letters = await createClient(options).jobs.deadLetters(id, { after, limit });
      if (options.json) return printJson(letters);
      const rows = letters.map((each) => [
        each.index,
        each.stage,
        each.starts,
        each.seed_id ?? each.conversation_id ?? "",
        each.error,
      ]);
      await print(formatTable(["item", "stage", "starts", "about", "error"], rows));
    });

  addRemoteOptions(job.command("replay <id>"))
    .description("try those items again; what is done stays done")
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions) => {
      const answer = await createClient(options).jobs.replay(id);
      if (options.json) return printJson(answer);
      say(`${answer.replayed} items start again`);
      await showJob(answer.job, options);
    });

  for (const action of ["cancel", "pause", "resume"] as const) {
    addRemoteOptions(job.command(`${action} <id>`))
      .description(`${action} a job`)
      .addOption(jsonOption())
      .action(async (id: string, options: CommonOptions) => {
        const client = createClient(options);
        await showJob(await client.jobs[action](id), options);
      });
  }
}

/** Shows a job's progress on the terminal until it ends. */
export async function watchJob(client: UNCASEClient, id: string, quiet: boolean): Promise<JobResponse> {
  const bar = createProgressBar("job", quiet);
  try {
    for await (const event of client.jobs.events(id)) {
      if (event.type === "done") return event.job;
      bar.update(event.progress.done + event.progress.failed, event.progress.total, progressNote(event.progress));
    }
  } finally {
    bar.end();
  }
  return client.jobs.get(id);
}

function progressNote(progress: JobProgress): string {
  const { bytes_read = 0, bytes_total, imported, certified } = progress.counts;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const parts = [
    progress.stage ?? "",
    bytes_total === undefined ? "" : `${megabytes(bytes_read)} of ${megabytes(bytes_total)} MB read`,
    imported === undefined ? "" : `${imported} imported`,
    certified === undefined ? "" : `${certified} certified`,
  ];
  if (progress.eta_seconds !== null) parts.push(`${Math.ceil(progress.eta_seconds)} s left`);
  return parts.filter((part) => part !== "").join(", ");
}

/** Prints a job, as a table or as JSON. */
export async function showJob(job: JobResponse, options: { json?: boolean }): Promise<void> {
  if (options.json) return printJson(job);
  await print(formatTable(["id", "type", "status", "progress", "stage", "created"], [jobRow(job)]));
  if (job.error_message !== null) say(`error: ${job.error_message}`);
  const result = Object.entries(job.result ?? {}).filter(([, value]) => typeof value !== "object" || value === null);
  if (result.length > 0)
    await print(
      `\n${formatTable(
        ["result", ""],
        result.map(([name, value]) => [name, String(value)]),
      )}`,
    );
}

function jobRow(job: JobResponse): string[] {
  const progress = `${Math.round(job.progress * 100)} %`;
  return [job.id, job.job_type, job.status, progress, job.current_stage ?? "", job.created_at];
}
