import { addBusinessDays, dayOf, formatDay, parseDay } from "../calendar.ts";
import type { Bilingual, Simulator } from "../simulation.ts";
import {
  CODES,
  SimulationFailure,
  idNumber,
  makeCode,
  makeId,
  mentions,
  price,
  readNumber,
  readText,
  say,
  worldRandom,
} from "../simulation.ts";

const MACHINES = 400;

type Kind = { name: Bilingual; cues: string };

const KINDS: readonly Kind[] = [
  { name: ["bomba centrífuga", "centrifugal pump"], cues: "bomba pump" },
  { name: ["compresor de tornillo", "screw compressor"], cues: "compresor compressor" },
  { name: ["banda transportadora", "conveyor belt"], cues: "banda transportadora conveyor" },
  { name: ["prensa hidráulica", "hydraulic press"], cues: "prensa press hidraulica hydraulic" },
  { name: ["torno CNC", "CNC lathe"], cues: "torno lathe" },
];
const AREAS: readonly Bilingual[] = [
  ["nave de ensamble", "assembly line"],
  ["cuarto de bombas", "pump room"],
  ["línea de empaque", "packing line"],
  ["taller de maquinado", "machining shop"],
];

type Machine = { id: string; kind: Kind; model: string; area: Bilingual };

function machine(id: string): Machine | SimulationFailure {
  const number = idNumber(id, "EQ", MACHINES);
  if (number === null) return new SimulationFailure(`equipo_id ${id}: no existe`);
  const random = worldRandom("machine", number);
  return {
    id: makeId("EQ", number),
    kind: random.pick(KINDS),
    model: `M-${random.int(1, 9)}${random.pick(["A", "B", "X"])}`,
    area: random.pick(AREAS),
  };
}

type Fault = { cues: string; subsystem: string; cause: Bilingual; actions: readonly Bilingual[]; stop: boolean };

const FAULTS: readonly Fault[] = [
  {
    cues: "vibracion vibration vibra ruido noise",
    subsystem: "mecanico",
    cause: ["desgaste de rodamientos o desalineación", "worn bearings or misalignment"],
    actions: [
      ["revisar la alineación del acoplamiento", "check the coupling alignment"],
      ["medir vibración en los rodamientos", "measure vibration at the bearings"],
    ],
    stop: true,
  },
  {
    cues: "sobrecalent temperatura overheat temperature caliente hot",
    subsystem: "mecanico",
    cause: ["lubricación insuficiente o ventilación obstruida", "too little lubrication or blocked ventilation"],
    actions: [
      ["verificar nivel y estado del lubricante", "check lubricant level and condition"],
      ["limpiar las rejillas de ventilación", "clean the ventilation grilles"],
    ],
    stop: true,
  },
  {
    cues: "fuga leak aceite oil presion pressure",
    subsystem: "hidraulico",
    cause: ["sello dañado en el circuito hidráulico", "damaged seal in the hydraulic circuit"],
    actions: [
      ["despresurizar el circuito antes de intervenir", "depressurise the circuit before working on it"],
      ["reemplazar el sello y revisar mangueras", "replace the seal and check the hoses"],
    ],
    stop: true,
  },
  {
    cues: "arranca start enciende power disparo trip fusible",
    subsystem: "electrico",
    cause: ["protección térmica disparada o falso contacto", "tripped thermal protection or loose contact"],
    actions: [
      ["bloquear y etiquetar la energía", "lock out and tag out the power"],
      ["revisar el arrancador y las terminales", "check the starter and the terminals"],
    ],
    stop: true,
  },
  {
    cues: "aire air neumatic pneumatic cilindro cylinder",
    subsystem: "neumatico",
    cause: ["baja presión de aire o válvula pegada", "low air pressure or stuck valve"],
    actions: [
      ["revisar la unidad de mantenimiento de aire", "check the air preparation unit"],
      ["limpiar o cambiar la válvula", "clean or replace the valve"],
    ],
    stop: false,
  },
  {
    cues: "alarma alarm sensor lectura reading codigo code intermitente intermittent",
    subsystem: "control",
    cause: ["sensor descalibrado o cable dañado", "sensor out of calibration or damaged cable"],
    actions: [
      ["revisar el cableado del sensor", "check the sensor's wiring"],
      ["recalibrar y restablecer la alarma", "recalibrate and reset the alarm"],
    ],
    stop: false,
  },
];

