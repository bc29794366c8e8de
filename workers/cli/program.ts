import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { UNCASEError } from "../sdk/error.ts";
import { addDatasetCommand } from "./commands/dataset.ts";
import { addDoctorCommand } from "./commands/doctor.ts";
import { addEvaluateCommand } from "./commands/evaluate.ts";
import { addGatewayCommand } from "./commands/gateway.ts";
import { addGenerateCommand } from "./commands/generate.ts";
import { addImportCommand } from "./commands/import.ts";
import { addJobCommand } from "./commands/job.ts";
import { examples } from "./commands/options.ts";
import { addPipelineCommand } from "./commands/pipeline.ts";
import { addProviderCommand } from "./commands/provider.ts";
import { addReviewCommand } from "./commands/review.ts";
import { addScanCommand } from "./commands/scan.ts";
import { addSeedCommand } from "./commands/seed.ts";
import { addShieldCommand } from "./commands/shield.ts";
import { addTemplateCommand } from "./commands/template.ts";
import { addToolCommand } from "./commands/tool.ts";
import { EXIT, InputError } from "./failure.ts";
import { say } from "./output.ts";
import { packageRoot } from "./package-files.ts";

const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, "utf8")) as { version: string };

// A reader that closes early (`| head`) ends the command, without a word.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.ok);
  throw error;
});

const program = new Command("uncase")
  .description("Turn real conversations into certified synthetic ones, without personal data.")
  .version(version, "-v, --version")
  .showHelpAfterError("(add --help for the options)")
  .exitOverride()
  .enablePositionalOptions()
  .addHelpText(
    "after",
    examples(
      "uncase scan chat.txt",
      "uncase import chat.txt -o conversations.jsonl",
      "uncase seed extract chat.txt --domain automotive.sales -o seeds.json",
      "uncase generate seeds.json -n 20 -o synthetic.jsonl",
      "uncase evaluate run synthetic.jsonl seeds.json",
      "uncase template export synthetic.jsonl llama -o dataset.txt",
      "uncase pipeline run -d automotive.sales -i chat.txt -n 20 -o out",
    ),
  );

const groups = [
  addScanCommand,
  addShieldCommand,
  addImportCommand,
  addSeedCommand,
  addGenerateCommand,
  addEvaluateCommand,
  addReviewCommand,
  addTemplateCommand,
  addToolCommand,
  addPipelineCommand,
  addJobCommand,
  addDatasetCommand,
  addProviderCommand,
  addGatewayCommand,
  addDoctorCommand,
];
for (const add of groups) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and picks the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // Help and version end here too; commander has printed whatever there was to say.
    return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
  }
  if (error instanceof InputError) {
    say(`uncase: ${error.message}`);
    return EXIT.badInput;
  }
  if (error instanceof UNCASEError) {
    say(`uncase: ${error.message}`);
    for (const field of error.errors) say(`  ${field.field}: ${field.message}`);
    if (error.requestId !== null) say(`  request ${error.requestId}`);
    return error.status >= 400 && error.status < 500 ? EXIT.badInput : EXIT.checkFailed;
  }
  say(`uncase: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return EXIT.checkFailed;
}
