import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "POLITICAL_OPINION";

const PEOPLE = `
  peronista*; kirchnerista*; macrista*; mileista*; trosk@; trotskista*; trotskyist*; comunista*; socialista*;
  socialdemocrata*; marxista*; leninista*; maoista*; estalinista*; anarquista*; anarca; libertari@; fascista*;
  facha*; neonazi*; nazi*; falangista*; franquista*; carlista*; monarquic@; republicano de _; chavista*;
  madurista*; uribista*; petrista*; correista*; fujimorista*; aprista*; pinochetista*; allendista*; orteguista*;
  danielista; sandinista*; zapatista*; castrista*; castrochavista*; masista*; evista*; independentista*; indepe*;
  nacionalista*; separatista*; abertzale*; unionista*; antisistema*; progre*; progresista*; ultraderechista*;
  izquierdista*; derechista*; centrista*; zurd@; zurdit@; gorila; radical de toda la vida; panista*; priista*;
  perredista*; morenista*; obradorista*; amlover*; chair@; cuatrotero; lopezobradorista*; podemit@; podemita;
  pepero; peper@; voxero; voxer@; votante de _; sociata*; pesoista; antifascista*; antifa*; antichavista*;
  antiperonista*; escualid@; guarimber@; opositor(/a/es/as); disidente*; refugiad@ politic@; pres@ politic@;
  perseguid@ politic@; exiliad@ politic@; asilad@ politic@; feminista*; ecologista*; bolsonarista*; petista*;
  lulista*; tucan@; esquerdista*; direitista*; gauchiste*; communiste*; socialiste*; anarchiste*; macroniste*;
  lepeniste*; frontiste*; ecologiste*; batllista*; frenteamplista*; frenteamplista; colorad@ de _; blanco de _;
  cambiemita; peronch@; camporista*; republicanista; catalanista*; galleguista*; andalucista*; europeista*;
  euroesceptic@; anticapitalista*; antitaurino; provida; proabortista*; abolicionista*; animalista*;
  terraplanista; negacionista*; conspiranoic@; bolivarian@; socialist*; communist*; marxist*; anarchist*;
  libertarian*; fascist*; democrat*; tory; tories; leftist*; left wing(er/ers/); left winger*; leftwing*;
  rightwing*; right wing(er/ers/); left leaning; right leaning; far (left/right); hard (left/right);
  trump supporter*; maga; brexiteer*; remainer*; remoaner*; leaver; corbynista*; corbynite*; thatcherite*;
  trumper*; never trumper; bernie bro; reaganite; monarchist*; royalist*; separatist*; nationalist*; lib dem*;
  liberal democrat*; conservatives; feminist*; dissident*; opposition activist*; political prisoner*;
  political refugee*; white supremacist*; neo nazi*; proud boy*; qanon; antifa; pro life(/r/rs); pro choice;
  anti abortion; anti vax(xer/xers/er/); woke; unionist; loyalist; paleoconservative; neocon; trotskyite*;
  marxist leninist; swing voter; green voter; labour voter; tory voter; republican voter;
  priista*; chair@*; derechair@*; fifi(/s); cuatrotere@; amlover*; foxista*; zedillista*; emecista*; verdeecologista;
  sumarist@; errejonista*; ayusista*; sanchista*; pedrista*; pablista; rojipard@; rojillo; rojete; perroflauta*;
  podemit@*; cayetan@ de vox; cupaire; cupero; convergente de toda la vida; juntaire; republicà; pnvista; jeltzale;
  bildutarra; galleguista; pancatalanista; españolista*; centralista*; anarcocapitalista*; ancap; paleolibertari@;
  liberal libertari@; minarquista; objetivista; keynesian@; kuka*; globoludo; gorilon; cfkista; ultrakirchnerista;
  massista*; larretista*; bullrichista*; lilit@; trosca; trosko*; piquetero*; cegetista; radicha; radicheta; peroncho*;
  peronista de perón; uribestia; mamert@*; petroch@; izquierdos@; paraco de ideas; duquista; santista*; fajardista*;
  galanista; gaitanista; comuner@; boricista*; boriquista; kastista*; lavinista; udi de toda la vida; bacheletista*;
  concertacionista*; momi@; upelient@; octubrista*; apruebista*; rechacista*; frenteamplista*; pepedé; caviar(/
  es); terruc@; dba; ppkausa; ppkista; toledista; humalista; antifujimorista*; fujirrata; castillista*; cerronista;
  rojo caviar; acciopopulista; antaurista; etnocacerista; apristón; nacionalcatólic@; ultracatolic@ de derechas;
  tradicionalista; requete; euroescéptic@; globalista*; ecosocialista*; feminazi; radfem; terf; gender critical;
  abolicionista; antiabortista*; provida*; proelección; proaborto; antivacunas; antimonarquic@; republicanas de corazon;
  tercerista; soberanista*; iberista; federalista; independentist(a/as/e); sionista*; antisionista*; propalestin@;
  prorruso; putinista; trumpista*; bidenista; obamista; maga republican*; rino; blue dog; yellow dog; neoliberal(/
  es); neocon(/s); tea partier*; birther; three percenter*; oath keeper*; boogaloo; groyper*; alt right(/er); paleocon;
  nevertrumper*; dem socialist*; berniecrat*; bernie bro*; lefty; lefties; righty; commie*; pinko; bleeding heart
  liberal; snowflake liberal; tankie*; maoist*; trotskyist*; leninist*; stalinist*; syndicalist*; social democrat*;
  christian democrat*; blairite*; starmerite; brownite; thatcherite*; cameroon; wet tory; one nation tory; ukipper*;
  brexiter*; remoaner; rejoiner*; reform voter*; reform supporter*; nat; cybernat; snp voter; plaid voter; shinner;
  republican dissident; ecowarrior*; eco activist*; climate activist*; prepper patriot; suffragist; abolitionist;
  zionist*; anti zionist*; anti fascist*; antiwar; pacifist*; conscientious objector*; objetor* de conciencia; insumis@;
  monarchist; antimonarchist; republicans in exile; libertarian*; minarchist; georgist; gun rights activist; anti
  gun; nimby
`;

