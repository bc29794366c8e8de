import { describe, expect, it } from "vitest";
import { cellsIn } from "../../../workers/core/privacy/columns.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const engine = createPrivacyEngine({ recogniser: null });

const valuesIn = (text: string): string[] =>
  engine.scan(text, { policy: "gateway" }).map(({ category, end, start }) => `${category} ${text.slice(start, end)}`);

describe("a value in a table", () => {
  it.each([
    ["name,phone,amount\nEva,5587654321,250", ["PHONE 5587654321"]],
    ["name;phone;amount\nEva;5587654321;250", ["PHONE 5587654321"]],
    ["name\tphone\tamount\nEva\t5587654321\t250", ["PHONE 5587654321"]],
    ["| Nombre | Teléfono | Saldo |\n|---|---|---|\n| Eva | 612345678 | 1.250 |", ["PHONE 612345678"]],
    ['name,phone,note\n"Sanz, Eva",5587654321,"a, b"', ["PHONE 5587654321"]],
    ["name,phone,amount\r\nEva,415-867-3320,x\r\nLuz,415-867-3321,y", ["PHONE 415-867-3320", "PHONE 415-867-3321"]],
    ["nombre,cuenta,monto\nEva,0154789632,2500", ["BANK_ACCOUNT 0154789632"]],
    ["id,ip\n7,187.190.34.12", ["IP_ADDRESS 187.190.34.12"]],
    ["id,ssn,total\n4,212-44-9911,100", ["SSN 212-44-9911"]],
  ])("is explained by the name of its column and by no other: %s", (text, values) => {
    expect(valuesIn(text)).toEqual(values);
  });

  it.each([
    "order_no,sku,qty\n5587654321,AX-1002,4\n5587654322,AX-1003,12",
    "mes,ventas,gastos\nenero,125000,98000\nfebrero,131500,101200",
    "paso,duracion_ms,bytes\n1,120,20480\n2,340,1048576",
  ])("is none where the columns hold amounts and numbers of things: %s", (text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  it("is told from one in a row of as many fields as the names only", () => {
    expect(cellsIn("name,phone\nEva,1\nLuz,2,3\nIda,4")).toEqual([{ header: "phone", start: 15, end: 16 }]);
  });

  it.each(["Hola, buenas tardes\ntengo 3, o 4", "1,2\n3,4", "", "\n", "a,b", '"a,b\n1,2'])(
    "needs names above it, and not a sentence: %j",
    (text) => {
      expect(cellsIn(text)).toEqual([]);
    },
  );
});

describe("a value between commas", () => {
  it.each([
    ["X-Forwarded-For: 187.190.34.12,201.141.22.9", ["187.190.34.12", "201.141.22.9"]],
    ["7,187.190.34.12,200", ["187.190.34.12"]],
    ["tel 12,5587654321,250", ["5587654321"]],
    ["tel 12,415-867-3320,250", ["415-867-3320"]],
  ])("is found where the comma marks neither thousands nor decimals: %s", (text, values) => {
    expect(engine.scan(text, { policy: "gateway" }).map(({ end, start }) => text.slice(start, end))).toEqual(values);
  });

  it("takes its check digits with it at the gate", () => {
    const text = "folio 123456789-12";
    expect(engine.scan(text, { policy: "gate" }).some(({ end }) => end === text.indexOf("-12"))).toBe(false);
  });
});
