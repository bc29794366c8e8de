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
  animist; spiritualist; freethinker; messianic;
  lapsed catholic*; cristiano renacido; hindu(/s); jainist@; zoroastrista*; bahai(/s); neocatecumenal(/es); carismatic@;
  cuaquera; judia; sefardi(/es); sefardita*; askenazi*; ashkenazi*; jasidic@; haredi(/m); ultraortodox@; ultra orthodox;
  modern orthodox; masorti; reconstructionist; sephardi(/c); salafi*; wahabi; deobandi; barelvi; shii; shiite*; chií(/
  es); chiies; sunnita*; alauita*; ibadi; murid; tijani; ahmadia; druso*; yazidi*; mandean@; samaritan@; caodaist@;
  sintoista*; shintoist@; confucian@; falun gong; vaisnava*; vaishnav(/a/ite); shaiv(a/ite); lingayat; brahmin*;
  arya samaj; theravada; mahayana; zen buddhist; tibetan buddhist; nichiren buddhist; budista (zen/tibetan@/
  theravada); quimbandeir@; santerista*; yoruba; ifa; abakua; palera; voduist@; espiritualista*; kardecista*; rosacruz;
  gnostic@; teosofic@; esoteric@; pagan@; druid(a/ess); odinista; wicca; brujo wicca; ex mormon*; ex testigo*;
  ex evangelic@; ex catolic@; exmormon*; exjehova; pastafari*; pastafarian*; deista*; deist*; panteista*; pantheist*;
  unitari@; universalista; congregationalist*; pentecostalist*; charismatic*; nazarene; moravian*; hutterite*; anabaptist*;
  anabautista*; brethren; salvationist*; christadelphian*; nondenominational; non denominational; moonie*; moonies;
  hillsong; scientolog(a/ist/ists); freemason*; francmason(/es); masón(/es/a); ismaelita; caldea; caldeo; melquita;
  armenian apostolic; copto; etiope ortodoxo; serbian orthodox; vetero catolic@; old catholic; lefebvrista*; sedevacantista*;
  tradcath; trad catholic; guadalupan@
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
  credo); culto a los orixas;
  (does/do/did/doing/performs/performed/says/said/saying/recites/chants/chanting/attends/attended/leads/led/
  hosts/hosted/joins/joined/misses/missed) (~ )(puja/pooja/aarti/salah/salat/namaz/wudu/zikr/dua/jummah/jumu ah/
  minyan/ kiddush/havdalah/shema/kaddish/selichot/daily office/evensong/vespers/rosary/novena/zazen/dharma talk/
  sangha/satsang/kirtan/langar/seva/simran/nam myoho/ mantra/mantras/ardas/nitnem/eucharist/communion/holy communion/
  bible study/home group/house group/life group/small group at church/sunday school/choir at church/prayer group/
  prayer circle/prayer meeting/alpha course/ mass/confession/friday prayer/friday prayers/tarawih/eid prayer/eid
  prayers/seder/passover seder/shabbat dinner/friday night dinner); (fast/fasts/fasted/fasting/ayuno/ayuna/
  ayunar/ayunaba/ayunan) (~ )(for/on/during/in/until/till/por/en/durante/hasta/los/el) (~ )(karva chauth/
  ekadashi/navratri/navaratri/shivratri/janmashtami/ramadan/ramzan/lent/good friday/ash wednesday/yom kippur/
  tisha b av/ashura/arafah/iftar/maghrib/sunset/sundown/ramadán/cuaresma/viernes santo/ miercoles de ceniza/
  viernes de vigilia/kipur/ponerse el sol/puesta del sol/anochecer/primer domingo/fast sunday); (celebra/
  celebro/celebran/celebramos/celebrates/celebrate/celebrated/celebrating/observes/observe/keeps/keep/kept/off for/
  off on/leave for/libre por/ permiso por/permiso para/dia por/day off for/time off for/home for/guarda/guardan/
  guardo/guardar) (the /el /la /los /her /his /)(eid/eid al fitr/eid al adha/ramadan/ramzan/diwali/deepavali/
  holi/ganesh chaturthi/durga puja/janmashtami/onam/pongal/vesak/ wesak/losar/magha puja/vaisakhi/baisakhi/
  gurpurab/sukkot/simchat torah/shavuot/purim/passover/pesach/rosh hashanah/rosh hashana/yom kippur/hanukkah/
  chanukah/ tisha b av/lag baomer/orthodox christmas/orthodox easter/nowruz/naw ruz/ridvan/samhain/beltane/
  imbolc/yule/ostara/litha/mabon/solsticio/equinoccio/januca/janucá/año nuevo judio/pascua ortodoxa/pascua judia/
  fiesta del cordero/fiesta del sacrificio/aid/sabado/sabbath/shabat/shabbat/asuncion/assumption/corpus christi/
  candelaria/all saints); (wears/wear/wore/wearing/uses/puts on/took off/takes off/covers/cubre/cubro/lleva/
  llevo/llevaba/usa/usaba/porta/quitarse/quitarme/se quita/se puso) (~ )(hers/ her hijab/headscarf/head scarf/
  head covering/head covered/abaya/niqab/khimar/chador/dastar/patka/kara bracelet/kirpan/kippah/yarmulke/
  tzitzit/tefillin/tallit/sheitel/wig for religious/payot/clerical collar/dog collar to/habit/ scapular/cross necklace/
  crucifix/star of david/miraculous medal/garments/temple garments/mala beads/tilak/bindi/janeu/sacred thread/
  hiyab/el velo/velo/la kipa/kipá/el turbante/ estrella de david/medalla milagrosa/medalla de la virgen/
  crucifijo/cruz al cuello/escapulario/rosario al cuello/collares de santo/collar de santero/iddé/idde/eleke/
  elekes/sotana/habito/alzacuellos/peluca por religion/la mano de fatima/ojotas de); (pays/paid/gives/gave/paga/
  pago/da/doy/damos/entrega/entrego/separa/aparta) (~ )(tithe/tithes/tithing/zakat/diezmo/diezmos/ofrenda/la primicia/
  10 a la iglesia/limosna en misa); (diezma/diezmo/diezmamos/tithes/tithing); (no/nunca/never/don t/ doesn t/
  does not/won t/cannot/can t/ni) (~ )(come/como/comen/comemos/toma/tomo/bebe/bebo/prueba/eat/eats/drink/drinks/
  touch/touches/trabaja/trabajo/maneja/conduce/work/drive/ drives/prende luces/celebra/celebro/celebran/
  celebrate/celebrates/saluda/jura/baila/vota por) (~ )(por su fe/por su religion/por mi religion/por religion/
  por la religion/por mi fe/por ser testigo/por motivos de fe/cumpleaños por/navidad por/la bandera por/en sabado/
  los sabados por/en shabat/ on shabbat/on the sabbath/on saturdays because/for religious reasons/because of her
  faith/because of his faith/for his faith/for her faith/birthdays because/cerdo/pork/christmas because/haram); (es/
  soy/no es/isn t/is) (~ )(halal/haram/kosher) (para/for) (mi/ nosotros/me/us/her/him/el/ella); (circuncision/
  brit mila/brit milah/bris/aqiqah/akika/presentacion en el templo/presentacion del niño/dedication service/
  christening/baptism/bautizo/catecismo/catequesis/primera comunion/confirmacion/bar mitzva/bat mitzva/
  upanayana/amrit ceremony/quinceañera misa) (de/del/of/for) (mi/su/la/el/nuestro/nuestra/my/our/his/her/their) (_);
  (va/voy/fue/fui/iba/vamos/lleva/llevo/llevan/asiste/acude/ entra/mete/apunto/inscribio/inscribi) (~ )(a/al/a la/
  en/en el) (~ )(catecismo/catequesis/catequesis de confirmacion/retiro espiritual/retiro de emaus/emaus/
  cursillo de cristiandad/cursillos/encuentro matrimonial/adoracion nocturna/adoracion/rosario/novena/vigilia pascual/
  via crucis/viacrucis/procesion/peregrinacion/peregrinar/cofradia/hermandad/coro de la iglesia/coro de la parroquia/
  grupo juvenil de la iglesia/pascua juvenil/escuela dominical/escuela sabatica/celula/ alabanza/campamento cristiano/
  campaña evangelistica/salon del reino/asamblea de los testigos/estaca/barrio mormon/sacramental/instituto de religion/
  seminario mormon/madrasa/escuela coranica/mezquita/oracion del viernes/rezo del viernes/shul/sinagoga/kehila/ yeshiva/
  ulpan religioso/templo budista/centro budista/meditacion zen/retiro vipassana/ashram/satsang/gurdwara/toque de
  santo/tambor/misa espiritual/bembe/terreiro/xango/toque/aquelarre/coven/temazcal ceremonial); (misionero/
  misionera/elder/ hermana/anciano/publicador/publicadora/precursor/precursora/pionero regular/siervo ministerial/
  ministro extraordinario/lector/lectora/acolito/monaguillo/catequista/diacono/coadjutor/cooperador del opus/
  supernumerari@/numerari@/legionario/consagrad@/ novici@/postulante/seminarista/parroco/vicario/cofrade/
  costalero/nazareno/mayordomo/sacristan/rezadora/rabino/mohel/jazan/imam/iman/muecin/hafiz/lama/monje/swami/
  babalao/iyawo/pastor/pastora/apostol/lider de celula) (de la (congregacion/iglesia/parroquia/estaca/hermandad/
  comunidad/misma iglesia/mezquita/sinagoga)/en (la /su /mi /)(congregacion/iglesia/parroquia/estaca/hermandad/
  misma iglesia/mezquita/sinagoga/colonia/tuxtla/mision)/mormon/regular/catolic@/evangelic@/budista/del opus/
  carmelita/jesuita/franciscan@/dominic@/salesian@); (elder/deacon/warden/ churchwarden/usher/verger/lay reader/
  lay minister/acolyte/altar server/eucharistic minister/sunday school teacher/choirboy/missionary/bishop/relief
  society president/ward clerk/stake president/pioneer/ministerial servant/gabbai/cantor/mohel/hafiz/muezzin/
  granthi/ sangha member/dharma teacher/high priestess/youth pastor/worship leader/small group leader/parish council)
  (at/of/in/for/with) (~ )(church/ward/stake/congregation/parish/temple/mosque/synagogue/shul/gurdwara/coven/
  chapel/st _/kingdom hall/my/her/his/our/the); (es/soy/somos/fue/era/ is/was/am/are) (~ )(testigo/testigos/
  mormona/mormon/pastor/pastora/cristiano evangelico/hermano en cristo/hermana en cristo/bautizada/bautizado/
  ungido/ungida/de la iglesia/del opus/de opus/kiko/kika/ del camino/de los kikos/hijo de pastor/hija de pastor/
  pk/de los testigos/de la luz del mundo/de la vela perpetua/de pare de sufrir/de agua viva/de hillsong/de la cienciologia/
  persignada/persignado/mochilona/mocha/mocho/beata/santurron/santurrona/ capillita/meapilas/come hostias/
  comehostias/jehova/aleluya/panderetera/hermanita separada/hallelujah/bible thumper/bible basher/god botherer/
  holy roller/jw/a witness/a jehovah s/a friend quaker/a cradle catholic/cradle catholic/ex jw/ex vangelical/
  exvangelical/exmormon/ex muslim/ ex catolic@/ex testigo/excatolic@/a none/spiritual but not religious/not religious/
  not very religious/irreligious/a heathen/a recovering catholic/recovering catholic/frum/off the derech/otd/a convert/
  conversa/converso/revert/a revert/chabad/lubavitch/ satmar/conservadora judia/reform jew/jewish/confirmed catholic/
  churched/unchurched/a godless); (no/nunca/never/doesn t/don t/hasn t/haven t/dejo de/dejamos de/deje de/
  stopped/quit) (~ )(pisa/piso/pisado/pisamos/va/vamos/voy/ir/yendo/entra/cree/creo/creer/creyendo/comulga/
  comulgar/rezar/ reza/go/goes/going/been/set foot/believe/believes/believing/attend/attending/pray/praying) (~ )(a
  misa/la iglesia/una iglesia/en dios/en nada/en curas/en la virgen/en el cielo/dios/church/a church/mass/in god/
  in anything/to mass/to church/in heaven/in an afterlife/religion/mosque); (quiere/quiero/pidio/pide/pidieron/
  queremos/tuvo/tuvieron/hubo/wanted/wants/asked for/requested/had) (~ )(funeral laico/entierro laico/despedida civil/
  sin misa/sin cura/ni misa/sin cruz/una misa/misa de/misas por/responso/santos oleos/extremauncion/humanist funeral/
  secular funeral/no hymns/ no prayers/a requiem/a mass said/catholic burial/muslim burial/jewish burial/
  entierro musulman/entierro judio/orientado a la meca/facing mecca/facing makkah/entierro catolico/janazah/
  shiva/shivah/sitting shiva/novenario); (sit/sits/sat/sitting) shiva(h/); (facing/towards/hacia) (mecca/makkah/
  la meca); (iglesia/church/templo/congregacion/parroquia/mosque/synagogue/temple) (~ )(donde/where/a la que/que
  frecuenta/a la que va/i go/we go/she goes/he goes/nos casamos/me bautizaron/me confirme); (me/lo/la/los/nos/
  se) (bautizaron/bautizo/bautice/confirmaron/confirmo/confirme/ordenaron/ordeno/ordene/consagro/consagraron/ excomulgaron/
  expulsaron de la congregacion/bautizamos/convirtio/converti/rayo/rayaron/corono santo); (disfellowshipped/
  excommunicated/shunned/baptised/baptized/ordained/christened/bar mitzvahed) (at/by/in/from/for/as/
  into/last/when/on/a/me/him/her/_); (found/met/gave/ given/giving/encontro/encontre/conocio/conoci/acepto/
  acepte/entrego/entregue/recibio/recibi/busca/busco) (~ )(god/christ/jesus/the lord/allah/islam/faith/a dios/al
  señor/a cristo/a jesus/en su corazon/mi vida al señor/su vida al señor/el islam/la fe/a krishna); (shahada/
  shahadah/took her shahada/dijo la shahada/profesion de fe/tomo refugio/tome refugio/took refuge/took precepts/
  took vows/tomo los habitos/tomar los habitos/colgo los habitos/vocacion religiosa/se metio de monja/se metio a
  monja/se metio de cura/se hizo monja/se hizo cura/entro al seminario/entro al convento);
  (cristera/cristero/catolica/catolico/cristiana/cristiano/beata/evangelica/judia/musulmana) (de (corazon/hueso colorado/
  pura cepa/toda la vida/nacimiento/verdad/convicción)/hasta la medula); (leaves/leave/left/off/goes/heads/
  headed/slips out/early/late/drives/walks) (~ )(for/to/from/at) (the/his/her/my/their) (mosque/synagogue/
  church/temple/gurdwara/kingdom hall/chapel/ mass/shul/prayers/meetinghouse/ward/ashram); (sale/salgo/salir/se va/
  me voy/falta/llega tarde/va/voy/corre) (~ )(a/de/para/por) (la/el/su/al) (mezquita/sinagoga/iglesia/templo/
  misa/culto/oracion/rezo/salon del reino/parroquia/gurdwara/celula/rosario)
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
  allah; buda;
  puja; karva chauth; iftar; suhoor; tarawih; namaz; salah; zakat; tefillin; tzitzit; mikveh; mikve; havdalah; sukkot;
  purim; pesach; minyan; shul; yeshiva; langar; gurpurab; vaisakhi; janmashtami; holi; vesak; zazen; vipassana; sangha;
  soka gakkai; nichiren; opus dei; catequesis; catecismo; rosary; novena; diezmo; tithe; tithes; escapulario; scapular;
  kirpan; kippah; niqab; abaya; headscarf; hiyab; shahada; hajj; umrah; santero; iyawo; babalawo; samhain; tarot
  y brujeria; evangelio; gospel church; relief society; temple recommend; bible study; prayer group; eucharist; communion;
  communion wafer; lent; cuaresma; vigilia de oracion; alabanza; mosque; imam; rabbi; rabbinate; vicar; parish; parishioner;
  feligres(/es/a/as); feligresia; parroquia; catequista*; monaguill@; acolit@; testigos; el reino; jehova; atalaya;
  watchtower; pentecostes; pentecost; ateo*; atheism; apostasia; apostasy
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