const TELLING = `
  (vote/voto/votamos/votaron/votado/votar/votare/votaria/votaba/votaban/vota/votan/votando/votei/votou/
  votava) (siempre /toda la vida /tambien /)(a/por/al/a la/por el/por la/no/si/no/pela/pelo/no) (<party>/
  <politician>/la izquierda/la derecha/izquierda/derecha/verdes/los verdes/la independencia/el si/el no/
  los de siempre/azul/rojo/lista _/apruebo/rechazo/en blanco/nulo); (votado/voto/vote/votamos/votar/
  vota) (<party>/apruebo/rechazo/nulo/en blanco/blanco/si a la _/no a la _); (vote/voted/voting/votes) (for /
  )(the /)(<party>/<politician>/remain/leave/brexit/labor/left/conservative/republican/democrat/tory/green/
  liberal/independent/third party/blue/red/yes on _/no on _/against brexit/against _); (vote/voter/votes/
  votait) (toujours /)(<party>/<politician>/le pen/a gauche/a droite/blanc/pour _); (milito/milita/militar/
  militaba/militante/militando/milite/militamos/militancia/militado) (desde _ /)(en/de/del/no) (la /el /las /los /
  )(<party>/partido/partido _/izquierda/derecha/juventudes/jjss/nuevas generaciones/campora/organizacion/
  movimiento/_); (me /se /nos /)(afilie/afilio/afiliaron/afiliar/afiliado/afiliada/apunte/inscribi/inscribio/uni/
  unio) (a/al/en) (la /el /las /los /)(<party>/partido/partido _/juventudes/juventudes _/nuevas generaciones);
  (carne/carnet/credencial/afiliacion/militancia/cuota/ficha/afiliado/afiliada/socio) (de/del/de la/de las/al/a/
  a las/en) (<party>/partido/partido _/juventudes/juventudes _); (concejal/concejala/regidor/regidora/diputad@/
  senador/senadora/alcalde/alcaldesa/edil/interventor/interventora/apoderad@/candidat@/candidata a _/militante/
  militantes/simpatizante*/afiliad@/votante*/miembro*/dirigente/presidente/presidenta/vocal/asesor/asesora/fiscal/
  coordinador/coordinadora/secretari@/tesorer@/cuadro/portavoz/voluntari@/activista/promotor/promotora/consejer@/
  precandidat@/referente/puntero/puntera/promovente/representante/funcionari@/filiad@/vereador/vereadora/
  delegad@) (local /municipal /general /de mesa /)(de/del/de la/por/por el/por la/por los/en/do/da/pelo/
  al) (<party>/partido/partido _/<politician>/juventudes/oposicion/izquierda); (councillor/councilor/candidate/mp/
  member/members/supporter/supporters/volunteer/volunteers/volunteered/volunteering/canvasser/canvassed/
  canvassing/campaigned/campaigning/campaigner/campaign/delegate/donor/donated/donates/donate/donating/donation/
  gives/gave/activist/organizer/staffer/intern/organiser/treasurer/fundraiser/phonebanked/phone banking/
  knocked doors/leafleting/leafletted/leaflets/rally/rallies/door knocking/precinct captain/chair/
  branch secretary/door knocked/works/worked/interned/stood/standing/ran/stumped/fan/voter/backer/
  follower) (~ )(for/of/to/with/by/as) (the /a /an /)(<party>/<politician>/green party/communist party/
  socialist party/national front/_ party/remain/brexit/leave campaign/yes campaign/no campaign/
  democratic socialists/proud boys); (the /)(<politician>) (campaign/rally/rallies/supporter*/sign/flag/hat/
  voter*/fan/volunteer/sticker/bumper sticker); (<party>) (member*/councillor/supporter*/voter*/activist*/
  candidate/conference/membership/card/party member/donor/volunteer/yard sign/canvasser/party); member of (the /
  )(_ /)(communist party/national front/socialist party/labour party/conservative party/green party/
  republican party/democratic party/_ party); registered (democrat/republican/independent/green/libertarian/
  socialist/<party>); registered as (a/an) (democrat/republican/independent/libertarian); (card carrying/lifelong/
  staunch/die hard/diehard/hardcore/proud/committed/closet/rabid/yellow dog/former/moderate/true blue/ardent/
  old school/fervent/avid/fierce) (~ )(tory/democrat/republican/conservative/liberal/socialist/communist/leftist/
  progressive/<party>/trump supporter/marxist/brexiteer/labour); (marche/marcho/marchamos/marchar/marchado/
  manifesto/manifeste/manifestarse/manifestarme/protesto/proteste/protestar/protestado/anduve/participe/participo/
  participar/participado/participando/fui/fue/iba/acudio/acudi/estuve/estuvo/asistio/asisti/detuvieron/detenid@/
  salio/sali/va/voy/vamos/fuimos/convoco/organizo) (~ )(a/en/de/) (la /las /una /el /los /)(marcha/marchas/
  manifestacion/manifestaciones/protesta/protestas/mani/manis/concentracion/plantón/planton/cacerolazo/escrache/
  paro nacional/15m/guarimbas/mitin/mitines/acto/consulta) (contra/por/a favor/en contra/de/del/en apoyo/
  antigubernamental/antigubernamentales/feminista/8m/pro/opositora/opositoras); (marchas/protestas/manifestacion/
  manifestaciones/protesta/marcha) (contra/en contra de) (el gobierno/la dictadura/el regimen/<politician>/_);
  (anti/pro) (<politician>/government/regime/democracy/abortion/independence/choice/life/brexit/eu/war/monarchy/
  palestine/palestinian) (protest/protests/rally/rallies/march/marches/demo/demos/activist/activism/demonstration/
  demonstrations/group/leaflets/lobby/blog); (marched/marching/marches/protested/protesting/demonstrated/
  demonstrating/campaigned/campaigning/campaigns/rallied/lobbied) (for/against/in favour of/in support of/
  outside) (~); (took/taking/take/takes) part in (the /an /)(~ )(protest/protests/demonstration/demonstrations/
  rally/march/riot/riots/occupation/sit in); capitol (riot/riots/on january/attack); (stormed/at) the capitol;
  january 6(/th); (pride/women s) march; blm (protest/protests/march/rally); (black lives matter/
  extinction rebellion/just stop oil/xr) (protest/activist/member/march/group); (en contra/a favor/partidari@/
  contrari@/defensor/defensora) (de/del/de la/a/al) (la /el /)(aborto/monarquia/independencia/gobierno/republica/
  eutanasia/pena de muerte/inmigracion/regimen/dictadura/constitucion/reforma/abortista/libre mercado/capitalismo/
  comunismo/socialismo/referendum/amnistia/brexit/matrimonio/proceso/proces/chavismo/peronismo/kirchnerismo/
  <politician>/sistema/ideologia de genero); (against/opposes/oppose/opposed to/in favour of/in favor of/supports/
  support/supported/supporting/backs/backed/backing/believes in/rooting for) (the /)(abortion/monarchy/
  independence/brexit/<politician>/<party>/death penalty/regime/gun control/open borders/communism/socialism/
  right/left/remain/border wall/green new deal/scottish independence/welsh independence/catalan independence/
  defunding the police/second amendment/house of lords/eu); (opositor/opositora/opositores/opuesto/opuesta/
  critic@/contrari@) (a/al/del) (gobierno/regimen/oficialismo/chavismo/sandinismo/dictadura/partido); (lo/la/los/
  me/le) (buscaban/persiguen/perseguian/perseguido/persiguieron/encarcelaron) por (sus ideas/opinar/politica/
  motivos politicos/sus ideas politicas/opositor/opositora/protestar/manifestarse/_ politica); (ideas/opiniones/
  motivos/ideologia/convicciones/creencias/militancia/filiacion/afiliacion/preferencia/persecucion/razones/
  asilo) (politic@*); (political) (views/opinions/beliefs/affiliation/party/activism/asylum/persecution/leanings/
  donation/donations); (because of/for/over) (his/her/their/my) (politics/political _/activism);
  opinions politiques; opinioes politicas; (soy/es/somos/era/son/eres/sos/fue/siempre fui/considero/considera/
  define/sou/e) (~ )(de/del/muy de/re de/bien de/mas de) (izquierda/izquierdas/derecha/derechas/centro derecha/
  centro izquierda/extrema derecha/extrema izquierda/ultraderecha/pp/psoe/vox/podemos/partido/partido _/esquerda/
  direita/la derecha/la izquierda/<party>/centro izquierda/ultraizquierda); (soy/somos/sos) (muy /re /bien /
  medio /un poco /mas /bastante /super /)(conservador(/a/es)/roj@/liberal(/es)/progre*/zurd@/fach@/radical(/es)/
  azul); de (extrema/ultra) (izquierda/derecha); extrema (izquierda/derecha); ultra(/ )(derecha/izquierda); (far/
  extreme/hard) (left/right); (de/a) (gauche/droite/l extreme droite/l extreme gauche); (i m/am/is/he s/she s/
  we re/are/was/leans/lean/leaning/pretty/very/quite) (~ )(left wing/right wing/left leaning/right leaning/
  far left/far right/to the left/to the right/conservative/progressive/libertarian); (am/is/s/was/are/re/m) (a /
  an /)(~ )(republican/conservative/liberal/progressive/labour/lib dem/green voter/swing voter/independent voter);
   (lazo/pulsera/
  bandera/pegatina/camiseta/gorra) (amarillo/de vox/tricolor/republicana/estelada/franquista/roja/maga/de morena/
  del pan/de espana/con el aguilucho/de campana); (maga/red) hat; (dono/dona/doné/done/aporta/aporto) (~ )(a/al/
  para) (la campana de _/<party>/partido); (trabaje/trabajo/ayude/ayudo/colabore/colaboro/
  colabora) en la campana (de/del) (~); (fan/seguidor/seguidora/votante/simpatizante/hincha/admirador/admiradora/
  partidario/partidaria/apoyo/apoya/apoyamos/apoye/apoyaba/adoro/adora/idolatra/odio/odia/detesta/
  detesto) (~ )(de/del/a/al/con) (<politician>/<party>/la dictadura/el regimen/franco/regimen); (loves/hates/
  adores/worships/idolizes/likes/admires) (<politician>); (sympathiser/sympathizer/sympathizes) (of/with) (the /
  )(~);
  (por/con/puro/voy con/vamos con/firme con/a muerte con/viva/arriba/aguante) <politician> (siempre/hasta la muerte/
  a muerte/toda la vida/presidente/presidenta/carajo/2024/2025/2026/2027/2028/2030); (su/mi/nuestro/nuestra) (candidat@/
  presidente/presidenta/lider/ lideresa/diputad@) (es/era/ <politician>/<politician>/de <party>); (gano/perdio/
  gane/pierda) (su/mi/nuestr@) (candidat@/partido); (team/equipo) <politician>; (el/la/un/una/los) de (vox/
  podemos/sumar/morena/<party>) (de toda la vida/de siempre/de la oficina/del pueblo/de mi); (lleva/llevo/lleve/
  tiene/tengo/puso/puse/pego/pegue/colgo/colgue/trae/traia/usa) (~ )(~ )(sticker/pegatina/gorra/lona/cartel/
  poster/pin/bandera/camiseta/playera/pulsera/foto/calcomania/ remera/manta/estampa/pañoleta/pañuelo) (de/del/
  con/a favor de/pro) (la /el /)(<politician>/<party>/vox/morena/campaña/estelada/republicana/verde del aborto/
  sí/no); pañuelo (verde/celeste/morado); (va/voy/fui/ fue/vamos/iba/acude/asiste/asistio/asisti) (~ )(al/a los/
  a un/a la/a) (mitin/mitines/acto/actos/cierre de campaña/asamblea/congreso/sede/local/comite/base/circulo/
  agrupacion/unidad basica/casa del pueblo) (de/del/politic@/ partidari@/socialista/peronista/radical) (la /
  )(_); unidad basica; casa del pueblo; herriko taberna; (pega/pego/pegaba/pegando/pegue/reparte/repartia/
  repartio/repartiendo/volantea/volanteo/volanteando) (~ )(carteles/propaganda/volantes/papeletas/folletos) (de/
  del/para/por) (_); (es/fue/soy/era/seguia/sigue siendo) (~ )(militante/simpatizante/afiliad@/votante/cuadro/
  concejal/concejala/candidat@/interventor/apoderad@/fiscal de mesa/punter@/brigadista/delegad@ politic@/lider estudiantil/
  dirigente estudiantil) (de/del/por/en) _; (estuvo/estuve/paso/milito/anduvo/ando/metio/entro) (~ )(en/a) (la /
  el /las /los )(campora/eta/grapo/farc/eln/m19/epl/mir/frap/fpmr/montoneros/erp/tupamaros/sendero/mrta/juventud
  comunista/juventudes/guerrilla/jota/jotas/ujce/nuevas generaciones/falange/ resistencia/cdr/arran/brigadas); (presa/
  preso/torturad@/exiliad@/exilio/exiliaron/perseguid@/fichad@/detenid@/despedid@/echad@) (por/en) (el franquismo/
  la dictadura/comunista/roj@/opositor(/a)/sus ideas/politica/razones politicas/su militancia/motivos politicos);
  (no /nunca /jamas /)(votaria/votare/votaré/volveria a votar/vuelvo a votar/voto/vote/voto nunca) (~ )(a/por/
  al/a la/a los) (la /los /el /)(<party>/<politician>/derecha/izquierda/fachas/rojos/peronismo/socialistas/
  zurdos/conservadores/otra vez/corruptos); (quiere/queremos/quiero/defiende/defiendo/apoya/apoyo/exige/pide/
  firmo/firme) (~ )(la /el /una /)(independencia/republica/tercera republica/aborto legal/aborto libre/
  dictadura/mano dura/revolucion/asamblea constituyente/constituyente/referendum/ amnistia/desmilitarizacion/
  renuncia de <politician>/caida del regimen/autodeterminacion/derogacion/legalizacion/desobediencia civil); (firmo/
  firme/firmamos/adhirio/adheri) (~ )(manifiesto/peticion/carta abierta/revocatoria/ revocatorio/desplegado) (_ /
  )(contra/a favor/por/del/de); (tira/tirando/tirar/inclina/inclino/cojea/escora/escorad@) (~ )(a la/hacia la/
  para la/pa la/de la) (izquierda/derecha); (es/soy/mas/muy/bien/re/medio/bastante) (rojo/roja/facho/facha/
  zurdo/zurda/progre/gorila/carca/ retrogrado/mocho de derecha/antiyanqui/antigobierno/opositor/opositora/
  oficialista) (que/de/como/la/desde/hasta/y); (oficialista/antioficialista/progobierno/antigobierno/contra el gobierno/
  en contra del gobierno/pro gobierno/pro <politician>/anti <politician>); (wants/want/ wanted/hopes/hoping/
  praying) (~ )(<politician>/<party>) (to win/in office/out/back/gone/impeached/reelected/for president); (<politician>)
  (fan/guy/girl/man/woman/lady/supporter/voter/hater/flag/flags/hat/hats/sign/signs/sticker/stickers/yard sign/
  shirt/t shirt/rally/rallies/ mug/poster/2024/2028/train); (yard/lawn/window/garden) (sign/signs/poster/
  posters) (for/saying/with/supporting); (canvass/canvassing/canvassed/canvasses/phone bank/phonebanking/phone banking/
  phone banks/door knock/door knocking/door knocks/leafleting/leaflets/leafletted/knocking doors/ knocks on doors/
  knocked on doors/door to door/telling/teller/poll watching/poll watcher/stuffing envelopes/fundraising/
  fundraises/fundraised) (~ )(for/with) (the /)(<party>/<politician>/green/greens/party/campaign/_ party/council
  candidate/candidate/yes/no/remain/leave/reform); (gave/gives/give/donate/donated/donates/donor/donation/
  contributed/contributes/contribution/chipped in/maxed out) (~ )(~ )(to/for) (the /)(<party>/<politician>/
  actblue/winred/dnc/rnc/campaign/pac/super pac/momentum/emily s list/nra/labour/tories/reform/lib dems/planned parenthood);
  (actblue/winred) (donation/donor/contribution/receipt/recurring); (arrested/detained/kettled/tear gassed/
  beaten/marched/marching/spoke/speaking/was) (~ )(at/on/in) (the /a /an /)(~ )(protest/protests/rally/march/
  demo/demonstration/sit in/occupation/encampment/blockade); (occupy/occupied/ blocked/blockaded/glued herself/
  glued himself/chained herself/chained himself) (~ )(to/the) (road/motorway/pipeline/embassy/bridge/railings/
  wall street/campus/m25); (left of/right of/to the left of/to the right of) (<politician>/centre/center/attila/
  genghis khan/stalin/marx/lenin); (hard/ far/centre/center/radical/soft/extreme) (left/right) (views/politics/
  group/activist/forum/blog/wing/candidate/party/leaning); (fiscally/socially/culturally) (conservative/liberal/
  progressive); (voted/voting/votes/vote) (straight ticket/down ballot/red/blue/green/labour/tory/lib dem/ plaid/
  snp/reform/sinn fein/dup/alliance/third party/libertarian/democrat/republican/stay/remain/leave/out/in/yes/no/
  for him/for her/against him/against her/against the war); (believes/thinks/reckons/says/convinced/insists) (~ )(election
  was stolen/election was rigged/fue fraude/hubo fraude electoral/ taxation is theft/property is theft/abortion is
  murder/the government is _/climate hoax); (opposes/opposed/opposing/against/hates/resists/refused/refuses) (~ )(the
  )(regime/dictatorship/junta/war/occupation/monarchy/government/lockdown/vaccine mandate/mandates/draft/cuts/
  austerity/invasion/coup); (defected/ fled/exiled/blacklisted/tortured/jailed/disappeared) (~ )(for/because of/
  over/from/by) (~ )(politics/dissent/regime/junta/government/opposition/protests/articles/activism/his views/
  her views);
  (firm/solid/soft/strong/probable/definite/lifelong/former/switched from/lapsed) (labour/tory/conservative/lib dem/
  snp/plaid/reform/green/democrat/republican/remain/leave); (<politician>/warren/smith/johnson/harris) for (senate/president/congress/
  mayor/governor/parliament/council/prime minister/city council); (black lives matter/blm/extinction rebellion/
  maga/free palestine/palestina libre/ vote leave/refugees welcome/pussy hat/antifa/bernie/trump/ni una menos/yo
  si te creo/no al aborto/stop the steal/don t tread on me/eat the rich/acab/che guevara/hammer and sickle) (shirt/
  t shirt/tee/hat/cap/badge/pin/banner/flag/sticker/sign/hoodie/tattoo/patch/mug/tote/ camiseta/playera/gorra/
  bandera/remera/pegatina/tatuaje/mochila); (camiseta/playera/gorra/remera/tatuaje/bandera/pegatina/taza/bolso) (de/
  del) (che/che guevara/free palestine/palestina/black lives matter/maga/ni una menos/franco/la republica/hoz y martillo/
  evita/peron/allende/vox/morena); (marches/marched/marching/protests/protested/demonstrates/ pickets) (every/
  each/at/with/in/outside/last/again/against/for) (_); (marcha/marcho/marchamos/se manifiesta/me manifiesto) (cada/
  todos/siempre/el 8m/el 24 de marzo/el 11/por); (8m/24m/15m/20n/2 de octubre/24 de marzo/11 de septiembre) (marcha/
  no se olvida/nunca mas)
`;

