import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { certificateStatement, sealCertificate } from "../../workers/core/datasets/certificate.ts";
import { temporaryFolder, uncase } from "./run.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
let publicKey: string;

beforeAll(async () => {
  const pair = generateKeyPairSync("ed25519");
  publicKey = Buffer.from(pair.publicKey.export({ format: "jwk" }).x!, "base64url").toString("base64");
  writeFileSync(at("train.jsonl"), '{"text":"hola"}\n');
  writeFileSync(at("other.jsonl"), '{"text":"adiós"}\n');
  const sha256 = createHash("sha256").update('{"text":"hola"}\n').digest("hex");
  const statement = certificateStatement([{ name: "train.jsonl", sha256 }], {
    dataset_id: "d1",
    name: "ventas",
    issued_at: "2026-01-15T12:00:00.000Z",
    certified: true,
    counts: { exported: 1, left_out: 0, splits: { train: 1 } },
    template: "chatml",
    record: "text",
    tool_mode: "native",
    gates: [],
    public_key: publicKey,
  });
  const certificate = await sealCertificate(
    statement,
    "k1",
    async (bytes) => new Uint8Array(sign(null, bytes, pair.privateKey)),
  );
  writeFileSync(at("certificate.json"), certificate);
});

describe("uncase dataset verify", () => {
  it("accepts the certified bytes and names the installation's key to compare", async () => {
    const trusted = await uncase(["dataset", "verify", at("train.jsonl"), at("certificate.json"), "--key", publicKey]);
    expect([trusted.code, trusted.stdout]).toEqual([0, expect.stringContaining('valid: train.jsonl of "ventas"')]);
    const own = await uncase(["dataset", "verify", at("train.jsonl"), at("certificate.json")]);
    expect([own.code, own.stderr]).toEqual([0, expect.stringContaining("give --key")]);
  });

  it("ends with 1 for other bytes, another key or a damaged certificate, with 2 for a file that is not there", async () => {
    writeFileSync(at("damaged.json"), "{}");
    const foreign = Buffer.alloc(32, 7).toString("base64");
    const outcomes = await Promise.all([
      uncase(["dataset", "verify", at("other.jsonl"), at("certificate.json"), "--key", publicKey]),
      uncase(["dataset", "verify", at("train.jsonl"), at("certificate.json"), "--key", foreign]),
      uncase(["dataset", "verify", at("train.jsonl"), at("damaged.json"), "--json"]),
      uncase(["dataset", "verify", at("missing.jsonl"), at("certificate.json")]),
    ]);
    expect(outcomes.map((outcome) => outcome.code)).toEqual([1, 1, 1, 2]);
    expect(outcomes[0].stderr).toContain("no file with these bytes");
    expect(outcomes[1].stderr).toContain("another key");
    expect(JSON.parse(outcomes[2].stdout)).toMatchObject({ valid: false, claims: null });
  });
});

describe("uncase template render", () => {
  const messages = [
    { role: "user", content: "Hola" },
    { role: "assistant", content: "Buenas" },
  ];

  it("gives the formats that print a date the local day when a line names none", async () => {
    const line = { family: "harmony-gpt-oss", messages };
    const { stdout } = await uncase(["template", "render", "--batch", "-"], {
      stdin: `${JSON.stringify(line)}\n${JSON.stringify({ ...line, now: "2020-02-03T04:05:06" })}\n`,
    });
    const [today, given] = stdout
      .trimEnd()
      .split("\n")
      .map((answer) => (JSON.parse(answer) as { text: string }).text);
    expect(given).toContain("2020-02-03");
    expect(today).toContain(`Current date: ${new Date().getFullYear()}-`);
    expect(today).not.toContain("2020-02-03");
  });

  it("renders a pasted template with the tokens of its tokenizer configuration", async () => {
    const source =
      "{{ bos_token }}{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}" +
      "{% if tools %}{{ tools | length }}{% endif %}|{{ strftime_now('%d %b %Y') }}";
    writeFileSync(
      at("tokenizer_config.json"),
      JSON.stringify({ chat_template: source, bos_token: { content: "<s>" } }),
    );
    const { code, stdout } = await uncase(
      ["template", "render", "--batch", "-", "--jinja", at("tokenizer_config.json")],
      { stdin: `${JSON.stringify({ messages, tools: [{}], now: "2026-07-09T10:00:00" })}\n{"messages":1}\n` },
    );
    expect(code).toBe(0);
    const [text, refused] = stdout
      .trimEnd()
      .split("\n")
      .map((answer) => JSON.parse(answer) as object);
    expect(text).toEqual({ text: "<s><user>Hola<assistant>Buenas1|09 Jul 2026", loss_spans: null, warnings: [] });
    expect(refused).toEqual({ error: 'expected "messages" (a list)' });
  });

  it("says what is wrong with a template, and answers a line with what the template raises", async () => {
    writeFileSync(at("broken.jinja"), "{% if %}");
    writeFileSync(at("strict.jinja"), "{{ raise_exception('roles must alternate') }}");
    const [broken, strict] = await Promise.all(
      ["broken.jinja", "strict.jinja"].map((name) =>
        uncase(["template", "render", "--batch", "-", "--jinja", at(name)], {
          stdin: `${JSON.stringify({ messages })}\n`,
        }),
      ),
    );
    expect([broken!.code, broken!.stderr]).toEqual([2, expect.stringContaining("is no Jinja template")]);
    expect(strict!.stdout).toContain("roles must alternate");
  });
});
