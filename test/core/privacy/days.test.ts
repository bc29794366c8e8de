import { describe, expect, it } from "vitest";
import type { PolicyName } from "../../../workers/core/privacy/engine.ts";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";

const engine = createPrivacyEngine({ recogniser: null });

function days(text: string, policy: PolicyName): string[] {
  return engine
    .scan(text, { policy })
    .filter(({ category }) => category === "DATE")
    .map(({ start, end }) => text.slice(start, end));
}

/** Each with the day in it. */
const ANYONES: [string, string][] = [
  ["Hoy es domingo 22 de noviembre de 2026. Eres el asistente de una tienda.", "22 de noviembre de 2026"],
  ["Fecha actual: 22/11/2026", "22/11/2026"],
  ["Fecha y hora actuales: 2026-11-22", "2026-11-22"],
  ["Estamos a 22 de noviembre", "22 de noviembre"],
  ["<env>\nToday's date: 2026-11-22\n</env>", "2026-11-22"],
  ["Today is Sunday, November 22, and the shop is open.", "November 22"],
  ["Current date and time (UTC): 2026-11-22", "2026-11-22"],
  ["<current_date>2026-11-22</current_date>", "2026-11-22"],
  ["Hoje é segunda-feira, 3 de agosto", "3 de agosto"],
  ["Data atual: 03/08/2026", "03/08/2026"],
  ["La date du jour est le 03/08/2026.", "03/08/2026"],
  ["Nous sommes le lundi 3 août.", "3 août"],
  ["Knowledge cutoff: 2025-01-31", "2025-01-31"],
  ["Tu conocimiento llega hasta el 30 de junio.", "30 de junio"],
  ["## [2.14.0] - 2026-09-30", "2026-09-30"],
  ["Version 3.2.1 (2026-05-19)", "2026-05-19"],
  ["This page was last updated on October 3.", "October 3"],
  ["Última actualización: 03/10/2026", "03/10/2026"],
  ["El reglamento entra en vigor el 15 de enero.", "15 de enero"],
  ["Se publicó en el DOF el 12/03/2026.", "12/03/2026"],
  ["Sale ends November 30.", "November 30"],
  ["El lunes 16 de noviembre es feriado.", "16 de noviembre"],
  ["It's currently February 14.", "February 14"],
  ["Mother's Day is May 9 this year.", "May 9"],
  ["¿Qué día de la semana es el 14 de marzo?", "14 de marzo"],
  ["La guerra terminó el 8 de mayo de 1945.", "8 de mayo de 1945"],
  ["Open logs/2026-11-22.csv please", "2026-11-22"],
  [`{"created_at": "2026-11-22", "status": "ok"}`, "2026-11-22"],
];

const SOMEBODYS: [string, string][] = [
  ["Quiero una cita para el 3 de diciembre", "3 de diciembre"],
  ["Tuve el accidente el 8 de octubre saliendo del trabajo.", "8 de octubre"],
  ["Ingresó a urgencias el 12/09/2026", "12/09/2026"],
  ["Compré el refrigerador el 3 de marzo de 2025.", "3 de marzo de 2025"],
  ["El depósito lo hice el 2026-11-03.", "2026-11-03"],
  ["El día del accidente fue el 3 de marzo.", "3 de marzo"],
  ["La vacuna se aplica el 3 de marzo.", "3 de marzo"],
  ["Hoy llamé para cambiar mi cita del 3 de septiembre.", "3 de septiembre"],
  ["Mi contrato termina el 31 de octubre.", "31 de octubre"],
  ["She was admitted on 09/12/2026", "09/12/2026"],
  ["I ordered the sofa on 2026-07-11 and it never came.", "2026-07-11"],
  ["I called today to move my visit of September 3.", "September 3"],
  ["Comprei o sofá em 11/07/2026", "11/07/2026"],
  ["Mon rendez-vous est le 27 août.", "27 août"],
];

describe("a day that stands beside nobody", () => {
  it.each(ANYONES)("is left at the gateway where its words say that it is anyone's: %j", (text) => {
    expect(days(text, "gateway")).toEqual([]);
  });

  it.each(SOMEBODYS)("is found at the gateway where it may be somebody's: %j", (text, day) => {
    expect(days(text, "gateway")).toEqual([day]);
  });

  it.each([...ANYONES, ...SOMEBODYS])("is left in synthetic text and found at the gate: %j", (text, day) => {
    expect(days(text, "synthetic")).toEqual([]);
    expect(days(text, "gate")).toEqual([day]);
  });
});

it.each([...ANYONES, ...SOMEBODYS])("a day beside an identifier is found under every policy: %j", (text, day) => {
  const personal = `${text} (ana.lopez@correo.com)`;
  for (const policy of ["gate", "gateway", "synthetic"] as const) expect(days(personal, policy)).toEqual([day]);
});

it("a moment as machines write it is found whole or not at all", () => {
  const text = "2026-11-22 08:15:03 ERROR timeout after 30 s";
  expect(days(text, "gateway")).toEqual([]);
  expect(days(text, "gate")).toEqual(["2026-11-22 08:15:03"]);
});
