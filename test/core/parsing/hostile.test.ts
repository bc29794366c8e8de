import { gzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseAll, parseStream } from "../../../workers/core/parsing/parse.ts";
import { chunked, dialogue, latin1, parseBytes, parseText, utf8 } from "./support.ts";

const CHAT = "14/03/2025, 10:00 - Ana: ¿está?\n14/03/2025, 10:01 - Luis: sí, señora\n";
const TURNS = [["Ana: ¿está?", "Luis: sí, señora"]];
const MB = 1_048_576;

/** `total` bytes of one letter without a line end, after a beginning. */
async function* endless(beginning: string, total: number): AsyncGenerator<Uint8Array> {
  yield utf8(beginning);
  const chunk = new Uint8Array(MB).fill(0x61);
  for (let sent = 0; sent < total; sent += chunk.length) yield chunk;
  yield utf8("\n");
}

describe("damaged and hostile files", () => {
  it.each([
    ["nothing", new Uint8Array(0), "the file is empty"],
    ["white space", utf8(" \n\t\n"), "the file holds no text"],
    ["a byte-order mark alone", utf8("\ufeff"), "the file holds no text"],
    ["a PDF", utf8("%PDF-1.7 ..."), "a PDF document"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "a PNG image"],
    ["random bytes", Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919 + 13) % 256), "binary data"],
    ["zeros", new Uint8Array(2_000), "binary data"],
  ])("says clearly what is wrong with %s", async (_name, bytes, reason) => {
    const { conversations, errors, report } = await parseBytes(bytes);
    expect(conversations).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ line: 1, error: expect.stringContaining(reason) });
    expect(report).toMatchObject({ format: "unknown", errors: 1 });
  });

  it.each([
    ["whatsapp", CHAT],
    ["csv", "conversation_id,turn_number,role,content\na,1,x,hola\na,2,y,"],
    ["csv", 'conversation_id,turn_number,role,content\na,1,x,hola\na,2,y,"'],
    ["openai", '{"messages":[{"role":"user","content":"hola"}]}\n{"messages":"'],
    ["openai", '[{"messages":[{"role":"user","content":"hola"}]},{"messages":"'],
    ["transcript", "Cliente: hola\nAsesor: "],
  ] as const)("ends a line of 30 MB in one error and keeps what stands before it (%s)", async (format, beginning) => {
    const { conversations, errors } = await parseAll(endless(beginning, 30 * MB), { format });
    expect(errors).toHaveLength(1);
    expect(errors[0]!.error).toMatch(/longer than|never closed/);
    expect(conversations).toHaveLength(1);
  });

  it("gives the same events for the same bytes however they are chunked", async () => {
    const inputs = [
      utf8(`\ufeff${CHAT.repeat(40)}`),
      utf8('conversation_id,turn_number,role,content\n"a",1,x,"ñ\nñ""ñ"\na,x,y,z\nb,1,x,€\n'),
      utf8(JSON.stringify([{ messages: [{ role: "user", content: 'a"\\ñ\n😀' }] }, 3, { turns: [] }], null, 1)),
      latin1("Cliente: ¿mañana?\r\nAsesor: sí\rCliente: año\n"),
      zipSync({ "_chat.txt": utf8(CHAT), "b.csv": utf8("conversation_id,turn_number,role,content\na,1,x,y\n") }),
    ];
    for (const bytes of inputs) {
      const whole = await parseBytes(bytes);
      for (const size of [1, 2, 3, 7, 64]) expect(await parseBytes(bytes, {}, size)).toEqual(whole);
    }
  });

  it("reads lines in another encoding one by one and says so", async () => {
    const mixed = new Uint8Array([
      ...utf8("14/03/2025, 10:00 - Ana: ¿está?\n"),
      ...latin1("14/03/2025, 10:01 - Luis: sí, señora\n"),
    ]);
    const { conversations, report } = await parseBytes(mixed);
    expect(dialogue(conversations)).toEqual(TURNS);
    expect(report.warnings.join()).toContain("1 lines were not valid UTF-8");
  });

  it("removes control characters and says so", async () => {
    const { conversations, report } = await parseText("Cliente: ho\0la\u0007\nAsesor: sí\n");
    expect(dialogue(conversations)).toEqual([["Cliente: hola", "Asesor: sí"]]);
    expect(report.warnings.join()).toContain("control characters");
  });

  it("takes names such as __proto__ and constructor for what they are: text", async () => {
    const csv = await parseText(
      "conversation_id,turn_number,role,content\n__proto__,1,constructor,x\n__proto__,2,toString,y\n",
    );
    expect(dialogue(csv.conversations)).toEqual([["constructor: x", "toString: y"]]);
    expect(csv.conversations[0]!.key).toBe("__proto__");
    const chat = await parseText("14/03/2025, 10:00 - __proto__: a\n14/03/2025, 10:01 - hasOwnProperty: b\n");
    expect(dialogue(chat.conversations)).toEqual([["__proto__: a", "hasOwnProperty: b"]]);
  });

  it("hands on a bounded number of errors and counts all", async () => {
    const { errors, report } = await parseText("no es json\n".repeat(500), {
      format: "openai",
      limits: { maxErrors: 20 },
    });
    expect(errors).toHaveLength(20);
    expect(report.errors).toBe(500);
    expect(report.warnings.join()).toContain("more than 20 errors");
  });

  it("lets errors of the source itself pass and closes the source when the reader stops", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield utf8(CHAT);
      throw new Error("connection lost");
    }
    await expect(parseAll(broken())).rejects.toThrow("connection lost");
    let closed = false;
    async function* watched(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield utf8(CHAT.repeat(1_000));
      } finally {
        closed = true;
      }
    }
    for await (const event of parseStream(watched(), { gapMinutes: 1 })) if (event.type !== "error") break;
    expect(closed).toBe(true);
  });

  const ADVERSARIAL: readonly (readonly [
    name: string,
    unit: string,
    format: "whatsapp" | "csv" | "openai" | "transcript",
  ])[] = [
    ["headers without an end", "[25/02/2026, 10:30:00] ", "whatsapp"],
    ["spaces after dates", "25/02/2026, 10:30          \n", "whatsapp"],
    ["quotes", '"""\n', "csv"],
    ["quotes and delimiters", '",",\n', "csv"],
    ["open brackets on lines", "{\n", "openai"],
    ["open strings", '{"a":"\\', "openai"],
    ["colons and spaces", "a :  a\n", "transcript"],
    ["labels without an end", "Ana de la ", "transcript"],
    ["rules", "- - - -", "transcript"],
  ];
  it.each(ADVERSARIAL)("takes linear time on %s", async (_name, unit, format) => {
    const prefix = format === "csv" ? "conversation_id,turn_number,role,content\n" : "";
    // Work that grew with the square of the length would need minutes here and run into the test's time limit.
    const { report } = await parseBytes(utf8(prefix + unit.repeat(Math.ceil(2_000_000 / unit.length))), { format });
    expect(report.errors + report.conversations + report.warnings.length).toBeGreaterThan(0);
  });

  it("gives up on a file that is errors and nothing else", async () => {
    const { report } = await parseText("{\n".repeat(200_000), { format: "openai" });
    expect(report.warnings.join()).toContain("gave up after 50000 errors in a row");
  });
});

