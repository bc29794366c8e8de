import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "TRADE_UNION_MEMBERSHIP";

const TELLING = `
  (estoy/esta/estaba/estar/estan/estuvo/estamos/fue/es/soy/sigue/sigo/siguen/hallarse) (~ )afiliad@ (a/al/
  en) (la /los /el /un /)(<union>/sindicato/gremio); afiliad@ (a/al/en) (la /los /el /un /)(<union>/sindicato/
  gremio/camioneros/camionero); afiliacion (a/al/en) (la /el /)(<union>/sindicato); (me/se/nos) (afilie/afilio/
  afiliaron/afiliamos/apunte/apunto/apuntaron/apuntamos/uni/unio/inscribi/inscribio) (a/al/en/) (la /el /los /un /
  )(<union>/sindicato/gremio); (darme/darse/dado/dada/doy/dio/da/di) de (alta/baja) (en/de/del/al) (la /el /un /
  )(<union>/sindicato); (darme/doy/di) de (alta/baja) en el sindicato; (delegad@/representante*/secretari@/
  dirigente*/militante*/afiliad@/miembro*/liberad@/enlace/vocal/tesorer@/presidente/presidenta/asesor/asesora/
  candidat@/lider/lideresa/cuadro/responsable/abogad@/portavoz/simpatizante*/carne/carnet/cuota/recibo/socio/
  socia) (~ )(de/del/de la/por/en/al/a/con) (la /el /los /)(<union>/sindicato/gremio/comite de empresa/
  junta de personal/comite de huelga); (delegad@/representante*/enlace*/dirigente*/lider/lideresa/militante*/
  secretari@/liderazgo/actividad/militancia/afiliacion/credito/permiso/licencia/cuota*/cotizacion/cargo/liberad@/
  compañer@/asesor/horas/fuero/lista/candidatura/asamblea/carrera/represion/represalia/persecucion/
  hoja) sindical(/es); cuota sindical; (descuento/aporte/aportacion/retencion) sindical; horas (sindicales/
  de delegad@/del comite); credito horario sindical; (comite/miembro/miembro*) (de empresa/del comite/sindical);
  (estoy/esta/soy/es/fue/era/sit) (en el/del) comite (de empresa/de huelga); delegad@ de (personal/prevencion/
  planta/fabrica); (delegado/delegada/delegue/delegate) (syndical/syndicale/<union>/du personnel/sindical);
  represalia sindical; sindicalista*; sindicaliz(ad@/arse/arme/arnos/o/aron/amos/e); (se/me/nos) (sindicalizo/
  sindicalice/sindico/sindique/sindicalizaron); sindicalizad@; sindicad@; (agremiad@/agremiarse); agremiad@ (a/
  al) (la /)_; sindicalizad@ (en/con) (la /el /)_; ugetista*; cenetista*; cegetista*; anarcosindicalista*;
  ceneteist@; syndique(/e/es/s); syndicaliste*; (adhere/adherent/adherente/encarte/encartee) (a/au/de/du) (la /
  )(<union>/syndicat); filiad@ (a/ao/no) (a /)(<union>/sindicato); sindicalizad@; dirigente do sindicato;
  paga o sindicato; (pago/paga/pagando/pagamos/pagar/cotizo/cotiza/cotizando/descuentan/descontado) (~ )(al/a la/
  del/la cuota del/el/a/de) (sindicato/<union>/gremio); (dentro/parte/miembro/gente/companero/companera/
  compañero) del sindicato; (por/al) ser (del/de la/parte del/de un) (sindicato/<union>/gremio); (soy/es/somos/
  era/fue/son/eres/seas/fui/eran) (del/de la/de/miembro de/miembra de/parte de/socio de/militante de/
  gente de) (la /el /un /)(sindicato/<union>/gremio); (entro/entre/meter/metio/meti/metido/metida/ingreso/
  ingrese) (~ )(al/en el/a un/en un/a la/en la/en/a) (sindicato/<union>/gremio); (formar/formo/fundar/fundo/monto/
  montar/armar/armando/organizar/organizando/organiza/crear/creando) (un/el) sindicato; (participo/participe/
  participar/participado/secundo/secunde/secundar/secundado/hizo/hice/hacer/hago/hicimos/apoyo/apoye/fui/fue/
  estuvo/estuve/sumo/sume/adhirio/adheri/adherido/convoco/encabezo/encabece/lidero) (~ )(en/a/de/) (la /una /
  )(huelga/paro/huelgas/piquete/piquetes); (en/al/del) piquete; (esta/estoy/estuvo/estuve/estamos/seguimos/seguir/
  estan/va/voy/vamos/fui/fue/ido/fuimos) (de/en/a/a la) (huelga/paro); votamos (la huelga/por la planilla _);
  planilla (verde/roja/azul/blanca/_); (greve/grevista); fez greve; (en/estou em/esta em/fez) greve; a fait greve;
  (huelguista/paro nacional/piquetero/piquetera); union (member*/membership/rep*/representative*/steward*/dues/
  card*/organizer*/organiser*/official*/branch/local/due/activist*/activity/delegate*/convenor/secretary/meeting*/
  treasurer/negotiator/subs/fees/man/woman/guy/bargaining committee/committee/contribution*/deduction*/rights rep/
  newsletter/leave/duties/health and safety rep/health/ballot/drive/vote/leader/job/shop/chapel/badge);
  trade union (member*/rep*/official*/activist*/representative*/activities/duties/dues/subscription/membership/
  subs/); trade unionist*; labor (organizer/activist/union member); labour organiser; unionist activist;
  shop steward*; shopsteward; picket* line; picketing; (on the/crossed the/cross the/walk the/walked the/
  walking the/joined the/stood on the/manned the) picket (line/lines/); (on/went on/going on/go on/been on/
  joined the/in the/took part in the/supported the/voted for the/voted to) strike; (walked/walk) out with _;
  (sign/signed/signing/signs) (a /the /his /her /my )(union card/union cards/authorization card); (organize/
  organise/organizing/organising/unionize/unionise/unionizing/unionising/unionized/unionised) (the /our /his /
  her /their )(~ )(warehouse/workplace/store/shop/plant/staff/workers/office/nurses/drivers/baristas/hospital/
  factory/newsroom/site/team/hotel/depot/kitchen/restaurant); (trying/try/tried/helped/helping/wants/started/vote/
  voted) to (unionize/unionise/form a union/start a union/organize a union/organise a union/organize); (joined/
  join/joining/left/leave/leaving/quit/rejoin/rejoined/belongs to/belong to/belonged to/in/pays/pay/paying/with/
  runs/represented by/leads) (the /a /our /his /her /my /)(~ )(union/<union>); (joined/join/joining/rejoin/left/
  leave/quit/belongs to/belong to/member of/membership of/member with/rep for/steward for/organizer for/
  organizer with/organiser for/rep with/official of/official for/officer of/dues to/subs to/secretary of/
  delegate for/delegate of/delegate to/branch of/signed up to/signed up with/works for/cards with/active in/
  activist with/activist in/card for/volunteer for) (the /a /our /)(<union>/union/trade union/teamsters/
  rail workers union/teachers union); <union> (member*/rep*/membership/dues/card/organizer*/organiser*/steward*/
  delegate*/official*/branch/activist*/local/shop steward/convenor/subs/subscription/since/negotiator/chair/
  treasurer/secretary/picket/full timer); (lapsed/paid up/card carrying/proud/active/former/long time/lifelong/
  founding) (<union>/union) (member/man/woman/rep); teamster*; wobbl(y/ies); (union/with/of/at/member of) local #; works council; (sits/sat/
  serves/served/elected/is/am/was) (on/to) the (works council/union committee/bargaining committee/
  strike committee); bargaining (committee/unit/team); collective grievance; facility time; check off dues;
  strike (fund/pay/committee/captain/leader); lock(/ed) out with _; blacklisted ~ union; (check off/
  dues) (deduction/authorization); employee representative on _;
  <union> (til/till/until/to the end/all (my/his/her) life/man/woman/guy/lad/through and through/delegate/
  congress/conference/pension/strike fund/banner/badge/hat/jacket/lanyard/ pin/newsletter/meeting/assembly/
  ballot/chapel/lodge/shop/convention); (years/year/life/career/decades) (in/with) (the /)(<union>/union); (scab/
  scabbed/scabbing) (in/during/on/at/for/again/and); (brother/sister) _ (elected/moved/seconded/reported/
  nominated/chaired); (recording/financial/branch/chapter/local/lodge/union) (secretary/treasurer/ president/
  steward/chair/rep/vice president/organiser/organizer); lodge #; (mother/father) of the chapel; (foc/moc); chapel
  (father/mother); (shop/works/plant/site/chief/union/safety/health and safety/h s/learning) (steward/stewards/
  convenor/convener/delegate/delegates/rep/reps); (elected/voted/stood/ standing/ran/running/nominated/chosen/
  served/serving) (~ )(as /for /)(a /the /our /)(shop steward/union rep/steward/convenor/delegate/staff rep/
  branch secretary/ union delegate/branch chair/bargaining committee); (pay/pays/paid/paying/docked/deducted/
  takes/took/take) (~ )(union /)(dues/subs) (to/for/from/ through/out of/by/every/each/direct); (union/<union>) (dues/
  subs/sub/fee/fees); (my/his/her/our/their) (union/local/branch/steward/shop steward/union rep/union card/ union
  dues/weingarten rights/strike pay/bargaining unit); (ask/asked/asks/wants/want/request/requested/bring/
  brought/accompanied/ represented/backed/defended) (~ )(by/for/with/to have/) (a/the/my/his/her) (union/
  steward/shop steward/union rep/<union>) (rep/official/ steward/lawyer/solicitor/officer/)(~); (signed/
  collected/hand/handed/handing/passing/circulated) (~ )(union/authorization/authorisation/membership/pledge) (card/
  cards/ leaflets/forms); (walked/walk/walking/came/went/going) (off the job/the picket/out on strike/out in/on strike);
  (out on/during the/in the/on the/joined the) (picket/strike/walkout/wildcat/work to rule) (line/lines/with/of/
  last/in/for/yesterday/today); (honk/honked/honoured/honored/crossed/crosses/ crossing/cross) (~ )picket (line/
  lines); (salting/salted) (the/a) (shop/store/warehouse); right to work opt out; (agency/fair share) (fee/fee payer);
  (organising/organizing/pro union/union) (committee/drive/campaign/activity/activism/sympathies/sympathizer/ talk/
  meetings/button/buttons/flyer/flyers/t shirt/sticker); (pro/anti) union (activist/employee/worker/vote/guy); (va/
  voy/fui/fue/iba/ir/asiste/asistio/asisti/acude/falto/viene/vengo/venia) (~ )(a/al/del/de) (la /una /
  )(asamblea/congreso/reunion/pleno/marcha/ concentracion/plenario/mitin/comision/mesa/encierro) (del sindicato/
  sindical/gremial/de delegados/de delegadas/de afiliados/del gremio/del comite/ de trabajadores/de <union>/de la
  <union>/del <union>); (cotiza/cotizo/cotizan/aporta/aporto/paga/pago/descuentan/ descuento/retienen/retencion/
  deducen) (~ )(~ )(cuota/cuotas/aporte) (sindical(/es)/del sindicato/gremial(/es)/de afiliacion/de <union>); (aporte/
  cuota/ descuento/retencion) (solidari@/gremial/sindical/<union>/de <union>); (desafilie/desafilio/
  desafiliarme/desafiliarse/ desafiliacion/reafilio/reafilie/afiliacion) (de/del/a/al) (la /)(<union>/sindicato/
  gremio/union); (carnet/carne/credencial/tarjeta/playera/ camiseta/chaleco/gorra/bandera/pin/chaqueta/campera/
  sudadera/pañuelo/logo/lanyard/mandil) (de/del) (la /los /)(<union>/sindicato/gremio/ctera/camioneros); (sus/
  mis/las/sus#/#) (horas/dias) (sindicales/de credito sindical/de delegad@/de permiso sindical/gremiales); (permiso/
  licencia/fuero/credito/comision/crédito/inmunidad/tutela/estabilidad) (sindical/gremial); (fuero/paro/huelga/
  delegad@/dirigente/activista/lider/militante/compañer@/compañera/lista/agrupacion/interna/ cuerpo/comision interna/
  junta interna/secretari@) gremial(/es/ista); (junta/comision) interna (de/del) _; (delegad@) (gremial/
  sindical/ de base/de seccion/de fabrica/de ate/de taller/general/paritari@/de los trabajadores/de las trabajadoras/
  en el comite/por ugt/por ccoo); (la/lo/me) (eligieron/eligio/votaron/ nombraron/postularon/reeligieron) (~ )(delegad@/
  secretari@ (general/sindical/gremial/de actas)/vocal (sindical/del comite)/representante (de los trabajadores/
  sindical)/enlace sindical); (secretari@ general/secretari@ de actas/secretari@ de organizacion/tesorer@/vocal)
  (de la seccion/del sindicato/de la seccional/del gremio/ de la federacion/de la delegacion); (secretari@ general/
  dirigente) (de la/del) <union>; (seccional/seccion sindical/subsede/subdirectiva/comite ejecutivo/delegacion sindical)
  (de/#/_) (~ )(<union>/sindicato); (hizo/hice/hacer/haciendo/hace) (huelga/paro/piquete/brazos caidos); (se/me)
  (sumo/sume/plego/plegue/adhirio/adheri/unio/uni) (~ )(al/a la) (paro/huelga/piquete/ plantón/planton/medida de
  fuerza/protesta sindical); (huelga/paro) ~ (compañer@/descontaron/despidieron/descontado/ salario/fondo/dia); descuento
  por (huelga/paro); (dias/dia/jornada/horas) de (huelga/paro) (descontad@/no pagad@); (esquirol/rompehuelgas/
  carnero/scab) (por/de/en/por ir/y); (negociador@/mesa/miembro*/integrante*/banco social) (de /por /)(la )(mesa
  negociadora/ comision negociadora/parte social/comision paritaria); banco social; (integra/integro/encabeza/
  encabezo/candidat@ (en/de)/va en/ voy en) (~ )(la /)(lista/planilla) (sindical/del sindicato/de <union>/
  gremial/verde/roja/azul/bordo/violeta/blanca/naranja/marron); (del/en el/al) (sindicato/gremio) (de/del) (los /
  las /la /)_; sindicato (independiente/charro/blanco/minero/petrolero/nacional de _/unico de _/de trabajadores/
  de maestr@/de enfermer@/de la empresa/de base); (armando/armar/formando/formar/fundar/fundo/fundaron/fundamos/
  organizando/organizar) (~ )(el /un /)(sindicato/gremio/comite sindical/seccion sindical);
  (andar/anduvo/anduve/metid@/estuvo/estuve/participo/lider/lideresa/en) (~ )(en /)la huelga (de/del) (#/_); (marcha/
  asamblea/reunion/congreso/encuentro/fiesta/cena) de (afiliad@/sindicalistas/delegad@/trabajadores sindicalizados);
  cuota (sindicato/SUT/<union>); (sale/salio/salgo/va/voy/marcha/marcho/marchamos/salimos) con (la /el /
  )(<union>/sindicato/gremio/cut/columna sindical); (ferrocarrilero/minero/petrolero/electricista/maestro/
  telefonista/obrero) (de los de/sindicalizado/democratico/de la coordinadora/huelguista/disidente); firm(e/es) con
  el sindicato; (old/proud/strong/solid/loyal) union (man/woman/guy/family/household/town boy)
`;

