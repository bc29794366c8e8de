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
  venas/firma biometrica/selfie); (reconocimiento/plantilla/vector/identificacion/biometria/escaneo/escaner/
  registro/verificacion/autenticacion/mapa/geometria/embedding/imagen/captura/lectura/validacion/cotejo/patron/
  rasgos/puntos) (facial/faciales/de (la /)(cara/rostro/iris/voz/retina/palma/mano/venas/huella/huellas)/dactilar/
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
  datos biometricos); finger(/ )print(s/ed/ing of (me/him/her/my/his/_)/); (my/his/her/our/their/your/employee/
  latent/left/right/full set of/set of/s) (finger(/ )print(/s)/thumb(/ )print(/s)/prints/palm(/ )print(/s)/hand(/
   )print(/s)/voice(/ )print(/s)/voice(/ )recording/iris/retina/retinas/irises/gait/face id/face scan/faceprint/
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
  fingerprint/thumb/voice/iris/palm/print/prints); (mes/ses/son/leurs) empreinte*
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
  biometria/rosto/facial/impressao digital)
`;

const THINGS = `
  huella vascular; otograma; patron vascular; mapa facial; face id; faceid; voice sample*; liveness check;
  handprint; keystroke dynamics; fingerprint clock; huella*; finger(/ )print*; biometria; biometric*; biometric@;
  iris; retina; reconocimiento facial; facial recognition; face recognition; voice recognition; faceprint;
  voiceprint*; touch id; dactilar(/es); gait; empreinte*; thumbprint*; plantilla facial; embedding facial;
  face embedding*
`;

const WEAK = `
  oreja; pupila*; andar; firma; tecleo; impresiones; yema; retrato; foto; latido; mano; ojo*; ear; eye; vein*;
  signature; walk; heartbeat; print; prints; template; embedding; facemap; liveness; eyeball; hand; fingertip*;
  typing; keystroke*; impressions; rosto; doigt*; visage; face id; facial; rostro; cara; voz; dedo*; pulgar;
  palma; face; thumb; palm; voice; eyes; fingers; selfie; venas
`;

export const BIOMETRIC: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: NAMING },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];
