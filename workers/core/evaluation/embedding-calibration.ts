import { denseCosine } from "./embeddings.ts";

/** What a short dialogue is to be about, and its turns. */
interface CalibrationCase {
  units: readonly string[];
  turns: readonly string[];
}

/**
 * Our own short dialogues of the six domains in two languages. Every backend is calibrated on this one set: each dialogue
 * against its own units is close, against those of another domain it is not.
 */
const CASES: readonly CalibrationCase[] = [
  {
    units: [
      "Elegir un auto familiar con financiamiento",
      "El enganche mínimo es del 20 %",
      "Agendar una prueba de manejo",
    ],
    turns: [
      "Buenas tardes, busco una camioneta para cinco personas y quiero pagarla a crédito.",
      "Con gusto. Para el crédito se da un enganche del 20 % y el resto en mensualidades.",
      "Me acomoda. ¿Puedo manejarla antes de decidir?",
      "Sí, le agendo la prueba de manejo el sábado por la mañana.",
    ],
  },
  {
    units: [
      "Orientar sobre un dolor de cabeza frecuente",
      "No se receta por teléfono",
      "Programar una cita con el médico",
    ],
    turns: [
      "Doctora, desde hace una semana me duele la cabeza casi todos los días.",
      "Lamento que se sienta así. ¿El dolor viene con náuseas o con visión borrosa?",
      "No, solo dolor. ¿Me puede dar un medicamento?",
      "Por teléfono no recetamos, pero le programo una cita para que el médico la revise.",
    ],
  },
  {
    units: [
      "Explicar los pasos ante un despido injustificado",
      "La demanda tiene un plazo de dos meses",
      "Reunir contrato y recibos",
    ],
    turns: [
      "Me despidieron ayer sin decirme por qué y no me dieron nada firmado.",
      "Puede reclamar una indemnización; la demanda se presenta dentro de dos meses.",
      "¿Qué papeles necesito llevar?",
      "Su contrato y los últimos recibos de nómina, y con eso preparamos la demanda.",
    ],
  },
  {
    units: [
      "Comparar opciones de ahorro para el retiro",
      "El rendimiento no está garantizado",
      "Definir cuánto riesgo acepta la persona",
    ],
    turns: [
      "Quiero empezar a ahorrar para cuando me jubile, pero no sé dónde meter el dinero.",
      "Hay fondos conservadores y otros de acciones; ninguno garantiza el rendimiento.",
      "Prefiero no perder, aunque gane poco.",
      "Entonces su perfil es de bajo riesgo y conviene el fondo conservador.",
    ],
  },
  {
    units: [
      "Diagnosticar una vibración en la bomba",
      "Bloquear la energía antes de abrir el equipo",
      "Cambiar el rodamiento",
    ],
    turns: [
      "La bomba de la línea dos vibra mucho y hace ruido desde el turno de la noche.",
      "Puede ser el rodamiento. Antes de abrirla, corte y bloquee la energía.",
      "Ya está bloqueada. El rodamiento tiene juego.",
      "Hay que cambiar el rodamiento y medir la vibración de nuevo al arrancar.",
    ],
  },
  {
    units: ["Ayudar con ecuaciones de primer grado", "El alumno resuelve por sí mismo", "Dejar ejercicios de práctica"],
    turns: [
      "Profe, no entiendo cómo se despeja la x en una ecuación.",
      "Vamos paso a paso: si x más 3 es 10, ¿qué harías para dejar sola la x?",
      "Restar 3 de los dos lados, queda 7.",
      "Muy bien. Te dejo cinco ecuaciones parecidas para practicar.",
    ],
  },
  {
    units: ["Help a customer choose a used car", "The warranty lasts 3 years", "Book a test drive"],
    turns: [
      "Hi, I'm looking for a used car for my commute, nothing too big.",
      "This hatchback would suit you, and the warranty lasts 3 years.",
      "Could I take it for a drive first?",
      "Of course, I can book you a test drive on Friday.",
    ],
  },
  {
    units: [
      "Advise a patient with a persistent cough",
      "Antibiotics are not given without an examination",
      "Arrange a visit at the clinic",
    ],
    turns: [
      "I've had this cough for two weeks and it keeps me awake at night.",
      "I'm sorry to hear that. Do you have a fever or trouble breathing?",
      "No fever. Can I just get antibiotics?",
      "Not without an examination, so let me arrange a visit at the clinic tomorrow.",
    ],
  },
  {
    units: [
      "Explain how a tenant gets the deposit back",
      "The landlord has 30 days to return it",
      "Send a written demand",
    ],
    turns: [
      "I moved out in May and my landlord still keeps my deposit.",
      "The landlord has 30 days to return the deposit or to list the damages.",
      "It has been longer than that. What can I do?",
      "Send a written demand first; if nothing comes, you can file a small claim.",
    ],
  },
  {
    units: ["Review a household budget", "Pay the credit card before saving", "Set up an emergency fund"],
    turns: [
      "I earn enough but at the end of the month there is nothing left.",
      "Let us look at your budget: what do you pay for rent, food and the credit card?",
      "The card takes the most, I only pay the minimum.",
      "Then pay off the card first, and build an emergency fund after that.",
    ],
  },
  {
    units: ["Restart a conveyor after an emergency stop", "Find the cause before resetting", "Check the guard switch"],
    turns: [
      "The conveyor stopped and the panel shows an emergency stop.",
      "Don't reset it yet. Was a guard open or did somebody pull the cord?",
      "The guard at the end was loose.",
      "Close it, check the guard switch, and then reset and restart the conveyor.",
    ],
  },
  {
    units: ["Tutor a student in essay writing", "The student writes the thesis", "Agree on a revision plan"],
    turns: [
      "I have to write an essay on recycling and I don't know how to start.",
      "Start with a thesis: in one sentence, what do you want to prove?",
      "That cities should pay people for recycling.",
      "Good thesis. Write two arguments for it, and we revise your essay on Thursday.",
    ],
  },
];

