import { compileCues, matchCues } from "../seeds/cues.ts";
import { TOPICS } from "../seeds/topics.ts";

/**
 * What the steps of business conversations are about, across languages. A row is a concept and the beginnings of folded
 * words that express it, as the name of a step (`cierre`, `closing`) or as what is said in it (`hasta luego`). With the
 * topics of seed extraction they are extra dimensions of the local embedding, so that an English step finds the Spanish
 * turn that realises it. What a step does (greets, asks, confirms) is not here but in `steps.ts`.
 */
const CONCEPTS: Readonly<Record<string, string>> = {
  need: "necesi necesito busc quisier quier need look want requier requir interes precis besoin gustari motivo solicit request",
  offer: "ofrec ofert offer propon propos propuest recomend recommend suger suggest aconsej advis",
  options: "opcion option alternativ catalog disponib availab modelo model",
  escalate: "escal superv transfier transfer canaliz deriv refer especialist specialist",
  followup: "seguimient follow proxim next poster",
  identity: "identi nombre name apellid account cuenta verific auth folio curp dni pin",
  contact: "telefon phone correo email mail contact whatsapp celular",
  address: "direccion address domicili ubicacion location calle street",
  schedule:
    "agend cita appoint schedul program reserv book horari calendar fecha date dia day hora hour lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday thursday friday saturday sunday manana tomorrow",
  price:
    "preci price cost cuest cotiz quot tarifa rate presupuest budget pesos dollar dolar euro mxn usd valor honorari fee",
  financing: "financ credit prestam loan mensualid installment hipotec mortgage tasa interest interes plazo",
  downpayment: "engan anticip down deposit inicial",
  discount: "descuent discount rebaj promocion promo oferta bonific",
  payment: "pago pagar pay paid payment cobr charg transfer tarjeta card efectiv cash abono",
  negotiation: "negoci negot contraofert ajust mejor counter",
  documents: "document papel paper contrat contract firm sign formular form tramit expedient file escrit",
  vehicle: "vehicul vehicle auto coche carro car camioneta truck sedan suv seminuev kilometr",
  testdrive: "manejo test prueba drive",
  inventory: "inventari inventory stock existenci disponib availab",
  compare: "compar versus diferenci differen contrast",
  symptoms: "sintom symptom dolor dolencia pain duele molest fiebre fever tos cough mareo malestar",
  history: "historial history antecedent alergi allerg previ record",
  medication: "medic drug dosis dose receta prescri pastilla pill tableta tratamient treat",
  diagnosis: "diagnos evalu assess valor explor examin revis review",
  laboratory: "laborator lab analisis estudio test resultad result muestra sangre blood",
  doctor: "doctor medic physician enfermer nurse consult clinic hospital paciente patient",
  insurance: "segur insur poliza policy cobertur coverage coverag deducib copag copay",
  prevention: "prevenc prevent vacun vaccin habit dieta diet ejercic exercis",
  lawsuit: "demand lawsuit juicio trial litig tribunal court juez judge",
  law: "ley law articul article legislac legislat jurisprud norma regul codigo",
  deadline: "plazo deadline venc expir termin prescrip limite",
  evidence: "prueba eviden proof testig witness",
  legalcase: "caso case asunt matter expedient file client",
  strategy: "estrateg strateg plan opcion",
  investment: "invers invert invest fondo fund bono bond accion stock portafol portfolio cartera cetes rendim return",
  risk: "riesg risk perfil profile toleranc",
  retirement: "retir pension afore jubil",
  tax: "impuest tax fiscal isr sat deduc",
  compliance: "cumplim complian kyc pld aml normativ origen suspicious sospech",
  fraud: "fraud robo stolen unauthor",
  balance: "saldo balance estado statement moviment",
  machine: "equip machine maquin motor bomba pump torno compres linea line equipment",
  failure: "falla fallo fail fault error alarm averi problem problema ruido noise fuga leak",
  maintenance: "mantenim mainten servic revision inspec lubric",
  part: "refacc repuest spare part pieza",
  safety: "segurid safety incident accident lesion injury riesgo bloqueo lockout proteccion",
  technician: "tecnic technic ingenier engineer campo field",
  manual: "manual guia guide instruc procedim procedur",
  lesson: "clase class lesson leccion tema topic materia subject curso course curricul",
  exercise: "ejercic exercise practic practice problema tarea homework assignment",
  exam: "examen exam prueba test evalu quiz calific grade",
  progress: "progres progress avance nivel level desempen",
  student: "alumn student estudiant hijo padre parent tutor",
  explanation: "explic explan concept ejemplo example paso step",
  resource: "recurso resource video lectura reading libro book material",
  travel: "vuelo flight avion plane viaje trip hotel taxi ride habitacion room aeroline airline",
  food: "restaurant mesa table comida food menu",
  housing: "departament apartment renta rent vivienda alquil viewing",
  event: "fiesta party evento event venue invitad guest",
  weather: "clima weather lluvia rain temperatur",
  directions: "ruta direction route llegar map",
};

const index = compileCues([...Object.values(CONCEPTS), ...TOPICS.map((topic) => topic.cues)]);

/** Concepts and topics that folded words express, as numbers without meaning of their own. */
export function conceptsIn(words: readonly string[]): ReadonlySet<number> {
  return new Set(matchCues(index, words).keys());
}
