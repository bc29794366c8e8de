// Personal values that no real person has, in the forms that people write them, and texts that carry them.
import type { SeedSchema } from "../../workers/contract/seed.ts";
import { SHORT_SEED } from "./support.ts";

export const PLANTED_TEXTS = {
  fullName: "Macarena Iturriaga Peñalosa",
  lowerName: "eulalia basterrechea",
  email: "mac.iturriaga@correo-privado.mx",
  phone: "+52 55 4891 2736",
  curp: "IUPM840312MDFTXC07",
  card: "4539 1488 0343 6467",
  iban: "ES91 2100 0418 4502 0005 1332",
  address: "Calle Laurel 482, Colonia Jardines, 03100 Ciudad de México",
  birth: "12 de marzo de 1984",
} as const;

/** What must be found nowhere: each value and the parts by which somebody could be found again. */
export const PLANTED: readonly string[] = [
  ...Object.values(PLANTED_TEXTS),
  "Macarena",
  "Iturriaga",
  "Basterrechea",
  "Eulalia",
  "correo-privado",
  "4891 2736",
  "5548912736",
  "4539148803436467",
  "ES9121000418450200051332",
  "Laurel 482",
];

/** A dialogue in which a customer gives everything away. */
export function toTurns(): { side: "user" | "assistant"; role: string; content: string }[] {
  const t = PLANTED_TEXTS;
  const said: [side: "user" | "assistant", content: string][] = [
    ["user", `Hola, soy ${t.fullName} y busco un sedán. Mi correo es ${t.email}`],
    ["assistant", "Con gusto. ¿Me comparte su teléfono y su CURP para el expediente?"],
    ["user", `Mi teléfono es ${t.phone} y mi CURP es ${t.curp}`],
    ["assistant", "Gracias. ¿Cuál es su fecha de nacimiento y su domicilio?"],
    ["user", `Nací el ${t.birth} y vivo en ${t.address}`],
    ["assistant", "Perfecto, macarena. ¿Con qué tarjeta pagaría el apartado?"],
    ["user", `Con la tarjeta ${t.card}, o por transferencia desde la cuenta ${t.iban}`],
    ["assistant", "¿Quién más conduciría el auto?"],
    ["user", `mi hermana se llama ${t.lowerName}, ella también maneja`],
    ["assistant", "Queda registrado, agendamos la prueba de manejo para el jueves."],
  ];
  return said.map(([side, content]) => ({ side, role: side === "user" ? "cliente" : "asesora", content }));
}

/** `SHORT_SEED` in full form, as requests carry it inline. */
export const FULL_SEED: Partial<SeedSchema> = {
  seed_id: "inline-seed",
  dominio: SHORT_SEED.dominio,
  idioma: SHORT_SEED.idioma,
  roles: [...SHORT_SEED.roles],
  rol_asistente: "asesora",
  objetivo: SHORT_SEED.objetivo,
  pasos_turnos: { turnos_min: 4, turnos_max: 12, flujo_esperado: [...SHORT_SEED.pasos_turnos], flujo_con_roles: [] },
  parametros_factuales: {
    contexto: "Una agencia de autos atiende a una familia",
    restricciones: ["El precio máximo es 350,000 MXN"],
    herramientas: ["buscar_inventario"],
    herramientas_definidas: null,
    metadata: {},
  },
};
