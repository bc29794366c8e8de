import type { JsonObject } from "../../../contract/ids.ts";
import type { Random } from "../../generation/random.ts";
import { addBusinessDays, dayOf, formatDay, parseDay } from "../calendar.ts";
import type { Bilingual, Simulator, SimulatorContext } from "../simulation.ts";
import {
  CODES,
  SimulationFailure,
  codeNumber,
  fold,
  makeCode,
  mentions,
  readNumber,
  readText,
  round,
  say,
  worldRandom,
} from "../simulation.ts";

type Unit = { subject: Bilingual; topic: Bilingual; level: string; hours: number; goals: Bilingual };

const UNITS: readonly Unit[] = [
  {
    subject: ["matemáticas", "mathematics"],
    topic: ["fracciones", "fractions"],
    level: "primaria",
    hours: 12,
    goals: ["sumar y comparar fracciones", "add and compare fractions"],
  },
  {
    subject: ["matemáticas", "mathematics"],
    topic: ["porcentajes", "percentages"],
    level: "secundaria",
    hours: 8,
    goals: ["calcular descuentos y aumentos", "work out discounts and increases"],
  },
  {
    subject: ["matemáticas", "mathematics"],
    topic: ["ecuaciones de primer grado", "linear equations"],
    level: "secundaria",
    hours: 14,
    goals: ["despejar la incógnita en un paso y en dos", "solve for the unknown in one and two steps"],
  },
  {
    subject: ["matemáticas", "mathematics"],
    topic: ["derivadas", "derivatives"],
    level: "preparatoria",
    hours: 20,
    goals: ["derivar polinomios y leer la pendiente", "differentiate polynomials and read the slope"],
  },
  {
    subject: ["física", "physics"],
    topic: ["velocidad y aceleración", "speed and acceleration"],
    level: "preparatoria",
    hours: 12,
    goals: ["relacionar distancia, tiempo y velocidad", "relate distance, time and speed"],
  },
  {
    subject: ["química", "chemistry"],
    topic: ["balanceo de ecuaciones", "balancing equations"],
    level: "preparatoria",
    hours: 10,
    goals: ["conservar la masa en una reacción", "conserve mass in a reaction"],
  },
  {
    subject: ["biología", "biology"],
    topic: ["fotosíntesis", "photosynthesis"],
    level: "secundaria",
    hours: 6,
    goals: ["explicar cómo se transforma la energía de la luz", "explain how light energy is transformed"],
  },
  {
    subject: ["historia", "history"],
    topic: ["revolución industrial", "industrial revolution"],
    level: "secundaria",
    hours: 8,
    goals: ["relacionar causas y consecuencias", "relate causes and consequences"],
  },
  {
    subject: ["español", "language arts"],
    topic: ["comprensión lectora", "reading comprehension"],
    level: "primaria",
    hours: 10,
    goals: ["encontrar la idea principal", "find the main idea"],
  },
  {
    subject: ["español", "language arts"],
    topic: ["ensayo argumentativo", "argumentative essay"],
    level: "preparatoria",
    hours: 12,
    goals: ["sostener una tesis con evidencia", "support a thesis with evidence"],
  },
  {
    subject: ["estadística", "statistics"],
    topic: ["media y mediana", "mean and median"],
    level: "universidad",
    hours: 9,
    goals: ["resumir un conjunto de datos", "summarise a data set"],
  },
  {
    subject: ["metodología", "research methods"],
    topic: ["planteamiento del problema", "problem statement"],
    level: "posgrado",
    hours: 16,
    goals: ["formular una pregunta de investigación", "formulate a research question"],
  },
];

function matches(words: Bilingual, query: string | undefined): boolean {
  return query === undefined || words.some((word) => fold(word) === fold(query)) || mentions(words.join(" "), query);
}

