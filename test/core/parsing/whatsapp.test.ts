import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseAll } from "../../../workers/core/parsing/parse.ts";
import { chunked, dialogue, parseText, utf8 } from "./support.ts";

const TWO = [["Ana: hola", "Luis Pérez: qué tal"]];

/** Every way of writing the same two messages that phones are known to use. */
const VARIANTS: readonly (readonly [name: string, lines: readonly string[], order: string])[] = [
  ["iOS, 24 h", ["[25/02/2026, 10:30:00] Ana: hola", "[25/02/2026, 10:31:00] Luis Pérez: qué tal"], "dmy"],
  ["iOS, United States", ["[2/25/26, 10:30:00 AM] Ana: hola", "[2/25/26, 10:31:00 AM] Luis Pérez: qué tal"], "mdy"],
  [
    "iOS, United States, narrow space",
    ["[2/25/26, 10:30:00\u202fAM] Ana: hola", "[2/25/26, 10:31:00\u202fAM] Luis Pérez: qué tal"],
    "mdy",
  ],
  ["iOS, Mexico", ["[25/2/26, 10:30:00 a. m.] Ana: hola", "[25/2/26, 10:31:00 a. m.] Luis Pérez: qué tal"], "dmy"],
  [
    "iOS with direction marks",
    ["\u200e[25/02/26, 10:30:00] Ana: \u200ehola", "\u200f[25/02/26, 10:31:00] \u202aLuis Pérez\u202c: qué tal"],
    "dmy",
  ],
  ["Android, 24 h", ["25/02/2026, 10:30 - Ana: hola", "25/02/2026, 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["Android, 12 h capitals", ["2/25/26, 10:30 AM - Ana: hola", "2/25/26, 10:31 AM - Luis Pérez: qué tal"], "mdy"],
  ["Android, 12 h small", ["25/02/26, 10:30 am - Ana: hola", "25/02/26, 10:31 am - Luis Pérez: qué tal"], "dmy"],
  [
    "Android, Mexico, narrow spaces",
    ["25/02/26, 10:30\u202fa.\u00a0m. - Ana: hola", "25/02/26, 10:31\u202fa.\u00a0m. - Luis Pérez: qué tal"],
    "dmy",
  ],
  ["Android without a comma", ["25/02/2026 10:30 - Ana: hola", "25/02/2026 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["Android, en dash", ["25/02/2026, 10:30 – Ana: hola", "25/02/2026, 10:31 – Luis Pérez: qué tal"], "dmy"],
  ["Portugal", ["25/02/2026 às 10:30 - Ana: hola", "25/02/2026 às 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["France", ["25/02/2026 à 10:30 - Ana: hola", "25/02/2026 à 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["dotted", ["25.02.26, 10:30 - Ana: hola", "25.02.26, 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["hyphens", ["25-02-2026 10:30 - Ana: hola", "25-02-2026 10:31 - Luis Pérez: qué tal"], "dmy"],
  ["year first", ["[2026-02-25, 10:30:00] Ana: hola", "[2026-02-25, 10:31:00] Luis Pérez: qué tal"], "ymd"],
  ["year first, slashes", ["2026/02/25, 10:30 - Ana: hola", "2026/02/25, 10:31 - Luis Pérez: qué tal"], "ymd"],
  ["unsaved contact", ["25/02/2026, 10:30 - ~ Ana: hola", "25/02/2026, 10:31 - ~\u202fLuis Pérez: qué tal"], "dmy"],
];

describe("WhatsApp exports", () => {
  it.each(VARIANTS)("reads %s", async (_name, lines, order) => {
    const { conversations, errors, report } = await parseText(`${lines.join("\n")}\n`);
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual(TWO);
    expect(conversations[0]!.turns.map((turn) => turn.time)).toEqual(["2026-02-25T10:30:00", "2026-02-25T10:31:00"]);
    expect(report).toMatchObject({ format: "whatsapp", dateOrder: order });
  });

  it("reads afternoon, noon and midnight of the twelve-hour clock", async () => {
    const lines = ["12:05 a. m.", "9:00 a.m.", "12:10 p. m.", "9:15 p.m."].map((time) => `[14/03/25, ${time}] Ana: x`);
    const { conversations } = await parseText(lines.join("\n"));
    const times = conversations.flatMap((conversation) => conversation.turns.map((turn) => turn.time?.slice(11, 16)));
    expect(times).toEqual(["00:05", "09:00", "12:10", "21:15"]);
  });

  it("joins the lines of a message and keeps the text exact", async () => {
    const { conversations } = await parseText(
      "14/03/2025, 10:00 - Ana: una lista:\n- uno\n\n- dos: tres\n14/03/2025, 10:01 - Luis: ok\r\n",
    );
    expect(dialogue(conversations)).toEqual([["Ana: una lista:\n- uno\n\n- dos: tres", "Luis: ok"]]);
  });

  it.each([
    "<Multimedia omitido>",
    "imagen omitida",
    "\u200eaudio omitido",
    "<Media omitted>",
    "image omitted",
    "\u200esticker omitted",
    "<Mídia oculta>",
    "imagem ocultada",
    "<Médias omis>",
    "image absente",
    "null",
    "IMG-20250314-WA0001.jpg (archivo adjunto)",
    "IMG-20250314-WA0001.jpg (file attached)",
    "\u200e<adjunto: 00000012-PHOTO.jpg>",
    "\u200e<attached: 00000012-PHOTO.jpg>",
    "contrato.pdf • 3 páginas \u200edocumento omitido",
    "Se eliminó este mensaje.",
    "Eliminaste este mensaje",
    "This message was deleted",
    "Mensagem apagada",
    "Ce message a été supprimé",
    "Llamada perdida",
    "Missed voice call",
    "",
  ])("leaves out a message that is only %j, and what follows belongs to nobody else", async (text) => {
    const { conversations, errors } = await parseText(
      `14/03/2025, 10:00 - Ana: hola\n14/03/2025, 10:01 - Luis: ${text}\n14/03/2025, 10:02 - Ana: adiós\n`,
    );
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual([["Ana: hola", "Ana: adiós"]]);
  });

  it("keeps a caption with its own sender", async () => {
    const { conversations } = await parseText(
      "14/03/2025, 10:00 - Ana: hola\n14/03/2025, 10:01 - Luis: a.jpg (archivo adjunto)\nmira esto\n",
    );
    expect(dialogue(conversations)).toEqual([["Ana: hola", "Luis: mira esto"]]);
  });

  it.each([
    "Los mensajes y las llamadas están cifrados de extremo a extremo.",
    'Ana creó el grupo "Ventas: norte"',
    'Ana cambió el asunto de "Ventas: norte" a "Ventas"',
    "Ana añadió a Luis",
    "Luis left",
    "Luis joined using this group's invite link",
    "Luis saiu",
    "Luis a quitté",
    "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
  ])("never makes a turn of the notice %j", async (notice) => {
    const { conversations, errors } = await parseText(
      `14/03/2025, 10:00 - ${notice}\n14/03/2025, 10:00 - Ana: hola\n14/03/2025, 10:01 - Luis: sí\n`,
    );
    expect(errors).toEqual([]);
    expect(dialogue(conversations)).toEqual([["Ana: hola", "Luis: sí"]]);
  });

  it("drops iOS notices that carry the group's name as sender", async () => {
    const { conversations } = await parseText(
      "[14/03/25, 10:00:00] Ventas: \u200eLos mensajes y las llamadas están cifrados de extremo a extremo.\n" +
        "[14/03/25, 10:00:01] Ventas: \u200eLuis salió del grupo\n[14/03/25, 10:00:02] Ana: hola\n",
    );
    expect(dialogue(conversations)).toEqual([["Ana: hola"]]);
  });

  it("keeps what people write even when it sounds like a notice", async () => {
    const texts = [
      "turn left",
      "ella añadió a mi cuenta",
      "image omitted from the report?",
      "I was removed",
      "(file attached)",
    ];
    const lines = texts.map((text, index) => `14/03/2025, 10:0${index} - Ana: ${text}`);
    const { conversations } = await parseText(lines.join("\n"));
    expect(conversations[0]!.turns.map((turn) => turn.text)).toEqual(texts);
  });

  it("removes the mark of an edited message", async () => {
    const { conversations } = await parseText("14/03/2025, 10:00 - Ana: hola <Se editó este mensaje.>\n");
    expect(conversations[0]!.turns[0]!.text).toBe("hola");
  });

  it("decides day and month over the whole file", async () => {
    const lines = ["03/04/25, 10:00 - Ana: a", "04/04/25, 10:00 - Luis: b", "04/25/25, 10:00 - Ana: c"];
    const { conversations, report } = await parseText(lines.join("\n"));
    expect(report.dateOrder).toBe("mdy");
    expect(conversations[0]!.turns[0]!.time).toBe("2025-03-04T10:00:00");
  });

  it("says how it read dates that prove nothing, by the order in which time runs on", async () => {
    const days = await parseText("03/04/25, 10:00 - Ana: a\n04/04/25, 10:00 - Ana: b\n05/04/25, 10:00 - Ana: c\n");
    expect(days.report.dateOrder).toBe("dmy");
    expect(days.report.warnings.join()).toContain("day/month/year");
    const months = await parseText("4/3/25, 10:00 AM - Ana: a\n4/4/25, 10:00 AM - Ana: b\n4/5/25, 10:00 AM - Ana: c\n");
    expect(months.report.dateOrder).toBe("mdy");
  });

  it("reports impossible dates and times by line and imports the rest", async () => {
    const { conversations, errors } = await parseText(
      "14/03/2025, 10:00 - Ana: hola\n99/99/2025, 10:01 - Ana: no\n14/03/2025, 29:61 - Ana: no\n14/03/2025, 10:02 - Luis: sí\n",
    );
    expect(errors.map((error) => [error.line, error.column])).toEqual([
      [2, "date"],
      [3, "time"],
    ]);
    expect(dialogue(conversations)).toEqual([["Ana: hola", "Luis: sí"]]);
  });

  it("cuts by a pause, by a newcomer, by an export that begins again, not by count", async () => {
    const { conversations } = await parseText(
      [
        "14/03/2025, 10:00 - Ana: a",
        "14/03/2025, 10:05 - Autos: b",
        "14/03/2025, 17:00 - Ana: c",
        "14/03/2025, 17:05 - Autos: d",
        "14/03/2025, 19:00 - Luis: e",
        "14/03/2025, 19:05 - Autos: f",
        "02/03/2025, 09:00 - Eva: g",
        "02/03/2025, 09:01 - Autos: h",
      ].join("\n"),
    );
    expect(conversations.map((conversation) => conversation.turns.length)).toEqual([2, 2, 2, 2]);
    const long = Array.from(
      { length: 150 },
      (_, index) => `14/03/2025, 10:${String(index % 60).padStart(2, "0")} - P${index % 2}: x`,
    );
    expect((await parseText(long.join("\n"))).conversations).toHaveLength(1);
  });

  it("waits a day for the first answer", async () => {
    const { conversations } = await parseText("14/03/2025, 21:00 - Ana: ¿sigue?\n15/03/2025, 09:00 - Autos: sí\n");
    expect(conversations).toHaveLength(1);
  });

  it("takes another pause as an option", async () => {
    const text = "14/03/2025, 10:00 - Ana: a\n14/03/2025, 10:01 - Luis: b\n14/03/2025, 10:40 - Ana: c\n";
    expect((await parseText(text, { gapMinutes: 30 })).conversations).toHaveLength(2);
    expect((await parseText(text)).conversations).toHaveLength(1);
  });

  it("imports nothing, without an error, from notices alone", async () => {
    const { conversations, errors } = await parseText("14/03/2025, 10:00 - Ana añadió a Luis\n");
    expect([conversations, errors]).toEqual([[], []]);
  });
});

describe("a long chat whose first part proves no order of day and month", () => {
  /** Weeks of the third and fourth of a month each, then one day that only one order allows. */
  const chat = (telling: string): string => {
    const lines: string[] = [];
    for (let month = 1; month <= 12; month += 1) {
      for (const day of [3, 4]) {
        lines.push(`${month}/${day}/24, 10:00 - Ana: ¿hay citas el ${day} del ${month}?`);
        lines.push(`${month}/${day}/24, 10:05 - Taller: sí, a las once`);
      }
    }
    lines.push(`${telling}, 10:00 - Ana: gracias`);
    return `${lines.join("\n")}\n`;
  };
  const limits = { dateWindowChars: 400 };
  const read = (text: string, whole: boolean, zipped = false) => {
    const bytes = zipped ? zipSync({ "a.txt": utf8("Ana: hola\nTaller: buenas\n"), "b.txt": utf8(text) }) : utf8(text);
    return parseAll(chunked(bytes, 100), { limits, ...(whole ? { again: () => chunked(bytes, 64) } : {}) });
  };

  it.each([
    ["12/28/24", "2024-01-03T10:00:00"],
    ["28/12/24", "2024-03-01T10:00:00"],
  ])("is read by a later date, %s, where the file can be read again", async (telling, first) => {
    for (const zipped of [false, true]) {
      const { conversations, errors, report } = await read(chat(telling), true, zipped);
      const day = conversations.find((conversation) => conversation.turns[0]!.time !== null)!;
      expect([day.turns[0]!.time, errors]).toEqual([first, []]);
      expect(report.warnings.join()).not.toContain("shows whether");
    }
  });

  it("is read by its first part, with a warning, where it cannot", async () => {
    const { report } = await read(chat("28/12/24"), false);
    expect(report.warnings.join()).toContain("no date of the file's first part shows whether");
  });

  it("gives the same conversations whatever the window, when the whole of it proves nothing", async () => {
    const text = chat("12/05/24");
    const small = await read(text, true);
    const large = await parseText(text);
    expect(small.conversations).toEqual(large.conversations);
    expect(small.report).toEqual(large.report);
  });
});
