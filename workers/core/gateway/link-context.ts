// What the end of a text stands in: a link, a tag, a form. Watched while the text comes in pieces.

/** Longer stretches are judged by their last part, and by what was found in the rest of them. */
const MAX_TEXT = 2048;
/** As much is kept of a stretch that is too long: more than a host takes. */
const KEPT_TEXT = 600;
/** Elements that send what stands between their tags, or change where it leads; `base` has no end. */
const ELEMENTS = new Set(["form", "script", "style", "base"]);
const MAX_NAME = 8;

/** The link, tag or form that a text ends in. */
export interface LinkContext {
  follow(text: string): void;
  /** Its text from the beginning on, or the last part of it. */
  readonly text: string;
  /** Whether `isBad` held for a part that is no longer in `text`. */
  readonly isBad: boolean;
}

/** What a tag or a destination in brackets may begin with. */
const AFTER_BRACKET = /[a-z/!?\\&]/i;

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function lastSpace(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !isSpace(text.charCodeAt(at))) at--;
  return at;
}

/**
 * Follows a text. A stretch begins behind white space and ends at the next, unless a destination in markdown (`](`),
 * a tag or an element that sends its content is open: these reach to their own ends, over space and quotes, as far as
 * the most lenient reader takes them. `isBad` judges what is too long to be kept. Linear in the text.
 */
export function createLinkContext(isBad: (text: string) => boolean): LinkContext {
  let kept = "";
  let bad = false;
  /** Open brackets of a markdown destination. */
  let depth = 0;
  let isTag = false;
  /** The name of the open tag as far as it was read; null behind it. */
  let name: string | null = null;
  let tagName = "";
  /** Inside of a tag: the quote that an attribute's value began with, and whether one may begin. */
  let quote = "";
  let afterEquals = false;
  let element: string | null = null;
  /** The last characters within an element, in which its end is sought. */
  let recent = "";
  let before = "";
  let isBlankLine = false;

  const closeTag = (): void => {
    isTag = false;
    if (ELEMENTS.has(tagName)) element = tagName;
    recent = "";
  };

  const readTag = (char: string): void => {
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === ">") {
      if (name !== null) tagName = name;
      closeTag();
    } else if (afterEquals && (char === '"' || char === "'")) {
      quote = char;
      afterEquals = false;
    } else if (char === "=") afterEquals = true;
    else if (!isSpace(char.charCodeAt(0))) afterEquals = false;
    if (!isTag || name === null) return;
    if (/[a-z]/i.test(char) && name.length < MAX_NAME) name += char.toLowerCase();
    else {
      tagName = name;
      name = null;
    }
  };

  const openTag = (): void => {
    isTag = true;
    name = "";
    tagName = "";
    quote = "";
    afterEquals = false;
  };

  /** Takes one character, with which a stretch begins, ends or goes on. */
  const take = (char: string): "begins" | "ends" | "goes on" => {
    const space = isSpace(char.charCodeAt(0));
    if (element !== null) {
      recent = (recent + char.toLowerCase()).slice(-MAX_NAME - 2);
      if (recent.endsWith(`</${element}`)) {
        element = null;
        openTag();
        name = null;
      }
      return "goes on";
    }
    if (isTag) {
      // `a < b` opens nothing, `](< x` does.
      if (before === "<" && name === "" && depth === 0 && !AFTER_BRACKET.test(char)) {
        isTag = false;
        return space ? "ends" : "goes on";
      }
      readTag(char);
      return isTag || depth > 0 || element !== null ? "goes on" : "ends";
    }
    if (char === "<") {
      openTag();
      return depth > 0 ? "goes on" : "begins";
    }
    if (depth > 0) {
      if (char === "\n" && isBlankLine) {
        // A paragraph's end is the end of all that was opened in it.
        depth = 0;
        return "ends";
      }
      if (char === "(" && before !== "\\") depth++;
      else if (char === ")" && before !== "\\") depth--;
      return "goes on";
    }
    if (char === "(" && before === "]") depth = 1;
    return space ? "ends" : "goes on";
  };

  const isPlain = (text: string): boolean =>
    depth === 0 &&
    !isTag &&
    element === null &&
    !text.includes("<") &&
    !text.includes("](") &&
    !(before === "]" && text.startsWith("("));

  return {
    follow(text) {
      if (text === "") return;
      if (isPlain(text)) {
        const space = lastSpace(text);
        if (space >= 0) bad = false;
        kept = space < 0 ? kept + text : text.slice(space + 1);
        before = text.at(-1)!;
        isBlankLine = before === "\n";
      } else {
        let from = 0;
        for (let at = 0; at < text.length; at++) {
          const char = text[at]!;
          const step = take(char);
          if (step !== "goes on") {
            kept = "";
            bad = false;
            from = step === "begins" ? at : at + 1;
          }
          before = before === "\\" && char === "\\" ? "" : char;
          isBlankLine = char === "\n" || (isBlankLine && isSpace(char.charCodeAt(0)));
        }
        kept += text.slice(from);
      }
      if (kept.length > MAX_TEXT) {
        bad ||= isBad(kept);
        kept = kept.slice(-KEPT_TEXT);
      }
    },
    get text() {
      return kept;
    },
    get isBad() {
      return bad;
    },
  };
}
