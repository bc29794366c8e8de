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
  marxist leninist; swing voter; green voter; labour voter; tory voter; republican voter
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
  (15m/la campora/juventudes comunistas/juventudes socialistas/nuevas generaciones/sendero luminoso/las farc/
  el m 19/montoneros/tupamaro/tupamaros/national front/frente nacional/ku klux klan/kkk/black panthers/
  tea party/momentum/dsa/fridays for future/extinction rebellion/liberal democrats/sinn fein/plaid cymru/
  green party/labour party/conservative party/communist party/socialist party/republican party/democratic party/
  young republicans/college republicans/young democrats/partido comunista/partido socialista/partido popular/
  partido verde/izquierda unida/movimiento ciudadano/union civica radical/la libertad avanza/peru libre/
  accion nacional/alianza pais/frente amplio/centro democratico/pacto historico/colombia humana/voluntad popular/
  primero justicia/mesa de la unidad/juntos por el cambio/partido radical/partido conservador/partido liberal/
  partido republicano/partido obrero/partido accion nacional/bloco de esquerda/partido dos trabalhadores/
  front national/rassemblement national/parti communiste/parti socialiste/france insoumise); (lazo/pulsera/
  bandera/pegatina/camiseta/gorra) (amarillo/de vox/tricolor/republicana/estelada/franquista/roja/maga/de morena/
  del pan/de espana/con el aguilucho/de campana); (maga/red) hat; (dono/dona/doné/done/aporta/aporto) (~ )(a/al/
  para) (la campana de _/<party>/partido); (trabaje/trabajo/ayude/ayudo/colabore/colaboro/
  colabora) en la campana (de/del) (~); (fan/seguidor/seguidora/votante/simpatizante/hincha/admirador/admiradora/
  partidario/partidaria/apoyo/apoya/apoyamos/apoye/apoyaba/adoro/adora/idolatra/odio/odia/detesta/
  detesto) (~ )(de/del/a/al/con) (<politician>/<party>/la dictadura/el regimen/franco/regimen); (loves/hates/
  adores/worships/idolizes/likes/admires) (<politician>); (sympathiser/sympathizer/sympathizes) (of/with) (the /
  )(~)
`;

const THINGS = `
  peronismo; kirchnerismo; chavismo; sandinismo; castrismo; fascismo; comunismo; socialismo; anarquismo; marxismo;
  franquismo; nazismo; independentismo; ultraderecha; communism; fascism; marxism; libertarianism; anarchism;
  trumpism; brexit; ideologia; activismo; activism; activist*; activista*; militante*; militancia; mitin;
  monarquia; dictadura; regimen; oposicion; referendum; scottish independence; catalan independence;
  independence referendum; regime; dissident; opposition; manifestante*; protester*; izquierda; desterrad@;
  persecucion
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
  correismo; psol; psdb; mdb; MDB; PL; pcdob; pcp; PCP; psd; PSD; chega; cds; CDU; BE; UGP; LFI; LR; snp; ukip;
  tories; tory; Labour; labour; Greens; greens; libdem; libdems; dup; DUP; SDLP; gop; democrats; dems;
  republicans; conservatives; libertarians; communists; socialists; dsa; bsw; afd; cdu; spd; peronismo;
  kirchnerismo; chavismo; uribismo; fujimorismo; reform; Reform; independentistas; comunistas; socialistas;
  populares; verdes; Renovables
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
  stalin; lenin; mao; hitler; mussolini; merkel
`;
