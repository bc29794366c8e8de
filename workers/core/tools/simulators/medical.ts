import type { JsonObject } from "../../../contract/ids.ts";
import { addBusinessDays, dayOf, formatDay, parseDay } from "../calendar.ts";
import type { Bilingual, Simulator, SimulatorContext } from "../simulation.ts";
import {
  CODES,
  SimulationFailure,
  codeNumber,
  fold,
  makeCode,
  mentions,
  price,
  readText,
  round,
  say,
  worldRandom,
} from "../simulation.ts";

type Condition = { name: Bilingual; icd10: string; drug: string; specialty: Bilingual };

const CONDITIONS: readonly Condition[] = [
  {
    name: ["hipertensión arterial", "high blood pressure"],
    icd10: "I10",
    drug: "losartán",
    specialty: ["medicina interna", "internal medicine"],
  },
  {
    name: ["diabetes tipo 2", "type 2 diabetes"],
    icd10: "E11.9",
    drug: "metformina",
    specialty: ["endocrinología", "endocrinology"],
  },
  {
    name: ["rinitis alérgica", "seasonal allergy"],
    icd10: "J30.4",
    drug: "loratadina",
    specialty: ["alergología", "allergy care"],
  },
  {
    name: ["gastritis", "gastritis"],
    icd10: "K29.7",
    drug: "omeprazol",
    specialty: ["gastroenterología", "gastroenterology"],
  },
  { name: ["migraña", "migraine"], icd10: "G43.9", drug: "ibuprofeno", specialty: ["neurología", "neurology"] },
  { name: ["asma leve", "mild asthma"], icd10: "J45.2", drug: "salbutamol", specialty: ["neumología", "pulmonology"] },
  {
    name: ["hipotiroidismo", "hypothyroidism"],
    icd10: "E03.9",
    drug: "levotiroxina",
    specialty: ["endocrinología", "endocrinology"],
  },
  {
    name: ["lumbalgia", "low back pain"],
    icd10: "M54.5",
    drug: "paracetamol",
    specialty: ["traumatología", "orthopaedics"],
  },
];

type Drug = {
  name: string;
  english: string;
  route: string;
  form: Bilingual;
  dose: string;
  prescription: boolean;
  warning: Bilingual;
};

const DRUGS: readonly Drug[] = [
  {
    name: "losartán",
    english: "losartan",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "50 mg",
    prescription: true,
    warning: ["evitar en el embarazo", "avoid during pregnancy"],
  },
  {
    name: "metformina",
    english: "metformin",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "850 mg",
    prescription: true,
    warning: ["tomar con alimentos", "take with food"],
  },
  {
    name: "loratadina",
    english: "loratadine",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "10 mg",
    prescription: false,
    warning: ["puede dar somnolencia ligera", "may cause slight drowsiness"],
  },
  {
    name: "omeprazol",
    english: "omeprazole",
    route: "oral",
    form: ["cápsulas", "capsules"],
    dose: "20 mg",
    prescription: false,
    warning: ["tomar en ayunas", "take before breakfast"],
  },
  {
    name: "ibuprofeno",
    english: "ibuprofen",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "400 mg",
    prescription: false,
    warning: ["no combinar con otros antiinflamatorios", "do not combine with other anti-inflammatories"],
  },
  {
    name: "paracetamol",
    english: "acetaminophen",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "500 mg",
    prescription: false,
    warning: ["no exceder 4 g al día", "do not exceed 4 g a day"],
  },
  {
    name: "salbutamol",
    english: "salbutamol",
    route: "inhalada",
    form: ["inhalador", "inhaler"],
    dose: "100 mcg",
    prescription: true,
    warning: ["puede causar temblor o palpitaciones", "may cause tremor or palpitations"],
  },
  {
    name: "levotiroxina",
    english: "levothyroxine",
    route: "oral",
    form: ["tabletas", "tablets"],
    dose: "75 mcg",
    prescription: true,
    warning: ["tomar en ayunas y separada del calcio", "take on an empty stomach and apart from calcium"],
  },
  {
    name: "amoxicilina",
    english: "amoxicillin",
    route: "oral",
    form: ["cápsulas", "capsules"],
    dose: "500 mg",
    prescription: true,
    warning: ["no usar con alergia a penicilina", "do not use with an allergy to penicillins"],
  },
  {
    name: "insulina glargina",
    english: "insulin glargine",
    route: "subcutanea",
    form: ["pluma", "pen"],
    dose: "100 UI/ml",
    prescription: true,
    warning: ["vigilar hipoglucemia", "watch for low blood sugar"],
  },
  {
    name: "hidrocortisona",
    english: "hydrocortisone",
    route: "topica",
    form: ["crema", "cream"],
    dose: "1 %",
    prescription: false,
    warning: ["no aplicar en heridas abiertas", "do not apply to open wounds"],
  },
  {
    name: "ceftriaxona",
    english: "ceftriaxone",
    route: "intravenosa",
    form: ["ampolleta", "vial"],
    dose: "1 g",
    prescription: true,
    warning: ["solo en unidad médica", "in a medical unit only"],
  },
];