const THINGS = `
  peronismo; kirchnerismo; chavismo; sandinismo; castrismo; fascismo; comunismo; socialismo; anarquismo; marxismo;
  franquismo; nazismo; independentismo; ultraderecha; communism; fascism; marxism; libertarianism; anarchism;
  trumpism; brexit; ideologia; activismo; activism; activist*; activista*; militante*; militancia; mitin;
  monarquia; dictadura; regimen; oposicion; referendum; scottish independence; catalan independence;
  independence referendum; regime; dissident; opposition; manifestante*; protester*; izquierda; desterrad@;
  persecucion;
  (15m/la campora/juventudes comunistas/juventudes socialistas/nuevas generaciones/sendero luminoso/las farc/el m
  19/montoneros/tupamaro/tupamaros/national front/frente nacional/ku klux klan/kkk/black panthers/tea party/
  momentum/dsa/fridays for future/extinction rebellion/liberal democrats/sinn fein/plaid cymru/green party/
  labour party/conservative party/communist party/socialist party/republican party/democratic party/young republicans/
  college republicans/young democrats/partido comunista/partido socialista/partido popular/partido verde/
  izquierda unida/movimiento ciudadano/union civica radical/la libertad avanza/peru libre/accion nacional/
  alianza pais/frente amplio/centro democratico/pacto historico/colombia humana/voluntad popular/primero justicia/
  mesa de la unidad/juntos por el cambio/partido radical/partido conservador/partido liberal/partido republicano/
  partido obrero/partido accion nacional/bloco de esquerda/partido dos trabalhadores/front national/
  rassemblement national/parti communiste/parti socialiste/france insoumise)
`;