const THINGS = `
  elecciones sindicales; central sindical; central obrera; seccion sindical; federacion de trabajadores;
  (workers united/labor union/labour union/workers union/teachers union/nurses union/farm workers union);
  royal college of nursing; royal college of midwives; national education association; union (pin/hat/shirt/
  t shirt/lanyard/sticker/badge/jacket); (pin/carnet/camiseta/chaleco/gorra/pegatina) (del sindicato/sindical);
  organizing (drive/committee/campaign); wildcat strike; strike vote; picket duty; esquirol*; sindicato*; <union>;
  gremio; gremial(/es); union dues; trade union*; labor union*; labour union*; unions; syndicat*; sindical(/es);
  huelguista*; union busting; our union; my union; conflicto colectivo; delegado de personal;
  comite de empresa; seccion sindical; strikers; comisiones obreras; luz y fuerza; ig metall; camioneros;
  colegio de profesores; la bancaria
`;

const WEAK = `
  comite; asamblea; enlace; cuota*; representante*; rep; steward*; dues; picket*; ballot; local; negociacion; mesa negociadora; membership; scab; esquirol*; piquete*; liberad@; walkout;
  walked out; work to rule; sick out; federacion; confederacion; branch; convenor; delegue; agremiad@;
  central obrera; pliego; the union; union; huelga*; paro; strike; afiliad@; delegad@; greve; negociacion colectiva;
  collective bargaining; convenio; grievance; unionized; unionised
`;

