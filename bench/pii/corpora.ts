// What is scanned: generated text, and where it is at hand the real dialogues of the development data.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { writeMessages } from "./text.ts";

const MESSAGES = 20_000;
const DOCUMENT_BYTES = 1_000_000;

export interface Corpus {
  name: string;
  texts: string[];
  bytes: number;
}

function corpusOf(name: string, texts: string[]): Corpus {
  return { name, texts, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
}

/** The turns of the dialogues in a file of JSON lines; a tool's answer that is an object counts as its JSON. */
function turnsOf(path: string): string[] {
  const bytes = readFileSync(path);
  const lines = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .flatMap((line) => (JSON.parse(line) as { turns: { content?: unknown }[] }).turns)
    .flatMap(({ content }) =>
      typeof content === "string" ? [content] : content === undefined ? [] : [JSON.stringify(content)],
    );
}

/** Short messages one by one, a document of one megabyte, and the dialogues below `data`. */
export function loadCorpora(data: string): Corpus[] {
  let document = "";
  for (let part = 0; document.length < DOCUMENT_BYTES; part++)
    document += `${writeMessages(2000, `document:${part}`).join("\n")}\n`;
  const corpora = [
    corpusOf("messages", writeMessages(MESSAGES, "messages")),
    corpusOf("1 MB document", [Buffer.from(document).subarray(0, DOCUMENT_BYTES).toString("utf8")]),
  ];
  for (const [name, file] of [
    ["dialogues es", "es.jsonl"],
    ["dialogues en", "star.jsonl.gz"],
  ] as const) {
    const path = join(data, "dialogues", file);
    if (existsSync(path)) corpora.push(corpusOf(name, turnsOf(path)));
  }
  return corpora;
}
