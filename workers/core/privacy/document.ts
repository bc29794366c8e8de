import { CHARACTERS, CLASS_BITS, FOLD_SHIFT, foldText } from "./characters.ts";
import { HASH_START, hashStep, hashWord, isWordChar } from "./characters.ts";
import type { Finding } from "./types.ts";

/** Parts of names that are no names by themselves. */
const PARTICLES = new Set(
  "de del la las los el y e da das do dos di van von der den le du des san santa al bin ben ibn mc o".split(" "),
);

/**
 * Names that are words too. Alone they are only taken for a name when capitalised inside a sentence; as part of a full
 * name they always are.
 */
const AMBIGUOUS = new Set(
  (
    "rosa rosas leon luz sol paz flor flores blanca blanco mercedes cruz angel angeles dolores pilar consuelo socorro esperanza gloria victoria alba aurora estrella iris jazmin margarita violeta perla " +
    "reyes rey guerra guerrero delgado bravo bueno calle calles campo campos casa casas castillo fuente fuentes iglesia iglesias lago llano mesa montes monte mora moreno morena nieves pena pozo prado puente rio rios rivera rojo rojas rubio salas salinas sierra soto torre torres valle valles vega vera verdugo villa zapata " +
    "mayo abril julio agosto enero domingo marina mar mari lima paris madrid toledo zamora cuenca salamanca granada santiago cordoba merida leonesa palma palmas " +
    "conde duque marques caballero pastor herrero molina molinero escribano barbero cantero alcalde cordero lobo toro vaca ramos olmos robles pino pinos parra romero cano calvo claro gallego navarro vidal " +
    "art bill bob dick drew frank gene grant hope faith grace joy may june april august mark mike nick pat peter ray rich rob rose ruby stew sue summer will violet white black brown green gray grey young long short little king cook baker carter clark cooper fisher hunter mason miller parker porter potter smith taylor turner walker ward wood woods hill field fields banks brooks rivers lake stone day case chase cross dean price page love hall hart hunt lane moon noble powers rice sharp singer small speed sparks swift waters wise wolf worth good best bush berry bishop church major marshall judge justice " +
    "primero segundo tercero real sanz grande chico cortes corte cuesta costa duran duro franco gil juez justo leal luna lunes martes mata mina nunez otero pardo plaza prieto quiroga redondo rico roca seco serrano silva sosa tapia trigo viera ventura vicente vivas zorro"
  ).split(" "),
);

const MIN_NAME = 3;
const MAX_GROUPS = 8;
const MIN_VALUE = 6;
/** Characters by which it is known that a word may begin a value. */
const OPENING = 4;
/** Longer values are not put together from groups. */
const LONGEST_VALUE = 40;
/** Words behind a remembered one among which the name may go on, over particles. */
const NAME_REACH = 3;

export interface DocumentMemory {
  /** Remembers a name or a value that was accepted somewhere in the document. */
  learn(category: string, value: string): void;
  /** Where remembered names and values stand in another text of it. Linear in the text. */
  find(text: string): Finding[];
}

interface Token {
  folded: string;
  start: number;
  end: number;
}

/** The first word at or behind `at`, or null. */
function nextToken(text: string, at: number): Token | null {
  let start = at;
  while (start < text.length && !isWordChar(text.charCodeAt(start))) start++;
  if (start >= text.length) return null;
  let end = start + 1;
  while (end < text.length && isWordChar(text.charCodeAt(end))) end++;
  return { folded: foldText(text.slice(start, end)), start, end };
}

function isCapitalised(text: string, start: number): boolean {
  const char = text[start]!;
  return char !== char.toLowerCase();
}

