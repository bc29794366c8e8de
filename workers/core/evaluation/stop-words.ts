/** Languages with stop words and suffixes of their own. */
export type TextLanguage = "es" | "en" | "pt" | "fr";

const WORDS: Readonly<Record<TextLanguage, string>> = {
  es:
    "a al algo alguna algunas alguno algunos ante antes aqui ahi alli asi aun aunque bien cada como con cual cuales cualquier cuando cuanto cuanta " +
    "cuantos cuantas cuya cuyo de del desde donde dos e el ella ellas ello ellos en entonces entre era eran eres es esa esas ese eso esos esta estaba " +
    "estan estar estas este esto estos estoy etc fue fueron ha haber habia han has hasta hay he hemos hizo la las le les lo los luego mas me mi mia " +
    "mio mis mientras mismo misma mucha muchas mucho muchos muy nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues " +
    "que quien quienes se sea segun ser seria si sido siempre sino so sobre solo son soy su sus suya suyo tal tambien tan tanto te tengo tener tiene " +
    "tienen toda todas todo todos tras tu tus u un una unas uno unos usted ustedes va vamos van vaya ver vez voy y ya yo",
  en:
    "a about after all also am an and any are as at be because been before being but by can could did do does doing done for from get go going got had has " +
    "have having he her here hers him his how i if in into is it its itself just let lets like ll m may me might more most much must my myself of off on " +
    "one only or other our ours out over own re s same shall she should so some such t than that the their theirs them then there these they this those " +
    "through to too under until up us ve very was we were what when where which while who whom whose why will with would you your yours",
  pt:
    "a ao aos aqui as assim ate bem cada como com da das de dela dele do dos e ela elas ele eles em entao entre era essa esse esta estao estar estava " +
    "este estou eu foi ha isso isto ja la lhe mais mas me mesmo meu minha muito na nas no nos nossa nosso num numa o os ou outra outro para pela pelo " +
    "por porque pra qual quando que quem sao se seja ser seu sua so tambem tem tenho ter tudo um uma umas uns voce voces vou",
  fr:
    "a ai alors apres au aussi aux avec avez avoir avons c ca ce cela ces cet cette comme d dans de des deux donc du elle elles en entre est et etait " +
    "ete etre eu fait il ils j je l la le les leur lui m ma mais me meme mes moi mon n nos notre nous on ont ou par peu plus pour qu que quel quelle qui " +
    "s sa se ses si son sont suis sur t ta te tes toi ton tous tout toute tres tu un une vos votre vous y",
};

/** Folded stop words per language. Negations are not among them. */
export const STOP_WORDS: Readonly<Record<TextLanguage, ReadonlySet<string>>> = {
  es: new Set(WORDS.es.split(" ")),
  en: new Set(WORDS.en.split(" ")),
  pt: new Set(WORDS.pt.split(" ")),
  fr: new Set(WORDS.fr.split(" ")),
};

const byLength = (list: string) => list.split(" ").sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** Suffixes of the light stemmer, folded, longest first. */
export const SUFFIXES: Readonly<Record<TextLanguage, readonly string[]>> = {
  es: byLength(
    "aciones acion iciones icion ciones cion siones sion amientos amiento imientos imiento adores adoras ador adora edores edor idores idor mente " +
      "idades idad ables able ibles ible ando iendo ados adas ado ada idos idas ido ida aremos eremos iremos aria eria iria aran eran iran ara era ira " +
      "amos emos imos aron ieron aban aba ian ia arme arle arlo arla arse erle erlo erse irle irse ar er ir an en as es os a e o s",
  ),
  en: byLength(
    "izations ization ations ation itions ition ments ment ingly ings ing edly ies ied ers er ed ly es s e y",
  ),
  pt: byLength(
    "acoes acao icoes icao coes cao amentos amento imentos imento adores ador mente idades idade aveis avel iveis ivel ando endo indo ados adas ado ada idos idas ido ida amos emos imos aram eram iram aria eria ava ar er ir as es os a e o s",
  ),
  fr: byLength(
    "issements issement ements ement ations ation itions ition emment amment ateurs ateur ites ite ables able ions iez ons ez ait aient ais ees ee es er ir ent e s",
  ),
};