const ALLERGIES: readonly Bilingual[] = [
  ["penicilina", "penicillins"],
  ["sulfonamidas", "sulfonamide drugs"],
  ["mariscos", "shellfish"],
  ["látex", "latex"],
];

type Patient = { id: string; conditions: Condition[]; allergies: Bilingual[] };

function patient(id: string): Patient | SimulationFailure {
  const number = codeNumber(id, "PAC");
  if (number === null) return new SimulationFailure(`paciente_id ${id}: no existe`);
  const random = worldRandom("patient", number);
  return {
    id: makeCode("PAC", number),
    conditions: random.shuffle(CONDITIONS).slice(0, random.int(1, 2)),
    allergies: random.next() < 0.4 ? [random.pick(ALLERGIES)] : [],
  };
}

function drugName(context: SimulatorContext, name: string): string {
  const drug = DRUGS.find((candidate) => candidate.name === name);
  return drug && context.language === "en" ? drug.english : name;
}

function doctor(context: SimulatorContext, specialty: Bilingual): string {
  return say(context, [`médico de ${specialty[0]}`, `${specialty[1]} physician`]);
}

type RecordKind = { type: string; filter: string; describe: (condition: Condition) => Bilingual };

const RECORDS: readonly RecordKind[] = [
  {
    type: "consulta",
    filter: "consultas",
    describe: ({ name }) => [`control de ${name[0]}`, `check-up for ${name[1]}`],
  },
  {
    type: "estudio",
    filter: "estudios",
    describe: ({ name }) => [`estudios de control por ${name[0]}`, `follow-up tests for ${name[1]}`],
  },
  {
    type: "receta",
    filter: "recetas",
    describe: ({ name, drug }) => [`receta de ${drug} por ${name[0]}`, `prescription for ${name[1]}`],
  },
];

const history: Simulator = (args, context) => {
  const found = patient(String(args["paciente_id"]));
  if (found instanceof SimulationFailure) return found;
  const wanted = readText(args, "tipo_registro") ?? "todos";
  const random = worldRandom("history", found.id);
  const today = dayOf(context.today);
  const entries = found.conditions.flatMap((condition) =>
    RECORDS.map((record) => ({
      filter: record.filter,
      day: today - random.int(20, 700),
      entry: {
        tipo: record.type,
        descripcion: say(context, record.describe(condition)),
        medico: doctor(context, condition.specialty),
        diagnostico_cie10: condition.icd10,
      },
    })),
  );
  return {
    paciente_id: found.id,
    nombre: null,
    historial: entries
      .filter((item) => wanted === "todos" || item.filter === wanted)
      .sort((a, b) => b.day - a.day)
      .map((item) => ({ fecha: formatDay(item.day), ...item.entry })),
    alergias: found.allergies.map((allergy) => say(context, allergy)),
    medicamentos_actuales: found.conditions.map(
      ({ drug }) => `${drugName(context, drug)} ${DRUGS.find((item) => item.name === drug)!.dose}`,
    ),
  };
};

const searchDrugs: Simulator = (args, context) => {
  const query = readText(args, "nombre") ?? readText(args, "principio_activo");
  const route = readText(args, "via_administracion");
  if (!query && !route) return new SimulationFailure("se requiere nombre, principio_activo o via_administracion");
  const found = DRUGS.filter(
    (drug) => (!query || mentions(`${drug.name} ${drug.english}`, query)) && (!route || drug.route === route),
  );
  return {
    medicamentos: found.map((drug) => ({
      nombre: drugName(context, drug.name),
      principio_activo: drugName(context, drug.name),
      presentacion: `${say(context, drug.form)} ${drug.dose}`,
      via_administracion: drug.route,
      requiere_receta: drug.prescription,
      advertencias: [say(context, drug.warning)],
    })),
    total_resultados: found.length,
  };
};

const PREPARATION: Readonly<Record<string, Bilingual>> = {
  rutina: ["Llegar 15 minutos antes con estudios recientes.", "Arrive 15 minutes early with recent test results."],
  urgente: [
    "Acudir en ayunas de 4 horas y traer la lista de medicamentos.",
    "Come after a 4-hour fast and bring the medication list.",
  ],
  seguimiento: [
    "Traer el registro de síntomas y los medicamentos actuales.",
    "Bring the symptom log and current medicines.",
  ],
};

