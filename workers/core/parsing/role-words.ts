import { foldLabel } from "./text.ts";

/** Which side of a conversation a role stands on. */
export type Side = "professional" | "customer";

/**
 * Words for the people of a conversation, in es, en, pt and fr: those who serve (`professional`) and those who are
 * served (`customer`). Compared folded (lower case, no accents, spaces for `_`). A label made of one of these, alone
 * or with further words of the table (`asesor de ventas`, `Agente 1`), is a functional role.
 */
export const ROLE_WORDS: Record<Side, readonly string[]> = {
  professional: (
    "asesor,asesora,vendedor,vendedora,agente,ejecutivo,ejecutiva,operador,operadora,representante,recepcionista," +
    "recepcion,soporte,atencion a clientes,atencion al cliente,servicio al cliente,medico,medica,doctor,doctora,dr,dra," +
    "enfermero,enfermera,psicologo,psicologa,terapeuta,dentista,odontologo,pediatra,farmaceutico,abogado,abogada," +
    "licenciado,licenciada,lic,notario,contador,contadora,consultor,consultora,gerente,supervisor,supervisora,tecnico," +
    "tecnica,mecanico,ingeniero,ingeniera,ing,profesor,profesora,maestro,maestra,tutor,tutora,docente,instructor," +
    "instructora,orientador,cajero,cajera,ajustador,analista,gestor,gestora,coordinador,coordinadora,encargado,encargada,personal,empresa," +
    "agencia,clinica,banco,despacho,ventas,cobranza,administrador,administradora,administracion,staff," +
    "advisor,adviser,sales advisor,sales,salesperson,salesman,saleswoman,seller,agent,representative,rep,operator," +
    "receptionist,support,customer service,customer support,help desk,helpdesk,physician,doctor,nurse,therapist,clinician,provider," +
    "dentist,pharmacist,lawyer,attorney,paralegal,counsel,accountant,consultant,manager,technician,mechanic," +
    "engineer,teacher,instructor,professor,coach,teller,banker,loan officer,adjuster,analyst,coordinator,clerk,host,concierge,dispatcher," +
    "director,directora,jefe de planta,inspector,inspectora,capacitador,capacitadora,mentor,mentora,arrendador,arrendadora," +
    "procurador,procuradora,fiscalista,actuario,corredor,corredora,broker,promotor,promotora,facilitador,facilitadora,jefe,jefa,responsable,asistente medico," +
    "principal,trainer,tutor,inspector,landlord,paramedic,specialist,planner,underwriter,notary,judge,officer,examiner,registrar,dean,lecturer,foreman,safety officer," +
    "financial advisor,service advisor,front desk,company,clinic,bank,dealer," +
    "atendente,atendimento,vendedor,consultor,gerente,tecnico,medico,enfermeira,enfermeiro,advogado,advogada,suporte," +
    "recepcionista,professora,corretor,corretora,analista,operador," +
    "conseiller,conseillere,vendeur,vendeuse,commercial,medecin,docteur,infirmier,infirmiere,avocat,avocate,technicien," +
    "technicienne,receptionniste,professeur,formateur,gestionnaire,banquier,service client,assistance,accueil"
  ).split(","),
  customer: (
    "cliente,clienta,paciente,comprador,compradora,usuario,usuaria,alumno,alumna,estudiante,aprendiz,solicitante," +
    "arrendatario,arrendataria,denunciante,testigo,familiar,invitado,invitada,huesped,pasajero,pasajera,acompanante,socio,socia," +
    "asegurado,asegurada,afiliado,afiliada,titular,interesado,interesada,prospecto,inquilino,inquilina,consumidor," +
    "trabajador,trabajadora,obrero,operario,demandante,acreditado,inversionista,ahorrador,padre,madre,tutorado," +
    "customer,client,patient,buyer,shopper,caller,student,learner,trainee,applicant,claimant,policyholder,member," +
    "tenant,borrower,investor,guest,visitor,passenger,lead,prospect,subscriber,consumer,worker,requester," +
    "paciente,cliente,comprador,aluno,aluna,estudante,segurado,segurada,consumidor," +
    "client,cliente,patient,patiente,acheteur,acheteuse,eleve,etudiant,etudiante,assure,assuree,locataire,usager"
  ).split(","),
};

/** Words that may stand in a role beside the ones above. */
const FILLERS = new Set(
  (
    "de,del,la,el,los,las,a,al,en,y,of,the,for,to,and,da,do,das,dos,e,du,des,le,les,et,ventas,sales,servicio,service," +
    "clientes,cliente,customer,credito,creditos,financiero,financiera,financial,tecnico,tecnica,technical,virtual," +
    "legal,comercial,medico,medica,general,senior,junior,seguros,insurance,citas,appointments,planta,produccion,industrial," +
    "nuevo,nueva,new,returning,humano,humana,human,turno,online,en linea,telefonico,telefonica,juridico,fiscal"
  ).split(","),
);

const SIDE_BY_WORD = new Map<string, Side>();
for (const side of ["customer", "professional"] as const) {
  for (const word of ROLE_WORDS[side]) SIDE_BY_WORD.set(word, side);
}

/** A label read as a functional role. */
export interface FunctionalRole {
  side: Side;
  /** Role for the conversation: lower case ASCII words joined by `_`. */
  role: string;
  /** Words of the label that are no role words: a person's or company's name in `Dr. López`. May be empty. */
  rest: string;
}

/** Short forms and what they stand for. */
const SHORT_FORMS = new Map([
  ["dr", "doctor"],
  ["dra", "doctora"],
  ["lic", "licenciado"],
  ["ing", "ingeniero"],
  ["rep", "representative"],
]);

function wordsOf(label: string): { folded: string; written: string }[] {
  return label
    .replace(/[()[\].,/|:;]+/g, " ")
    .split(/[\s_-]+/)
    .filter((written) => written !== "")
    .map((written) => ({ folded: foldLabel(written), written }));
}

/**
 * Reads a label as a functional role, or returns null when no word of it names one. `Asesor de Ventas` is
 * `asesor_de_ventas`, `Agente 1` is `agente_1`, `Dr. López` is `doctor` with the rest `López`.
 */
export function readRole(label: string): FunctionalRole | null {
  if (label.length > 120) return null;
  const words = wordsOf(label);
  const whole = words.map((word) => word.folded).join(" ");
  const exact = SIDE_BY_WORD.get(whole);
  if (exact !== undefined) return { side: exact, role: roleName(whole.split(" ")), rest: "" };
  let side: Side | null = null;
  const role: string[] = [];
  const rest: string[] = [];
  for (const word of words) {
    const found = SIDE_BY_WORD.get(word.folded);
    if (found !== undefined) side ??= found;
    if (found !== undefined || FILLERS.has(word.folded) || /^\d{1,2}$/.test(word.folded)) role.push(word.folded);
    else rest.push(word.written);
  }
  if (side === null) return null;
  return rest.length === 0
    ? { side, role: roleName(role), rest: "" }
    : { side, role: roleName(role.filter((word) => SIDE_BY_WORD.has(word)).slice(0, 1)), rest: rest.join(" ") };
}

function roleName(words: string[]): string {
  return words.map((word) => SHORT_FORMS.get(word) ?? word).join("_");
}

/** True when the label holds a word that names a role. */
export function isRoleWord(label: string): boolean {
  return readRole(label) !== null;
}
