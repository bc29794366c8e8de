// Phrases that speak against a finding: of everybody, or of something else in the words of a category.

/** Phrases by which a sentence speaks of how many, of everybody, or of what one should do. */
export const GENERAL_PHRASES = `
  (1/one/uno/una/un) (in/out of/de/de cada/en/en cada/of every) (every /)(#/two/three/four/five/ten/dos/tres/cuatro/cinco/diez) (_ /)(people/adults/women/men/
  children/workers/births/newborns/americans/britons/patients/personas/mujeres/hombres/ninos/adultos/jovenes/nacidos/habitantes/trabajadores/pacientes);
  (people/personas/pacientes/patients/women/mujeres/children/adults/adultos/individuals/those/quienes/ninos) (with/
  who have/who are/living with/con/que tienen/que padecen/que sufren/que son/que viven con); (la/the) (mayoria/
  majority) (de/of); most (people/women/men/adults/patients); (se (recomienda/aconseja/sugiere/estima/calcula/
  considera/define/llama/denomina/conoce/puede/suele)/es (recomendable/aconsejable/comun/frecuente/obligatorio))
  (a/que/como/evitar/_); (it is/it s) (recommended/advised/estimated/common/illegal/legal); (segun/according to)
  (la/el/the/un/una/datos) (oms/inegi/ine/dane/indec/who/cdc/encuesta/census/survey/censo/ley/law/estudio/study);
  (# )(% /por ciento /percent /)(de/of) (los/las/the/all/la) (poblacion/ciudadanos/adultos/adults/workers/
  trabajadores/population/encuestados/respondents/hogares/households/mexicanos/espanoles/argentinos/americans);
  (millones/miles/millions/thousands/cientos/hundreds) (de/of) (personas/people/trabajadores/workers/casos/cases/
  mujeres/women/pacientes/patients);
  (a/any/every/no/the) person (who/guilty/convicted/found/charged/with); (quien/quienes/el que/la persona que/
  toda persona que) (cometa/cometan/incurra/ robe/mate/realice/resulte/porte); shall be (guilty/liable/punished/
  imprisoned/fined); (sera/seran) (castigad@/sancionad@/penad@/reprimid@/ considerad@); (can/may/could) be (imprisoned/
  fined/inherited/caused/treated/prevented/diagnosed); (puede/pueden) (ser/causar/provocar/heredarse/
  transmitirse/tratarse/prevenirse);
  (insurers/employers/aseguradoras/empleadores/patronos/hospitals/hospitales) (from/to/que/a/no/cannot/can/may/
  must/pueden/deben/should); (funcionario/ persona/enfermedad/conjunto/organo/proceso/tecnica/sistema/documento/
  person/disease/form/process/technique) (que/cuyo/cuya/that/which)
`;

