import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "RELIGIOUS_BELIEF";

const PEOPLE = `
  catolic@; judi@; judi(a/o) (sefardi/askenazi/ortodox@); hebre@; musulman(/a/es/as); islamista*; evangelic@;
  protestante*; cristian@ (evangelic@/renacid@/maronita/); mormon(/a/es/as); ate@; agnostic@; budista*; hindu(/es/
  ista/istas); hinduista*; sij(/s); sikh*; testig@ de jehova; testigos de jehova; adventista* (del septimo dia/);
  pentecostal(/es); bautista*; anglican@; luteran@; metodista*; presbiterian@; calvinista*; menonita*; amish;
  cuaquer@; santer@; palero; babalawo; espiritista*; umbandista*; candomblecista*; candomblezeir@; rastafari*;
  rasta; wiccan@; neopagan@; satanista*; druida*; cienciolog@; ciencióloga; sufi*; chiita*; sunita*; suni(/es);
  taoista*; jain; jainista*; zoroastrian@; bahai*; copt@; maronita*; ortodox@ (griego/rusa/ruso/griega); krishna;
  hare krishna; raelian@; laicista; teosof@; mas@n; librepensador(/a); testemunha de jeova; testemunhas de jeova;
  cren(te/tes); catolique*; catholique*; juif*; juive*; musulman(/e/es/s); boudhiste*; bouddhiste*;
  temoin de jehovah; temoins de jehovah; athee*; protestant*; evangelique*; hindoue*; judeu; judia; muculman@;
  ateu; ateia; espirita*; macom; catholic*; jewish; jew; jews; muslim*; christian*; evangelical*; baptist*;
  methodist*; lutheran*; anglican*; presbyterian*; mormon*; lds; latter day saint*; quaker*; mennonite*; atheist*;
  agnostic*; buddhist*; hindu*; zoroastrian*; baha i; wiccan*; druid*; satanist*; scientologist*; rastafarian*;
  hasidic; haredi; shia; sunni; taoist*; shinto; unitarian* (universalist/); jehovah s witness(/es);
  jehovahs witness(/es); seventh day adventist*; adventist*; southern baptist*; born again (christian/);
  churchgoer*; church goer; nonbeliever*; non believer; episcopalian*; greek orthodox; russian orthodox;
  orthodox jew(/s/ish); coptic; humanist; asatru; yazidi*; druze*; ahmadi*; ismaili*; alevi*; parsi;
  animist; spiritualist; freethinker; messianic
`;

