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
  (orientacion/preferencia/identidad/condicion) sexual (~ )(<orientation>); sexualmente activ@ con (hombres/
  mujeres); (conversion therapy/terapia de conversion); victima de homofobia; (homophobic/transphobic/
  biphobic) (abuse/bullying/slurs/comments/remarks/attack) (from/at/by/against) (his/her/my/him/me);
  ballroom house; drag (performer/artist)
`;

const THINGS = `
  chest binder; pride flag; rainbow (lanyard/flag/pin/badge); lgbt network; bandera (arcoiris/arco iris/trans/
  del orgullo); otro hombre; otra mujer; orientacion sexual; sexual orientation; sexuality; sexualidad;
  homosexualidad; homosexuality; bisexualidad; bisexuality; transexualidad; lesbianismo; asexuality; orgullo gay;
  prep; PrEP; hrt; hormonas; testosterona; estrogenos; testosterone; lgbt; lgbtq; lgbti; lgtbi; lgtb; lgbtqia;
  lgbtiq; trans; hetero; armario; closeted; bi; homofobia; homophobia; transfobia; transphobia; pronouns;
  pronombres; gender identity; drag
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

export const ORIENTATION_NAMES = `
  gay; lesbiana; lesbian; bisexual; homosexual; heterosexual; hetero; asexual; pansexual; queer; bi; straight;
  trans
`;
