import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "CRIMINAL_RECORD";

const PEOPLE = `
  ex(/ )(convict@/presidiari@/recluso/preso/reo/convict/con/offender/felon/inmate); exconvict@; expresidiari@;
  expres@; ex (carcelari@/delincuente/pandillero); presidiari@; reclus@; convict@; convicted (felon/criminal/
  sex offender/murderer/rapist/fraudster/thief/paedophile/pedophile/burglar/killer); felon*; inmate*; parolee*;
  sex offender*; (registered/known/repeat/violent/young/persistent/serial/first time) (sex offender/offender*/
  felon); reincidente*; delincuente*; fugitiv@; profug@; condenad@; imputad@; sentenciad@; procesad@; fichad@;
  encarcelad@; penad@; excarcelad@; reo*; detenu*; ex detenu; condamne(/e/s); preso*; apenad@; presidiari@;
  pres@ (politic@/comun/preventiv@); tulead@; ladron(/a/es); narco; narcotraficante*; sicario*; violador(/es);
  pedofilo; pederasta; maltratador(/es); estafador(/a); homicida*; asesin@; mara; marero; pandillero*; jailbird;
  ex gang member; jailed; incarcerated; imprisoned
`;

const TELLING = `
  (antecedentes/antecedente) (penales/policiales/delictivos/criminales/judiciales/policiacos/por _); (tiene/tengo/
  tenia/con/sin/le salieron/registra/posee/salieron/aparecen/presenta/consta) (~ )(antecedentes penales/
  antecedentes policiales/historial delictivo/prontuario/expediente criminal/causas penales/causa penal/
  antecedentes por _); prontuario (policial/penal); historial (delictivo/criminal/penal); (ficha/
  fichas) (policial/signaletica/policiaca/roja); fichad@ por _; casier judiciaire; ficha (criminal/suja);
  antecedentes criminais; (criminal/arrest/police/juvenile/prison/conviction) (record/history/records/past);
  rap sheet; mug(/ )shot; (spent/unspent/previous/prior/past/juvenile/drug/felony/criminal/old/
  driving) (conviction/convictions); (conviction/convictions) (for/from/in/as/on/overturned/quashed/expunged/
  spent) (~ /)(<offence>/_); priors (for/as); (conviction/charge/caution/reprimand/warning/summons/indictment/
  citation) for (~ )(<offence>); felony (conviction/charge/charges/drug/assault/theft/dui/on/for/record); (a/the/
  with) (felony/misdemeanor/misdemeanour); misdemeanor (conviction/charge/assault/theft/for/in);
  cautioned for (_); (got/has/had/have/with/a/another/second/third/for/his/her/my/first) (~ )(dui/dwi/owi/asbo/
  ovi); (dui/dwi/oui) (in/on/from/conviction/arrest/charge/last/at/record); drink driv(ing/er) (conviction/ban/
  charge/offence); banned from driving; (lost/lose) (his/her/my) licen(c/s)e ~ (drink/dui/drunk); (charged/
  indicted/arraigned/convicted/accused/guilty/acquitted/prosecuted/jailed/imprisoned/arrested/booked/nicked/
  busted/wanted/sentenced/incarcerated/cautioned/done/caught/picked up/pulled/locked up/sent down/locked away/
  detained/tried/suspected/deported/collared/banged up/put away/exonerated/pardoned/fined/arraigned/remanded/
  caged/fingered) (with/of/for/on/in/over/by police) (~ )(<offence>); (arrested/jailed/convicted/incarcerated/
  imprisoned/remanded/paroled/arraigned) (for/on/in/at/last/after/twice/again/as/by/when/by the police/once/and/
  three times) (_); (was/been/got/were/is/being/getting/gets) (~ )(arrested/jailed/convicted/incarcerated/
  imprisoned/remanded/indicted/paroled/locked up/sent to prison/sent to jail/put in jail/thrown in jail/sent down/
  on remand/acquitted/prosecuted/deported for _/tagged/expunged); (plead/pleaded/pled/pleads/pleading/plea of/
  found/plea) (not /no /)(guilty/contest) (to/of/on/for/)(~); (pleaded/pled/found) guilty; guilty plea;
  plea (deal/bargain); (in/to/of/from/into/for/left/inside/outta/at) (prison/jail/juvie/county jail/state prison/
  federal prison/juvenile hall/borstal/the slammer/the nick/the clink/gaol/penitentiary/youth custody/
  young offenders/lock up/san quentin/wandsworth/rikers/pentonville/belmarsh/holloway/strangeways/custody/remand/solitary/juvenile detention/county/lockup/detention/the can); (did/doing/served/
  serving/spent/got/given/facing/faces/face/serves/do/handed/received/gets/sentenced to/after/pulled/
  get) (~ )(years/months/weeks/days/year/month/life/life sentence/time) (in prison/in jail/inside/at/in/for/
  behind bars/at hmp/sentence/without parole/of probation/probation/on probation/suspended/to life/in a _/
  upstate) (~); (served/serving/doing/did/done) (time/a sentence/his sentence/her sentence/her time/his time/
  my time/bird/a stretch/porridge/a bid); (behind/serving) bars; (# ) (year/month/week) (prison/jail/suspended/
  custodial/community) (sentence/term/order); (suspended/custodial/prison/jail/life/community) (sentence/order);
  (released/released from/out of/got out of/getting out/gets out/came out of/just out of/fresh out of/let out of/
  out on/got out/comes out of/leaving) (prison/jail/custody/parole/bail/licence/juvie/bond); (on/broke/breached/
  violated/violates/violating/skipped/jumped/breaking/revoked/terms of/breach of/finishing/completed/finish/
  finished/under/off/his/her/my/their) (his /her /my /the /their /)(parole/probation/bail/bond/supervised release/
  licence conditions/curfew order/house arrest/tag/home detention/work release) (officer/order/violation/hearing/
  conditions/terms/until/since/for/by/so/)(~); on (probation/parole/bail/remand/work release/house arrest/
  an ankle monitor/licence/tag/day release/a tag/the run/the register); (probation/parole) (officer/hearing/
  violation/board/order/conditions); ankle (monitor/bracelet/tag); electronic (tag/monitoring); (violent /
  registered /)sex offender(s/) (register/registry/list); sex offender registry; house arrest; (restraining/
  non molestation/protective/exclusion/control/no contact) order (against/on/from/out/protecting/him/her/me/filed/
  in place/not to/)(~); (warrant/warrants) (out/for (his/her/my)/issued/)(~)(arrest/for/out); (arrest/bench/
  outstanding/active/search) warrant*; (community service/community payback/unpaid work) (order/hours/for/
  sentence/as/at/on/every/instead); # hours (of /)(community service/unpaid work/community payback); (record/
  conviction/arrest/charge) (was /got /is /)(expunged/sealed); deferred adjudication; (pretrial/
  pre trial) (diversion/detention); (juvenile) (hall/detention/record/offender); (halfway) house; (gang) (member/
  affiliation); (did/does/doing) a runner; (got caught/was caught/caught/busted/nicked/nabbed/arrested/picked up) (shoplifting/stealing/dealing/selling/
  driving drunk/drink driving/drunk driving/smuggling/with _ (of/in)); (stole/robbed/stabbed/shot/killed/murdered/
  raped/assaulted/embezzled) (a /an /the /his /her /my /from /)(car/bank/store/man/woman/cop/police/company/till/
  neighbour/partner/someone/wife/husband/ex) (and/when/in/at) (got/went/was/did/served/ended); (estuve/estuvo/
  estuvieron/estado/estar/esta/estoy/sigue/cayo/cai/caer/caido/metieron/metio/metido/termino/acabo/fue a dar/
  fui a dar/paso/pase/pasado/llevaron/mandaron/entro/entre/ingreso/ingreso/ingresaron/ingrese/fue/fui/ir/llevan/
  lleva/llevo/vivio/nacio/encuentra/cumple/cumplio/cumplir/visito/visita/visitar/veo/conocio/conoci/tienen/tiene/
  guardado) (~ )(en/a/al/en el/en la/a la/por la/a un) (el /la /un /una /)(prision/carcel/presidio/penal/
  reclusorio/bote/tanque/cana/trullo/talego/tambo/chirona/cafua/gayola/reformatorio/tutelar/correccional/
  centro de menores/centro penitenciario/penitenciaria/penitenciario/calabozo/calabozos/barandilla/
  ministerio publico/separos/preso/cereso/cefereso/canero/jaula/modulo/sombra/penal de _/penal/
  centro de reclusion/topo chico/devoto/soto del real/alcala meco/picota/lurigancho/santa martha/almoloya/
  puente grande/ezeiza/internado judicial/cana/frente a un juez/presidio/custodia/tutelar de menores); (salio/
  sali/salir/salido/sale/salen/saldra/saldre/liberaron/libero/excarcelaron/soltaron/escapo/fugo/sacaron) (~ )(de/
  del/de la/en) (la /el /)(carcel/prision/presidio/penal/reclusorio/bote/tanque/cana/trullo/talego/tambo/chirona/
  reformatorio/tutelar/correccional/penitenciaria/cereso/calabozo/centro penitenciario/libertad condicional/
  libertad provisional/libertad bajo fianza/permiso penitenciario/libertad vigilada/penal de _); (esta/estoy/
  estuvo/estuve/estar/estaba/estan/sigue/cayo/caer/cai/quedo/quede/tuvieron/tienen/meten/metieron/llevan/llevaron/
  acabo/va/fue/ir/termino/llevo/lleva) (~ )(pres@/pres@ en _/recluid@/arraigad@/encanad@/enchironad@/imputad@/
  procesad@/investigad@ por _/condenad@/en prision/en la carcel/entre rejas/tras las rejas/a la sombra/
  en busca y captura/fichad@/profug@/en libertad condicional/en libertad provisional/en libertad vigilada/
  bajo fianza/en tercer grado/con arresto domiciliario/con pulsera/con tobillera/vinculad@ a proceso/
  a disposicion judicial/con brazalete/bajo palabra/en arresto domiciliario/con domiciliaria);
  (libertad (condicional/provisional/vigilada/bajo fianza/bajo caucion/asistida/bajo palabra/anticipada/
  con cargos)); tercer grado; segundo grado penitenciario; (regimen) (abierto/semiabierto/cerrado);
  permiso penitenciario; (prision/arresto/detencion) (preventiva/domiciliari@/provisional/permanente revisable);
  casa por carcel; (pulsera/tobillera/brazalete/grillete/manilla) (telematic@/electronic@/de localizacion/
  judicial/gps/del juzgado); (orden/ordenes) de (alejamiento/restriccion/arresto/aprehension/detencion/captura/
  busqueda/proteccion/presentacion/reaprehension/prision); (trabajos/trabajo/servicio/servicios/tareas/labores/
  horas) (en beneficio de la comunidad/comunitari@/en favor de la comunidad/a la comunidad/comunitarios/
  por orden del juez/en beneficio de _); (busqueda/busca) y captura; ficha roja; (entre/tras las/tras) rejas;
  (cumple/cumplio/cumplir/cumpliendo/cumpli/purga/purgo/purgando/purge/purgar) (~ )(condena/pena/sentencia/
  prision/carcel/anos de/meses de/arresto domiciliario/anos en _/castigo penal/peine/# mois/# anos/probatoria/
  suspension condicional); (il/elle) a purge; (purge) (~)(mois/ans/peine); (sort/sorti/sortie/sortait) de (prison/
  taule/detention); en (prison/taule/garde a vue/sursis/liberte conditionnelle); condamne(/e) (pour/a) _; (sursis/
  mise en examen/mis en examen); bracelet electronique; garde a vue; (# ) (anos/meses/dias/anitos/
  anyos) (de (prision/carcel/condena/pena/presidio/reclusion/suspension)/por <offence>/en (prision/la carcel/
  el penal/el bote/cana/el talego/la sombra/el reclusorio/devoto/un reclusorio/un penal/el cereso)/preso/presa/
  encerrado/encerrada/adentro); (le/me/les/nos) (cayeron/dieron/echaron/metieron/impusieron/pusieron/clavaron/
  cayo/sentenciaron a/condenaron a/salieron) (# )(~ )(anos/meses/dias) (de /por /en /)(_); (condenad@/sentenciad@/
  procesad@/imputad@/investigad@/detenid@/acusad@/denunciad@/arrestad@/preso/presa/juzgad@/encausad@/encarcelad@/
  señalad@/multad@ penalmente/fichad@/perseguid@/vinculad@ a proceso/buscad@/requisitoriad@/consignad@/
  formalizad@/absuelt@/querellad@/apresad@/capturad@/reclamad@/sancionad@/aprehendid@/expulsad@/cesad@) (por/de/a/
  en/con) (~ )(<offence>/# anos/# meses/# mes/trabajos _/pena de/firme/conducir/pegar/golpear/robar/vender/
  traficar/matar/manejar/peculato/no pagar/agredir/violar/maltratar/portar/manejar/# dias); (me/lo/la/le/los/las/
  nos/se lo/se la) (han /habian /hayan /)(condenaron/condeno/condenado/condenado/condenada/sentenciaron/
  procesaron/imputaron/imputado/imputan/detuvieron/detuvo/detenido/detenida/arrestaron/arrestado/arrestada/
  agarraron/agarro/pillaron/pillado/pescaron/cacharon/apresaron/encarcelaron/encarcelado/metieron preso/
  metieron presa/llevaron preso/llevaron detenid@/ficharon/fichado/torcieron/denunciaron/denuncio/acusan/acusaron/
  acuso/acusado/enjuiciaron/juzgaron/capturaron/buscan/busca la policia/investigan/imputo/procesado/deportaron/
  encausaron/cogieron/trincaron/trincado/encanaron/formalizaron/absolvieron/vincularon a proceso) (por/de/con/
  robando/vendiendo/conduciendo/manejando/traficando/pasando/en) (~ )(<offence>/coche/auto/moto/tienda/mujer/
  frontera/pareja/borrach@/armas); (pillaron/agarraron/pescaron/cacharon/detuvieron/cogieron/
  descubrieron) (~ )(robando/vendiendo (droga/mota/coca)/conduciendo (borracho/ebrio)/manejando (borracho/ebrio/
  tomado)/traficando/con (droga/drogas/mota/coca/marihuana/un arma)); me (imputaron/procesaron/condenaron/
  sentenciaron/ficharon/encarcelaron/detuvieron/arrestaron/apresaron); (lo/la) (arrestaron/encarcelaron/
  condenaron/sentenciaron/metieron pres@/apresaron/ficharon/procesaron/encanaron); (fue/fui/fueron/ha sido/
  he sido/habia sido/sido/siendo/foi/a ete) (~ )(condenad@/sentenciad@/procesad@/imputad@/encarcelad@/arrestad@/
  preso/presa/juzgad@/condamne/condamnee/declarad@ culpable/hallad@ culpable/encontrad@ culpable/
  vinculad@ a proceso/detido/detida/condenado/indultad@/investigad@ por _/detenid@ por _/acusad@ de _/
  expedientad@ por _); (denuncia/denuncias/querella/causa/juicio/proceso/cargos/condena/condenas/sentencia/
  investigacion/acusacion/expediente/orden/sumario/demanda/pena/reclusion/antecedente/prision/carcel/carpeta/
  ingreso/multa/sancion/detencion/arresto/requisitoria/processo/inquerito) (pendiente /penal /firme /abierta /
  en contra /previa /)(por/de) (un /una /)(delito /delitos /presunto /presunta /supuesto /presuntos /)(de /
  )(<offence>); (causa/proceso/juicio/denuncia/expediente/querella/responsabilidad/condena/sentencia) penal;
  (delito/delitos) de (_); (delincuente/pasado/vida) (comun/delictivo/criminal/carcelario); (se declaro/
  me declare/declarad@/se confeso/confeso) culpable; (cometio/cometi/cometer) (un /una /varios /)(<offence>/
  delito/delitos/crimen); condena (firme/condicional/previa/suspendida/de # /en suspenso);
  (suspension) (de la pena/condicional de la pena/del juicio a prueba); probation (en curso/concedida); (pagar/
  pague/pago) fianza; bajo fianza; (indulto/indultad@); (vinculacion) a proceso; auto de formal prision;
  medidas cautelares; agente de libertad; (firma/firmar/firmo/voy a firmar/tiene que firmar) (cada/en el juzgado/
  ante el juez/en juzgado)(~); (pago/mato/apunalo/asesino/violo/estafo/robo) (a su/a mi/a un/un banco/una tienda/
  un coche); cumpre pena; (preso/presa/detido/detida) (por/em/desde/ha) _; (foi/esta/estava/ficou/saiu) (preso/
  presa/condenad@/detid@/da cadeia/da prisao/do presidio/na cadeia/em liberdade condicional); (cadeia/
  presidio) por _; tornozeleira (eletronica); passagem pela policia; passagens (pela policia/por _); (robando/
  hurtando) (un/una/en) (_); narcomenudeo; registro de delincuentes sexuales; registro central de penados;
  certificado (positivo/con antecedentes); pandilla; mara salvatrucha; me dedicaba a (robar/vender droga/
  traficar); (vendia/vende/vendi/traficaba/pasaba/movia) (droga/drogas/mota/coca/perico/merca); (sold/sells/dealt/
  dealing/deals/selling/sell) (drugs/weed/coke/meth/heroin/crack); (convivencia/violencia) (vicaria/
  de genero) (condena/denuncia/sentencia);
  (picked/lifted/booked/nabbed/nicked/hauled/took/pulled/arrested/busted/collared/banged/charged/sent) (up /in /
  away /over /down /off /)(~ )(~ )for (~ )<offence>; (# /two /three /multiple /several )(counts/charges) (of/
  for) _; (possession/intent/conspiracy/assault/theft/fraud/burglary/robbery/arson) (of a/with intent/to commit/
  with a deadly/of stolen/of controlled/of drugs)(~); (out on/released on/posted/made/denied/granted/jumped/
  skipped) (~ )(bail/bond/parole/licence/license/recognizance/own recognizance/tag); (controlled substance/
  paraphernalia/open container/hit and run/road rage/failure to appear/contempt of court/witness tampering/tax evasion/
  insider trading/wire fraud/welfare fraud/benefit fraud/insurance fraud/identity fraud/ credit card fraud/
  aggravated assault/domestic battery/child endangerment/indecent exposure/resisting arrest/breaking and entering/
  criminal damage/criminal trespass/breach of the peace/affray/public order offence/drunk and disorderly/
  handling stolen goods/going equipped/county lines/joint enterprise) (charge*/conviction/arrest/case/rap/plea/
  in/on/for/x#/#); (struck off/barred/disqualified) (~ )(for/after) (fraud/theft/drink driving/a conviction/
  conviction); (three/two/second/first) strike(s)( law/ offence/ offender/); (is/was/been/s/re) (on the run/
  wanted by/a wanted man/known to police/known to the police/well known to police/under investigation for/under arrest/
  under house arrest/in custody/in cuffs/in handcuffs/ behind bars/banged up/doing time/doing life/inside for/in
  the cells/in the nick/up before the/up in court/due in court/before the magistrates/on trial/standing trial/
  facing trial/facing charges/a registered); (did/does/doing/served/serving) (~ )(at/in) (hmp/hmyoi/_ prison/_ correctional/
  state/federal/county); hmp _; correctional facility; (got/was/were) (let off with/given/handed) (a /)(caution/
  warning/asbo/fine for/community order/suspended sentence/conditional discharge/absolute discharge/life sentence/
  custodial); (conditional/absolute) discharge; community order; (expungement/expunged/sealed record/record sealed/
  clean slate petition/pardoned/clemency/commuted sentence); (le/les/me/nos) (dictaron/dicto/ giraron/giro/
  libraron/libro/imputan/imputaron/fincaron/abrieron/siguen/sigue/confirmaron/levantaron/revocaron) (~ )(prision/
  auto de/formal prision/orden de/sentencia/condena/causa/proceso/cargos/carpeta/acta/sumario/preventiva/pena/
  delito*); (tiene/tengo/tenia/con/hay/sale/aparece/registra/pesa) (~ )(causa abierta/causas abiertas/juicio pendiente/
  carpeta de investigacion/ orden de aprehension/orden de captura/orden de arresto/pedido de captura/
  requisitoria*/circular roja/ficha/antecedente*/condena*/ingreso* a penal/reincidencia/probation/suspension a prueba/
  denuncia* por/proceso penal/procesos penales/sumario penal); (retiraron/quitaron/suspendieron) (~ )(carnet/
  licencia/registro/brevete/pase) (por/~) (alcoholemia/ conducir/manejar/ebrio/borracho/alcohol/tomado); (dio/
  di/dando/dar) positivo (~ )(alcoholemia/alcotest/control de alcohol/control policial); (reincidente/reincidio/
  reincidi) (en/de/por) _; (agarro/agarraron/llevo/levanto/torcio/detuvo/encano) (~ )la (policia/tira/chota/
  yuta/cana/pasma/patrulla/migra/guardia civil/ministerial); (pasado/anos/meses/rato/tiempo) (~ ) (en la sombra/
  a la sombra/guardado/encanado/en cana/en canada/en el bote/en el tambo/en el talego/enrejado/privado de libertad/
  privada de libertad/privado de su libertad); privad@ de (la /su /)libertad; (ppl/interno/interna) (en el/del) (_);
  (visita/visitas/visito/visitamos/locutorio) (~ )(conyugal/penal/carcel/reclusorio/reclusion/prision/modulo); (regimen
  abierto/ permiso de salida/permisos de salida/progresion a/redencion de penas/beneficio penitenciario/
  beneficios penitenciarios/salida transitoria/salidas transitorias/semilibertad/prelibertad/remision de pena/
  buena conducta en prision); (fiador/caucion juratoria/eximicion de prision/excarcelacion/sobreseid@/
  sobreseimiento) (de/por/en/_)
`;