const TELLING = `
  (motivos/razones/creencias/convicciones/objeciones) religios(os/as); (por/segun) (mi/su/nuestra/tu) (fe/
  religion/credo); (religious) (reasons/grounds/beliefs/objection/objections/observance/convictions);
  motifs religieux; motivos religiosos; (me/se/nos) (converti/convirtio/converti/convertimos/convirtieron) (al/
  a la) _; (converted/converting/convert) (to) (islam/judaism/_); (me/se/nos) (bautice/bautizo/bautizamos/
  bautizaron) (en/por) (la/una) _; (converti/conversion/convertid@) (al/a la) (islam/judaismo/catolicismo/budismo/
  cristianismo/fe/religion/hinduismo); (deje/dejo) de creer (en dios/); (deje/dejo/abandono/abandone/left) (la/
  the) (iglesia/church/fe/faith/secta/religion/mormones); renunci@ a su fe; apostat@; apostat(e/o); apostasia;
  (profesa/profesar/profeso/profesan/profesaba) (la /el /)(fe /religion /)_; (profess/professes/professing) (the /
  )_; (de/of) (fe/religion/confesion/credo/faith) <faith>; (fe/faith) <faith>; <faith> faith; practising <faith>;
  practicing <faith>; (devout/lapsed/observant/non practising/strict/secular/cultural) <faith>;
  <faith> (practicante/no practicante/practicantes/devot@); (raised/brought up/born/baptised/baptized) (a /as a /
  in a /)(strict /)<faith>; criad@ (como/en) (la /)<faith>; educad@ en la fe _; <faith> de (nacimiento/cuna/
  toda la vida/familia); (catolico/cristian@) apostolic@ roman@; (creo/cree/creemos/believe/believes) en (dios/
  allah/ala/jehova/cristo/jesus); (believe/believes) in (god/allah/jesus/christ/jah); no (creo/cree) en (dios/
  nada/ningun dios); (don t/doesn t/does not/do not) believe in god; (acepte/acepto) a (cristo/jesus/jehova);
  (entregue/entrego) mi vida a (cristo/dios/jesus); accepted jesus; found (jesus/god); encontre a (dios/cristo);
  (muy /)devot@ de (la /san /santa /)_; fervient@ devot@; (muy/super/tan) (religios@/creyente/creyentes/devot@/
  beata/piados@/mocho/mocha/rezador/rezadora); (deeply/very/quite/devoutly) religious; de misa (diaria/dominical/
  de domingo); (va/voy/vamos/van/ir/iba/fui/asiste/acude/asisto) a (la /)misa (todos/cada/los/de/); (voy/va/vamos/
  ir/acude/asiste) (a/al/a la) (culto/mezquita/sinagoga/templo/iglesia/oracion/parroquia/gurdwara/pagoda/rezo/
  estudio biblico/grupo de oracion/salon del reino/reunion de los testigos); (acudir/asistir/ir/rezar/orar) (a/
  en) la (mezquita/sinagoga/iglesia); (attends/attend/goes to/go to/going to/attending) (the /a /his /her /
  my )(mosque/church/synagogue/temple/mass/kingdom hall/bible study/gurdwara/friday prayers/chapel/shul); (goes/
  go/going/went) to (church/mass/mosque/temple/synagogue/shul/confession); friday prayers; sunday school teacher;
  bible study; grupo de oracion; estudio biblico; reads the quran; lee la biblia; (reza/rezo/rezar/orar/
  rezamos/oramos/rezan) (~ )(cinco veces/el rosario/el ave maria/hacia la meca/a la meca/a la virgen/a ala/a dios/
  todos/); (prays/pray/praying) (five times/the rosary/towards mecca/to allah/at noon/to god/daily/every); (su/mi/
  la/his/her/my) (oracion del viernes/rezo/prayers/prayer room/prayer mat/prayer rug); alfombra de (oracion/rezo);
  (sala/espacio/lugar) (de oracion/para rezar/para orar); prayer (breaks/break/room/mat); (hago/hace/haciendo/
  hacemos/guarda/guardo/guardamos/guardan/observa/observo/celebro/celebra/celebramos/celebran/respeta/keep/keeps/
  keeping/observe/observes/observing/celebrate/celebrates/celebrating/fasting/fasts/fast/ayuno/ayuna/ayunando/
  ayunar/ayunamos) (~ )(ramadan/cuaresma/lent/shabat/sabbath/shabbat/kosher/halal/januca/hanukkah/eid/diwali/
  yom kippur/pascua judia/passover/pesaj/navratri/vaisakhi/yule/sabbats/samhain/the sabbats/purim/rosh hashana/
  rosh hashanah); for ramadan; giving up _ for lent; (gave up/giving up) ~ for lent; (kosher/halal) (kitchen/
  household/home/meals/meal/food/diet/menu); (cocina/comida/dieta/menu/alimentacion/carne) (kosher/halal);
  (comulga/comulgo/comulgar/comulgamos); (hizo/hice/hara/hacer/hace) (la /su /mi /)(primera comunion/
  confirmacion); (tomo/recibio/recibir) (la /)(comunion/los sacramentos/la uncion); extremauncion;
  uncion de los enfermos; last rites; anointing of the sick; (his/her/my/our) (baptism/first communion/
  confirmation/bar mitzvah/bat mitzvah/christening); (mi/su/nuestra/nuestro) (bautizo/bautismo/primera comunion/
  confirmacion/bar mitzvah/parroquia/pastor/rabino/cura/iman/congregacion/guru/parroco/santero/padrino de santo);
  (my/his/her/our) (pastor/rabbi/imam/priest/congregation/parish/guru/vicar/faith/religion/coven/church/mosque/
  synagogue/temple/rosary/cross necklace); (mi/su/nuestra) (iglesia/mezquita/sinagoga/fe/religion); (pastor/
  pastora) (evangelic@/de (la/una) iglesia/bautista/pentecostal); (lider/ministro/ministra) de (la /su /
  una )(iglesia/culto/alabanza); (monja/sacerdote/rabino/imam/catequista/seminarista/diacono/monaguillo/fraile/
  obispo/misionero/misionera/catecumen@/religiosa) (en/de/jubilad@/evangelic@/mormon); (is/es/soy) ~ (catequista/
  monja/sacerdote/nun/priest/rabbi/imam/missionary/deacon/seminarian/pastor); (ver/hablar con/pide/pidio/pidieron/solicita/solicito/visita de/visita del) (al /a un /un /el /con el /con un /)(iman/rabino/sacerdote/capellan/guru/monje/lama); (see/asked for/asks for/requested/requests/wants) (a /an /the /to see a /to see an /to see the /his /her /)(imam/rabbi/priest/chaplain/vicar); (se/me) (hizo/hice/volvio/volvi/metio a/meti a/paso a/pase a) (la /los /una /un /)<faith>; mandir; ex (monja/cura/sacerdote/
  seminarista/nun/priest/mormon/muslim/testigo); altar boy; (lay/youth) (preacher/pastor); deacon (at/of/in);
  misionero mormon; mormon mission; (served/on) (a/his/her) mission; opus dei; kikos; camino neocatecumenal;
  neocatecumenal; legionarios de cristo; cienciologia; scientology; iglesia (de la cienciologia/adventista/
  mormona/evangelica/pentecostal/bautista/luterana/ortodoxa); luz del mundo; iglesia universal; hare krishna;
  salon del reino; kingdom hall; amish community; (left/leaving/joined) the (amish/mormons/witnesses/church/cult/
  moonies/hasidic/order); congregacion (de/cristiana/evangelica); hermandad (de/del); cofrade; cofradia;
  costaler@; nazareno en; penitente; hizo (el santo/la hajj); hajj; peregrin(o/a/ar/acion/ando) a (la meca/
  lourdes/fatima/jerusalen/la villa/la basilica); umrah; altar de (~/chango); ofrenda a la santa muerte;
  santa muerte; san la muerte; gauchito gil; (manda/promesa) a la (virgen/virgencita); promesero; terreiro;
  gira no terreiro; (hijo/hija/filho/filha) de (santo/chango/yemaya/ogun/oshun/ochun/oxum/iemanja/oxossi);
  iniciad@ en la santeria; hizo santo; (lleva/usa/llevo/uso/lleve/usar/wears/wear/wearing) (~ )(hijab/
  velo islamico/kipa/kippah/yarmulke/turbante/turban/niqab/burka/burqa/headscarf/crucifijo/escapulario/rosary/
  crucifix/kirpan/habito/tichel/pañuelo islamico); (no (come/como/comemos/comen)/doesn t eat/don t eat) (pork/
  cerdo) por (religion/su religion/mi religion/ser _); (rechaza/rechazo/rechazan/no acepta/no acepto/no aceptamos/
  no aceptan/refuses/refuse/refused/declines) (~ )(transfusion/transfusiones/blood transfusion/blood products/
  sangre/blood transfusions); menu (halal/kosher); (halal/kosher) (por favor/please); (dieta/menu) por (religion/
  motivos religiosos); (no trabaja/no trabajo/can t work/cannot work/doesn t work/not work) ~ (sabado por/sabbath/
  shabat/good friday/shabbat/yom kippur); (opted out/exento/exenta/exempt) ~ (clase de religion/
  religious education/collective worship); clase de religion _; sin religion; no religion; ningun(a/) (religion/
  credo); culto a los orixas
`;