/** Business days until the first free slot, by urgency. */
const WAIT_DAYS: Readonly<Record<string, number>> = { urgente: 0, seguimiento: 3, rutina: 5 };

const bookAppointment: Simulator = (args, context) => {
  const found = patient(String(args["paciente_id"]));
  if (found instanceof SimulationFailure) return found;
  const urgency = readText(args, "urgencia") ?? "rutina";
  const today = dayOf(context.today);
  const asked = readText(args, "fecha_preferida");
  const preferred = asked ? parseDay(asked) : null;
  if (asked && preferred === null) return new SimulationFailure(`fecha_preferida ${asked}: se espera AAAA-MM-DD`);
  if (preferred !== null && preferred < today) return new SimulationFailure(`fecha_preferida ${asked}: ya pasó`);
  const earliest = addBusinessDays(today, WAIT_DAYS[urgency] ?? 5);
  const day = preferred === null ? earliest : addBusinessDays(Math.max(preferred, addBusinessDays(today, 0)), 0);
  const specialty = String(args["especialidad"]);
  return {
    cita_id: makeCode("CIT", context.random.int(0, CODES - 1)),
    paciente_id: found.id,
    medico: readText(args, "medico_id") ?? doctor(context, [specialty, specialty]),
    especialidad: specialty,
    fecha_hora: `${formatDay(day)}T${String(context.random.int(8, 17)).padStart(2, "0")}:${context.random.pick(["00", "30"])}`,
    consultorio: String(context.random.int(101, 420)),
    instrucciones_previas: say(context, PREPARATION[urgency] ?? PREPARATION["rutina"]!),
    estatus: "confirmada",
  };
};

type Parameter = {
  kind: string;
  study: Bilingual;
  name: Bilingual;
  unit: string;
  low: number;
  high: number;
  decimals: number;
};

/** Adult reference ranges as usually printed on laboratory reports. */
const PARAMETERS: readonly Parameter[] = [
  {
    kind: "sangre",
    study: ["química sanguínea", "blood chemistry"],
    name: ["glucosa en ayunas", "fasting glucose"],
    unit: "mg/dL",
    low: 70,
    high: 100,
    decimals: 0,
  },
  {
    kind: "sangre",
    study: ["química sanguínea", "blood chemistry"],
    name: ["colesterol total", "total cholesterol"],
    unit: "mg/dL",
    low: 125,
    high: 200,
    decimals: 0,
  },
  {
    kind: "sangre",
    study: ["química sanguínea", "blood chemistry"],
    name: ["creatinina", "creatinine"],
    unit: "mg/dL",
    low: 0.6,
    high: 1.2,
    decimals: 2,
  },
  {
    kind: "sangre",
    study: ["química sanguínea", "blood chemistry"],
    name: ["triglicéridos", "triglycerides"],
    unit: "mg/dL",
    low: 50,
    high: 150,
    decimals: 0,
  },
  {
    kind: "sangre",
    study: ["biometría hemática", "complete blood count"],
    name: ["hemoglobina", "hemoglobin"],
    unit: "g/dL",
    low: 12,
    high: 16,
    decimals: 1,
  },
  {
    kind: "sangre",
    study: ["biometría hemática", "complete blood count"],
    name: ["leucocitos", "white blood cells"],
    unit: "10^3/uL",
    low: 4.5,
    high: 11,
    decimals: 1,
  },
  {
    kind: "sangre",
    study: ["perfil tiroideo", "thyroid panel"],
    name: ["TSH", "TSH"],
    unit: "mUI/L",
    low: 0.4,
    high: 4,
    decimals: 2,
  },
  {
    kind: "orina",
    study: ["examen general de orina", "urinalysis"],
    name: ["pH urinario", "urine pH"],
    unit: "pH",
    low: 5,
    high: 8,
    decimals: 1,
  },
  {
    kind: "orina",
    study: ["examen general de orina", "urinalysis"],
    name: ["densidad urinaria", "specific gravity"],
    unit: "g/mL",
    low: 1.005,
    high: 1.03,
    decimals: 3,
  },
  {
    kind: "imagen",
    study: ["densitometría ósea", "bone densitometry"],
    name: ["índice T", "T-score"],
    unit: "DE",
    low: -1,
    high: 3,
    decimals: 1,
  },
  {
    kind: "biopsia",
    study: ["biopsia de piel", "skin biopsy"],
    name: ["margen libre", "clear margin"],
    unit: "mm",
    low: 2,
    high: 10,
    decimals: 1,
  },
  {
    kind: "otros",
    study: ["espirometría", "spirometry"],
    name: ["FEV1/FVC", "FEV1/FVC"],
    unit: "%",
    low: 70,
    high: 90,
    decimals: 0,
  },
];

