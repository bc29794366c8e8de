import { describe, expect, it } from "vitest";
import { dialogue, latin1, parseBytes, parseText, utf16, utf8 } from "./support.ts";

const HEADER = "conversation_id,turn_number,role,content";
const ROWS = ["a,1,cliente,¿tienen citas?", "a,2,asesora,Sí", "b,1,cliente,gracias"];
const TABLE = `${HEADER}\n${ROWS.join("\n")}\n`;
const EXPECTED = [["cliente: ¿tienen citas?", "asesora: Sí"], ["cliente: gracias"]];

describe("CSV tables", () => {
  it("groups rows by conversation and sorts them by turn number", async () => {
    const { conversations, errors, report } = await parseText(
      `${HEADER}\na,2,asesora,Sí\na,1,cliente,¿tienen citas?\nb,1,cliente,gracias\n`,
    );
    expect([dialogue(conversations), errors, report.format]).toEqual([EXPECTED, [], "csv"]);
    expect(conversations.map((conversation) => conversation.key)).toEqual(["a", "b"]);
  });

  it.each([
    ["UTF-8", utf8(TABLE), "utf-8"],
    ["UTF-8 with a byte-order mark", utf8(`\ufeff${TABLE}`), "utf-8-bom"],
    ["UTF-16 LE", utf16(TABLE, "le"), "utf-16le"],
    ["UTF-16 BE", utf16(TABLE, "be"), "utf-16be"],
    ["UTF-16 LE without a mark", utf16(TABLE, "le", false), "utf-16le"],
    ["Latin-1", latin1(TABLE), "windows-1252"],
  ])("reads %s", async (_name, bytes, encoding) => {
    const { conversations, errors, report } = await parseBytes(bytes);
    expect([dialogue(conversations), errors, report.encoding]).toEqual([EXPECTED, [], encoding]);
  });

  it.each([
    ["CRLF", TABLE.replaceAll("\n", "\r\n")],
    ["CR", TABLE.replaceAll("\n", "\r")],
    ["mixed line ends", TABLE.replace("\n", "\r\n").replace(/\n$/, "\r")],
    ["no last line end", TABLE.trimEnd()],
    ["blank lines", TABLE.replaceAll("\n", "\n\n")],
    ["semicolons", TABLE.replaceAll(",", ";")],
    ["tabs", TABLE.replaceAll(",", "\t")],
    ["pipes", TABLE.replaceAll(",", "|")],
    ["header in another case, with spaces", TABLE.replace(HEADER, " Conversation_ID , Turn_Number,ROLE , Content ")],
    ["header in quotes", TABLE.replace(HEADER, '"conversation_id","turn_number","role","content"')],
    ["Spanish header", TABLE.replace(HEADER, "id_conversacion,turno,rol,contenido")],
    ["everything in quotes", `${HEADER}\n${ROWS.map((row) => `"${row.replaceAll(",", '","')}"`).join("\n")}\n`],
  ])("reads %s", async (_name, text) => {
    const { conversations, errors } = await parseText(text);
    expect([dialogue(conversations), errors]).toEqual([EXPECTED, []]);
  });

  it("keeps quotes, delimiters and line breaks inside quoted cells", async () => {
    const { conversations } = await parseText(`${HEADER}\na,1,x,"dijo ""sí"", y\notra línea"\na,2,y,5" de ancho\n`);
    expect(dialogue(conversations)).toEqual([['x: dijo "sí", y\notra línea', 'y: 5" de ancho']]);
    expect(conversations[0]!.turns.map((turn) => turn.line)).toEqual([2, 4]);
  });

  it("reports each bad row by line and column and imports the rest", async () => {
    const { conversations, errors } = await parseText(
      [
        HEADER,
        "a,1,cliente,hola",
        "a,2,asesora,",
        ",3,asesora,sin id",
        "a,cuatro,asesora,mal número",
        "a,5,,sin rol",
        "a,6,asesora,una,coma de más",
        "a,7",
        "a,8,asesora,adiós",
      ].join("\n"),
    );
    expect(errors.map(({ line, column }) => [line, column])).toEqual([
      [3, "content"],
      [4, "conversation_id"],
      [5, "turn_number"],
      [6, "role"],
      [7, null],
      [8, "role"],
    ]);
    expect(dialogue(conversations)).toEqual([["cliente: hola", "asesora: adiós"]]);
  });

  it("never quotes the file's content in an error", async () => {
    const { errors } = await parseText(`${HEADER},metadata\na,SECRETO1,x,y,\na,1,x,y,{"SECRETO2": }\n`);
    expect(errors).toHaveLength(2);
    expect(JSON.stringify(errors)).not.toContain("SECRETO");
  });

  it("names the missing columns, and says that an empty table has no header", async () => {
    const missing = await parseText("conversation_id,role\na,b\n", { format: "csv" });
    expect(missing.errors[0]!.error).toBe("CSV is missing required columns: turn_number, content");
    const detected = await parseText("conversation_id,role,content\na,b,c\n");
    expect(detected.errors[0]!.error).toBe("CSV is missing required columns: turn_number");
    const empty = await parseText("", { format: "csv" });
    expect(empty.errors[0]!.error).toMatch(/empty|no header/);
    const headerOnly = await parseText(`${HEADER}\n`);
    expect([headerOnly.conversations, headerOnly.errors]).toEqual([[], []]);
  });

  it("reads tool calls, tool results, metadata, domain, language and seed", async () => {
    const cell = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`;
    const { conversations, errors } = await parseText(
      `${HEADER},tool_calls,tool_results,metadata,domain,language,seed_id\n` +
        `a,1,asesor,,${cell([{ id: "c1", function: { name: "buscar", arguments: '{"x":1}' } }])},,,,,\n` +
        `a,2,tool,,,${cell({ tool_call_id: "c1", tool_name: "buscar", result: { n: 2 } })},,,,\n` +
        `a,3,asesor,hay dos,,,${cell({ canal: "web", n: 3 })},automotive.sales,ES,s-1\n`,
    );
    expect(errors).toEqual([]);
    expect(conversations[0]).toMatchObject({
      domain: "automotive.sales",
      language: "es",
      seedId: "s-1",
      metadata: { canal: "web", n: "3" },
      turns: [
        { text: "", toolCalls: [{ tool_call_id: "c1", tool_name: "buscar", arguments: { x: 1 } }] },
        {
          role: "tool",
          toolResults: [{ tool_call_id: "c1", tool_name: "buscar", result: { n: 2 }, status: "success" }],
        },
        { text: "hay dos" },
      ],
    });
  });

  it("joins rows that do not stand together and says so", async () => {
    const { conversations, errors, report } = await parseText(`${HEADER}\na,1,x,uno\nb,1,x,dos\na,2,y,tres\n`);
    expect(dialogue(conversations)).toEqual([["x: uno", "y: tres"], ["x: dos"]]);
    expect(errors).toEqual([]);
    expect(report.warnings.join()).toContain("do not stand together");
  });

  it("reports rows that come after their conversation had to be finished", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `c${index},1,x,hola`);
    const { conversations, errors } = await parseText(`${HEADER}\n${rows.join("\n")}\nc0,2,x,tarde\n`, {
      limits: { rowWindowConversations: 10 },
    });
    expect(conversations).toHaveLength(50);
    expect(errors).toMatchObject([{ line: 52, column: "conversation_id" }]);
  });

  it("goes on after a quote that is never closed", async () => {
    const { conversations, errors } = await parseText(`${HEADER}\na,1,x,uno\na,2,y,"sin cerrar\na,3,x,tres\n`);
    expect(errors).toMatchObject([{ line: 3, error: "a quote is never closed" }]);
    expect(dialogue(conversations)).toEqual([["x: uno", "x: tres"]]);
  });

  it("refuses a conversation over the cap of turns as a whole, once", async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `a,${index},x,hola`);
    const { conversations, errors } = await parseText(`${HEADER}\n${rows.join("\n")}\nb,1,x,hola\n`, {
      limits: { maxTurns: 10 },
    });
    expect(conversations.map((conversation) => conversation.key)).toEqual(["b"]);
    expect(errors).toHaveLength(1);
  });

  it("keeps formula cells as text and counts them", async () => {
    const { conversations, report } = await parseText(
      `${HEADER}\na,1,x,"=HYPERLINK(""http://x"")"\na,2,y,+52 55 1234\na,3,x,- uno\n`,
    );
    expect(conversations[0]!.turns[0]!.text).toBe('=HYPERLINK("http://x")');
    expect(report.warnings).toEqual(["1 cells look like spreadsheet formulas; they were kept as text"]);
  });
});