const diagnose: Simulator = (args, context) => {
  const found = machine(String(args["equipo_id"]));
  if (found instanceof SimulationFailure) return found;
  const [symptom, code, subsystem] = [
    readText(args, "sintoma"),
    readText(args, "codigo_error"),
    readText(args, "subsistema"),
  ];
  if (!symptom && !code && !subsystem) return new SimulationFailure("se requiere sintoma, codigo_error o subsistema");
  const fault =
    FAULTS.find((item) => symptom !== undefined && mentions(item.cues, symptom)) ??
    FAULTS.find((item) => item.subsystem === subsystem) ??
    worldRandom("fault", code ?? found.id).pick(FAULTS);
  const random = worldRandom("faults", found.id);
  const today = dayOf(context.today);
  return {
    equipo_id: found.id,
    modelo: `${say(context, found.kind.name)} ${found.model}`,
    ubicacion: say(context, found.area),
    diagnostico: say(context, fault.cause),
    acciones_recomendadas: fault.actions.map((action) => say(context, action)),
    requiere_paro: fault.stop,
    historial_fallas_similares: Array.from({ length: random.int(0, 2) }, (_, i) => ({
      fecha: formatDay(today - random.int(30, 300) * (i + 1)),
      descripcion: say(context, fault.cause),
    })),
  };
};

type Part = { number: string; name: Bilingual; category: string; pesos: number; kinds: string };

const PARTS: readonly Part[] = [
  {
    number: "RP-104",
    name: ["rodamiento rígido de bolas", "deep groove ball bearing"],
    category: "mecanica",
    pesos: 620,
    kinds: "bomba compresor banda torno",
  },
  {
    number: "RP-118",
    name: ["acoplamiento flexible", "flexible coupling"],
    category: "mecanica",
    pesos: 1850,
    kinds: "bomba compresor",
  },
  { number: "RP-131", name: ["banda dentada", "timing belt"], category: "mecanica", pesos: 940, kinds: "banda torno" },
  {
    number: "RP-207",
    name: ["contactor de tres fases", "three-phase contactor"],
    category: "electrica",
    pesos: 1320,
    kinds: "bomba compresor banda prensa torno",
  },
  {
    number: "RP-215",
    name: ["relevador térmico", "thermal relay"],
    category: "electrica",
    pesos: 780,
    kinds: "bomba compresor banda",
  },
  {
    number: "RP-303",
    name: ["sello hidráulico", "oil seal"],
    category: "hidraulica",
    pesos: 460,
    kinds: "prensa bomba",
  },
  {
    number: "RP-312",
    name: ["manguera de alta presión", "high-pressure hose"],
    category: "hidraulica",
    pesos: 1150,
    kinds: "prensa",
  },
  {
    number: "RP-401",
    name: ["grasa de litio", "lithium grease"],
    category: "consumibles",
    pesos: 210,
    kinds: "bomba compresor banda prensa torno",
  },
  {
    number: "RP-409",
    name: ["filtro de aceite", "oil filter"],
    category: "consumibles",
    pesos: 340,
    kinds: "compresor prensa",
  },
  {
    number: "RP-502",
    name: ["candado de bloqueo", "lockout padlock"],
    category: "seguridad",
    pesos: 290,
    kinds: "bomba compresor banda prensa torno",
  },
];

const searchParts: Simulator = (args, context) => {
  const [number, description, category, machineId] = [
    readText(args, "numero_parte"),
    readText(args, "descripcion"),
    readText(args, "categoria"),
    readText(args, "equipo_compatible"),
  ];
  if (!number && !description && !category && !machineId)
    return new SimulationFailure("se requiere al menos un criterio de búsqueda");
  const compatible = machineId ? machine(machineId) : null;
  if (compatible instanceof SimulationFailure) return compatible;
  const found = PARTS.filter(
    (part) =>
      (!number || part.number === number.toUpperCase()) &&
      (!description || mentions(part.name.join(" "), description)) &&
      (!category || part.category === category) &&
      (!compatible || compatible.kind.cues.split(" ").some((cue) => part.kinds.includes(cue))),
  );
  return {
    partes: found.map((part) => {
      const random = worldRandom("stock", `${part.number}:${context.today.slice(0, 7)}`);
      const units = random.weighted([0, 2, 5, 12], (value) => (value === 0 ? 1 : 2));
      return {
        numero_parte: part.number,
        descripcion: say(context, part.name),
        categoria: part.category,
        existencia: units,
        precio_unitario: price(context, part.pesos),
        tiempo_entrega_dias: units > 0 ? 1 : random.int(5, 20),
      };
    }),
    total_resultados: found.length,
  };
};

/** Business days until the job, by priority, and hours of work by kind. */
const PRIORITY_DAYS: Readonly<Record<string, number>> = { critica: 0, alta: 2, media: 5, baja: 10 };
const WORK_HOURS: Readonly<Record<string, number>> = { preventivo: 3, correctivo: 6, predictivo: 2 };
const HOURLY_PESOS = 650;