const labResults: Simulator = (args, context) => {
  const found = patient(String(args["paciente_id"]));
  if (found instanceof SimulationFailure) return found;
  const from = readText(args, "fecha_desde");
  const fromDay = from ? parseDay(from) : null;
  if (from && fromDay === null) return new SimulationFailure(`fecha_desde ${from}: se espera AAAA-MM-DD`);
  const [kind, studyId] = [readText(args, "tipo_estudio"), readText(args, "estudio_id")];
  const random = worldRandom("laboratory", found.id);
  const studies = [...new Set(PARAMETERS.map((parameter) => parameter.study[0]))].map((study) => ({
    parameters: PARAMETERS.filter((parameter) => parameter.study[0] === study),
    id: makeCode("EST", random.int(0, CODES - 1)),
    day: dayOf(context.today) - random.int(2, 300),
    values: PARAMETERS.map(() => random.next()),
    outside: PARAMETERS.map(() => random.next() < 0.3),
  }));
  return {
    paciente_id: found.id,
    resultados: studies
      .filter((study) => !kind || study.parameters[0]!.kind === kind)
      .filter((study) => !studyId || study.id === studyId.toUpperCase())
      .filter((study) => fromDay === null || study.day >= fromDay)
      .sort((a, b) => b.day - a.day)
      .slice(0, 3)
      .map((study) => ({
        estudio_id: study.id,
        tipo_estudio: study.parameters[0]!.kind,
        nombre: say(context, study.parameters[0]!.study),
        fecha: formatDay(study.day),
        parametros: study.parameters.map((parameter, i) =>
          measured(parameter, study.values[i]!, study.outside[i]!, context),
        ),
      })),
  };
};

/** A value inside the range, or up to a quarter of the range above its upper end. */
function measured(parameter: Parameter, draw: number, outside: boolean, context: SimulatorContext): JsonObject {
  const width = parameter.high - parameter.low;
  const raw = outside ? parameter.high + width * (0.05 + draw / 5) : parameter.low + width * (0.1 + draw * 0.8);
  const value = round(raw, parameter.decimals);
  return {
    nombre: say(context, parameter.name),
    valor: value,
    unidad: parameter.unit,
    rango_referencia: `${parameter.low}-${parameter.high}`,
    fuera_rango: value < parameter.low || value > parameter.high,
  };
}

const PROCEDURES: readonly Bilingual[] = [
  ["consulta de especialidad", "specialist visit"],
  ["estudios de laboratorio", "laboratory tests"],
  ["resonancia magnética", "magnetic resonance imaging"],
  ["fisioterapia", "physiotherapy"],
  ["hospitalización", "hospital stay"],
];

const insuranceCover: Simulator = (args, context) => {
  const [policy, patientId] = [readText(args, "poliza_numero"), readText(args, "paciente_id")];
  if (!policy && !patientId) return new SimulationFailure("se requiere paciente_id o poliza_numero");
  const number = policy ? codeNumber(policy, "POL") : codeNumber(patientId!, "PAC");
  if (number === null) return new SimulationFailure(`${policy ?? patientId}: no existe`);
  const random = worldRandom("policy", number);
  const cap = random.pick([500_000, 1_000_000, 2_000_000]);
  const code = readText(args, "procedimiento_codigo");
  const covered = PROCEDURES.slice(0, random.int(2, PROCEDURES.length)).map((procedure) => say(context, procedure));
  return {
    poliza_numero: makeCode("POL", number),
    aseguradora: say(context, ["aseguradora del plan corporativo", "corporate plan insurer"]),
    vigencia_hasta: formatDay(dayOf(context.today) + random.int(30, 360)),
    cobertura_porcentaje: random.pick([70, 80, 90]),
    deducible: price(context, random.pick([5000, 10_000, 15_000])),
    copago: price(context, random.pick([200, 350, 500])),
    procedimientos_cubiertos:
      code && !covered.some((name) => fold(name) === fold(code))
        ? covered.filter((name) => mentions(name, code))
        : covered,
    tope_anual: price(context, cap),
    monto_utilizado: price(context, cap * random.next() * 0.5),
  };
};

export const MEDICAL_SIMULATORS: Readonly<Record<string, Simulator>> = {
  consultar_historial_medico: history,
  buscar_medicamentos: searchDrugs,
  agendar_cita: bookAppointment,
  consultar_resultados_lab: labResults,
  consultar_cobertura_seguro: insuranceCover,
};