/** True when the token opens the text or a sentence, where a capital says nothing. */
function opensSentence(text: string, start: number): boolean {
  let i = start - 1;
  while (i >= 0 && /[\s"'«“(¡¿*_-]/.test(text[i]!)) i--;
  return i < 0 || /[.!?:\n]/.test(text[i]!) || text.slice(i + 1, start).includes("\n");
}

/**
 * The memory of one document. Names are remembered by their words, so that a bare surname, or a first name in another
 * case or without its accent, is found as well; identifiers by their letters and digits, whatever the separators.
 */
export function createDocumentMemory(): DocumentMemory {
  const names = new Set<string>();
  const values = new Map<string, string>();
  /** Hashes of the names, and of how the values begin: most words of a text are passed over by them. */
  const nameHashes = new Set<number>();
  const valueOpens = new Set<number>();

  const learnName = (value: string): void => {
    for (let token = nextToken(value, 0); token !== null; token = nextToken(value, token.end)) {
      const { folded } = token;
      if (folded.length < MIN_NAME || PARTICLES.has(folded) || /\d/.test(folded)) continue;
      names.add(folded);
      nameHashes.add(hashWord(folded));
    }
  };

  /** A run of remembered words and the particles between them is one name. Null when it may be no name. */
  const nameAt = (text: string, token: Token): { finding: Finding | null; end: number } => {
    let last = token;
    let before = token;
    for (let steps = 0; steps < NAME_REACH; steps++) {
      const next = nextToken(text, before.end);
      if (next === null || !/^[ \t]{1,2}$|^[-'’]$|^\.\s$/.test(text.slice(before.end, next.start))) break;
      if (names.has(next.folded)) {
        last = next;
        steps = -1;
      } else if (!PARTICLES.has(next.folded)) break;
      before = next;
    }
    const { start } = token;
    const isSafe =
      last !== token || !AMBIGUOUS.has(token.folded) || (isCapitalised(text, start) && !opensSentence(text, start));
    const finding: Finding | null = isSafe
      ? { category: "PERSON", start, end: last.end, score: 0.9, source: "recogniser", validated: false }
      : null;
    return { finding, end: last.end };
  };

  /** The word and up to seven groups behind it, joined over single separators, as a remembered value. */
  const valueAt = (text: string, token: Token): Finding | null => {
    const { start } = token;
    let joined = token.folded;
    let { end } = token;
    for (let groups = 1; ; groups++) {
      const category = joined.length >= MIN_VALUE ? values.get(joined) : undefined;
      if (category !== undefined) return { category, start, end, score: 0.95, source: "pattern", validated: true };
      if (groups === MAX_GROUPS || joined.length > LONGEST_VALUE) return null;
      const next = nextToken(text, end);
      if (next === null || !/\d/.test(joined + next.folded)) return null;
      if (!/^.$|^[.)] $|^ - $/u.test(text.slice(end, next.start))) return null;
      joined += next.folded;
      ({ end } = next);
    }
  };

  return {
    learn(category, value) {
      if (category === "PERSON") {
        learnName(value);
        return;
      }
      if (DATED.has(category)) return;
      const compact = foldText(value).replace(/[^0-9a-z]/g, "");
      const digits = compact.replace(/\D/g, "").length;
      if (
        compact.length >= MIN_VALUE &&
        (digits >= 4 || category === "USERNAME" || category === "PASSWORD") &&
        digits > 0
      ) {
        values.set(compact, category);
        for (let length = 1; length <= OPENING; length++) valueOpens.add(hashWord(compact.slice(0, length)));
      }
    },
    find(text) {
      const found: Finding[] = [];
      if (names.size === 0 && values.size === 0) return found;
      const { length } = text;
      for (let i = 0; i < length;) {
        let character = CHARACTERS[text.charCodeAt(i)]!;
        if ((character & CLASS_BITS) === 0) {
          i++;
          continue;
        }
        const start = i;
        let hash = HASH_START;
        let opening = HASH_START;
        do {
          hash = hashStep(hash, character >> FOLD_SHIFT);
          if (i - start < OPENING) opening = hash;
          if (++i >= length) break;
          character = CHARACTERS[text.charCodeAt(i)]!;
        } while ((character & CLASS_BITS) !== 0);
        const opensValue = valueOpens.has(opening);
        if (!opensValue && !nameHashes.has(hash)) continue;
        const token = { folded: foldText(text.slice(start, i)), start, end: i };
        if (names.has(token.folded)) {
          const name = nameAt(text, token);
          if (name.finding !== null) found.push(name.finding);
          i = name.end;
        } else if (opensValue) {
          const value = valueAt(text, token);
          if (value !== null) found.push(value);
          i = value?.end ?? i;
        }
      }
      return found;
    },
  };
}

/** Days and places repeat by chance: they are not remembered as values. */
const DATED = new Set([
  "DATE",
  "DATE_OF_BIRTH",
  "AGE",
  "AGE_OVER_89",
  "ADDRESS",
  "LOCATION",
  "URL",
  "ZIP",
  "CARD_EXPIRY",
  "COORDINATES",
  "ORGANIZATION",
]);
