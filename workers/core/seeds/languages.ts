/** Languages that seeds are written in; any other language of a conversation falls back to the nearest by its words. */
export const SEED_LANGUAGES = ["es", "en", "pt", "fr"] as const;
export type SeedLanguage = (typeof SEED_LANGUAGES)[number];

/** One phrase per language. */
export type Phrase = Readonly<Record<SeedLanguage, string>>;

/** Function words: they tell the languages apart, and they are what a content word is not. */
const FUNCTION_WORDS: Readonly<Record<SeedLanguage, string>> = {
  es: "a al algo ahi aqui asi aun bien cada como con cual cuando cuanto cuantos de del desde donde el ella ellos en entonces era es esa ese eso esta estan estas este esto estos estoy fue gracias ha hace han hasta hay he hola la las le les lo los mas me mi mis mientras mucho muy nada ni no nos nosotros o otra otro para pero poco por porque pues que quien se ser si sin sobre solo son soy su sus tambien te ti tiene tienen tengo todo todos tu tus un una uno unos usted ustedes va vamos ver voy y ya yo",
  en: "a about after all also am an and any are as at be because been but by can could did do does for from get go got had has have he hello her here him his how i if in into is it its just let like may me more my no not now of ok on one or other our out over please she should so some such than thank thanks that the their them then there these they this those to too up us very was we were what when where which who why will with would yes you your",
  pt: "a ao aos aqui as assim ate bem com como da das de dela dele do dos e ela ele eles em entao era essa esse esta estao estou eu foi isso ja la lhe mais mas me mesmo meu meus minha muito na nao nas nem no nos nossa nosso num o obrigada obrigado ola os ou para pela pelo pode por porque qual quando que quem sao se sem ser seu seus so sua suas tambem te tem tenho tudo um uma voce voces",
  fr: "a ai alors au aussi aux avec avez avons bien bonjour c ca ce cela ces cet cette comme d dans de des donc du elle elles en est et ete etes etre eu fait faire faut il ils j je l la le les leur lui ma mais me meme merci mes moi mon n ne nos notre nous on ou oui par pas peu peut plus pour pouvez qu que quel quelle qui s sa sans se ses si son sont suis sur ta te tes toi ton tout tres tu un une vos votre vous y",
};

const functionWords: Readonly<Record<SeedLanguage, ReadonlySet<string>>> = {
  es: new Set(FUNCTION_WORDS.es.split(" ")),
  en: new Set(FUNCTION_WORDS.en.split(" ")),
  pt: new Set(FUNCTION_WORDS.pt.split(" ")),
  fr: new Set(FUNCTION_WORDS.fr.split(" ")),
};

/** Lower case without accents or compatibility forms; its length may differ from the input's. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Folded words (runs of letters, digits and `_`) in order. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** The language of seeds that a tag such as `es-MX` names, or null. */
export function seedLanguageOf(tag: string): SeedLanguage | null {
  const base = foldText(tag).split(/[-_]/u)[0];
  return SEED_LANGUAGES.find((language) => language === base) ?? null;
}

/** Whether a folded word carries meaning of its own in that language; unknown languages use every list. */
export function isContentWord(word: string, language: string): boolean {
  const known = seedLanguageOf(language);
  if (known !== null) return !functionWords[known].has(word);
  return SEED_LANGUAGES.every((each) => !functionWords[each].has(word));
}

/**
 * The language whose function words are most frequent in the texts; ties and texts without any go to the fallback
 * (a language tag), and to Spanish where that is none of ours.
 */
export function detectSeedLanguage(texts: readonly string[], fallback: string): SeedLanguage {
  const counts = { es: 0, en: 0, pt: 0, fr: 0 };
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      for (const language of SEED_LANGUAGES) if (functionWords[language].has(word)) counts[language] += 1;
    }
  }
  const preferred = seedLanguageOf(fallback) ?? "es";
  let best: SeedLanguage = preferred;
  for (const language of SEED_LANGUAGES) if (counts[language] > counts[best]) best = language;
  return best;
}