/** Phrases that hold the words of a category and say nothing about a person. */
export const LOOK_ALIKES = `
  (puse/poner/pongo/pondre/interponer/interpuse/presente/presentar/presento/presentamos/hice/levante/levantar/
  meti/quiero poner/file/filed/filing) (una /la /mi /a /)(denuncia/denuncias/queja/police report) (por/contra/
  de) (_) (de/)(_ /); (victima/victim/victimas/victims) (de/of) (un /una /la /a /)(_); (me/nos/le) (robaron/
  asaltaron/estafaron/agredieron/hackearon) _; (seguro/alarma/proteccion/insurance) (contra/de/anti/against) (el /
  )(robo/fraude/theft/fraud/incendio*); (alerta/aviso/prevencion/posible/intento de/sospecha de/possible/
  suspected/report/reported/reporting/prevent) (de /)(fraude/fraud); (cargo/cobro) (no reconocido/fraudulento);
  es (real o/o no) fraude; es fraude; fraud (alert/department/team/prevention/protection); union (europea/
  sovietica/jack/all/square/station/europeia/europeenne/obrera/postal/street/matematica/de (los/las/dos/conjuntos/
  a)/find/type/types/set/pacific/hotel/musical/aduanera/monetaria/europea de _/civil/libre/select/distinct/
  of (sets/two/the two/all)); (european/credit/western/student/students/soviet/african/savings/customs/tagged/
  discriminated/monetary/civil/rugby/state of the) union; set union; la union (hace/de); union (y/de) (la/
  las) (pieza/piezas/partes); tubo de union; pieza de union; punto de union; unite (the/us/all); probation(ary/) (period/periods); probation (at/in/with/for) (the /my /a /this /)(new/job/work/company/role); on probation at work; my probation ends; (pass/passed/passing/failed/extend/extended) (my/his/her/the) probation; (month/week/day) probation; (three/six/# ) (month/week/day)* probation; periodo de prueba;
  (three/six/two/#) month probation period; probationary; preso (de (la/el/sus/su/mi/mis/una/un/los/las) (_)/
  del (_)); pres(o/a) de (la/una) (rutina/emocion/angustia/ansiedad/nostalgia/red/trampa/pasion/duda); (la/una/
  esta) presa (de/del/esta/hidroelectrica/tiene/se); llave presa; presa en el; detenid@ en aduana*; (paquete/
  pedido/envio/trafico/proyecto/tramite/reloj/avion/tren/obra/camion/proceso/carro) (~ )(detenid@/preso);
  (arrested/arresting) (by the (beauty/view/sight)/development/my attention); arrested by the machine; (cardiac/
  sleep) arrest*ed; (was/is) arrested by the; with (such/great/real/deep/the) conviction; (of/my/his/her/strong/
  firm) conviction(/s) that; conviction of; (the/a) sentence (is/above/below/in this/contains/structure/has/with/
  from/of the text); (esta/la/una) sentencia (sql/if/select/tiene); sentence (embedding*/length/boundary/case);
  prison break; (jail/chroot/prison) (broken/break/cell phone); jail(/ )break; free range; monopoly; (charge/
  charged/charging) (the/my/your/a/to my/twice/double/me/at/extra/for (the/shipping/delivery/it/this/that));
  (double/service/extra/cargo/delivery/shipping/usb/credit card/late/monthly/bank) (charge*/charged); in charge;
  cargo (en/a) (mi/la/su) (tarjeta/cuenta); cargos (por/en/de/a) (comision/la tarjeta/mi/envio/servicio/intereses/
  mora); (me/le/nos) (hicieron/aparece/aparecen/llego/cobraron/salio) (~ )(cargo/cargos); la condena (de/a) la _;
  (es/seria) un crimen; it s a crime; un robo (de precio/a mano/el precio); (que/vaya/es) (robo/estafa); (turn/go/
  keep/head/bear/walk/drive/straight/to the/on the/hard) (left/right/straight); (left/right) wing of (the/a/this);
  straight (to/for/up/forward/away/from/line/ahead/through/into/after/on/talk/hair/out/edge/lines/answer/face/
  flush/jeans/razor/home/back); (gira/girar/dobla/doblar/siga/sigue/da vuelta/voltea/a mano/hacia) (a/) (la /
  )(izquierda/derecha/derecho); (a/de/en/por/hacia) (la/tu/su/mi) (izquierda/derecha) (del/de la/de el/en/despues/
  hay/esta/queda/y/por); a la (izquierda/derecha); mano (izquierda/derecha); (ojo/pie/brazo/lado/oido/indice/
  parte/carril/pierna/mano/rodilla/hombro/lateral/banda/dedo) (izquierd@/derech@); (derecho/derechos) (de/a/penal/
  civil/laboral/humanos); a la derecha; a la izquierda; conservative (estimate*/about/approach/guess/treatment/
  management/side/assumption*/numbers); (politically/small l) liberal (arts/use/amount/with/in the use);
  liberal arts; liberal (en/con) el; republican (forces/era/spain/guard/rome/calendar); labour (costs/code/market/
  law/ward/pains/day/force/is/rates/charges/intensive); labor (costs/day/law/market/force); partido (de (vuelta/
  ida/futbol/basquet/la seleccion/tenis/copa/liga/beisbol/hoy/ayer/manana/padel/despedida/los)/amistoso/contra/
  se juega/empieza); (ver/veo/vimos/gano/perdio/juega/jugar/perdimos/ganamos/durante/despues/antes/
  entradas) (~ )(partido/partidos); (third/search/birthday/cocktail/dinner/house/block/hen/stag/after) part(y/
  ies); part(y/ies) (librar/hall/hat/dress/supplies); partido (en/por) (dos/la mitad/mitades/cuatro); pan (y/con/
  de/dulce/integral/sin/tostado/duro/rallado/bimbo/casero/arabe/para); (compr@/comprar/compre/barra de/hogaza de/
  molde de/un/comer/hornear/rebanada de/quiero/traer) pan; (piel/blusa/tez/cabello/azucar/camisa/morena clara/
  chica/mujer/muchacha/virgen) moren(a/o); pan (pizza/fried/flute/card); frying pan; (pri)(vado); (un/el/la/los/las/
  en) (paro/sumar) (cardiaco/al carrito/puntos/todo/total); para sumar; sumar (puntos/los/las/un/mas); (juntos/
  podemos) (ver/ir/hacer/hablar/pasar/quedar/ofrecer/agendar/ayudar/enviar/mandar/revisar/pagar/programar/dar/
  decir/empezar/usar/cambiar/tomar/mover/cancelar/_ar/confirmar/reagendar/poner/dejar/iniciar/agregar/coordinar/
  apartar/entregar/recoger/incluir/cerrar/salir/llegar/hacerle/hacerlo/ofrecerle/enviarle/apartarle/agendarle/
  seguir/aplicar); que podemos; si podemos; no podemos; podemos; (cita/visita/turno)(s) podemos; (virus (de/
  en) (computadora/la compu/el telefono)); (computadora/compu/ordenador/telefono/archivo/pc) (~ )virus;
  virus scan*; anti(/ )virus; (computer/phone/file/usb) virus; (economic/great/tropical/business) depression;
  la depresion de (#/la economia/los); gran depresion; depression (of #/era/unit/in the (terrain/road));
  cancer (constellation/zodiac/sign/horoscope); (signo/horoscopo/soy/es/eres/ascendente/signo de) cancer (y/con/
  ascendente/del zodiaco); signo cancer; un cancer (para/de la/en la/social/de esta); cancer (social/para (la/el/
  esta/este)/de (la sociedad/esta empresa/la empresa/la corrupcion)); (tropic of) cancer; blind (review/date/
  spot*/alley/trust/test/taste/tasting/auction/side/curve/corner/faith/copy/taste test/hiring/carbon); (window/
  roller/venetian) blind*; double blind; a ciegas; cita a ciegas; cata ciega; venetian blinds; deaf to (the/my/
  our/sigterm/_); falls on deaf ears; tone deaf; sordo (a/ante) (los/las/la/el/nuestros/mis/reclamos);
  hacerse el sordo; oidos sordos; ruido sordo; golpe sordo; dialogo de sordos; (gallina) ciega; anemic (sales/
  growth/numbers/performance); paralysis by analysis; (memory/brain/data) (leak/dump/stroke); stroke (of (luck/
  genius/midnight/the)/width/color/order/weight/style); (breast/back/brush/key/butterfly/pen/swim/golf) stroke*;
  heart attack (when/from/at) (the/i saw/how/price/bill/seeing); (me (da/dio/dara/va a dar)/casi me da/
  por poco me da/casi) (un /el /)(infarto/ataque/paro/algo) (de risa/con/del susto/al ver/cuando vi/por el precio/
  con el precio/de nervios/con la cuenta/de coraje); en coma desde que; (error/punto y/sin/con/doble/una/la/poner/
  falta/usar/coma) coma; punto y coma; coma flotante; (proyecto/economia/empresa/obra/negocio) ~ en coma;
  alergic@ (a/al) (los lunes/trabajo/compromiso/la mentira/las matematicas/el ejercicio/los ninos/cocinar/
  levantarme/madrugar/gimnasio/drama/los impuestos); allergic to (mondays/work/commitment/bullshit/math/mornings/
  nonsense/meetings/drama/exercise/taxes/spreadsheets); (fiebre/fever) (del oro/pitch/del sabado/mundialista);
  migrana fiscal; embarazoso; adict@ (a(l/) (la /los /las /)(chocolate/serie/series/trabajo/cafe/gimnasio/compras/
  celular/sol/futbol/juego/memes/tacos/deporte/netflix/redes/telefono/videojuegos)); addicted to (chocolate/
  coffee/this/the/that/my/your/work/netflix/shopping/it/tiktok/podcasts/running/tea/cheese/lego/sudoku/
  crossword*); addictive; (sugar/coffee/chocolate/shopping/tv) (addict/addiction); workaholic; shopaholic;
  alcoholic (drink*/beverage*/beer/wine); non alcoholic; bebid(a/as) alcoholic(a/as); sin alcohol; gel alcohol;
  alcohol (gel/en gel/isopropilico/de quemar); invalid (input/token/address/password/request/argument/syntax/card/
  code/date/value/json/format/email/name/login/entry/credentials); (feature/button/account/field/option/user/
  javascript/cookies/is/are/was/been/be/has been/temporarily/card/link/app/notification*) disabled;
  disabled (button/feature/account/field/by default/in/for/on/the/at); (parking/toilet/access/bathroom/
  bay) for disabled; inhabilitad@; (bipolar/manic) (transistor/junction/plug/outlet/monday); clima bipolar;
  (esquizofrenico/bipolar) (tiempo/clima/mercado); es de locos; crutch for; crutch; handicap (in golf/match);
  (soporte/tecla/clave/apoyo) muleta; flu(/ )shot; flu (season/jab/vaccine/clinic/shots); vacuna (de/contra/
  para) (la /el /)(_); (vacunado/vacunada/vacunar/vacunarme/vacunarse) (contra/de) (la /el /)(_); vaccinat(ed/ion/
  e/ions) against (_); prueba(s) de embarazo; pregnancy (test*/tests/clothes/pillow/discrimination/leave);
  pregnant (pause); maternity wear; parental leave; paternity leave; permiso de paternidad; baja por paternidad;
  licencia (de paternidad/por paternidad/de conducir/de conducir/de software); virus total;
  sin efectos secundarios; heridas de guerra; (dna/adn) (of/de/del) (the /la /el /los /nuestra /our /this /un /
  una /)(company/brand/firm/empresa/marca/negocio/organizacion/equipo/club/team/compania/startup/product/producto/
  proyecto/codigo/barrio/ciudad/rock/grupo/partido/pelicula); (adn/dna) de (nuestra/nuestro/nuestros/la/esta/este/
  una) (marca/empresa/equipo/organizacion/casa/cocina/familia de productos); (in/en) (our/the/su/el/nuestro/los/
  tu) (company /)(dna/adn/genes) (de/of)(~); (estar/esta/va/viene/llevamos/lleva/lo llevan/tiene) en (el/los/su/
  nuestro) (adn/genes); not in (the/our) (dna/genes); (en los/in the) genes; dna lounge; adn (empresarial/
  corporativo/de marca/cuarenta/radio/noticias/#); banco de (adn/genes/germoplasma); genetically modified;
  (algoritmo/algoritmos/programacion) genetic@s; algoritmo* genetico*; genetic (algorithm*/programming/drift/
  modification/engineering/lottery); (state/schema/data/code/vuex/redux/graphql/price/del precio/del estado/
  de precios) mutation*; mutation (observer/testing/hook/rate); mutacion (del (precio/estado/mercado/virus)/
  de (la/los) (precios/datos/economia/politica)); tasa de mutacion; graphql mutation; use mutation; (mail/phone/
  parcel/baby/aircraft/freight/air/wireless/people/network/cell/mobile/pigeon/water/armored/the/our/your/letter/
  cat/luggage/shipping) carrier*; carrier (will/delivered/delivers/pigeon/bag/is/said/bill/plan/lost/fee*/oil/
  network/service); generic(o/a/os/as); genero (literario/musical/cinematografico/gramatical/de punto); (onda/
  portadora) portadora; semillas (no /)(transgenicas/modificadas); (variedad/linea/planta) portadora; (variant/
  variante) (of the product/del producto/del modelo/de color/selector/del coronavirus/delta/omicron);
  huella (de carbono/ecologica/hidrica/del archivo/digital en internet/en el (piso/publico/mundo/arte/cine)/
  hidrica/del ataque/de papel/cultural/imborrable/indeleble/del tiempo/de la historia/sonora); (deja/dejo/dejar/
  dejado/dejando/dejaron/dejara/dejan) (su /una /la /)(gran /profunda /)huella*; (carbon/digital/browser/ssh/key/
  device/audio/tls/memory/file/ecological/canvas/certificate/acoustic) (foot/finger)print*; (browser/device/audio/
  canvas/tls) fingerprinting; fingerprinting (is blocked/resistance/of the (file/key/certificate/download/
  server)); key fingerprint; sha256 fingerprint; fingerprint (sha/sha256/md5/proof/resistant/cookbook/reader/lock/
  sensor/scanner/unlock feature); (lector/sensor/cerradura/candado/detector/reloj checador) de huella*;
  retina display*; display retina; pantalla retina; iris (llega/llego/llama/me/dice/viene/va/murdoch/y/es (mi/
  una)/said/will/is (late/coming/my)/arrives/called/dataset/flower/bulbs); (el/los/lirios y el) iris (se/florece/
  es una planta/y los); facial (cuesta/treatment/mask/hidratante/de (limpieza/noche/dia)/wash/cleanser/tissue*/
  oil/serum); (crema/limpieza/limpiador/mascarilla/tratamiento/serum/jabon/tonico/aceite/rutina/gel/exfoliante/
  protector/hidratante/masaje/vello/depilacion/pintura/rasurado) facial*; parecid@ facial; face (value/to face/
  cream/mask/wash/time/up/down/it/off/book/lift/the); (in/to/on/at) (the/my/your/his/her) face of; (a/book a/
  get a/her/my/gift card for a) facial; (da/dar/dio) (la /de )cara; cara a cara; (voice/voz) (assistant/mail/over/
  en off/call/note/message*/chat/control/command*/activa/pasiva/acting/actor); palm (oil/tree*/beach/springs/
  sunday/court/desert/reader/leaf); palma (de mallorca/de coco/aceitera/de oro); aceite de palma; dedo (de pollo/
  acusador/en la llaga); (llave/clave/ssh) huella; eye (scan the/candy/contact/drops); (iglesia/basilica/catedral/
  mezquita/templo/capilla/convento/monasterio/parroquia/ermita/sinagoga/colegio/escuela/universidad/instituto/
  cementerio/hospital) (catolic@/catolica/anglican@/ortodox@/evangelic@/de (san/santa/la/los/cordoba/nuestra)/del/
  judi@/budista/luteran@/metodista/bautista/presbiteriana/mormona) (~)(esta/queda/abre/se/fue/del/de/en/cierra/
  del centro/celebra); (catholic/christian/jewish/muslim/baptist/methodist/lutheran/orthodox/protestant/hindu/
  buddhist/sikh/anglican/presbyterian) (church/school/university/college/hospital/temple/cemetery/charities/
  quarter/calendar/holiday*/holidays/music/art/era/reformation/community center/museum/worker/dior/bale/louboutin/
  science/reform/studies/street/herald/countries/nation*/theology/history/literature/bookstore/baptista/democrat*/
  ronaldo/slater/eriksen); christian (_ (will/said/has/is/from/called/and)); cristian@ ronaldo; christian (will/said/sent/called/can/wants/asked/joined/from/has/told/needs); portador de (la linea/la tarjeta/la presente/el presente/este/esta/noticias); charged for (a/an/the/my/two/three/it/this/that/shipping/bags/something/both/#);
  (el/los/las) (menu/jardin/diseno/estilo/metodo/codigo/enfoque/arte/comida/musica/receta/
  calendario) (~ )(ortodox@/catolic@/judi@/budista/zen/cristian@); (viernes/jueves/sabado) santo; semana santa;
  santo (grial/domingo/remedio); (holy/religious) (grail/cow/moly/smoke/hell/guacamole/wars/crap);
  religious(ly) (about/check*/follow*/routine/brush*/floss*/update*/watch*/every/back up/use);
  my religious routine; religiosamente; bible of (_); (la/the) (biblia/bible) (de/del/of/for) (_); (coffee/html/
  style/fitness/cooking/developer) bible; (code/javascript/software/data/marketing/apple/seo/java) (guru/
  evangelist/gurus/evangelists/monk); (evangelist/evangelista) (de producto/tecnologico/for/at); mesias del;
  messiah complex; zealots of; (dios mio/por dios/gracias a dios/si dios quiere/dios (te/lo/la/los) bendiga/
  vaya con dios/ay dios/primero dios/bendito (dios/sea)/ojala/dios/god/oh my god/thank god/jesus christ/
  for god s sake/god bless/bless you/omg/jesus/holy); buda (de la suerte/pest); (orthodox/unorthodox) (approach/
  method/view/economics/solution/treatment/medicine); (buena/mala/de buena/de mala/a/dar/doy/da/fe de) fe;
  fe de (erratas/vida/bautismo/publica); fe publica; (cruz) roja; (san/santa/santo/saint/st) (_); (pastor aleman/
  al pastor/tacos al pastor/pastor (belga/collie/ingles)); german shepherd; cura (para/de/del/la/las); (el/
  la) cura; masa (madre/de/muscular/para/corporal); en masa; mass (production/market/email/transit/effect/storage/
  spec*/shooting); critical mass; massa; culto (a la personalidad/al cuerpo/de la belleza); cult (classic/
  following/movie/film); (temple/templo) (del/de/of/run/university/street); gospel (truth/music/choir);
  mezquita de (cordoba); misa de (gallo); patron saint; (sacred/holy) cow; karma (police/points); zen (mode/
  garden/desk/design); halal certification; certificacion halal; curso de (_) (y religion/religion); festivo;
  (orgullo/marcha del orgullo/desfile del orgullo/mes del orgullo/dia del orgullo); pride (parade/month/march/
  flag/and (prejudice/joy)/of); gay (street/lussac/talese/parade/marriage (bill/law)/pride/rights/games/
  wedding cake/ski week/cruise/quarter/village/district/marriage/bars in/bars near/clubs); (peter/marvin/rudy/
  roxane/john/enola) gay; (marcha/desfile/bandera/matrimonio/barrio/zona/cultura/ley/comunidad/poblacion/
  colectivo/cine/festival/turismo/literatura) (gay/lgbt/lgbti/lgtbi/queer/trans/lgbtq/homosexual);
  matrimonio (igualitario/homosexual/gay) (se/fue/es/en); (flor/flores/planta/especie/plantas/orquidea/flower/
  plant*) bisexual*; (bi) (weekly/monthly/annual/directional/lingual/lateral/fold/polar/tool/dashboard/report*/
  analyst/team/platform/wire); power bi; bi (semanal/mensual); (trans) (fat/fats/siberian/atlantic/national/
  continental/europe/pacific/am/canada/pirenaico/mission/world/it); (grasa/grasas/acido) trans; grasas trans;
  el trans (de/del); non binary (file*/search/format/classif*/data/files/option/number*); (binary/binari@) (file/
  tree/search/code/star); (homo/bi/a/hetero/pan) (sapiens/erectus/geneo); gender (neutral/reveal/pay gap/gap/
  studies/equality/equity/field/roles/balance/and/in the census/column/of the noun); pan (american/am/european/
  asian/con/and/pizza/of/on/over/with/to/left/right/across/handle/fry/roast/seared/is/was); (ace) (hotel/of/
  hardware/ventura/attorney/the/inhibitor/bandage/it/editor/that); ace (up/hotel); (came/come) out (of the (oven/
  box/wash/closet with/store/machine/meeting/blue/bathroom)/with a/to (be/#)/on (top/dvd/monday/tuesday/friday/
  the)/in (theaters/print/#/may/june/paperback/the)/as (expected/planned/a pdf/a set/blurry/empty/a draft/null/
  a tie/zero)); (salio/sali/sale/sacar/saque) del (armario/closet) (el/la/un/una/de la) (_); dog friendly;
  queer (eye/as folk/theory/studies/cinema/film); fluid (dynamics/ounce*/layout); straight (up/through);
  femme fatale; dos (mamas/papas) (de/del) (el/la/los/las); drag (and/racing/queen race/race/it/the/to/show/
  coefficient/on/down/your/strip); maricona(da); (mundo/feria) puto; puto (amo/calor/frio/trafico/carro/coche/
  dinero/lunes/el que/sistema/wifi/telefono/dia/trabajo); de puta madre; marica el; (hunger) strike;
  huelga de (hambre/celo)( hasta/); (lightning/air/drone/missile/military/bird/bowling/three/rail/train/tube/bus/
  port/airline/general/postal/garbage/teachers) strike*; strike (price/rate/zone/through/a balance/a deal/out/
  that/force/team/down/it/while); strikes (delayed/back/again/out/me as/a chord); on strike (two/three); (huelga/
  paro) (general/de (trenes/transporte/metro/autobuses/camioneros/pilotos/controladores/hoy/# horas)/convocad@/
  nacional (de/del/el)); paro (cardiaco/respiratorio/tecnico/laboral del #/registrado/juvenil); (cobrar/cobro/
  cobrando/cobra/en el/al/del/tasa de/prestacion por/estoy en/oficina del/apuntarme al) paro; sin paro;
  delegad@ (comercial/de (ventas/clase/curso/zona/medicamentos/gobierno/la onu/farmaceutico/naciones)/apostolico/
  de la clase); gremio de (_); (el/los) gremio (de/del/hotelero/medico/editorial); tarjeta sindical;
  credit union*; libertad sindical; derecho a (sindicarse/la huelga/sindicacion); (sindicatos/unions) (y/and/say*/
  announce*/convocan/firmaron/exigen/rechazan/anuncian/piden/denuncian/of/demand/call*); libre sindicacion;
  convenio (colectivo/de la/del/marco/con); (vote/votamos/voted/voting/vota/votar/voto/vote) (on/for) (the /
  )(pizza/best/name/logo/place/restaurant/theme/colour/color/movie/date/menu/song/mvp/captain/thread); votamos y;
  (up/down) vote*; vote (count/button); (rank*/ranked) choice voting; (office/company/internal/identity) politics;
  politica de (devolucion(es)/devoluciones/cancelacion/privacidad/cookies/precios/empresa/envios/reembolso/uso/
  garantia/calidad/recursos/la empresa/puertas/cambios/seguridad/la casa); (return/privacy/refund/cookie/company/
  cancellation/our/this/leave/hr/security/vacation/exchange/use) polic(y/ies); insurance polic*; por politica;
  (rally/mitin) (race/car/point/dakar/driver/finish/de autos/monte carlo/in (stocks/prices/the market)); (dakar/
  wrc) rally; marcha (atras/adelante/del/de la (empresa/maquina/obra)/nordica/nupcial/lenta/forzada/la lavadora/
  el proyecto/en/bien/mal); en marcha; poner en marcha; (puesta/palanca/caja/velocidad/cambio) (de/en) march(a/
  as); (marketing/ad/email/advertising/ppc/vaccination/military/sms/awareness) campaign*; campana (de/
  del) (vacunacion/navidad/verano/marketing/publicidad/email/rebajas/donacion/ropa/descuento*/limpieza/la renta/
  recoleccion/emails/ads/promocion); (activista/activist) investor*; green (card/light/tea/beans/energy/screen/
  belt/party dress/line/bay/house/field/label/new/wich/onion*/space*/salad/day/room); verde (claro/oscuro/limon/
  agua/botella/militar/olivo/menta/esmeralda/con/y/para/que/de); (color/pantalon/camisa/te/zona/salsa/luz/numero/
  linea/semaforo/chile/ejote*/boton/area/camiseta/playera/coche/carro/vestido/mango) verde*; (rojo/roja) (y/del/
  de/con/que/oscuro/vino/esta/en); (vino/semaforo/carne/numeros/tarjeta/cruz/luz/caperucita/alerta/coche/carro/
  vestido/blusa/bandera/color/linea/bolsa/boton/pelo/mecha/punto) roj@*; radical (change/redesign/candor/shift/
  approach/innovation/new); cambio radical; prostatectomia radical; raiz (y/radical); progressive (web app/jpeg/
  lenses/tax/enhancement/discount*/overload/rollout/rock/insurance/delivery/disclosure/loading); (lentes/
  descuento/impuesto/aumento/gafas/carga/rock) progresiv@*; moderate (to/rain/exercise/pace/amount*/heat/risk/a/
  the/comments/traffic/your); (independent/dependent) (variable/contractor/living/film/bookstore/school/of/audit/
  review); leave (the/a/it/me/my/your/balance/request/days/early/at/for/on/by/now/home/out/us/him/her/in/type/
  behind/without); (annual/sick/parental/maternity/unpaid/medical/bereavement/paid/shore/compassionate/take/my/
  i) leave; remain (in/the/on/at/calm/seated/open/closed/unchanged/available/anonymous/to/as/a/silent/standing/
  with/under); reform (school/jewish/the/act/of/bill/judaism); (health/tax/pension/labour/immigration/police/land/
  protestant) reform; reforma (laboral/fiscal/del/de (la/las/los/bano/cocina)/tributaria/educativa/y/esquina/#/
  norte/energetica/agraria); (avenida/av/paseo de la/paseo/calle/sobre/en/por) (la /)(reforma/revolucion/
  independencia/constitucion/libertad/republica/democracia/juarez/hidalgo/morelos/zapata/madero/insurgentes);
  genetica (deportiva/ganadera/animal/vegetal/porcina/bovina/canina/cannabica/forestal/de semillas/y evolucion/
  humana); charged (_ )#; charged #; (poner/pone/puso/puse/pongo/ponen/pusieron/con/que/mala/buena/una/vaya/
  menuda/tenia) (la /mala /buena /una /)cara (de/larga/triste/seria); cara de (_); huella* (del (crimen/pasado/
  tiempo/asesino/hombre/dinosaurio/oso/lobo/lector)/de (la/un/una/los/las) (guerra/dictadura/crisis/oso/lobo/
  perro/gato/ historia/pasado/mundo/conquista/zapato/neumatico/llanta/humanidad)); (seguir/siguiendo/sigue/tras/
  borrar/borraron) (las/sus) huellas; audio fingerprint*; (audio/content/video/song/acoustic/file/document) (fingerprint/
  fingerprinting); (digital) fingerprinting; fingerprinting (of/and); dedo (medio/del medio) (al/a la); (a viva/
  en/de viva) voz; (llevar/llevo/lleva/dar/ alzar/levantar/pasar/corrio) la voz; (poner/puso/pongo/echar/echo/
  dar/tender) (el dedo/una mano/la mano/ojo); thumbs (up/down); rule of thumb; green thumb; poker face; (lose/
  save/saving/losing) face; fingers crossed; keep (an/your) eye; eye (of the/contact/opener/roll); (voice/
  voices) (of the/of reason/in/for); (mano) de obra;
  (condenad@/condenaron/condeno/condemned/doomed) (~ )(al/a la/to) (olvido/fracaso/ostracismo/exito/silencio/
  exilio/pobreza/soledad/repetir/failure/oblivion/repeat/be forgotten); bautismo de (fuego/mar/aire/buceo/
  sangre/cancha); baptism of fire; portador@ (de /)(buenas /malas /la /un /una /)(noticias/nuevas/esperanza/paz/
  mensaje/antorcha/secretos/estandarte/suerte/chismes); (llevar/lleva/cargar) la cruz; santo (remedio/y seña); sangre
  (fria/nueva/azul); lenguaje genetico; genetic (code of the company/sequence of events); en blanco y negro; votar
  (por la mejor/en la encuesta); alergia a (los (lunes/exámenes)/las matematicas/trabajar/madrugar); allergic to
  (mondays/work/nonsense/drama/mornings); fiebre (del (oro/sabado)/por el/mundialista/de compras); gold fever; cabin
  fever; (adicto/adicta/adict@) (al (orden/detalle/trabajo bien hecho)/a mi cama); infarto (el precio/los precios/
  de precios); de infarto; te va a dar (un infarto/algo); (me/casi me) (da/dio/muere) (un infarto/algo) (al ver/
  con/cuando); heart attack when; give(n/) (me/you) a heart attack; (ciego/blind) (de amor/de ira/to the/spot/
  date/faith/trust/alley/tasting/auction); (blind) (as a bat/to); (deaf/sordo) (ears/a las criticas); (paralisis/
  paralysis) (por analisis/by analysis/legislativa/politica); esquizofrenico el; cancer (de la corrupcion/
  social/del sistema/sign/zodiac); (soy/es/i m a/signo) (signo /)cancer y (leo/libra/aries/tauro); (horoscopo/
  zodiaco/zodiac/ascendente) (~ )cancer; anemic (growth/sales/economy/market/wifi); crecimiento anemico; toxic (positivity/
  culture); (depresion/depression) (economica/tropical/great/the great/de los anos); gran depresion; great depression;
  tropical depression; (diabetes/cancer/asma/autismo/autism) (world day/day/de mayo)
`;
