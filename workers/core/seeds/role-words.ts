import { wordsOf } from "./languages.ts";
import type { Phrase } from "./languages.ts";

export type RoleSide = "professional" | "client" | "neutral";

/** One kind of speaker: the words that name it in any language, and how a sentence begins with it. */
export interface RoleKind {
  readonly side: RoleSide;
  readonly words: string;
  readonly actor: Phrase;
}

const kind = (side: RoleSide, words: string, es: string, en: string, pt: string, fr: string): RoleKind => ({
  side,
  words,
  actor: { es, en, pt, fr },
});

/**
 * Role words in es, en, pt and fr, folded. Earlier rows win for a word that stands in two. A role of several words
 * (`sales_advisor`, `médico internista`) is decided by its words together: professional before client before neutral.
 */
export const ROLE_KINDS: readonly RoleKind[] = [
  kind(
    "professional",
    "vendedor seller salesperson salesman saleswoman vendeur",
    "El vendedor",
    "The salesperson",
    "O vendedor",
    "Le vendeur",
  ),
  kind("professional", "vendedora vendeuse", "La vendedora", "The salesperson", "A vendedora", "La vendeuse"),
  kind(
    "professional",
    "asesor advisor adviser consultant consultor conseiller assessor",
    "El asesor",
    "The advisor",
    "O consultor",
    "Le conseiller",
  ),
  kind(
    "professional",
    "asesora consultora conseillere assessora",
    "La asesora",
    "The advisor",
    "A consultora",
    "La conseillère",
  ),
  kind(
    "professional",
    "agente agent agents atendente representante representative operadora operator soporte support helpdesk suporte servicio service servico ventas sales vendas ventes",
    "El agente",
    "The agent",
    "O atendente",
    "L'agent",
  ),
  kind(
    "professional",
    "ejecutivo ejecutiva executive gerente manager gestor gestora gestionnaire",
    "El ejecutivo",
    "The account manager",
    "O gestor",
    "Le gestionnaire",
  ),
  kind(
    "professional",
    "medico doctor dr physician medecin clinician internista cardiologo pediatra psiquiatra",
    "El médico",
    "The physician",
    "O médico",
    "Le médecin",
  ),
  kind(
    "professional",
    "medica doctora dra doutora doutor cardiologa",
    "La médica",
    "The physician",
    "A médica",
    "La médecin",
  ),
  kind(
    "professional",
    "enfermero nurse infirmier enfermeiro",
    "El enfermero",
    "The nurse",
    "O enfermeiro",
    "L'infirmier",
  ),
  kind("professional", "enfermera infirmiere enfermeira", "La enfermera", "The nurse", "A enfermeira", "L'infirmière"),
  kind(
    "professional",
    "recepcionista receptionist receptionniste secretaria secretary",
    "La recepcionista",
    "The receptionist",
    "A recepcionista",
    "La réceptionniste",
  ),
  kind(
    "professional",
    "abogado lawyer attorney counsel solicitor advogado avocat licenciado lic notario",
    "El abogado",
    "The lawyer",
    "O advogado",
    "L'avocat",
  ),
  kind("professional", "abogada advogada avocate licenciada", "La abogada", "The lawyer", "A advogada", "L'avocate"),
  kind(
    "professional",
    "tutor teacher professor profesor maestro docente instructor instrutor enseignant professeur coach",
    "El tutor",
    "The tutor",
    "O tutor",
    "Le tuteur",
  ),
  kind(
    "professional",
    "tutora profesora maestra professora enseignante",
    "La tutora",
    "The tutor",
    "A tutora",
    "La tutrice",
  ),
  kind(
    "professional",
    "tecnico technician engineer ingeniero engenheiro technicien ingenieur mecanico mechanic",
    "El técnico",
    "The technician",
    "O técnico",
    "Le technicien",
  ),
  kind(
    "professional",
    "tecnica ingeniera engenheira technicienne ingenieure",
    "La técnica",
    "The technician",
    "A técnica",
    "La technicienne",
  ),
  kind(
    "professional",
    "asistente assistant assistente asistenta bot chatbot ai ia gpt model",
    "El asistente",
    "The assistant",
    "O assistente",
    "L'assistant",
  ),
  kind(
    "professional",
    "banquero banker banquier broker corredor corretor courtier analista analyst analyste contador accountant contable planner",
    "El asesor",
    "The advisor",
    "O consultor",
    "Le conseiller",
  ),
  kind(
    "professional",
    "farmaceutico pharmacist pharmacien psicologo psychologist psicologa terapeuta therapist dentista dentist fisioterapeuta",
    "El especialista",
    "The specialist",
    "O especialista",
    "Le spécialiste",
  ),
  kind(
    "client",
    "cliente customer client buyer comprador prospect prospecto shopper consumidor acheteur",
    "El cliente",
    "The customer",
    "O cliente",
    "Le client",
  ),
  kind("client", "clienta compradora cliente_final", "La clienta", "The customer", "A cliente", "La cliente"),
  kind("client", "paciente patient", "El paciente", "The patient", "O paciente", "Le patient"),
  kind("client", "patiente", "La paciente", "The patient", "A paciente", "La patiente"),
  kind(
    "client",
    "estudiante student alumno aluno estudante etudiant eleve learner pupil",
    "El estudiante",
    "The student",
    "O estudante",
    "L'étudiant",
  ),
  kind("client", "alumna aluna etudiante", "La estudiante", "The student", "A estudante", "L'étudiante"),
  kind(
    "client",
    "padre madre tutor_legal parent responsavel familiar mae pai relative",
    "El familiar",
    "The parent",
    "O responsável",
    "Le parent",
  ),
  kind(
    "client",
    "operador operario operador_planta supervisor worker trabajador trabajadora operateur",
    "El operador",
    "The operator",
    "O operador",
    "L'opérateur",
  ),
  kind(
    "client",
    "inversionista inversor investor investidor investisseur ahorrador saver solicitante applicant borrower",
    "El solicitante",
    "The applicant",
    "O solicitante",
    "Le demandeur",
  ),
  kind(
    "client",
    "usuario user usuaria utilisateur visitante visitor visitor guest huesped human",
    "El usuario",
    "The user",
    "O usuário",
    "L'utilisateur",
  ),
  kind("client", "llamante caller contacto contact", "El contacto", "The caller", "O contato", "L'appelant"),
  kind(
    "neutral",
    "participante participant speaker interlocutor persona person",
    "El participante",
    "The participant",
    "O participante",
    "Le participant",
  ),
];