const searchCurriculum: Simulator = (args, context) => {
  const [subject, level, topic, plan] = [
    readText(args, "materia"),
    readText(args, "nivel"),
    readText(args, "tema"),
    readText(args, "plan_estudios"),
  ];
  if (!subject && !level && !topic && !plan)
    return new SimulationFailure("se requiere al menos un criterio de búsqueda");
  const found = UNITS.filter(
    (unit) => matches(unit.subject, subject) && (!level || unit.level === level) && matches(unit.topic, topic),
  );
  return {
    resultados: found.map((unit) => ({
      materia: say(context, unit.subject),
      tema: say(context, unit.topic),
      nivel: unit.level,
      horas_sugeridas: unit.hours,
      objetivo: say(context, unit.goals),
      plan_estudios: plan ?? say(context, ["plan general", "general plan"]),
    })),
    total_resultados: found.length,
  };
};

/** Grades on a scale of 0 to 10; the trend compares the last two evaluations with the first two. */
const progress: Simulator = (args, context) => {
  const id = String(args["alumno_id"]);
  const number = codeNumber(id, "ALU");
  if (number === null) return new SimulationFailure(`alumno_id ${id}: no existe`);
  const subject = readText(args, "materia") ?? say(context, ["matemáticas", "mathematics"]);
  const random = worldRandom("student", `${number}:${fold(subject)}`);
  const base = 6 + random.next() * 3;
  const slope = (random.next() - 0.4) * 0.6;
  const today = dayOf(context.today);
  const grades = Array.from({ length: 4 }, (_, i) =>
    round(Math.max(4, Math.min(10, base + slope * i + (random.next() - 0.5))), 1),
  );
  const change = (grades[2]! + grades[3]! - grades[0]! - grades[1]!) / 2;
  const units = UNITS.filter((unit) => matches(unit.subject, subject));
  const topics = (units.length > 0 ? units : UNITS).map((unit) => say(context, unit.topic));
  const split = Math.max(1, Math.floor(topics.length / 2));
  return {
    alumno_id: makeCode("ALU", number),
    nombre_alumno: null,
    materia: subject,
    periodo: readText(args, "periodo") ?? say(context, ["periodo actual", "current term"]),
    calificacion_promedio: round(grades.reduce((sum, grade) => sum + grade, 0) / grades.length, 1),
    evaluaciones: grades.map((grade, i) => ({
      fecha: formatDay(addBusinessDays(today - (4 - i) * 21, 0)),
      tipo: say(context, ["examen parcial", "partial exam"]),
      calificacion: grade,
    })),
    competencias_logradas: topics.slice(0, split),
    areas_mejora: topics.slice(split).length > 0 ? topics.slice(split) : topics.slice(0, 1),
    tendencia: change > 0.3 ? "ascendente" : change < -0.3 ? "descendente" : "estable",
  };
};

const SIZES: Readonly<Record<string, number>> = { basico: 9, intermedio: 25, avanzado: 60 };
const MINUTES: Readonly<Record<string, number>> = { basico: 3, intermedio: 6, avanzado: 10 };

type Problem = { question: string; answer: string };
type Maker = { cues: string; make: (random: Random, size: number, context: SimulatorContext) => Problem };

