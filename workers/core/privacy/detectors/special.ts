import type { Detector } from "../detector.ts";

/** The words of one statement, bounded: what is found is the cue and the few words that say what it is. */
function statement(cue: string, object: string): RegExp {
  return new RegExp(
    `(?:${cue})\\s{1,2}(?:(?:de|del|la|el|los|las|un|una|the|a|an|con|with|por|al|muy|very|d['’]|le|une|um|uma)\\s{1,2}){0,3}(?:${object})(?![\\p{L}])`,
    "iuy",
  );
}

const CONDITIONS =
  "diabetes|diab[eé]tic[oa]|hipertensi[oó]n|hypertension|c[aá]ncer|leucemia|leukemia|vih|hiv|sida|aids|asma|asthma|epilepsia|epilepsy|depresi[oó]n|depression|ansiedad|anxiety|esquizofrenia|schizophrenia|bipolar|parkinson|alzh?[eé]imer|hepatitis(?: [abc])?|lupus|artritis|arthritis|tuberculosis|embaraz(?:o|ada)|pregnant|gr[aá]vida|autis(?:mo|m|ta)|anorexia|bulimia|alcoholismo|alcoholism|adicci[oó]n|addiction|c[aâ]ncer|diabetic|diab[eè]te|infarto|stroke|derrame|insuficiencia (?:renal|card[ií]aca)";
const FAITHS =
  "cat[oó]lic[oa]|catholic|jud[ií][oa]|jewish|musulm[aá]n(?:a)?|muslim|evang[eé]lic[oa]|evangelical|protestante?|testigo de jehov[aá]|jehovah'?s witness|morm[oó]n|mormon|ate[oa]|atheist|budista|buddhist|hind[uú]|hindu|ortodox[oa]|orthodox|cristian[oa]|christian|sikh|juif|juive|musulman|catholique";
const PARTIES =
  "morena|pan|pri|prd|psoe|pp|vox|podemos|sumar|peronista|kirchnerista|macrista|republican|democrat|labour|tory|conservative|comunista|communist|socialista|socialist|petista|bolsonarista|libertari[oa]n?|libertari[oa]|uribista|de derecha|de izquierda|left-wing|right-wing";
const ORIENTATIONS =
  "gay|lesbiana|lesbian|bisexual|homosexual|heterosexual|asexual|pansexual|transg[eé]ner[oa]|transgender|transexual|trans|queer|no binari[oa]|non-binary|nonbinary|l[eé]sbica";

/** GDPR Article 9 and 10: only policies that name these categories use them. */
export const SPECIAL: readonly Detector[] = [
  {
    name: "health-condition",
    category: "HEALTH_CONDITION",
    trigger: "word",
    words:
      "diagnosticado|diagnosticada|diagnosticaron|diagnostico|padece|padezco|sufre|sufro|tengo|tiene|tenia|diagnosed|suffers|suffer|has|have|had|is|am|soy|es|estoy|esta|portador|portadora|atteint|souffre|tenho|tem|antecedentes",
    side: "here",
    match: statement("[\\p{L}]{2,14}(?: (?:from|with|de|con|for|como))?", CONDITIONS),
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "religion",
    category: "RELIGIOUS_BELIEF",
    trigger: "word",
    words: "soy|es|somos|am|is|are|religion|fe|profesa|profeso|practicante|suis|est|sou|era|was|converted",
    side: "here",
    match: statement("[\\p{L}]{2,11}(?: (?:es|is|to|al|:))?", FAITHS),
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "union",
    category: "TRADE_UNION_MEMBERSHIP",
    trigger: "word",
    words:
      "sindicalizado|sindicalizada|sindicato|sindical|union member|union rep|trade union|sindicalista|afiliado sindicato|syndique|syndicat|sindicalizado",
    side: "here",
    match:
      /(?:sindicali[sz]ad[oa]|sindicalista|union (?:member|rep\w{0,12})|trade union(?: member)?|sindicato(?: (?:de|del) [\p{L} ]{3,40}?(?=[,.;\n]|$))?|afiliad[oa] al sindicato|syndiqu[ée]e?)/iuy,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "politics",
    category: "POLITICAL_OPINION",
    trigger: "word",
    words:
      "milito|milita|militante|vote|voto|votamos|votar|votare|simpatizante|afiliado|afiliada|voted|votes|supporter|member|soy|es|am|is",
    side: "here",
    match: statement("[\\p{L}]{2,12}(?: (?:por|for|of|en|del|al))?", PARTIES),
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "orientation",
    category: "SEXUAL_ORIENTATION",
    trigger: "word",
    words:
      "soy|es|somos|am|is|are|identifica|identifico|identifies|identify|orientacion|orientation|sou|suis|est|pareja|gay|lesbiana|lesbian|bisexual",
    side: "here",
    match: new RegExp(
      `(?:(?:[\\p{L}]{2,12}(?: (?:como|as|sexual|es|is|:))?)\\s{1,2}(?:(?:una?|a|an|persona|abiertamente|openly|un)\\s){0,2})?(?:${ORIENTATIONS})(?![\\p{L}])`,
      "iuy",
    ),
    scores: [0, 0.75, 0, 0],
  },
  {
    name: "criminal-record",
    category: "CRIMINAL_RECORD",
    trigger: "word",
    words:
      "antecedentes|condenado|condenada|preso|presa|convicted|conviction|felony|misdemeanor|criminal record|arrested|detenido|detenida|sentenciado|sentenciada|prision|carcel|ficha|casier|incarcerated|prison|jail|probation|parole",
    side: "here",
    match:
      /(?:antecedentes penales|(?:fue |was |estuvo |been )?(?:condenad[oa]|convicted|sentenciad[oa]|arrested|detenid[oa]|incarcerated)(?: (?:por|of|for|a|to) [\p{L}\d ]{3,40}?(?=[,.;\n]|$))?|criminal record|felony(?: conviction)?|misdemeanor|(?:pres[oa]|prisi[oó]n|c[aá]rcel|prison|jail)(?: (?:por|for) [\p{L} ]{3,30}?(?=[,.;\n]|$))|on (?:probation|parole)|casier judiciaire)/iuy,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "biometric",
    category: "BIOMETRIC_DATA",
    trigger: "word",
    words:
      "huella|huellas|fingerprint|fingerprints|iris|retina|facial|biometric|biometrico|biometricos|voiceprint|impressao|empreinte",
    side: "here",
    match:
      /(?:huellas? (?:dactilar(?:es)?|digital(?:es)?)|fingerprints?(?: (?:scan|data|template))?|(?:iris|retina) scan|(?:reconocimiento|recognition) facial|facial recognition|datos biom[eé]tricos|biometric (?:data|template|id)|voiceprint|impress[aã]o digital|empreintes? digitales?)/iuy,
    scores: [0, 0.7, 0, 0],
  },
  {
    name: "genetic",
    category: "GENETIC_DATA",
    trigger: "word",
    words: "adn|dna|genetico|genetica|genetic|genoma|genome|brca|brca1|brca2|mutacion|mutation|cariotipo|karyotype",
    side: "here",
    match:
      /(?:(?:prueba|test|an[aá]lisis|resultado|perfil) (?:de )?(?:adn|dna|gen[eé]tic[oa])|(?:dna|genetic) (?:test|profile|result|sample|data)s?|adn|genoma|genome|brca ?[12]?|(?:mutaci[oó]n|mutation)(?: (?:en|in|del|de|of)(?: the| el| gen)?)? [A-Z0-9]{3,8}|datos gen[eé]ticos|cariotipo|karyotype)/iuy,
    scores: [0, 0.7, 0, 0],
  },
];