const THINGS = `
  carcel(/es); prision(/es); prison*; jail*; probation; parole; juvie; reclusorio; presidio; reformatorio;
  centro penitenciario; penitenciaria; felony; felonies; misdemeanor*; misdemeanour*; dui; dwi; abh; gbh;
  conviction*; condena*; antecedentes; prontuario; delito*; imputacion; fianza; calabozo; custody; detencion;
  narcotrafico; violencia de genero; domestic violence; shoplifting; armed robbery; robo (con violencia/agravado/
  a mano armada/con fuerza/calificado); hurto; estafa; homicidio; femicidio; feminicidio; asesinato; violacion;
  abuso sexual; agresion sexual; trafico de (drogas/armas/estupefacientes); contrabando; malversacion; peculato;
  cohecho; prevaricacion; blanqueo; lavado de dinero; lavado de activos; falsificacion; falsedad documental;
  secuestro; extorsion; lesiones (graves/leves/dolosas); allanamiento de morada; alcoholemia; portacion de (arma/
  armas); tenencia ilicita; posesion de drogas; arson; burglary; manslaughter; aggravated assault;
  assault and battery; assault; embezzlement; wire fraud; money laundering; drug (possession/trafficking/dealing);
  possession with intent; sexual assault; grand theft; petty theft; identity theft; perjury; larceny; stalking;
  cadeia; prisao; borracho al volante; drink driving; drunk driving; tutelar de menores; ex con; maltrato;
  amenazas graves; usurpacion; apropiacion indebida; receptacion; desacato; trial; sentencia condenatoria;
  pena de prision
`;

