import { foldText, isWordChar } from "./characters.ts";
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

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length;) {
    if (!isWordChar(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && isWordChar(text.charCodeAt(i))) i++;
    tokens.push({ folded: foldText(text.slice(start, i)), start, end: i });
  }
  return tokens;
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

  return {
    learn(category, value) {
      if (category === "PERSON") {
        for (const token of tokensOf(value)) {
          if (token.folded.length >= MIN_NAME && !PARTICLES.has(token.folded) && !/\d/.test(token.folded))
            names.add(token.folded);
        }
        return;
      }
      const compact = foldText(value).replace(/[^0-9a-z]/g, "");
      const digits = compact.replace(/\D/g, "").length;
      if (
        compact.length >= MIN_VALUE &&
        (digits >= 4 || category === "USERNAME" || category === "PASSWORD") &&
        digits > 0 &&
        !DATED.has(category)
      )
        values.set(compact, category);
    },
    find(text) {
      const found: Finding[] = [];
      if (names.size === 0 && values.size === 0) return found;
      const tokens = tokensOf(text);
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i]!;
        if (names.has(token.folded)) {
          // A run of remembered words and the particles between them is one name.
          let last = i;
          for (let next = i + 1; next < tokens.length && next - last <= 3; next++) {
            const gap = text.slice(tokens[next - 1]!.end, tokens[next]!.start);
            if (!/^[ \t]{1,2}$|^[-'’]$|^\.\s$/.test(gap)) break;
            if (names.has(tokens[next]!.folded)) last = next;
            else if (!PARTICLES.has(tokens[next]!.folded)) break;
          }
          const isSafe =
            last > i ||
            !AMBIGUOUS.has(token.folded) ||
            (isCapitalised(text, token.start) && !opensSentence(text, token.start));
          if (isSafe)
            found.push({
              category: "PERSON",
              start: token.start,
              end: tokens[last]!.end,
              score: 0.9,
              source: "recogniser",
              validated: false,
            });
          i = last;
          continue;
        }
        if (values.size === 0) continue;
        // The token and up to seven groups behind it, joined over single separators.
        let joined = token.folded;
        for (let next = i; ;) {
          const category = joined.length >= MIN_VALUE ? values.get(joined) : undefined;
          if (category !== undefined) {
            found.push({
              category,
              start: token.start,
              end: tokens[next]!.end,
              score: 0.95,
              source: "pattern",
              validated: true,
            });
            i = next;
            break;
          }
          next++;
          if (
            next >= tokens.length ||
            next - i >= MAX_GROUPS ||
            joined.length > 40 ||
            !/\d/.test(joined + tokens[next]!.folded)
          )
            break;
          if (!/^.$|^[.)] $|^ - $/u.test(text.slice(tokens[next - 1]!.end, tokens[next]!.start))) break;
          joined += tokens[next]!.folded;
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
