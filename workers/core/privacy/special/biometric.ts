import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "BIOMETRIC_DATA";

const TELLING = `
  huella* (dactilar(/es)/palmar(/es)/digital(/es)/plantar(/es)/biometric@/biometricas/legibles/vocal/de voz/
  del (indice/pulgar/dedo/bebe/pie/_)); (impresion(/es)) (dactilar(/es)/palmar(/es)/digital(/es)); (mi/su/mis/sus/
  nuestra/nuestras/tu/tus) (huella/huellas); (tomaron/tomo/tomar/tome/tomando/pidieron/piden/pide/pedir/pidio/
  pusieron/puse/puso/poner/pongo/pone/registraron/registre/registro/registrar/capturaron/capturo/capturar/guardan/
  guardo/guardaron/guarda/escanearon/escaneo/escanear/lee/leyo/leer/reconoce/reconocio/ficha/ficho/fichar/
  fichamos/checa/checo/checar/entro/entra/entrar/dejo/deje/dar/di/dio/usan/uso/usar/recogieron/recogio/cotejaron/
  cotejo/compararon/cargo/cargaron/lleva/toca/borren/borrar/eliminen/eliminar/suprimir/supriman/coincide/
  corresponde/identificaron/identifico/quitaron/obligan a poner/marco/marcar/marca/dieron de alta/dio de alta/
  di de alta/validan/valido/almacena/almacenan) (~ )(con /mediante /por /a /)(la /el /su /mi /mis /sus /las /los /
  )(huella/huellas/rostro/iris/retina/cara/voz/dedo/dedos/pulgar/indice/biometria/biometricos/facial/palma/vena/
  venas/firma biometrica/selfie); (plantilla/vector/mapa/geometria/embedding/captura/cotejo/patron/rasgos/puntos) (facial/faciales/de (la /)(cara/rostro/iris/voz/retina/palma/mano/venas/huella/huellas)/dactilar/
  dactilares/biometric@/biometricos/vocal); (geometria/forma) de (la/su/mi/sus) (mano/cara/rostro/oreja); (ficha/
  resena/tarjeta/impresion) (decadactilar/dactilar/dactiloscopica/dactilos); decadactilar; (voz/cara/rostro/
  huella/huellas/iris/palma) (del/de la/de) (acusad@/investigad@/detenid@/imputad@/emplead@/alumn@/menor/client@/
  solicitante/trabajador/trabajadora/sospechos@/mi/su/usuari@/testigo/titular/pacient@/paciente/reo/intern@);
  (muestra/grabacion) de (mi/su) voz; (mi/su/el/tu) (dedo/pulgar/indice/cara/rostro/iris/voz/palma) (ya /)(no /
  )(~ )(lo /la /me /le /)(lee/reconoce/detecta/abre/desbloquea/coincide/registra/acepta/identifica/pasa/funciona/
  marca/entra/jala); no (me/le) (lee/reconoce/detecta/toma/agarra/registra/acepta/jala) (el /la /mi /)(~)(dedo/
  huella/huellas/cara/rostro/voz/iris/pulgar); (desbloqueo/desbloquear/entrar/acceder/fichar/fichaje/acceso/pagar/
  pago/abrir/abre/autoriza/firma/login/checar/entrada/checador/control horario/reloj) (~ )(con/por/mediante/
  de) (la /el /mi /su /)(huella/rostro/cara/iris/voz/reconocimiento facial/biometria/retina/face id/palma/dedo/
  datos biometricos); finger(/ )print(ed/ing (me/him/her/us/them)); (my/his/her/our/their/your/employee/
  latent/left/right/full set of/set of/s) (finger(/ )print(/s)/thumb(/ )print(/s)/prints/palm(/ )print(/s)/hand(/
   )print(/s)/voice(/ )print(/s)/voice(/ )recording/face id/face scan/faceprint/
  biometrics/biometric/vein/thumb/faceprints/iris scan/palm); (scan/scans/scanned/scanning/took/take/takes/taken/
  taking/captured/capturing/stored/storing/stores/store/keeps/keep/kept/hold/holds/has/collect/collected/collects/
  recorded/register/registered/enrolled/enrol/enroll/enrolling/matched/matches/matching/match/delete/deleted/
  erase/compared/checked/uploaded/read/reads/recognised/recognise/recognized/recognize/unlocked/unlock/unlocks/
  use/used/uses/using/linked/identified/harvested/sold/leaked/map/mapped/ran/run) (~ )(my/his/her/their/our/your/
  s/the employee/the suspect/the pupil) (~ )(face/iris/irises/retina/retinas/eye/eyes/fingerprint/fingerprints/
  thumb/thumbs/palm/voice/finger/fingers/prints/biometric/biometrics/hand/hands/gait/facial/features/voiceprint/
  thumbprint); (facial/face) (recognition/id/match/matching/template/features/geometry/biometrics/scan/comparison/
  mapping) (~)(of/him/her/me/his/my/at/matched/flagged/identified/hit); clearview; (face/touch) id (failed/won t/
  doesn t/recognises/recognizes/enrolled/of/for/no longer/with my); (no longer/doesn t/does not/won t/can t/
  cannot/never) (recognise/recognize/read/recognises/recognizes/accept/match/scan) (my/his/her) (face/finger/
  fingerprint/thumb/voice/iris/palm/print/prints); (mes/ses/son/leurs) empreinte*;
  (entra/entro/entrar/entrando/accede/acceder/accedio/abre/abrir/abrio/abren/paga/pago/pagar/ficha/ficho/fichar/
  cobra/cobrar/cobro/ desbloquea/desbloquear/desbloqueo/desbloquee/firma/firmo/firmar/checa/checo/checar/vota/
  voto/votar/identifica/identifico/ identificar/identificarse/identificarme/identificado/identificada/valida/
  valido/validar/autentica/autentico/autorizo/ autoriza/autenticarse/ingresa/ingreso/ingresar/marca/marco/
  marcar/pasa/paso/pasar/verifica/verifico/verificar/retira/ retiro/retirar/registra/registro/registrar/
  registrarse/loguea/prende/arranca) (~ )(~ )(con/por/mediante/usando) (el/la/ su/mi/las/los/sus/mis/tu) (propi@
  /)(iris/huella/huellas/cara/rostro/retina/palma/dedo/pulgar/indice/voz/yema/ojo/mirada/biometria/ facial/
  biometrico/mano/vena/venas); (poner/pongo/puso/ponga/pongan/ponganle/pon/ponle/apoya/apoyo/apoyar/coloca/
  coloque/colocar/coloco/ acerca/acerco/acercar/presiona/presionar) (~ )(el/la/su/mi/tu/los/las) (dedo/dedos/
  pulgar/indice/huella/palma/ojo/rostro/yema/mano) (medio /indice /pulgar / derecho /izquierdo /derecha /
  izquierda /)(en/sobre/al/frente a) (el /la /)(lector/sensor/escaner/huellero/torno/checador/ reloj/biometrico/
  pantalla/maquina/aparato/camara/tinta); el (checador/lector/huellero/biometrico/sensor/reloj/escaner/torno/
  sistema/ cajero/telefono/celular/movil/banco) (ya /no /ya no /)(lo/la/me/le) (~ )(reconoce/lee/jala/agarra/
  detecta/identifica/ acepta/registra/reconocio/rechaza/confunde); (tiene/tienen/tenemos/guardan/guarda/
  guardamos/almacena/almacenan/conserva/ conservan/borrar/borraron/borren/eliminar) (~ )(registrad@ /guardad@ /
  )(su/mi/sus/mis) (cara/rostro/huella/huellas/voz/iris/ facciones/biometricos/biometria/firma biometrica/mano);
  (su/mi) (iris/retina/voz/cara/rostro/pulgar/indice/palma) (como/es la/es su/es mi/ ya esta/quedo/esta) (contraseña/
  clave/llave/registrad@/guardad@/enrolad@/dad@ de alta); (coinciden/coincide/cotejaron/ cotejo/comparo/
  compararon/corresponde/pertenece/pertenecen/identificaron/identifico/reconocio) (~ )(~ )(con/a/por/de) (la/
  las/su/el/los/ sus) (huella/huellas/cara/rostro/voz/iris/marcha/manera de andar/forma de caminar/andar/
  facciones/tatuaje/oreja) (de/del/por/que/ dactilar/indubitada/dubitada/en); (unlock/unlocks/unlocked/open/
  opens/opened/pay/pays/paid/sign/signs/signed/log/logs/ logged/clock/clocks/clocked/badge/badges/badged/board/
  boarded/boards/check/checked/checks/got/gets/let/lets/enter/enters/entered/punch/punches/ punched/start/
  starts/verify/verified/authenticate/authenticated/identified/identify/approve/approved/vote/voted) (~ )(~ )(with/
  using/via/by/from) (only /just /)(my/his/her/their/our/your) (own /left /right /)(face/thumb/thumbprint/iris/
  eye/eyes/ voice/palm/finger/fingerprint/fingerprints/hand/retina/gait/walk/fingertip/face id/vein/veins/index finger);
  (scanner/reader/ gate/turnstile/sensor/kiosk/clock/camera/app/phone/door/system/till/terminal/lock) (~ )(recognise/
  recognises/recognised/recognize/ recognizes/recognized/knows/knew/reads/read/rejects/rejected/accepts/
  accepted/takes/matched/matches/identified/scanned/ scans) (my/his/her/their/s) (~ )(face/thumb/thumbprint/
  iris/eye/eyes/voice/palm/finger/fingerprint/fingerprints/hand/ retina/gait/walk/prints); (my/his/her/their/s) (left
  /right /)(face/voice/gait/thumb/palm/iris/eye/retina/fingerprint/index finger/walk/typing/ ear/hand) (unlocks/
  unlocked/opens/opened/matches/matched/was matched/is enrolled/was enrolled/is stored/was stored/is on file/was
  captured/ was scanned/is registered/was flagged/flagged/is the password/is my password/won t scan/wouldn t scan/
  doesn t scan/won t register/ s on file/template/print); (flagged/matched/picked/spotted/identified/recognised/
  recognized/caught/tracked/traced) (~ )(~ )(by/from/via/on/through) (his/her/ my/their/the) (~ )(face/gait/
  walk/voice/facial recognition/voiceprint/ear/fingerprint/fingerprints/iris/stride/thumbprint/handprint/palm print);
  (match/matches/matched/compared/ identical/belong/belongs/belonged/consistent/similar) (~ )(to/with/against) (~
  )(fingerprint/fingerprints/prints/print/voice/face/ voiceprint/palm/iris/faceprint/gait/ear) (of/taken/on/
  from/exemplar*/samples); (add/added/adding/enrol/enroll/enrolled/register/registered/ re enrol/re enroll/
  record/recorded/capture/captured/lifted/inked/rolled/submitted/submit/gave/give/giving/provided/provide/ refused/
  refuses/refusing) (~ )(my/his/her/their/s) (~ )(face/fingerprint/fingerprints/thumbprint/voiceprint/iris/ palm
  print/voice sample/prints/retina/biometrics/biometric/finger/thumb/index finger)
`;