const WEAK = `
  pres@; detenid@; detained; arrested; arrest; arresto; arrestad@; sentenced; sentence; sentencia; convicted;
  acusad@; accused; denunciad@; culpable; guilty; intern@; juzgado; charged; charges; cargos; offender; criminal*; fichaje; libertad; penal; juez; ladrón; caution; warrant; bail; tagged; inside; locked up; denuncia;
  record; community service; multa
`;

export const CRIMINAL: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: PEOPLE },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];

export const OFFENCES = `
  robo; robos; robar; hurto; hurtos; fraude; fraudes; estafa; estafas; homicidio; asesinato; violacion; abuso;
  abusos; narcotrafico; narcomenudeo; trafico; contrabando; lesiones; agresion; agresiones; violencia;
  malversacion; peculato; cohecho; prevaricacion; falsificacion; falsedad; secuestro; extorsion; amenazas; acoso;
  posesion; tenencia; portacion; alcoholemia; alcohol; drogas; droga; estupefacientes; armas; arma; maltrato;
  maltratos; blanqueo; lavado; delito; delitos; atropello; allanamiento; usurpacion; desacato; vandalismo;
  incendio; terrorismo; pornografia; estupro; evasion; asalto; atraco; encubrimiento; coacciones; injurias;
  calumnias; feminicidio; femicidio; homicida; rina; pelea; golpes; quebrantamiento; desfalco; soborno; trata;
  pederastia; impago; roubo; furto; homicidio; vol; vols; violences; trafic; escroquerie; meurtre; viol;
  agression; theft; thefts; fraud; assault; robbery; burglary; arson; murder; manslaughter; rape; battery;
  shoplifting; possession; trafficking; dealing; embezzlement; forgery; perjury; stalking; dui; dwi; vandalism;
  extortion; kidnapping; smuggling; drugs; drug; weapons; firearm; abh; gbh; larceny; harassment; molestation;
  bribery; laundering; conspiracy; racketeering; homicide; affray; speeding; drunk; drink; trespassing; trespass;
  prostitution; solicitation; counterfeiting; hacking; stealing; stabbing; mugging; carjacking; disorderly;
  contempt; evasion; felony; misdemeanor; narcotics; cocaine; marijuana; heroin; meth; weed; supply; violence;
  abuse; cruelty; manslaughter; looting; rioting; fighting;
  dealing; pushing; burglaries; burgling; nicking; fencing; joyriding; poaching; pickpocketing; blackmail; espionage;
  treason; grooming; upskirting; voyeurism; sedition; libel; slander; desertion; bigamy; incest; obstruction; tampering;
  intimidation; negligence; endangerment; kidnap; hijacking; terror; terrorism; robberies; robbing; estafar; matar;
  hurtar; traficar; narco; secuestros; extorsiones; lesion; huachicol; huachicoleo; cuatrerismo; abigeato;
  hurto; grooming; ciberacoso; sextorsion; proxenetismo; usura; cohechos; concusion; enriquecimiento; rebelion; sedicion;
  conspiracion; sicariato; receptacion; piratería; pirateria; tortura; falsificar; conduccion; manejar; quebrantar;
  desobediencia; resistencia; atentado; daños; danos
`;
