/**
 * Patterns of which V8 makes less machine code. It compiles what follows a group of alternatives anew for each of the
 * first ten, and what follows those again, so that a list of words, something optional and a second list become half a
 * megabyte, and take thirty milliseconds to compile. A look-ahead for nothing, which is always true and takes nothing,
 * between the parts makes it compile each once.
 */

const NOTHING = "(?=)";
/** Groups of fewer alternatives than this are left as they are. */
const LEAST_ALTERNATIVES = 3;

const ESCAPE = /\\(?:[pP]\{\w+\}|u\{\w+\}|[^])/y;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/y;
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
const QUANTIFIER = /(?:[*+?]|\{\d+,?\d*\})\??/y;
const LOOK_AROUND = /^\(\?<?[=!]/;

interface Group {
  opening: string;
  inside: string;
  alternatives: number;
}

/** The same pattern for the same matches, with its larger groups set apart. */
export function setApart(pattern: RegExp): RegExp {
  const { flags, source } = pattern;
  const take = (expected: RegExp, at: number): string => {
    expected.lastIndex = at;
    return expected.exec(source)?.[0] ?? "";
  };
  const whole: Group = { opening: "", inside: "", alternatives: 1 };
  const open = [whole];
  for (let at = 0; at < source.length;) {
    const group = open.at(-1)!;
    const char = source[at]!;
    if (char === "(") {
      const opening = take(OPENING, at);
      open.push({ opening, inside: "", alternatives: 1 });
      at += opening.length;
    } else if (char === ")") {
      open.pop();
      const quantifier = take(QUANTIFIER, at + 1);
      open.at(-1)!.inside += written(group, quantifier);
      at += 1 + quantifier.length;
    } else {
      const item = char === "\\" ? take(ESCAPE, at) : char === "[" ? take(CLASS, at) : char;
      if (item === "|") group.alternatives++;
      group.inside += item;
      at += item.length;
    }
  }
  return new RegExp(whole.inside, flags);
}

/** `new RegExp` for a pattern inside a matcher, which the scanner cannot set apart. */
export function patternOf(source: string, flags: string): RegExp {
  return setApart(new RegExp(source, flags));
}

/**
 * Asks whether what `pattern` says, which ends in `$`, stands right before a place. It is read backwards from there, and
 * fails at the first character, where a search through the text before it would be begun at each of them.
 */
export function endingAt({ flags, source }: RegExp): (text: string, at: number) => boolean {
  const behind = setApart(new RegExp(`(?<=${source.slice(0, -1)})`, `${flags}y`));
  return (text, at) => {
    behind.lastIndex = at;
    return behind.test(text);
  };
}

function written({ alternatives, inside, opening }: Group, quantifier: string): string {
  const group = `${opening}${inside})`;
  if (alternatives < LEAST_ALTERNATIVES || LOOK_AROUND.test(opening)) return group + quantifier;
  const repeated = quantifier === "" || opening !== "(?:" ? group : `(?:${group}${NOTHING})`;
  return NOTHING + repeated + quantifier + NOTHING;
}