export const UNION: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];

/** Names of unions; in capitals where the word means other things. */
export const UNION_NAMES = `
  ugt; ccoo; CGT; CNT; USO; csif; satse; ELA; LAB; CIG; stes; anpe; FETE; JUSAPOL; JUPOL; AUGC; SPPLB; SEPLA;
  CESM; FSIE; snte; cnte; CTM; CROC; CROM; suterm; stprm; stunam; situam; SUTIN; SNTSS; UNTA; FSTSE; CATEM; STRM;
  ASPA; ASSA; UOM; uocra; smata; ctera; ATE; UPCN; UTA; SUTEBA; SADOP; ADEMYS; SOMU; UATRE; FATSA; AEFIP; FECODE;
  CUT; SUTEP; CGTP; CTP; ANEF; FENATS; FENPRUSS; CONFUSAM; FENAPES; SUNCA; COB; FUT; unison; Unite; GMB; UCU; NEU;
  NASUWT; RMT; ASLEF; PCS; CWU; usdaw; TSSA; FBU; BECTU; EIS; NUJ; UCATT; BFAWU; SIPTU; Fórsa; ASTI; HCSA; BMA;
  RCN; RCM; TUC; AFL; CIO; seiu; UAW; afscme; AFT; NEA; ibew; CWA; teamsters; UFCW; ILWU; ILA; AFTRA; nalc; apwu;
  CUPE; unifor; IWW; UBC; IATSE; LIUNA; USW; UMWA; AFA; ALPA; NNU; CTU; UTLA; WGA; ATU; TWU; NATCA; OPEIU; PSAC;
  BCGEU; ETU; CFMEU; AMWU; UGT; FENPROF; SINTTAV; SITAVA; APEOESP; CTB; CFDT; CFTC; FO; SUD; UNSA; CGC; FSU; SNES;
  SNUipp; CGIL; TGWU; tgwu; ILGWU; ACTWU; SEIU; MNA; NYSNA; UNAC; UAPD; WSNA; HPAE; UFT; NYSUT; AFGE; NTEU; NAGE;
  IAMAW; IUOE; UMW; BLET; IBT; IUPAT; RWDSU; DGA; NABET; AGMA; CSEA; DC37; AFSCME; TNG; PASNAP; OCAW; BCTGM; IUE;
  UAN; AAUP; NLPA; MLBPA; NFLPA; NUM; NUT; NACODS; SOGAT; AEEU; EETPU; NUPE; COHSE; NALGO; IPCS; NAHT; ASCL;
  BALPA; URTU; Prospect; Equity; WGGB; IWGB; UVW; SSTA; UNSW; NIPSA; INMO; TUI; FORSA; FEMPINRA; USTEC; USTEA;
  STAJ; SATSE; SIPCTE; SITCPLA; STAVLA; USCA; CSIT; CESIF; CIGA; STEC; SATE; SIMAP; SMAC; AMRA; HIRU; UOCRA;
  SUTERH; SUTNA; foetra; uepc; unter; atech; AMSAFE; amsafe; atilra; uatre; faecys; uthgra; soiva; fatlyf; atsa;
  cicop; sitraj; FOECYT; SMATA; UTEDYC; sutecba; FATUN; conadu; adiunt; apdfa; aefip; apoc; sadop; UTEP; sitrasep;
  SNTE; sntss; stps; sutspet; STUNAM; SITUAM; stuacm; SNTMMSSRM; sutgcdmx; sntissste; SUTUACM; sinttia; SINTTIA;
  SITIMM; STHYM; FTSE; SUTERM; ADEMAC; sutaur; SNTSA; ADIDA; ANTHOC; SINTRAINAGRO; sintraemcali; sintrainagro;
  SINALTRAINAL; sinaltrainal; sindess; SINDEVA; ASONAL; ASMEDAS; utrahuilca; UNEB; ADEM; SINTRATELEFONOS; ANEJUD;
  fenpruss; fenats; CONFENATS; SINTEC; sintracobre; CONATRAL; asemuch; FENASENF; agech; FENTASE; ftccp; FTCCP;
  FENUTSSA; FNTMMSP; SUTRAN; CATP; fetrapep; SITENTEL; SINAUT; SINASSUR;
  asmedas; sutracomasa; SUTRACOMASA; sutran; coordinadora magisterial; snte; cnte; SNTE; CNTE
`;