/** Problems with worked-out answers for the topics where a generator can do the arithmetic. */
const MAKERS: readonly Maker[] = [
  {
    cues: "ecuaciones lineales primer grado linear equations algebra",
    make: (random, size, context) => {
      const [a, x, b] = [random.int(2, Math.max(3, size / 4)), random.int(1, size), random.int(1, size)];
      return {
        question: say(context, [`Resuelve: ${a}x + ${b} = ${a * x + b}`, `Solve: ${a}x + ${b} = ${a * x + b}`]),
        answer: `x = ${x}`,
      };
    },
  },
  {
    cues: "fracciones fractions",
    make: (random, size, context) => {
      const [p, q] = [random.int(2, Math.min(12, size)), random.int(2, Math.min(12, size))];
      const [top, bottom] = [p + q, p * q];
      const divisor = gcd(top, bottom);
      return {
        question: say(context, [`Sume: 1/${p} + 1/${q}`, `Add: 1/${p} + 1/${q}`]),
        answer: `${top / divisor}/${bottom / divisor}`,
      };
    },
  },
  {
    cues: "porcentajes percentages descuentos",
    make: (random, size, context) => {
      const [share, whole] = [random.int(1, 9) * 10, random.int(2, size) * 20];
      return {
        question: say(context, [`Calcula el ${share}% de ${whole}`, `Work out ${share}% of ${whole}`]),
        answer: String((share * whole) / 100),
      };
    },
  },
  {
    cues: "derivadas derivatives calculo calculus",
    make: (random, size, context) => {
      const [a, n] = [random.int(2, Math.max(3, size / 3)), random.int(2, 5)];
      return {
        question: say(context, [`Deriva f(x) = ${a}x^${n}`, `Differentiate f(x) = ${a}x^${n}`]),
        answer: `f'(x) = ${a * n}x^${n - 1}`,
      };
    },
  },
  {
    cues: "velocidad aceleracion velocity speed physics fisica",
    make: (random, size, context) => {
      const [speed, hours] = [random.int(2, size) * 5, random.int(2, 6)];
      return {
        question: say(context, [
          `Un móvil recorre ${speed * hours} km en ${hours} h. ¿Cuál es su velocidad media?`,
          `A vehicle covers ${speed * hours} km in ${hours} h. What is its average speed?`,
        ]),
        answer: `${speed} km/h`,
      };
    },
  },
  {
    cues: "media mediana mean median estadistica statistics",
    make: (random, size, context) => {
      const data = Array.from({ length: 5 }, () => random.int(1, size)).sort((a, b) => a - b);
      return {
        question: say(context, [`Halla la mediana de ${data.join(", ")}`, `Find the median of ${data.join(", ")}`]),
        answer: String(data[2]),
      };
    },
  },
];

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** How an exercise on a topic without arithmetic is asked, by kind. */
const OPEN: Readonly<Record<string, (topic: string) => Bilingual>> = {
  abierta: (topic) => [
    `Explica con tus palabras: ${topic}. Da un ejemplo.`,
    `Explain in your own words: ${topic}. Give an example.`,
  ],
  opcion_multiple: (topic) => [
    `Elige la afirmación correcta sobre ${topic} y justifícala.`,
    `Choose the correct statement about ${topic} and justify it.`,
  ],
  verdadero_falso: (topic) => [
    `Di si es verdadero o falso y por qué: un hecho central de ${topic}.`,
    `Say whether it is true or false and why: a central fact of ${topic}.`,
  ],
  relacion_columnas: (topic) => [
    `Relaciona cada concepto de ${topic} con su definición.`,
    `Match each concept of ${topic} with its definition.`,
  ],
  completar: (topic) => [
    `Completa el resumen sobre ${topic} con las palabras clave.`,
    `Complete the summary about ${topic} with the key words.`,
  ],
};

const EXERCISES_MAX = 20;

const exercises: Simulator = (args, context) => {
  const topic = String(args["tema"]);
  const difficulty = String(args["nivel_dificultad"]);
  const kind = readText(args, "tipo_ejercicio") ?? "abierta";
  const count = readNumber(args, "cantidad") ?? 3;
  if (count < 1 || count > EXERCISES_MAX)
    return new SimulationFailure(`cantidad: debe estar entre 1 y ${EXERCISES_MAX}`);
  const maker = MAKERS.find((item) => mentions(item.cues, topic));
  const list = Array.from({ length: count }, (_, i): JsonObject => {
    const problem = maker?.make(context.random, SIZES[difficulty] ?? 9, context);
    return {
      numero: i + 1,
      enunciado: problem?.question ?? say(context, (OPEN[kind] ?? OPEN["abierta"]!)(topic)),
      respuesta:
        problem?.answer ??
        say(context, ["respuesta libre, se revisa con rúbrica", "free answer, marked with a rubric"]),
      tipo: kind,
    };
  });
  return { ejercicios: list, total_generados: count, tiempo_estimado_minutos: count * (MINUTES[difficulty] ?? 5) };
};