/** Words that need no more than a hint of somebody. */
const NAMING = `
  (patron/mapa/lectura/escaneo/escaner/imagen) (de/de las) (venas/vascular/iris/retina/palma/mano/huella/huellas/
  marcha); (datos/plantilla/firma/registro/perfil/informacion/verificacion/identidad/hash/muestra/muestras/
  credencial/llave/patron/enrolamiento/consentimiento/pasaporte/control/reloj/alta) (biometric@); (diez dedos);
  minucias; (ritmo/patron/dinamica/forma/cadencia/manera) de (tecleo/teclear/caminar/andar/escribir/pulsacion/
  marcha/voz); (dieron/dio/di/dado/dar) de alta > (~ )(cara/rostro/huella/huellas/dedo/voz/iris/palma); finger(/
   )print(/s) (scan/scans/data/template/templates/record/card/cards/clock/reader with _/match/matched/on file/
  image/images/enrolled/were/was/taken/from/hash/enrolment/enrollment/sample/samples/minutiae/registered/database/
  login/on the _/of); (thumb/palm/hand/voice/face/foot/ear/lip/tooth)print*; (thumb/palm/hand/voice/ear/face/
  latent/tooth) print(/s); (iris/retina/retinal/palm/face/facial/finger/vein/hand/thumb/ear/body/eye/voice/
  biometric/selfie/fingerprint) (scan/scans/scanned/code/codes/template/templates/recognition/embedding/
  embeddings/vector/map/geometry/pattern/patterns/match/matching/signature/image/identification/verification/
  authentication/enrolment/enrollment/id check/biometric/biometrics/vein/veins/data/profile/capture/record/
  records/login/clock/reading/measurements/landmarks/sample/samples/similarity/hash/liveness/consent/comparison/
  analysis/spectrogram/passport/permit/residence/enrolled); (gait/keystroke/typing/walking/behavioural/behavioral/
  voice/heartbeat/signature) (rhythm/signature/dynamics/biometric/biometrics/profile/pattern/cadence/recognition/
  analysis/match/id/authentication/verification)(~); selfie (video/check/verification/for/match); (ring/index/
  middle/little/left/right) (finger/thumb/index) (print/of/scan/template/enrolled/image/minutiae); (left/
  right) (ring/index/middle/little) finger; minutiae; biometric (data/template/templates/id/card/information/
  record/records/residence permit/enrolment/enrollment/check/consent/scan/signature/sample/profile/hash/passport/
  clock/attendance/identifier/identifiers/reader/login/privacy); (clock/clocks/clocking/sign/signs/log/pay/pays/
  paying) (in /on /out /)(with/using/by) (~ )(fingerprint/face/palm/thumb/iris/voice/finger/thumbprint/hand/
  fingerprints); impress(ao/oes) (digital/digitais); biometria (facial/digital/do/da/de/dele/dela);
  reconhecimento facial; digitais (do/da/de/dele/dela/meu/minha); empreinte* (digitale*/genetique/vocale*/
  palmaire*/de); (gabarit/modele) (de/facial/biometrique)(~); donnees biometriques; reconnaissance (faciale/
  vocale); (coleta/coletaram/recolheram/colheram/recolha/cadastraram/cadastro/cadastrou) (~ )(digital/digitais/
  biometria/rosto/facial/impressao digital);
  (reconocimiento/identificacion/verificacion/autenticacion/escaneo/escaner/registro/validacion) (facial/
  faciales/biometric@/de voz/vocal/ de iris/dactilar); (rastro*/fragmento*/vestigio*/calco*/trazo*) (dactilar(/
  es)/papilar(/es)/palmar(/es)/lofoscopic@); lofoscopi(a/co/ca/cas/cos); (corresponde/corresponden/pertenece/
  pertenecen/coincide/coinciden) (a/al/con el) (dedo /)(indice/pulgar/anular/medio/ menique) (derecho/
  izquierdo); dedo (indice/pulgar/anular/medio/menique) (derecho/izquierdo); (indice/pulgar/anular/menique) (derecho/
  izquierdo); (afis/iafis/eurodac/ident1/ngi/livescan) (hit/match/search/record/number/check); live scan; (tenprint/
  ten print) (card*); puntos (caracteristicos/de minucia*/de coincidencia/coincidentes); puntos (faciales/
  nodales/de la cara/del rostro); (vector/vectores/descriptor/descriptores/embedding/embeddings/huella/malla) (facial/
  faciales/vocal/de (su/mi/la) (cara/ rostro/voz)); referencia biometric@; ref biometric@; id biometric@; (cotejo/
  comparativa/comparacion/pericial/peritaje/muestra/identificacion/ biometria/firma/autenticacion) de (la /su /
  )voz; (formantes/timbre/espectrograma/espectro/frecuencia fundamental) (de la voz/de su voz/de voz/vocal); (presion/
  velocidad/ritmo/cadencia/aceleracion) (y (presion/velocidad/ritmo) /)(de/del) (su/mi/la/el) (trazo/firma/
  escritura/tecleo/ pulsacion/paso); firma (biometrica/dinamica/grafometrica/manuscrita digital); (forma/manera/
  modo) de (caminar/andar/teclear/escribir/ firmar); (patron/patrones/ritmo/analisis/biometria) (de (la /su /mi /
  )(marcha/pisada/caminata/zancada)/de tecleo/venoso/ cardiaco/retiniano); (prueba/fe/test/video) de vida (biometric@/
  facial/_); selfie (con/de) (documento/ine/cedula/dni/ validacion/verificacion/identificacion/vida); (captura/
  toma/registro/enrolamiento/alta/levantamiento/lectura) (de (las /la / su /sus /mi /)(huellas/huella/iris/
  rostro/biometricos/datos biometricos/cara/palma/voz)/biometric@/facial); (enrolar/ enrolaron/enrolo/enrolad@/
  enrolamos/enrolarse/enrolarme) (~ )(huella*/rostro/cara/biometric@/iris/voz/dedo*); huellero; (lectura/
  escaneo/escaner/mapa) (ocular/corporal/del ojo/del iris/de las venas/de la retina/del rostro/de la cara); hand
  geometry; (palm/finger/retinal) (vein/veins); (ridge/friction ridge) (detail/pattern/count); latent (lift/
  print/ prints/fingerprint); (face/facial) (vector/vectors/embedding/hash/map/similarity/landmark/landmarks/
  signature/biometric*); (voice/speaker) (id/profile/biometric*/signature/verification/recognition/embedding/
  identification/comparison/match/ analysis); (iris/retina) (scan*/code*/template*/pattern/image*/match/
  enrolment/enrollment/photo*); iriscode; (gait/stride) (analysis/recognition/match/signature/profile/pattern); (typing/
  keystroke/mouse/swipe) (rhythm/pattern/ cadence/speed profile/dynamics/biometric*/signature); walking (pattern/
  style/gait); ear (shape/print/biometric*); heartbeat (signature/id/pattern); vein (map/pattern/scan/reader match);
  (how) (he/she/they/i) (walk*/type*/writes/talks/moves); (como) (camina/camino/anda/teclea/tecleo/escribe/
  habla); (stride/walking/gait/voice/typing) (pattern/profile/print); biometric(ally/) (matched/identified/
  verified/confirmed/linked/match); (biometricamente) (identificad@/verificad@); (identificad@/verificad@/
  validad@/confirmad@) (~ )(por/mediante/con) (~ )(biometria/huella/rostro/iris/voz/reconocimiento facial/datos biometricos/
  cotejo); (facial/face/iris/voice/fingerprint) (scan/check/match) (came back/failed/passed/matched/at/returned/
  scored)
`;

