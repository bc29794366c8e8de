import type { Command } from "commander";
import { EXIT, InputError } from "../failure.ts";
import { formatTable, openOutput, print, printable, printJson, say } from "../output.ts";
import { createClient } from "../remote.ts";
import { addRemoteOptions, examples, jsonOption, outputOption } from "./options.ts";
import type { CommonOptions } from "./options.ts";

/** `uncase dataset`: data sets that lie on a server, and the offline check of one. */
export function addDatasetCommand(program: Command): void {
  const dataset = program.command("dataset").description("list, download and verify data sets");

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

  addRemoteOptions(dataset.command("files <id>"))
    .description("the files of a data set: data, card, manifest, certificate")
    .addOption(jsonOption())
    .action(async (id: string, options: CommonOptions) => {
      const files = await createClient(options).datasets.files(id);
      if (options.json) return printJson(files);
      const rows = files.map((file) => [file.name, file.records ?? "", file.size_bytes, file.sha256]);
      await print(formatTable(["name", "records", "bytes", "sha256"], rows));
    });

  addRemoteOptions(dataset.command("download <id>"))
    .description("download a data set and check its hash")
    .option("--file <name>", "one of its files; the main one by default")
    .addOption(outputOption("where to put it; the standard output by default"))
    .action(async (id: string, options: CommonOptions & { file?: string; output?: string }) => {
      const { createHash } = await import("node:crypto");
      const { datasets } = createClient(options);
      const [announced, response] = await Promise.all(
        options.file === undefined
          ? [datasets.get(id), datasets.download(id)]
          : [describeFile(datasets, id, options.file), datasets.downloadFile(id, options.file)],
      );
      const hash = createHash("sha256");
      const target = await openOutput(options.output);
      try {
        for await (const chunk of response.body ?? []) {
          hash.update(chunk);
          await target.write(chunk);
        }
        const sha256 = hash.digest("hex");
        if (sha256 !== announced.sha256) {
          throw new Error(`The file's SHA-256 is ${sha256}, but the server announced ${announced.sha256}`);
        }
        await target.finish();
      } catch (error) {
        await target.discard();
        throw error;
      }
      const count = "conversation_count" in announced ? `${announced.conversation_count} conversations, ` : "";
      say(`${count}sha256 ${announced.sha256}`);
    });

  dataset
    .command("verify <file> <certificate>")
    .description("check a file of a data set against its certificate, offline; exit code 1 when it does not hold")
    .option("--key <base64>", "the installation's public key (GET /api/v1/datasets/public-key)")
    .addOption(jsonOption())
    .addHelpText("after", examples("uncase dataset verify train.jsonl certificate.json"))
    .action(verifyDataset);
}

async function describeFile(datasets: ReturnType<typeof createClient>["datasets"], id: string, name: string) {
  const found = (await datasets.files(id)).find((file) => file.name === name);
  if (found === undefined) throw new InputError(`--file ${name}: the data set has no such file`);
  return found;
}

async function verifyDataset(file: string, certificate: string, options: { key?: string; json?: boolean }) {
  const [{ openCertificate, fromBase64, keyFingerprint }, { createHash }, { createReadStream }, { readFile }] =
    await Promise.all([
      import("../../core/datasets/certificate.ts"),
      import("node:crypto"),
      import("node:fs"),
      import("node:fs/promises"),
    ]);
  const unreadable = (path: string) => (error: NodeJS.ErrnoException) => {
    throw new InputError(`${path}: cannot be read (${error.code})`);
  };
  const text = await readFile(certificate, "utf8").catch(unreadable(certificate));
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  } catch (error) {
    unreadable(file)(error as NodeJS.ErrnoException);
  }
  const sha256 = hash.digest("hex");
  const verdict = await openCertificate(text, options.key ?? null);
  const subject = verdict.ok ? verdict.statement.subject.find((each) => each.digest.sha256 === sha256) : undefined;
  const problem = !verdict.ok
    ? verdict.reason
    : subject === undefined
      ? "the certificate names no file with these bytes"
      : null;
  const claims = verdict.ok ? verdict.statement.predicate : null;
  const keyId = claims === null ? null : await keyFingerprint(fromBase64(claims.public_key) ?? new Uint8Array());
  if (options.json) {
    await printJson({ valid: problem === null, problem, sha256, file: subject?.name ?? null, key_id: keyId, claims });
  } else if (problem !== null || claims === null) {
    say(`not valid: ${problem}`);
  } else {
    const state = claims.certified
      ? "every conversation passed the gates"
      : "NOT certified: failed ones are among them";
    await print(
      `valid: ${subject?.name} of "${printable(claims.name)}", ${claims.counts.exported} conversations; ${state}`,
    );
    say(`signed by key ${keyId} on ${claims.issued_at}`);
    if (options.key === undefined) say("The key is the certificate's own: give --key to check who signed it.");
  }
  if (problem !== null) process.exitCode = EXIT.checkFailed;
}