describe("archives", () => {
  it("reads the chat of an export with media, and every text of an archive", async () => {
    const bytes = zipSync({
      "00000001-PHOTO.jpg": new Uint8Array(50_000).fill(7),
      "_chat.txt": utf8(CHAT),
      "__MACOSX/._chat.txt": utf8("junk"),
      "tabla.csv": utf8("conversation_id,turn_number,role,content\na,1,x,y\n"),
    });
    const { conversations, errors, report } = await parseBytes(bytes);
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual([...TURNS, ["x: y"]]);
    expect(report.format).toBe("mixed");
  });

  it("reads stored entries and gzip", async () => {
    expect(dialogue((await parseBytes(zipSync({ "a.txt": utf8(CHAT) }, { level: 0 }))).conversations)).toEqual(TURNS);
    expect(dialogue((await parseBytes(gzipSync(utf8(CHAT)))).conversations)).toEqual(TURNS);
  });

  it("names the file of an error by its number, never by its name", async () => {
    const { errors } = await parseBytes(
      zipSync({ "a.txt": utf8(CHAT), "Chat con Ana Ruiz.txt": utf8("prosa sin más.\n") }),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]!.error).toMatch(/^file 2 of the archive: /);
    expect(errors[0]!.error).not.toContain("Ruiz");
  });

  it("stops at a bomb, keeping what came before it", async () => {
    const bomb = zipSync({ "a.txt": utf8(CHAT), "b.txt": new Uint8Array(40 * MB).fill(0x61) });
    const { conversations, errors } = await parseBytes(bomb);
    expect(dialogue(conversations)).toEqual(TURNS);
    expect(errors.some((error) => error.error.includes("times its size"))).toBe(true);
    const gz = await parseBytes(gzipSync(new Uint8Array(40 * MB).fill(0x61)));
    expect(gz.errors.some((error) => error.error.includes("times its size"))).toBe(true);
  });

  it("stops at the caps of entries and bytes", async () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.jpg`, new Uint8Array(1)])),
    );
    expect((await parseBytes(many, { limits: { maxArchiveEntries: 20 } })).errors[0]!.error).toContain(
      "more than 20 entries",
    );
    const large = zipSync({ "a.txt": utf8(CHAT.repeat(100)) });
    expect((await parseBytes(large, { limits: { maxArchiveBytes: 1_000 } })).errors[0]!.error).toContain(
      "more than 1000 bytes",
    );
  });

  it("says so when an archive is damaged, cut off, or holds no text", async () => {
    const good = zipSync({ "a.txt": utf8(CHAT) });
    const damaged = good.slice();
    damaged.fill(0xff, 40, 70);
    expect((await parseBytes(damaged)).errors.length).toBeGreaterThan(0);
    expect((await parseBytes(good.slice(0, 60))).errors.length).toBeGreaterThan(0);
    const media = await parseBytes(zipSync({ "a.jpg": new Uint8Array(10) }));
    expect(media.errors[0]!.error).toBe("archive holds no text file");
  });

  it("takes path tricks in names for names", async () => {
    const { conversations } = await parseBytes(zipSync({ "../../etc/a.txt": utf8(CHAT) }));
    expect(dialogue(conversations)).toEqual(TURNS);
  });

  it("reads an archive in chunks of any size", async () => {
    const bytes = zipSync({ "x.jpg": new Uint8Array(9_000).fill(3), "a.txt": utf8(CHAT) });
    for (const size of [1, 100, 5_000])
      expect(dialogue((await parseAll(chunked(bytes, size))).conversations)).toEqual(TURNS);
  });
});