const WEAK = `
  conservador(/a/es); conservative*; liberal(/es/s); republican*; republican@*; <party>; roj@; derecha; labour;
  progressive*; progresista; radical(/es); verde; moderate; nationalist; simpatizante*; politic@; politics;
  political; afiliad@; partido; socialite; green party; marcha; manifestacion; protesta; protest*; demonstration;
  mani; rally; campaign
`;

export const POLITICS: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: PEOPLE },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];

/** Parties, by one word; in capitals, or with a capital, where the word means other things. */
export const PARTY_NAMES = `
  psoe; PP; pp; vox; podemos; Sumar; Ciudadanos; IU; ERC; erc; junts; pnv; PNV; bildu; bng; CUP; CC; compromis;
  falange; pce; upyd; Morena; morena; PAN; PRI; prd; pri; pvem; MC; pt; PT; panal; PJ; UCR; PRO; FIT; FpV; udi;
  UDI; RN; PS; PPD; PC; PDC; republicanos; APRA; apra; fuerzapopular; psuv; MUD; MAS; FSLN; FMLN; ARENA; fmln;
  correismo; psol; psdb; mdb; MDB; pcdob; pcp; PCP; psd; PSD; chega; cds; CDU; BE; UGP; LFI; LR; snp; ukip;
  tories; tory; Labour; labour; Greens; greens; libdem; libdems; dup; DUP; SDLP; gop; democrats; dems;
  republicans; conservatives; libertarians; communists; socialists; dsa; bsw; afd; cdu; spd; peronismo;
  kirchnerismo; chavismo; uribismo; fujimorismo; reform; Reform; independentistas; comunistas; socialistas;
  populares; verdes; Renovables; salf; SALF; PACMA; pacma; upn; UPN; Sortu; EAJ; CiU; LLA; UxP; FdT; jxc; JxC;
  uypl; CD; MIRA; Comunes; PDG; PNL; evopoli; Evopoli; FRVS; PPK; ppc; PPC; MORENA; PVEM; PES; batllistas; UKIP;
  SDP; TUSC; SWP; SSP; Plaid; plaid; RNC; DNC; CPUSA; WFP; GOP; UCD; ucd; Semilla; MVR; COPEI
`;

