import { Option } from "commander";
import type { Command } from "commander";
import { InputError } from "../failure.ts";
import { openOutput, printJson, say } from "../output.ts";
import { jsonOption, outputOption } from "./options.ts";

interface InterviewOptions {
  locale: "es" | "en";
  answers?: string;
  output?: string;
  json?: boolean;
}

/** `uncase seed interview`: questions on this machine, without a model, that end with a seed. */
export function addSeedInterview(seed: Command): void {
  seed
    .command("interview <industry>")
    .description("answer questions and get a seed; personal data in the answers is masked")
    .addOption(new Option("--locale <locale>", "language of the questions").choices(["es", "en"]).default("es"))
    .option("--answers <file>", "one answer a line, in place of the terminal; the end of the file ends the interview")
    .addOption(outputOption("where to put the seed (JSON); the standard output by default"))
    .addOption(jsonOption())
    .action(interview);
}

async function* answersOf(file: string | undefined): AsyncGenerator<string, void, undefined> {
  if (file !== undefined) {
    const { readText } = await import("../input.ts");
    yield* (await readText(file)).split(/\r?\n/u);
    return;
  }
  const { createInterface } = await import("node:readline");
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: "> " });
  try {
    lines.prompt();
    for await (const line of lines) {
      yield line;
      lines.prompt();
    }
  } finally {
    lines.close();
  }
}

async function interview(industry: string, options: InterviewOptions): Promise<void> {
  const [{ randomBytes, randomUUID }, machine, { maskAnswer }, { INDUSTRIES }, { loadPrivacyEngine }] =
    await Promise.all([
      import("node:crypto"),
      import("../../core/seeds/interview/machine.ts"),
      import("../../core/seeds/interview/mask-answer.ts"),
      import("../../core/seeds/interview/schema.ts"),
      import("../local-privacy.ts"),
    ]);
  const found = INDUSTRIES.find((each) => each === industry || machine.interviewSchema(each).domain === industry);
  if (found === undefined)
    throw new InputError(`${industry}: unknown industry; expected one of ${INDUSTRIES.join(", ")}`);
  const privacy = loadPrivacyEngine();
  // Tokens are the same under every key.
  const key = randomBytes(16);
  const seedId = randomUUID().replaceAll("-", "");
  let reply = machine.startInterview({ industry: found, locale: options.locale });
  say(reply.message.content);
  for await (const line of answersOf(options.answers)) {
    if (line.trim() === "") continue;
    reply = machine.answer(reply.state, maskAnswer(line, options.locale, privacy, key), { seedId });
    say(reply.message.content);
    if (reply.complete) break;
  }
  if (!reply.complete) reply = machine.answer(reply.state, "done", { seedId });
  if (options.output !== undefined) {
    const target = await openOutput(options.output);
    await target.write(`${JSON.stringify([reply.seed], null, 2)}\n`);
    await target.finish();
  }
  if (options.json) await printJson({ seed: reply.seed, progress: reply.message.progress });
  else if (options.output === undefined) await printJson(reply.seed);
}
