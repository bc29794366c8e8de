import type { Vocabulary } from "./vocabulary.ts";

const CATEGORY = "SEXUAL_ORIENTATION";

const PEOPLE = `
  gay*; lesbiana*; lesbian*; lesbica*; bisexual(/es/s); homosexual(/es/s); homosexuel*; heterosexual(/es/s);
  asexual(/es); pansexual(/es); demisexual; polisexual; transexual(/es); transsexual*; transgenero*; transgender(/
  ed); queer*; no binari(o/a/e/os/as); non binary; nonbinary; enby; genderqueer; genderfluid; gender fluid;
  genero fluido; agender; agenero; intersexual(/es); intersex; cisgender; cisgenero; cis; bicurious;
  heteroflexible; aromantic@; aromantic; bollera; tortillera; marimacha; machorra; lenchita; lencha; maricon(/es);
  marica*; mariquita; joto*; travesti*; drag queen; dyke; viado; sapatao; bicha; pede; gouine; homo; afeminado;
  loca perdida; transfemenina; transmasculino; twink; butch; (hombre*/mujer(/es)/chico*/chica*/nino*/nina*/hijo*/
  hija*/persona*/alumn@/nin@/adolescente*/joven/chav@/paciente/usuari@/compañer@/compañera/herman@/sobrin@/prim@/
  amig@/vecin@/emplead@/colega/profe/profesor/profesora/client@/menor/homme/femme/mulher/homem/menino/menina/
  garota) trans; trans (woman/man/girl/boy/kid/guy/person/male/female/masc/femme/daughter/son/child/teen/student/
  men/women); trans(exual/sexual); (ftm/mtf); two spirit; muxe; hijra
`;