/** Politicians by the word under which they are known. */
export const POLITICIANS = `
  trump; biden; obama; clinton; hillary; sanders; bernie; kamala; harris; bush; reagan; desantis; vance; ocasio;
  aoc; amlo; obrador; sheinbaum; claudia; xochitl; fox; milei; macri; kirchner; cristina; cfk; peron; evita;
  massa; bullrich; chavez; maduro; guaido; machado; corina; petro; uribe; duque; boric; kast; pinera; allende;
  pinochet; bachelet; jara; fujimori; keiko; castillo; boluarte; humala; ollanta; lula; bolsonaro; dilma; temer;
  sanchez; feijoo; abascal; ayuso; iglesias; rajoy; aznar; zapatero; felipe; franco; puigdemont; rufian; diaz;
  errejon; corbyn; starmer; farage; boris; thatcher; blair; truss; sunak; cameron; pen; lepen; macron; melenchon;
  zemmour; sarkozy; hollande; mitterrand; bardella; ortega; murillo; bukele; evo; arce; correa; noboa; lasso;
  lukashenko; putin; orban; erdogan; netanyahu; ventura; castro; fidel; guevara; mujica; orsi; lacalle; zapata;
  stalin; lenin; mao; hitler; mussolini; merkel; monreal; noroña; ebrard; anaya; calderon; peñanieto; maynez;
  alito; harfuch; adanaugusto; tabe; larreta; kicillof; grabois; villarruel; espert; carrio; alfonsin; menem;
  delarua; bregman; delcaño; schiaretti; pichetto; francos; fajardo; mockus; pastrana; samper; lleras; matthei;
  parisi; kaiser; sichel; provoste; meo; cerron; aliaga; porky; ppk; vizcarra; antauro; lescano; verónika;
  barnechea; mendel; belarra; arrimadas; almeida; olona; junqueras; aragones; urkullu; pradales; rufián; tardà;
  anguita; pujol; colau; carmena; alvise; orriols; trudeau; poilievre; carney; tlaib; buttigieg; newsom;
  ramaswamy; rfk; nixon; romney; mccain; palin; gaetz; mtg; mamdani; bannon; mcconnell; pelosi; schumer;
  fetterman; manchin; perot; nader; goldwater; sturgeon; swinney; yousaf; badenoch; jenrick; braverman; swinson;
  clegg; miliband; streeting; galloway; polanski; denyer; zelensky; modi; duterte
`;
