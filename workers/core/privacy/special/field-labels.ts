import type { SpecialCategory } from "./vocabulary.ts";

/** Labels of a field by category; the value behind a colon, or in the column, is what the field tells. */
export const LABELS: Readonly<Record<SpecialCategory, string>> = {
  HEALTH_CONDITION: `
  alergia*; patologia*; diagnostic@; diagnosticos; dx; idx; diag; enfermedad(/es); enfermedad(/es) (cronicas/
  previas/preexistentes/actual/base); padecimiento*; antecedentes (medicos/patologicos/personales/clinicos/
  de salud/familiares); app; historial medico; comorbilidades; medicacion (/actual/habitual/cronica);
  medicamento*; tratamiento (actual/medico/); tto; tx; rx; discapacidad; grado de discapacidad;
  tipo de discapacidad; minusvalia; motivo de (consulta/ingreso/baja/ausencia/la baja/la ausencia/incapacidad/
  urgencia/la consulta); condicion(/es) (medica/medicas/de salud); estado de salud; problemas de salud;
  necesidades especiales; nee; impresion diagnostica; juicio clinico; causa de (baja/muerte/fallecimiento/
  incapacidad/ausencia); intolerancias; serologia; allerg(y/ies); known allergies; diagnos(is/es);
  medical (condition/conditions/history/notes/information/issues); health (condition/conditions/issues/status/
  problems); disabilit(y/ies); current (medication/medications/meds/treatment); medication*; meds; pmh; pmhx; hx;
  chief complaint; reason for (absence/leave/visit/admission/referral/sick leave); leave reason; absence reason;
  cause of death; sick note; special needs; comorbidities; condition; illness; disease; pre existing conditions;
  impression; hiv status; blood test; sen; additional needs; accommodation*; alergias conhecidas; doenca*;
  diagnostico medico; maladie*; pathologie; handicap; allergie*; antecedents;
  dx cie; cie 10; icd 10; codigo cie; diagnostico principal; diagnostico (presuntivo/definitivo/de egreso/de ingreso);
  enfermedades
`,
  RELIGIOUS_BELIEF: `
  religion; religion on (admission form/form/file); religious (affiliation/belief/beliefs/preference/
  denomination); credo; culto; confesion (religiosa/); denominacion; denomination; faith; creencia*;
  creencias religiosas; fe; religiao; confession; menu; dieta; diet; dietary (requirements/needs/requirement);
  menu del alumno; meal; observancia; parish; parroquia; bautismo
`,
  TRADE_UNION_MEMBERSHIP: `
  afiliacion sindical; sindicato; gremio; afiliacion gremial; central sindical; union; trade union;
  union (membership/affiliation/local/name/member/rep); member of (a /)(recognised /)(trade /)union;
  trade union member(/ship); syndicat; sindicalizado; sindicalizad@; cuota sindical; filiacao sindical; deduction;
  deduccion; descuento; deduction code #; appartenance syndicale
`,
  POLITICAL_OPINION: `
  ideologia; ideologia (politica/declarada en la encuesta/declarada); afiliacion (politica/partidista/partidaria);
  filiacion politica; partido; partido politico; simpatia (politica/partidista); militancia; voto;
  intencion de voto; voto anterior; recuerdo de voto; tendencia politica; orientacion politica; posicion politica;
  party; party (registration/affiliation/membership/id); political (affiliation/party/views/leaning/leanings/
  opinion/opinions/orientation); voter registration; registered party; vote; voted; partido de afiliacion;
  donacion; donation; destino; filiacao partidaria; parti; opinion politique; ideology; politics
`,
  SEXUAL_ORIENTATION: `
  orientacion sexual; orientacion; preferencia sexual; identidad de genero; genero; sexo; identidad sexual;
  sexual orientation; orientation; sexuality; gender; gender identity; sex; sexual preference; orientacao sexual;
  identidade de genero; orientation sexuelle; pronouns; pronombre*; marital status; estado civil; sexual history
`,
  CRIMINAL_RECORD: `
  antecedentes (penales/policiales/judiciales); antecedentes; delito*; cargo* (penales/imputados); condena*;
  situacion (penal/procesal/judicial); causa penal; historial (penal/delictivo); criminal (record/history/
  convictions/offences); conviction*; unspent convictions; spent convictions; previous convictions;
  prior convictions; offense*; offence*; charge*; background check (result/); arrest record; arrests; sentence;
  disposition; dbs (result/check/); police record; tipo penal; pena; antecedentes criminais; crime;
  casier judiciaire; infraction; legal status; felonies; felony convictions; estatus legal; motivo de (detencion/
  ingreso en prision/arresto)
`,
  BIOMETRIC_DATA: `
  biometria; biometric* (data/id/template/); huella*; plantilla biometrica; rasgo biometrico; fingerprint*;
  face template; face embedding; facial template; iris code; voiceprint; datos biometricos; dato biometrico;
  template biometrico; biometrico; patron de voz; huella dactilar;
  huella (b64/template/hash/id/wsq/dactilar id); (fingerprint/face/iris/voice/palm/thumb) (hash/template/id/b64/
  vector/embedding); ref biometrica; referencia biometrica
`,
  GENETIC_DATA: `
  gen; gene; genes; variante*; variant*; mutacion(/es); mutation*; genotipo; genotype; alelo*; allele*; cariotipo;
  karyotype; genetica; genetics; genetic (test/result/results/testing/findings/condition); resultado genetico;
  estudio genetico; prueba genetica; haplogroup; haplogrupo; haplotipo; zigosidad; cigosidad; zygosity; brca; hla;
  adn; dna (result/profile/); perfil genetico; str profile; panel genetico; resultado; result; snp; ancestry;
  ascendencia; portador; carrier status; farmacogenetica; apoe;
  <locus>; rs; haplogroup y; haplogroup mt; carrier screen; carrier screening; nipt; exoma; panel; snp #;
  <gene>; hla b27
`,
};