const TELLING = `
  (sali/salio/salir/saliendo/salido/sale/salimos/saldra/saco/sacaron/sacado/sigue dentro/dentro/salirme/salga/
  saliste) (del/de su/de mi) (closet/armario); (en el/dentro del) (closet/armario) (todavia/con/desde/por);
  (sigue/sigo/esta/estoy/vive) en el (closet/armario); (came/come/coming/comes) out (as/to/at/last/of the closet/
  in/when/of); (outed/outing) (as/him/her/me/them/by); (outed); (still/is/was/been) (in the closet/closeted);
  closeted; (openly/quietly/publicly) (gay/lesbian/bi/trans/queer); se assumiu _; (fait/fit) son coming out;
  salida del (closet/armario); (in/is/was/im/m/am/s/re/only) into (boys/girls/men/women/guys/dudes/both/chicks/
  ladies/blokes/lads/other men); (attracted/attraction) to (both/men/women/girls/boys/guys/other/the same/same);
  (likes/like/liked/likes both/prefers/prefer/dates/dated/dating/seeing/sees) (boys and girls/men and women/
  both sexes/both men/other men/other women/guys and girls); (me/le/les) (gustan/gustaban/atraen/atraian/van/
  ponen/gusta) (~ )(los hombres/las mujeres/los chicos/las chicas/los tios/las tias/los dos/las dos cosas/ambos/
  ambos sexos/las personas de mi mismo sexo/hombres y mujeres/chicos y chicas/los chavos/las morras/las chavas/
  los morros/las minas/los pibes/los varones/las nenas); (atraido/atraida/atraccion) por (los hombres/las mujeres/
  hombres/mujeres/personas/ambos/su mismo/los chicos/las chicas); (batea/patea) (para el otro/pal otro);
  del otro (bando/equipo); (es/soy/anda) del otro lado; patea al otro lado; bats for (the other/both);
  plays for the other; juega para el otro; swings both ways; no (me/le) (gustan/atraen) (los hombres/las mujeres);
  same sex (partner/couple/relationship/marriage/spouse/husband/wife/wedding/attraction/parents/household/parent/
  civil/union); mismo sexo; same gender (partner/loving/couple); (pareja/relacion/relaciones/matrimonio/union/
  boda) (del mismo sexo/homosexual/gay/lesbica/lesbiana/homosexuales/con otro hombre/con otra mujer/con hombres/
  con mujeres/con otros hombres/con otras mujeres/con una mujer/con un hombre/de hombres/igualitaria/
  homoparental); relaciones (sexuales /)con (otros/otras) (hombres/mujeres); (otro hombre/otros hombres/
  otra mujer/otras mujeres); (sex/relations/relationship/sleeps/slept/affair) with (other /another )(men/man/
  women/woman); msm; hsh; wlw; (familia/padres/madres) (homoparental/homoparentales); (dos/two) (mamas/papas/
  madres/padres/moms/mums/dads/mothers/fathers/mammas/maes/pais); (both/our) (moms/mums/dads/mothers);
  his (~ )(husband/boyfriend/fiance/male partner/ex husband/ex boyfriend); her (~ )(wife/girlfriend/fiancee/
  female partner/ex wife/ex girlfriend); (left/leave/leaving) (his/her) (wife/husband) for (another/a) (man/woman/guy/girl); (he/man/brother/son/uncle/dad/father/nephew/cousin/grandson) > (has/had/got/is seeing/brought/introduced) (a /his /got a /)(boyfriend/husband); (she/woman/sister/daughter/aunt/mum/mom/mother/niece/granddaughter) > (has/had/got/is seeing/brought/introduced) (a /her /got a /)(girlfriend/wife); (mi/su) (hij@/sobrin@/niet@/alumn@) antes era (mi/su/nin@/chic@); used to be (my/his/her) (son/daughter/brother/sister); (he/man/brother/son/uncle/father/dad/nephew/male/widower) ~ (married/
  marry/marrying/engaged to/partner) (to /)(a /another /his )(man/guy/husband); (she/woman/sister/daughter/aunt/
  mother/mum/mom/niece) ~ (married/engaged/marrying) (to /)(a /another )(woman/girl/lady); (casada/pacsee/mariee/
  pareja/comprometida/juntada/novia/viuda) (con/de/avec) (una/otra/une) (mujer/chica/femme/senora/tia); (casado/
  pacse/marie/pareja/comprometido/juntado/novio/viudo) (con/de/avec) (un/otro/un autre) (hombre/chico/homme/senor/
  tio/chavo/tipo/muchacho/varon/pibe); vit avec (sa femme/une femme); (<male>/ex marido/ex esposo/
  ex novio) > ~ (con/y/a/tiene/tenia/tener/de) (un/su/otro/novio/el/mi/) (novio/esposo/marido/chavo/chico/hombre/
  muchacho/tipo/novio/compañero sentimental/pareja masculina/morro/pibe/varon/namorado); (<female>/ex mujer/
  ex esposa/ex novia) > ~ (con/y/a/tiene/tenia/tener/de) (una/su/otra/novia/la/mi/) (novia/esposa/mujer/chava/
  chica/muchacha/morra/piba/namorada/senora); (<male>) > ~ (tenia/tiene/anda con/sale con/salia con/vive con/
  vivia con/se caso con/casado con/se beso con/con) (un /su /)(novio/marido/esposo/hombre/chico/chavo/muchacho);
  (<female>) > ~ (tenia/tiene/anda con/sale con/salia con/vive con/vivia con/se caso con/casada con/se beso con/
  con) (una /su /)(novia/esposa/mujer/chica/chava/muchacha); (soy/es/sou) > (hombre) ~ (mi/un) (novio/marido/
  esposo); (soy/es) mujer ~ mi (novia/esposa/mujer); mi (novio y yo) (somos hombres/somos dos hombres); (nuestro/
  su) matrimonio igualitario; (me/se) case con (otro hombre/otra mujer); uniao homoafetiva; casal (gay/
  homoafetivo/de lesbicas); couple (gay/homosexuel/de femmes/d hommes/lesbien); (hormonacion/hormonarme/
  hormonarse/hormonar); (terapia/tratamiento/reemplazo) (hormonal/de hormonas) ~ (genero/testosterona/estrogenos/
  transicion); hormonacion con _; (en/con/toma/tomo/empece con/empezo con/inicio) (testosterona/estrogenos/
  hormonas); (on/taking/started/takes) (t/testosterone/estrogen/oestrogen/hrt/hormones/e/puberty blockers);
  gender (affirming/reassignment/confirmation/dysphoria/identity clinic/transition/clinic/identity service);
  disforia de genero; (cambio/reasignacion/transicion) de (sexo/genero); (cambio/cambiar) de nombre registral;
  identidad de genero; (transitioned/transitioning/transition) (to/from/at/last/socially/as/ed/in); (mi/
  su) transicion; top surgery; bottom surgery; faloplastia; vaginoplastia; mastectomia masculinizante; (dead(/
   )name/deadname/nombre sentido/nombre social/nombre muerto/dead name/nom d usage); born (male/female/a boy/
  a girl) (but/and); assigned (male/female) at birth; (afab/amab); nacio (hombre/mujer/varon/nina/nino) (y/pero);
  (uses/use/pronouns are/pronouns/goes by/prefers) (they/they them/he they/she they/she him/ze/xe); they them;
  (pronombre/pronombres) (elle/neutro/neutros/masculinos/femeninos/es); (usa/uso/prefiere) (el pronombre/
  pronombres); lenguaje neutro para mi; se identifica como _; me identifico como _; identif(y/ies/ied) as (a /an /
  )(man/woman/male/female/gay/queer/bi/trans/lesbian/non/straight/asexual/pan/ace); (se/me) (autopercibe/
  autopercibo/siente/siento) (~ )(hombre/mujer/varon/nene/nena/elle); (on/in/via/from/through/en/por) (grindr/
  scruff/hornet/lex app/jackd/romeo/wapa/taimi); grindr; (gay/lesbian/queer) (bar/dating/app/club/couple/
  relationship/son/daughter/brother/sister/uncle/cousin/parent/parents/dad/dads/mum/mums/mom/moms/man/men/woman/
  guy/friend/teen/colleague); (lesbian/gay) couple; pareja (gay/lesbica/de lesbianas/de gays/de hombres/
  de mujeres/homosexual); (ambiente/bar/discoteca/app) gay; (soy/es/somos/eres/sos/era) (~ )(hetero/heteros/bi/
  pan/ace/trans/marica/puto/del ambiente/de ambiente/entendida/entendido/lgbt/lgbtq/lgbti/lgtb/lgtbi/lgbtiq/
  del colectivo/del colectivo lgtbi/de la comunidad/cis/puta loca/rarito/torta/trolo/bufarron/pato/cueco/colisa/
  fleto/maraco/cacorro/parchita/mampo/chimbombo); por (puto/maricon/marica/joto/lesbiana/gay/tortillera/trans/
  trolo/torta/homosexual/bollera); (le/lo/la/me) (llamo/llaman/llamaban/dijo/dicen/decian/gritaron/grito/
  llamaron) (maricon/puto/joto/marica/bollera/tortillera/lesbiana/machorra/faggot); (m/am/is/s/are/re/im/
  are both) (~ )(bi/pan/ace/trans/straight/queer/gay/aro/enby/lgbt/lgbtq/a twink/a top/a bottom/poly/polyamorous/
  a dyke/butch); (i/he/she) (m/s/is/am) (not /)straight; (straight/bi/pan/ace/gay/trans/queer) (guy/man/woman/
  girl/dude/lad/bloke/chick/male/female/person/kid/teenager/lady); straight as; (lgbt/lgbtq/lgbtqia/lgbti/lgtbi/
  lgtb) (person/employee/member/parent/youth/student/staff/son/daughter/kid); miembro (del colectivo/
  de la comunidad/de la diversidad) (lgtbi/lgbt/lgbtq/lgbti/lgtb/trans/gay/sexual); amor de pareja;
  novi@ del mismo sexo; (amante/amor/pareja) (masculino/masculina/de su mismo sexo/del mismo genero);
  friend of dorothy; (boston marriage/civil partner); lavender marriage; (lo suyo/lo nuestro) con (~ )(fue/era/
  es) (amor/mas que amistad/una relacion); poliamor@s@; poliamoros@; polyamorous; swinger*; bdsm; fetichista;
  (orientacion/preferencia/identidad/condicion) sexual (~ )(gay/lesbiana/bisexual/homosexual/heterosexual/hetero/asexual/pansexual); sexualmente activ@ con (hombres/
  mujeres); (conversion therapy/terapia de conversion); victima de homofobia; (homophobic/transphobic/
  biphobic) (abuse/bullying/slurs/comments/remarks/attack) (from/at/by/against) (his/her/my/him/me);
  ballroom house; drag (performer/artist);
  (<female>) y (_) (son/eran) (~ )(novias/casadas); (<male>) y (_) (son/eran) (~ )(novios de/marido y marido); la _ y la
  _ (~ )(son/eran/andan/siguen siendo/llevan) (~ )(pareja/novias/casadas/juntas); el _ y el _ (~ )(son/eran/
  andan/siguen siendo/llevan) (~ )(pareja/novios/casados); (dos) (novios/maridos/chicas enamoradas/hombres casados/
  mujeres casadas); (club/bar/local/fiesta/ambiente/pub) (swinger*/liberal(/es) de parejas/de intercambio/de ambiente/
  leather/bdsm/gay*); intercambio de parejas; cuarto oscuro; dark room; sauna gay; (swingers/swinger/kink/
  fetish/bdsm/play/sex) (club/party/parties/ dungeon/couple); (open/poly/polyamorous/non monogamous/throuple) (relationship/
  marriage/couple); (relacion/matrimonio/pareja) (abiert@/poliamoros@/no monogam@/de tres); trieja; throuple; trio
  (con/sexual); threesome*; one night stand*; (sleeps/slept/sleeping/hooks up/hooked up/hooking up/made out/
  makes out/sexting/ fooling around/in bed/an affair/affair/fling) with (~ )(her/his/my/a/the/another/other/
  women/men/girls/guys/prostitutes/escorts/boss/coworker/neighbour/neighbor/secretary/student/best friend s); (se
  acuesta/se acosto/me acoste/acostarse/acostandose/se la coge/se lo coge/coge/cogiendo/folla/follando/se enrollo/
  me enrolle/se lio/me lie/se beso/se dio/fajo/faje/chapo/agarro) con (~ )(otro/otra/su/mi/un/una/hombres/
  mujeres/el/la/chicos/chicas/tios/tias/chavos/chavas); (relaciones sexuales/vida sexual/sexo oral/sexo anal/
  sexo sin condon/sexo sin proteccion/anal sex/unprotected sex/oral sex/sex life/sexual partners/sexual history/
  parejas sexuales/ actividad sexual/virginidad/virginity/masturbacion/masturbation/porn addiction/sex addict/
  sex addiction/adict@ al sexo/adicta al porno/adicto al porno/hipersexual/celibe/celibate/virgen a los/still a virgin/
  is a virgin/soy virgen/es virgen/sex worker/trabajadora sexual/trabajador sexual/prostitut@/escort/onlyfans/
  only fans/ call girl/rent boy/gigolo/sugar daddy/sugar baby/sugar mommy/de putas/puteros/putero/sex toys/
  juguetes sexuales/vibrator/vibrador/condoms/condones/kink/kinky/fetiche/fetish/dominatrix/sumiso/sumisa/
  submissive/voyeur/exhibicionista/travestismo/crossdress/crossdresser/crossdressing/cross dresser/drag queen/
  drag king/transformista); (no /nunca /)(me/le/les/nos) (gustan/gusta/van/va/atraen/atrae/laten/late/molan/
  mola/calientan/tiran/ponen/interesan) (~ )(los dos/las dos cosas/ambos/carne y pescado/la carne y el pescado/
  los tios/las tias/los hombres/las mujeres/los chicos/las chicas/los vatos/las viejas/los muchachos/las muchachas/
  nenas/pibes/pibas/cabros/cabras/manes/viejas/el otro equipo/su mismo sexo/mi mismo sexo/personas de su/gente de
  su/los osos/el arroz con popote/el arroz con pitillo); arroz con popote; (le/les) (gusta/hace) (~ )(al arroz con
  popote/a los dos/a pelo y a pluma/a todo); (a pelo y a pluma/pierde aceite/pierde aceite/se le moja la canoa/
  se le hace agua la canoa/ canoa mojada/se le quema el arroz/se le quema el pan/cojea de ese pie/del otro lado/
  de la acera de enfrente/acera de enfrente/de la otra acera/muerde almohadas/soplanucas/rema pal otro lado/
  batea por la zurda/batea zurdo/juega en el otro equipo/juega para los dos equipos/le tira a los dos/va a vela y
  a vapor/ vela y vapor/plays for both teams/other team/bats for/friend of dorothy/light in the loafers/swings the
  other way/into the same sex/same team/confirmed bachelor/gaydar/lipstick lesbian/baby gay/late bloomer lesbian/
  comphet/gold star/u haul/drops hairpins/pillow princess/stone butch); (soy/es/somos/eres/sos/era/es bien/me declaro/
  se declara/se asume/me asumo/asumid@/como/puso/pone/marco/identifica/identifico/considero/considera/definio/
  define) (~ )(bi/bisex/pan/ace/aro/aroace/aseksual/hetero/heterosexual/gay/trans/queer/no binarie/nb/enby/demi/
  demisexual/fluide/genderfluid/andrógino/torta/tortillera/gei/gey/loca/ mariposa/mariposon/rarito/desviado/
  invertido/sodomita/volteado/volteada/voltiado/arepera/areperas/cachapera/camiona/fleta/lela/leca/bisagra/
  rosquete/cabro/chivo/chimba/traca/machona/tribilina); (come/came/coming/comes) out (to/as/at/last/when/after/
  before/since/over/in/about) (~ ); (kicked/thrown/cut/disowned) (~ )(out /off /)(for/when/after) (~ )(being gay/
  being a lesbian/being trans/came out/coming out/he came out/she came out/they came out); (his/mi) (husband/
  husbands/boyfriend/boyfriends/male lover) (and he/of # years/and him); (her/mi) (wife/wives/girlfriends) (and she/
  and her); (dad/father/husband/uncle/brother) s (boyfriend/husband); (mom/mum/mother/wife/aunt/sister/daughter)
  s (girlfriend/wife); (mi/su) (mama/madre/tia/hermana/hija/abuela) y su (novia/mujer/esposa/pareja laura/
  compañera); (mi/su) (papa/padre/tio/hermano/hijo/abuelo) y su (novio/marido/esposo/compañero); (two/dos/ambas/
  ambos/both) (mothers/fathers/ mums/moms/dads/grooms/brides/novias/novios vestidos/mamas/papas/madres/padres/
  brides to be); (deadnamed/deadnaming/misgendered/misgender/misgendering/passes as/passing as) (him/her/them/
  me/a woman/a man/male/female/_); (on/started/starting/starts/taking/takes/inyecta/inyecto/toma/tomo/empezo/
  empece/empieza/inicio/con/parches de) (~ )(hrt/estrogen/ estradiol/testosterone/t/t shots/spiro/progesterone/
  blockers/puberty blockers/hormonas/estrogenos/testosterona/bloqueadores/bloqueadores de pubertad/terapia hormonal/
  reemplazo hormonal); (binds/binding/binder/tucking/packer/faja pectoral/binder para/pecho vendado) (~ )(chest/
  his/her/their/_); (top/bottom/gender/affirming/ gender affirming/sex reassignment) (surgery/surgeries/
  operation/op); (mastectomia/cirugia/operacion) (bilateral /)(masculinizante/de afirmacion/de reasignacion/de genero/
  de feminizacion); feminizacion facial; (legal/legally) (gender/sex) (change/changed/recognition); gender (recognition/
  marker/identity/clinic/dysphoria/transition/euphoria/questioning/nonconforming/ fluid/expansive) (certificate/
  change/x/)(~); (rectificacion/cambio) (registral /)(de (sexo/genero/mencion de sexo/nombre y sexo/identidad));
  ley trans ~ (cambio/dni/nombre); (nombre/dni/acta/credencial) (elegid@/anterior/antiguo/de nacimiento era/
  nuev@ con/muerto); (antes/before) (era/se llamaba/was/called) (~ )(hombre/mujer/chico/chica/ varon/niño/niña/a
  man/a woman/a boy/a girl); (nacio/naci/asignad@/assigned/born) (~ )(hombre/mujer/varon/niño/niña/male/female/a
  boy/a girl/al nacer/at birth/en el cuerpo equivocado/in the wrong body); cuerpo equivocado; wrong body; (he him/
  she her/they them/she they/he they/they he/elle/ella elle/el elle/el ella/any pronouns/xe xem/ ze zir/neopronouns); (pronouns/pronombres) (are/son/:/elle/neutros/they/ella/el); (prefiere/prefiero/pide/pidio/pide que/
  usa/use) (~ )(que le digan/que la llamen/que lo llamen/le llamen/le digan) (~ )(en masculino/en femenino/elle/
  el/ella/como chico/como chica/por su nombre elegido);
  (she/he/they/s/has/have/had/daughter/son/brother/sister/cousin/friend/colleague) (recently /already /
  )(transitioned/is transitioning/transitioning); (had/have/having/has/has had/haven t had/hasn t had/no) (~ )sex
  (with/since/in/before/after/for/every/again/outside/together); (tener/tuvo/tiene/teniendo/tuvimos/tuvieron/
  tengo/tenemos/tenian/tenido) (~ )(sexo/ relaciones (con/sexuales/desde/sin/hace/antes/en)); (she/wife/
  daughter/sister/girlfriend/mum/mom/mother/aunt/niece/karen/boss) ~ (seeing/dating/kissing/kissed/loves/in love
  with/living with/moved in with/married/engaged to/crush on/fancies/sleeping with) (a /another /this /some /
  that /the )(~ )(woman/women/girl/girls/lady/chick); (he/husband/son/brother/boyfriend/dad/father/uncle/nephew/
  bloke/guy) ~ (seeing/dating/kissing/kissed/loves/in love with/living with/moved in with/married/engaged to/
  crush on/fancies/sleeping with) (a /another /this /some /that /the )(~ )(man/men/guy/boy/boys/lad/bloke/dude);
  (erectile/erection/libido/arousal/orgasm/sexual/intimacy/bedroom) (problem*/problems/dysfunction/issues/
  difficulties/trouble); (low/no/loss of/high) (libido/sex drive); (problemas/disfuncion) (de ereccion/sexual(/
  es)/en la cama/eyaculacion/de eyaculacion/erectil); (no se le para/eyaculacion precoz/falta de deseo/sin deseo/
  libido baja/bajo deseo sexual/anorgasmia/vaginismo/impotencia); never (been )(interested in/ attracted to) (~ )(women/
  men/sex/anybody/anyone/boys/girls); nunca (me/le) (~ )(gustado/interesado/atraido) (~ )(nadie/hombres/mujeres/
  sexo/los hombres/las mujeres/ningun)
`;