/** Every text whose vector a calibration needs. */
export function calibrationTexts(): string[] {
  return CASES.flatMap(({ units, turns }) => [...units, ...turns]);
}

/** Dialogues are compared with the units of the case so many places on: of another domain, in the same language. */
const SHIFTS = [1, 2, 3];
const HALF = CASES.length / 2;

/**
 * Straight lines from a backend's raw mean similarity to the metric's scale: what dialogues of other subjects reach on
 * the mean is 0.15, half-way to the lower quartile of what fits is 0.40, the median of what fits 0.8. Null for a backend that does
 * not tell subjects apart. `vectorOf` answers for `calibrationTexts`.
 */
export function calibrateBackend(vectorOf: (text: string) => ArrayLike<number>): [number, number][] | null {
  const similarity = (dialogue: CalibrationCase, spec: CalibrationCase) =>
    rawSimilarity(spec.units.map(vectorOf), dialogue.turns.map(vectorOf));
  const fitting = CASES.map((each) => similarity(each, each)).sort((a, b) => a - b);
  const foreign = CASES.flatMap((each, i) =>
    SHIFTS.map((shift) => similarity(each, CASES[Math.floor(i / HALF) * HALF + ((i + shift) % HALF)]!)),
  );
  const base = foreign.reduce((sum, value) => sum + value, 0) / foreign.length;
  const low = fitting[Math.floor(fitting.length / 4)]!;
  const median = fitting[Math.floor(fitting.length / 2)]!;
  const cut = (base + low) / 2;
  if (!(base < cut && cut < median && median < 1)) return null;
  return [
    [base - (cut - base), 0],
    [base, 0.15],
    [cut, 0.4],
    [median, 0.8],
    [1, 1],
  ];
}

/** Mean of the best matches, from units to turns and from turns to units. */
function rawSimilarity(units: readonly ArrayLike<number>[], turns: readonly ArrayLike<number>[]): number {
  const rows = units.map((unit) => turns.map((turn) => denseCosine(unit, turn)));
  const fromUnits = rows.reduce((sum, row) => sum + Math.max(0, ...row), 0) / units.length;
  const fromTurns = turns.reduce((sum, _, t) => sum + Math.max(0, ...rows.map((row) => row[t]!)), 0) / turns.length;
  return (fromUnits + fromTurns) / 2;
}