describe("tables of prompts and completions", () => {
  it.each([
    ["prompt and completion", "prompt,completion"],
    ["question and answer, in another case", "Question,ANSWER"],
    ["Spanish, semicolons", "pregunta;respuesta"],
    ["Alpaca", "instruction,output"],
  ])("reads %s, one conversation a row", async (_name, header) => {
    const delimiter = header.includes(";") ? ";" : ",";
    const rows = [["¿tienen citas?", '"Sí, mañana"'].join(delimiter), ["gracias", "A usted"].join(delimiter)];
    const { conversations, errors, report } = await parseText([header, ...rows].join("\n"));
    expect([dialogue(conversations), errors, report.format]).toEqual([
      [
        ["user: ¿tienen citas?", "assistant: Sí, mañana"],
        ["user: gracias", "assistant: A usted"],
      ],
      [],
      "csv",
    ]);
  });

  it("keeps id, system prompt, input, domain, language and metadata where there are columns for them", async () => {
    const { conversations } = await parseText(
      'id,system,instruction,input,output,domain,language,metadata,__proto__\nr1,Sé breve,Resume,el texto,Hecho,legal.advisory,es,"{""a"":""b""}",x\n',
    );
    expect(dialogue(conversations)).toEqual([["system: Sé breve", "user: Resume\n\nel texto", "assistant: Hecho"]]);
    expect(conversations[0]).toMatchObject({
      key: "r1",
      domain: "legal.advisory",
      language: "es",
      metadata: { a: "b" },
    });
  });

  it("lists a blank cell by line and column and imports the rest", async () => {
    const { conversations, errors } = await parseText("Prompt,Completion\nhola,\n,adiós\nsí,no\n");
    expect(dialogue(conversations)).toEqual([["user: sí", "assistant: no"]]);
    expect(errors).toEqual([
      { line: 2, column: "Completion", error: "cell is blank" },
      { line: 3, column: "Prompt", error: "cell is blank" },
    ]);
  });
});
