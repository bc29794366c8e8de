import type { Conversation, ConversationTurn } from "../../../workers/contract/conversation.ts";
import { SeedSchema } from "../../../workers/contract/seed.ts";
import { ToolDefinition } from "../../../workers/contract/tool.ts";
import type { EvaluationContext } from "../../../workers/core/evaluation/evaluate.ts";
import type { PrivacyScanner } from "../../../workers/core/evaluation/privacy-score.ts";

/** Mexican and American telephone numbers and e-mail addresses: enough of Layer 0 for tests of the metric. */
export const phoneScanner: PrivacyScanner = {
  scan: (text) =>
    [...text.matchAll(/\b\d{2,3}[ -]\d{3,4}[ -]\d{4}\b|[\w.]+@[\w.]+\w/g)].map((match) => ({
      category: match[0].includes("@") ? "EMAIL" : "PHONE",
      start: match.index,
      end: match.index + match[0].length,
      score: 0.99,
    })),
};

export const financingTool = ToolDefinition.parse({
  name: "consultar_financiamiento",
  description: "Calcula planes de financiamiento para un monto.",
  input_schema: {
    type: "object",
    additionalProperties: false,
    required: ["monto", "plazo_meses"],
    properties: {
      monto: { type: "number" },
      plazo_meses: { type: "integer" },
      enganche_porcentaje: { type: "number" },
    },
  },
  output_schema: {
    type: "object",
    required: ["mensualidad"],
    properties: { mensualidad: { type: "number" }, tasa: { type: "number" } },
  },
});

export const carSeed = SeedSchema.parse({
  seed_id: "seed-auto",
  dominio: "automotive.sales",
  idioma: "es",
  roles: ["cliente", "vendedor"],
  rol_asistente: "vendedor",
  descripcion_roles: { cliente: "Busca un auto familiar", vendedor: "Asesor de ventas de la agencia" },
  objetivo: "Vender un auto familiar nuevo con financiamiento",
  pasos_turnos: {
    turnos_min: 6,
    turnos_max: 16,
    flujo_esperado: ["saludo", "consulta de necesidades", "presentacion de opciones", "financiamiento", "cierre"],
  },
  parametros_factuales: {
    contexto: "Agencia de autos con modelos familiares del año y crédito propio.",
    restricciones: [
      "El enganche mínimo es del 20 %",
      "El plazo máximo del crédito es de 60 meses",
      "No prometer la aprobación del crédito",
    ],
    herramientas: ["consultar_financiamiento"],
  },
});

type Line = [rol: string, contenido: string, extra?: Partial<ConversationTurn>];

/** A conversation from lines of role and text. */
export function conversationOf(lines: readonly Line[], extra: Partial<Conversation> = {}): Conversation {
  return {
    conversation_id: "conv-1",
    seed_id: "seed-auto",
    dominio: "automotive.sales",
    idioma: "es",
    es_sintetica: true,
    metadata: {},
    ...extra,
    turnos: lines.map(([rol, contenido, more], i) => ({
      turno: i + 1,
      rol,
      contenido,
      herramientas_usadas: [],
      tool_calls: null,
      tool_results: null,
      metadata: {},
      ...more,
    })),
  };
}

const call = { tool_call_id: "c1", tool_name: "consultar_financiamiento" };

export const goodSale = conversationOf([
  ["cliente", "Hola, buenas tardes. Estoy buscando un auto familiar, somos cinco en casa."],
  ["vendedor", "¡Buenas tardes! Bienvenido a la agencia. ¿Qué presupuesto tiene y para qué va a usar el auto?"],
  ["cliente", "Unos 400 mil pesos, sobre todo para llevar a los niños a la escuela y viajar los fines de semana."],
  [
    "vendedor",
    "Con ese presupuesto tenemos dos opciones: una minivan de siete plazas en 385,000 pesos y una camioneta en 398,000 pesos. ¿Cuál le interesa más?",
  ],
  ["cliente", "La minivan, por el espacio. ¿Qué financiamiento manejan? Puedo dar el 25 % de enganche."],
  [
    "vendedor",
    "Permítame calcular el crédito a 48 meses con ese enganche.",
    {
      tool_calls: [{ ...call, arguments: { monto: 385000, plazo_meses: 48, enganche_porcentaje: 25 } }],
    },
  ],
  [
    "herramienta",
    '{"mensualidad": 8120, "tasa": 13.5}',
    {
      tool_results: [{ ...call, result: { mensualidad: 8120, tasa: 13.5 }, status: "success", duration_ms: null }],
    },
  ],
  [
    "vendedor",
    "Con un enganche del 25 % y un plazo de 48 meses, la mensualidad queda en 8,120 pesos. La aprobación depende del banco, no la puedo asegurar.",
  ],
  ["cliente", "Me parece bien. ¿Qué documentos necesito para iniciar el trámite?"],
  ["vendedor", "Una identificación oficial, comprobante de domicilio y sus últimos tres recibos de nómina."],
  ["cliente", "Perfecto, los traigo mañana por la mañana para firmar."],
  ["vendedor", "Queda agendado entonces. Gracias por su visita, hasta mañana."],
]);

export const foreignTopics = conversationOf([
  ["cliente", "¿Qué autos tienen disponibles este mes?"],
  ["vendedor", "El clima de mañana será lluvioso en la costa."],
  ["cliente", "Para el pastel necesito tres huevos y harina."],
  ["vendedor", "El delantero anotó dos goles en el segundo tiempo."],
  ["cliente", "La luna está a 384 mil kilómetros de la tierra."],
  ["vendedor", "Las rosas se podan en invierno, con guantes."],
]);

export const context: EvaluationContext = { tools: [financingTool], privacy: phoneScanner };