const schedule: Simulator = (args, context) => {
  const found = machine(String(args["equipo_id"]));
  if (found instanceof SimulationFailure) return found;
  const kind = String(args["tipo_mantenimiento"]);
  const priority = readText(args, "prioridad") ?? "media";
  const today = dayOf(context.today);
  const asked = readText(args, "fecha_sugerida");
  const preferred = asked ? parseDay(asked) : null;
  if (asked && preferred === null) return new SimulationFailure(`fecha_sugerida ${asked}: se espera AAAA-MM-DD`);
  if (preferred !== null && preferred < today) return new SimulationFailure(`fecha_sugerida ${asked}: ya pasó`);
  const latest = addBusinessDays(today, PRIORITY_DAYS[priority] ?? 5);
  // A critical job is not put off because a later date was suggested.
  const day = priority === "critica" || preferred === null ? latest : addBusinessDays(preferred, 0);
  const parts = PARTS.filter(
    (part) =>
      found.kind.cues.split(" ").some((cue) => part.kinds.includes(cue)) &&
      part.category === (kind === "preventivo" ? "consumibles" : "mecanica"),
  );
  const hours = WORK_HOURS[kind] ?? 3;
  const cost = parts.reduce((sum, part) => sum + part.pesos, 0) + hours * HOURLY_PESOS;
  return {
    orden_id: makeId("OT", context.random.int(1, 9999)),
    equipo_id: found.id,
    tipo_mantenimiento: kind,
    fecha_programada: formatDay(day),
    tecnico_asignado: say(context, ["técnico de turno", "technician on shift"]),
    duracion_estimada_horas: hours,
    partes_requeridas: parts.map((part) => say(context, part.name)),
    estatus: "programada",
    costo_estimado: price(context, cost),
  };
};

const DOCUMENTS: readonly { kind: string; title: Bilingual; pages: number }[] = [
  { kind: "manual_operacion", title: ["manual de operación", "operating manual"], pages: 86 },
  { kind: "manual_mantenimiento", title: ["manual de mantenimiento", "maintenance manual"], pages: 124 },
  { kind: "diagrama", title: ["diagrama eléctrico", "electrical diagram"], pages: 12 },
  { kind: "ficha_tecnica", title: ["ficha técnica", "data sheet"], pages: 4 },
  {
    kind: "procedimiento_seguridad",
    title: ["procedimiento de bloqueo y etiquetado", "lockout and tagout procedure"],
    pages: 9,
  },
];

const searchManuals: Simulator = (args, context) => {
  const [id, terms, kind] = [readText(args, "equipo_id"), readText(args, "terminos"), readText(args, "tipo_documento")];
  if (!id && !terms && !kind) return new SimulationFailure("se requiere equipo_id, terminos o tipo_documento");
  const found = id ? machine(id) : null;
  if (found instanceof SimulationFailure) return found;
  const subject = found ? ` ${say(context, found.kind.name)} ${found.model}` : "";
  const documents = DOCUMENTS.filter(
    (item) => (!kind || item.kind === kind) && (!terms || kind !== undefined || mentions(item.title.join(" "), terms)),
  );
  return {
    documentos: documents.map((item, i) => ({
      documento_id: `DOC-${i + 1}${item.kind.slice(0, 1).toUpperCase()}`,
      titulo: `${say(context, item.title)}${subject}`,
      tipo_documento: item.kind,
      paginas: item.pages,
      seccion_relevante: say(context, [`sección ${1 + (item.pages % 7)}`, `section ${1 + (item.pages % 7)}`]),
    })),
    total_resultados: documents.length,
  };
};

/** Days to close the investigation, by severity. */
const CLOSE_DAYS: Readonly<Record<string, number>> = { catastrofica: 3, critica: 7, marginal: 15, despreciable: 30 };

const incident: Simulator = (args, context) => {
  const kind = String(args["tipo_incidencia"]);
  const severity = readText(args, "severidad_potencial") ?? "marginal";
  const people = readNumber(args, "personas_involucradas") ?? 0;
  if (people < 0) return new SimulationFailure("personas_involucradas: no puede ser negativo");
  const serious = ["catastrofica", "critica"].includes(severity) || (kind === "accidente" && people > 0);
  return {
    incidencia_id: makeCode("INC", context.random.int(0, CODES - 1)),
    fecha_registro: context.today,
    tipo_incidencia: kind,
    area: String(args["area"]),
    severidad_potencial: severity,
    acciones_inmediatas: [
      say(context, ["delimitar y señalizar el área", "cordon off and mark the area"]),
      ...(serious
        ? [say(context, ["detener el equipo y bloquear la energía", "stop the machine and lock out the power"])]
        : []),
    ],
    investigacion_requerida: serious,
    notificaciones_enviadas: [
      say(context, ["supervisión de turno", "shift supervision"]),
      ...(serious ? [say(context, ["seguridad e higiene", "health and safety"])] : []),
    ],
    plazo_cierre_dias: CLOSE_DAYS[severity] ?? 15,
    normativa_aplicable: [
      say(context, ["NOM-004-STPS (maquinaria)", "NOM-004-STPS (machinery)"]),
      say(context, ["NOM-019-STPS (comisiones de seguridad)", "NOM-019-STPS (safety committees)"]),
    ],
  };
};

export const INDUSTRIAL_SIMULATORS: Readonly<Record<string, Simulator>> = {
  diagnosticar_equipo: diagnose,
  consultar_inventario_partes: searchParts,
  programar_mantenimiento: schedule,
  buscar_manual_tecnico: searchManuals,
  registrar_incidencia: incident,
};
