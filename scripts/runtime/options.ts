// The command line of the scripts here and in bench/ whose help is the comment that they begin with.
import { readFileSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The comment that a source text begins with, as plain text; empty where there is none. */
export function openingComment(source: string): string {
  const block = /^\/\*\*\s*\n(.*?)\s*\*\//s.exec(source)?.[1];
  const lines = block?.split("\n").map((line) => line.replace(/^ \* ?/, ""));
  if (lines !== undefined) return lines.join("\n");
  return (/^(?:\/\/.*\n)+/.exec(source)?.[0] ?? "").replace(/^\/\/ ?/gm, "").trimEnd();
}

/**
 * What the command line says, for the options that the script at `file` takes, as `parseArgs` gives it. Ends the process
 * with that script's opening comment on `--help`, and with status 2 on anything that it does not take.
 */
export function readOptions<const T extends Options>(
  file: string,
  options: T,
): ReturnType<typeof parseArgs<{ options: T }>>["values"] {
  try {
    const { help, ...values } = parseArgs({ options: { ...options, help: { type: "boolean" } } }).values as {
      help?: boolean;
    };
    if (help !== true) return values as ReturnType<typeof parseArgs<{ options: T }>>["values"];
    console.log(openingComment(readFileSync(file, "utf8")));
    process.exit(0);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\nTry --help.`);
    process.exit(2);
  }
}