/** Labels, without accents, whose value tells whatever it is: no word of it need be known. */
export const TELLING_LABELS: Readonly<Record<SpecialCategory, RegExp>> = {
  HEALTH_CONDITION:
    /^(?:(?:known )?allerg|alergia|patologia|dx$|idx$|pmhx?$|hiv status|enfermedad(?:es)? |padecimiento|comorb|cause of death|causa de (?:muerte|fallec)|disabilit|discapacidad$|tipo de discap|minusvalia|medical condition|juicio clinico|impresion diag|maladie|doenca|diagnosis$)/,
  RELIGIOUS_BELIEF: /^(?:religi|credo|faith|denomina|confesion rel|creencia)/,
  TRADE_UNION_MEMBERSHIP:
    /^(?:afiliacion (?:sind|grem)|sindicato$|gremio$|central sind|trade union|union (?:memb|affil|local|name)|filiacao|syndicat)/,
  POLITICAL_OPINION:
    /^(?:ideologia|afiliacion (?:pol|part)|filiacion pol|simpatia|militancia$|intencion de voto|voto anterior|recuerdo de voto|tendencia pol|orientacion pol|posicion pol|party (?:reg|aff|mem)|political |voter reg|registered party|filiacao part|opinion pol|partido pol)/,
  SEXUAL_ORIENTATION:
    /^(?:orientacion sex|preferencia sex|sexual (?:orient|pref)|orientacao sex|orientation sex|orientation$|sexuality$)/,
  CRIMINAL_RECORD:
    /^(?:antecedentes (?:pen|pol|jud)|delito|cargos imp|causa penal|criminal|(?:unspent|spent|previous|prior|felony) conv|convictions?$|felonies|offen[cs]es?$|arrest record|tipo penal|casier|antecedentes crim|crime$)/,
  BIOMETRIC_DATA:
    /^(?:biometri|huella.(?:b64|hash|template|id|wsq|dactilar)|(?:fingerprint|face|iris|voice|palm|thumb).(?:hash|template|id|b64|vector|embedding)|ref.{0,3}biom|face (?:temp|emb)|facial temp|iris code|voiceprint|datos? biom|template biom|plantilla biom)/,
  GENETIC_DATA:
    /^(?:rs\d|genotip|genotype|cariotipo|karyotype|haplo|variante|variant|mutacion|mutation|apoe|brca|cigosidad|zygosity|genetic (?:test|result|finding)|resultado gen|alelo|allele|carrier status|[a-z]{2,6}[ -]?[a-z]?\d{1,4}[a-z]?$)/,
};
