import type { SpecialCategory } from "./vocabulary.ts";

/** Words among which a word of several meanings means what belongs to the category. */
export const CONTEXTS: Readonly<Record<SpecialCategory, string>> = {
  HEALTH_CONDITION: `
  hospital; medico; medica; doctor; doctora; pastilla*; dosis; mg; sintoma*; operacion; terapia; tratamiento;
  urgencias; brote; crisis; consulta; receta; cita; reposo; especialista; resonancia; radiografia; analitica;
  analisis; enfermera; clinica; ambulatorio; imss; seguro; dose; tablets; flare; symptoms; ward; therapy; clinic;
  scan; mri; surgeon; gp; nurse; er; meds; pills; prescription; treatment; specialist; remedio; posto; medecin;
  hopital; traitement
`,
  RELIGIOUS_BELIEF: `
  iglesia; dios; rezar; rezo; pastor; culto; templo; oracion; biblia; domingo; domingos; bautismo; comunidad;
  parroquia; cura; misa; church; god; pray; prayer; bible; sunday; sundays; congregation; worship; holy; sabbath;
  faith; priest; igreja; culte
`,
  TRADE_UNION_MEMBERSHIP: `
  empresa; patronal; convenio; despido; despidieron; corrieron; echaron; cuota; nomina; companeros; planta;
  fabrica; turno; asamblea; represalia; represalias; seccion; sindicato; afiliacion; elecciones; reunion; jefe;
  recursos; plantilla; boss; hr; layoffs; dues; contract; shift; ballot; meeting; plant; factory; warehouse;
  foreman; management; fired; dismissed; disciplinary; grievance; members; membership; payroll; colleagues;
  workers; coworkers; negotiations; demitido; patrao; licencie
`,
  POLITICAL_OPINION: `
  partido; elecciones; campana; gobierno; presidente; presidenta; voto; urna; mitin; pancarta; diputado;
  ideologia; politica; regimen; party; election; elections; government; president; ballot; primary; primaries;
  senator; congressman; parliament; politics; polling; voters; regime; prime; partei; eleicao; elections
`,
  SEXUAL_ORIENTATION: `
  novio; novia; pareja; armario; closet; pronombre; transicion; colectivo; ambiente; familia; boda; boyfriend;
  girlfriend; partner; couple; dating; date; coming; pronouns; parents; wedding; queer; namorado; namorada
`,
  CRIMINAL_RECORD: `
  juez; jueza; juicio; policia; abogado; abogada; pena; juzgado; fiscal; fiscalia; tribunal; sentencia; celda;
  delito; comisaria; fianza; preso; audiencia; condena; anos; court; judge; police; lawyer; attorney; trial;
  sentence; cops; sheriff; cell; bail; prosecutor; years; solicitor; magistrate; officer; warrant; jury;
  background; juiz; delegacia; tribunal; juge; avocat
`,
  BIOMETRIC_DATA: `
  sensor; lector; escaner; escanear; escanearon; escaneo; escanea; camara; camaras; sistema; base; reloj; torno;
  tornos; app; maquina; registro; registrado; registrada; registraron; reconoce; reconocio; plantilla;
  coincidencia; coincide; acceso; fichar; checador; verificacion; verificar; cotejo; cotejada; control;
  identificaron; identifico; biometrico; biometria; almacena; guardan; guardada; guardado; aeropuerto; frontera;
  pasaporte; comisaria; algoritmo; puntuacion; umbral; scanner; scanned; scan; reader; system; database; camera;
  cameras; cctv; gate; kiosk; template; enrolled; enrolment; enrollment; match; matched; matches; clock; unlock;
  unlocks; verification; verified; verify; login; stored; file; border; passport; airport; algorithm; threshold;
  score; recognition; identified; records; captured; terminal; turnstile; authenticate; sistema; catraca;
  cadastro; badgeuse; lecteur
`,
  GENETIC_DATA: `
  prueba; laboratorio; genetista; exoma; hereditari@; resultado; resultados; panel; lab; geneticist; sequencing;
  sequenced; results; report; kit; saliva; sample; chromosome; inherited; exon; secuenciacion; embrion; embriones;
  embryo; embryos; donante; donor; gen; gene; genetic; genetics; genetic@; dna; adn; mutacion; mutation; cribado;
  screening; screened; counsellor; counselor; alelo; genoma; genome; ancestry; test; tested; amnio; prenatal;
  genetique; exame
`,
};