const THINGS = `
  chest binder; pride flag; rainbow (lanyard/flag/pin/badge); lgbt network; bandera (arcoiris/arco iris/trans/
  del orgullo); otro hombre; otra mujer; orientacion sexual; sexual orientation; sexuality; sexualidad;
  homosexualidad; homosexuality; bisexualidad; bisexuality; transexualidad; lesbianismo; asexuality; orgullo gay;
  prep; PrEP; hrt; hormonas; testosterona; estrogenos; testosterone; lgbt; lgbtq; lgbti; lgtbi; lgtb; lgbtqia;
  lgbtiq; trans; hetero; armario; closeted; bi; homofobia; homophobia; transfobia; transphobia; pronouns;
  pronombres; gender identity; drag;
  bi; bisex; scruff; grindr; tinder gay; lgbtq center; pflag; mermaids charity; stonewall membership; lgbtqia; gsa
  club; colectivo lgtb; drag; ballroom; chueca con su novio; swinger*; poliamor; polyamory; viagra; condon(/es);
  sexting; nudes; homosexualism; homoerotic@; sodomia; sodomy; asexualidad; pansexualidad; intersexualidad; disforia;
  dysphoria; gender dysphoria; estradiol; spironolactone hrt; nombre elegido; chosen name; dead name; rainbow badge;
  pride lanyard
`;

const WEAK = `
  arcoiris; rainbow; binder; poly; straight; pan; ace;
  puto; pride; orgullo; femme; diversidad sexual; transition; transicion; fluid
`;

export const ORIENTATION: readonly Vocabulary[] = [
  { category: CATEGORY, strength: "tells", phrases: TELLING },
  { category: CATEGORY, strength: "names", phrases: PEOPLE },
  { category: CATEGORY, strength: "thing", phrases: THINGS },
  { category: CATEGORY, strength: "weak", phrases: WEAK },
];
