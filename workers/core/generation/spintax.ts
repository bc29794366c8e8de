import type { Random } from "./random.ts";

/**
 * Phrase templates: `[a|b|c]` is one alternative at random (nested as one likes, an empty one allowed) and
 * `{slot}` or `{slot|filter}` a value. Anything else stands for itself.
 */
type Node =
  | { kind: "text"; text: string }
  | { kind: "slot"; name: string; filter: string | null }
  | { kind: "choice"; options: Node[][] };

/** Text of a slot, or null when the conversation has none: the template cannot be used then. */
export type Lookup = (name: string, filter: string | null) => string | null;

const cache = new Map<string, Node[]>();
const CACHE_MAX = 20_000;

/** Parses a template once; unbalanced brackets are taken as text up to the end. */
export function parseTemplate(template: string): Node[] {
  const known = cache.get(template);
  if (known) return known;
  const tokens = template.match(/\{[^{}]*\}|[[\]|]|[^[\]|{}]+|[{}]/g) ?? [];
  let at = 0;
  const sequence = (inside: boolean): Node[] => {
    const nodes: Node[] = [];
    while (at < tokens.length) {
      const token = tokens[at]!;
      if (inside && (token === "|" || token === "]")) break;
      at++;
      if (token === "[") {
        const options = [sequence(true)];
        while (tokens[at] === "|") {
          at++;
          options.push(sequence(true));
        }
        at++;
        nodes.push({ kind: "choice", options });
      } else if (token.length > 2 && token.startsWith("{")) {
        const [name, filter] = token.slice(1, -1).split("|");
        nodes.push({ kind: "slot", name: name!, filter: filter ?? null });
      } else {
        nodes.push({ kind: "text", text: token });
      }
    }
    return nodes;
  };
  const parsed = sequence(false);
  if (cache.size < CACHE_MAX) cache.set(template, parsed);
  return parsed;
}

/** A random expansion of the template, or null when a slot that it needs has no value. */
export function expand(template: string, random: Random, lookup: Lookup): string | null {
  const render = (nodes: readonly Node[]): string | null => {
    let text = "";
    for (const node of nodes) {
      if (node.kind === "text") {
        text += node.text;
        continue;
      }
      const piece = node.kind === "slot" ? lookup(node.name, node.filter) : choose(node.options);
      if (piece === null) return null;
      text += piece;
    }
    return text;
  };
  const choose = (options: readonly Node[][]): string | null => {
    for (const option of random.shuffle(options)) {
      const text = render(option);
      if (text !== null) return text;
    }
    return null;
  };
  const text = render(parseTemplate(template));
  return text === null ? null : tidy(text);
}

/** Single spaces, none before a stop or comma, a capital where a sentence starts. */
export function tidy(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      .replace(/ ([,.;:?!])/g, "$1")
      .replace(/,\s*([.?!])/g, "$1")
      .replace(/([^.])\.\.(?!\.)/g, "$1.")
      // Spanish contractions that slots cause ("de" + "el Hilux").
      .replace(
        /(?<!\p{L})([Dd]e|[Aa]) el (?=\p{L})/gu,
        (_all, word: string) => `${word.toLowerCase() === "a" ? word : word.slice(0, 1) + "e"}l `,
      )
      .trim()
      .replace(
        /(^|[.?!] )([¿¡"«]?)(\p{Ll})/gu,
        (_all, before: string, mark: string, letter: string) => `${before}${mark}${letter.toUpperCase()}`,
      )
  );
}