/** Words that refine a role without naming anybody: kept in a role's name beside a word of the table. */
export const ROLE_QUALIFIERS: ReadonlySet<string> = new Set(
  (
    "de del da do du la el of the ventas venta sales vendas ventes virtual digital senior junior financiero financiera " +
    "financial finance financeiro financier comercial commercial legal juridico fiscal tax servicio service servico " +
    "cliente postventa aftersales planta plant general internal interno campo field mantenimiento maintenance " +
    "tecnico technical pi hipotecario mortgage creditos credito credit inversiones investment seguros insurance " +
    "academico academic matematicas math idiomas redaccion writing ingles english fisica quimica cuenta account " +
    "medical medico familia family principal nuevo new existente laboral penal civil corporativo corporate online"
  ).split(" "),
);

const kindByWord = new Map<string, RoleKind>();
for (const row of ROLE_KINDS)
  for (const word of row.words.split(" ")) if (!kindByWord.has(word)) kindByWord.set(word, row);

const sideOrder: readonly RoleSide[] = ["professional", "client", "neutral"];

/** Words of a role's name: split at spaces, punctuation, `_` and camel case, folded. */
export function roleWordsOf(role: string): string[] {
  return wordsOf(role.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/_/gu, " "));
}

/** The kind of speaker that a role's name means, or null when no word of it is known. */
export function roleKindOf(role: string): RoleKind | null {
  const words = roleWordsOf(role);
  const kinds = words.flatMap((word) => kindByWord.get(word) ?? []);
  for (const side of sideOrder) {
    const found = kinds.find((row) => row.side === side);
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a role's name consists of known role words and qualifiers only, so that it cannot be a person's name. */
export function isFunctionalRole(role: string): boolean {
  const words = roleWordsOf(role);
  return (
    words.some((word) => kindByWord.has(word)) &&
    words.every((word) => kindByWord.has(word) || ROLE_QUALIFIERS.has(word) || /^\d{1,2}$/u.test(word))
  );
}