const THINGS = `
  huella vascular; otograma; patron vascular; mapa facial; face id; faceid; voice sample*; liveness check;
  handprint; keystroke dynamics; fingerprint clock; huella*; finger(/ )print*; biometria; biometric*; biometric@;
  iris; retina; reconocimiento facial; facial recognition; face recognition; voice recognition; faceprint;
  voiceprint*; touch id; dactilar(/es); gait; empreinte*; thumbprint*; plantilla facial; embedding facial;
  face embedding*;
  afis; iafis; wsq; minucia*; dermatoglifos; iridology; mapa facial; rostro biometrico; vectores faciales; facial
  biometrics; faceprints; embeddings faciales; hand scan; palm scan; lofoscop(o/a/ia/ico/ica); decadactilar; retinal;
  voz clonada; gait; ojo derecho; iris scan*; biometricos
`;

const WEAK = `
  oreja; pupila*; andar; firma; tecleo; impresiones; yema; retrato; foto; latido; mano; ojo*; ear; eye; vein*;
  signature; walk; heartbeat; print; prints; template; embedding; facemap; liveness; eyeball; hand; fingertip*;
  typing; keystroke*; impressions; rosto; doigt*; visage; face id; facial; rostro; cara; voz; dedo*; pulgar;
  palma; face; thumb; palm; voice; eyes; fingers; selfie; venas;
  gait; (my/his/her) (iris/retina/gait)
`;

export const BIOMETRIC: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: NAMING },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];