const RESOURCES: readonly { kind: string; name: Bilingual; minutes: number }[] = [
  { kind: "video", name: ["video explicativo", "explanatory video"], minutes: 12 },
  { kind: "documento", name: ["guía de estudio", "study guide"], minutes: 25 },
  { kind: "interactivo", name: ["práctica interactiva", "interactive practice"], minutes: 20 },
  { kind: "simulacion", name: ["simulación guiada", "guided simulation"], minutes: 15 },
  { kind: "lectura", name: ["lectura breve", "short reading"], minutes: 10 },
];

const resources: Simulator = (args, context) => {
  const [topic, kind, level, language] = [
    readText(args, "tema"),
    readText(args, "tipo_recurso"),
    readText(args, "nivel"),
    readText(args, "idioma"),
  ];
  if (!topic && !kind && !level) return new SimulationFailure("se requiere tema, tipo_recurso o nivel");
  const subject = topic ?? say(context, ["técnicas de estudio", "study skills"]);
  const found = RESOURCES.filter((item) => !kind || item.kind === kind);
  return {
    recursos: found.map((item, i) => ({
      recurso_id: `REC-${i + 1}${item.kind.slice(0, 1).toUpperCase()}`,
      titulo: say(context, [`${item.name[0]} sobre ${subject}`, `${item.name[1]} on ${subject}`]),
      tipo_recurso: item.kind,
      nivel: level ?? "secundaria",
      idioma: language ?? context.language,
      duracion_minutos: item.minutes,
    })),
    total_resultados: found.length,
  };
};

const session: Simulator = (args, context) => {
  const id = String(args["alumno_id"]);
  const number = codeNumber(id, "ALU");
  if (number === null) return new SimulationFailure(`alumno_id ${id}: no existe`);
  const today = dayOf(context.today);
  const asked = readText(args, "fecha_preferida");
  const preferred = asked ? parseDay(asked) : null;
  if (asked && preferred === null) return new SimulationFailure(`fecha_preferida ${asked}: se espera AAAA-MM-DD`);
  if (preferred !== null && preferred < today) return new SimulationFailure(`fecha_preferida ${asked}: ya pasó`);
  const minutes = readNumber(args, "duracion_minutos") ?? 60;
  if (minutes < 15 || minutes > 240) return new SimulationFailure("duracion_minutos: debe estar entre 15 y 240");
  const subject = String(args["materia"]);
  const mode = readText(args, "modalidad") ?? "virtual";
  const day = addBusinessDays(preferred ?? today, preferred === null ? 2 : 0);
  const units = UNITS.filter((unit) => matches(unit.subject, subject));
  return {
    sesion_id: makeCode("SES", context.random.int(0, CODES - 1)),
    alumno_id: makeCode("ALU", number),
    tutor_asignado: readText(args, "tutor_id") ?? say(context, [`tutor de ${subject}`, `${subject} tutor`]),
    materia: subject,
    fecha_hora: `${formatDay(day)}T${String(context.random.int(14, 19)).padStart(2, "0")}:00`,
    duracion_minutos: minutes,
    modalidad: mode,
    plataforma:
      mode === "presencial"
        ? say(context, ["salón de estudio", "study room"])
        : say(context, ["aula virtual", "virtual classroom"]),
    temas_sugeridos: (units.length > 0 ? units : UNITS.slice(0, 2)).map((unit) => say(context, unit.topic)).slice(0, 3),
    materiales_preparar: [
      say(context, ["cuaderno y apuntes", "notebook and notes"]),
      say(context, ["dudas por escrito", "written questions"]),
    ],
    estatus: "confirmada",
  };
};

export const EDUCATION_SIMULATORS: Readonly<Record<string, Simulator>> = {
  buscar_curriculum: searchCurriculum,
  evaluar_progreso: progress,
  generar_ejercicio: exercises,
  buscar_recurso_educativo: resources,
  programar_sesion: session,
};