const THINGS = `
  catolicismo; islam; judaismo; budismo; hinduismo; cristianismo; protestantismo; evangelismo; ateismo;
  agnosticismo; santeria; candomble; umbanda; espiritismo; wicca; brujeria; vudu; sijismo; cienciologia;
  catholicism; judaism; buddhism; hinduism; christianity; atheism; sikhism; paganism; voodoo; mormonism; quran;
  coran; tora; torah; ramadan; shabat; shabbat; sabbath; kosher; halal; hijab; kipa; turbante; turban; biblia;
  eucaristia; rosario diario; transfusion; transfusiones; chaplain; capellan; bautiz@; bautizad@; baptised;
  baptized; bautismo; confirmad@ en la fe; oraciones; deidad; orisha*; orixa*; chango; pesaj; pascua judia;
  yom kippur; eid; diwali; navratri; devot@; devout; creyente*; beliver; believer*; practicante*; pious;
  religios@; religious; laic@; iglesia (catolica/evangelica/mormona/pentecostal/bautista); mezquita; sinagoga;
  mosque; synagogue; gurdwara; turbans; meditacion budista; coven; noviciado; convento; seminario; cristo; jehova;
  allah; buda
`;

const WEAK = `
  orthodox; ortodox@; cristian@; pagan@; misionero; monk; monasterio; monastere; monastery; priest; cura; pastor;
  nun; monja; rabino; iman; mass; misa; church; iglesia; temple; templo; rosario; biblia; bible; hebreo; laico;
  sunday school; culto; parroquia; rastafari; spiritual; espiritual
`;

export const BELIEF: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: PEOPLE },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];
