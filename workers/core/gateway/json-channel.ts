import { KEY_SHAPE } from "./positions.ts";
import { createProseChannel } from "./prose-channel.ts";
import type { Channel, ChannelOptions } from "./prose-channel.ts";
import { wordsOfKey } from "./segment-scan.ts";

const MAX_DEPTH = 200;
/** A longer key, number or word is read as a value, or as no JSON at all. */
const MAX_KEY = 256;
const MAX_NUMBER = 64;
const MIN_DIGITS = 7;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const LITERALS = ["true", "false", "null"];

function escapeText(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * JSON text that comes in pieces: structure passes at once, every value is scanned as a text of its own, keys that are
 * identifiers pass, other keys are scanned, and so are numbers behind a key and long ones. What turns out to be no JSON is scanned as prose from
 * there on. Constant memory.
 */
export function createJsonChannel(options: ChannelOptions): Channel {
  /** Open containers: true for objects. */
  const stack: boolean[] = [];
  let expectsKey = false;
  let key = "";
  let state: "outside" | "string" | "key" | "number" | "word" | "prose" = "outside";
  /** Raw text of what is being read and is not decided: a key, number, word or escape. */
  let pending = "";
  let escape = "";
  let leaf: Channel | null = null;
  let prose: Channel | null = null;
  /** Brackets and space before the first value: until one comes, this may be prose that begins with a bracket. */
  let opening = "";
  let isOpening = true;

  const cueOf = (): string => (key === "" ? "" : `${wordsOfKey(key)}: `);

  const toProse = (text: string): string => {
    state = "prose";
    prose = createProseChannel(options);
    return prose.push(opening + text);
  };

  /** Gives out structure, or keeps it while it may be prose. */
  const structure = (text: string): string => {
    if (!isOpening) return text;
    opening += text;
    if (opening.length < MAX_KEY) return "";
    return settle();
  };

  /** It is JSON: what was kept may go. */
  const settle = (): string => {
    const out = opening;
    opening = "";
    isOpening = false;
    return out;
  };

  /** A number, scanned with the key that names it; written as a string when it must not be shown. */
  const closeNumber = (): string => {
    const raw = pending;
    const before = settle();
    pending = "";
    state = "outside";
    const digits = /\d+/.exec(raw)?.[0].length ?? 0;
    if (key === "" && digits < MIN_DIGITS) return before + raw;
    const channel = createProseChannel(options, cueOf());
    const out = channel.push(raw) + channel.end();
    return before + (out === raw ? raw : JSON.stringify(out));
  };

  const closeKey = (): string => {
    const raw = pending;
    pending = "";
    state = "outside";
    expectsKey = false;
    if (KEY_SHAPE.test(raw)) {
      key = raw;
      return `"${raw}"`;
    }
    key = "";
    let text: string;
    try {
      text = JSON.parse(`"${raw}"`) as string;
    } catch {
      text = raw;
    }
    const channel = createProseChannel(options);
    return `"${escapeText(channel.push(text) + channel.end())}"`;
  };

  /** Takes a run of plain characters, or one escape, of a value. */
  const intoLeaf = (text: string): string => escapeText(leaf!.push(text));

  const readEscape = (char: string): string => {
    escape += char;
    if (escape.length === 2 && char !== "u") {
      const plain = Object.hasOwn(ESCAPES, char) ? ESCAPES[char]! : escape;
      escape = "";
      return intoLeaf(plain);
    }
    if (escape.length < 6) return "";
    const code = /^\\u[0-9a-fA-F]{4}$/.test(escape) ? String.fromCharCode(parseInt(escape.slice(2), 16)) : escape;
    escape = "";
    return intoLeaf(code);
  };

  const openString = (): string => {
    const before = settle();
    if (expectsKey) {
      state = "key";
      pending = "";
      return before;
    }
    state = "string";
    leaf = createProseChannel(options, cueOf());
    return `${before}"`;
  };

  /** One character outside of strings; null when JSON ends here. */
  const readOutside = (char: string): string | null => {
    if (char === '"') return openString();
    if (char === "{" || char === "[") {
      if (stack.length >= MAX_DEPTH) return null;
      stack.push(char === "{");
      expectsKey = char === "{";
      if (char === "{") key = "";
      return structure(char);
    }
    if (char === "}" || char === "]") {
      if (stack.pop() !== (char === "}")) return null;
      expectsKey = false;
      return structure(char);
    }
    if (char === ",") {
      expectsKey = stack.at(-1) === true;
      return structure(char);
    }
    if (char === ":" || char === " " || char === "\n" || char === "\r" || char === "\t") return structure(char);
    if (char === "-" || (char >= "0" && char <= "9")) {
      state = "number";
      pending = char;
      return "";
    }
    if (char === "t" || char === "f" || char === "n") {
      state = "word";
      pending = char;
      return "";
    }
    return null;
  };

  const push = (text: string): string => {
    if (state === "prose") return prose!.push(text);
    let out = "";
    for (let at = 0; at < text.length;) {
      const char = text[at]!;
      if (state === "string") {
        if (escape !== "" || char === "\\") {
          if (escape === "") escape = "\\";
          else out += readEscape(char);
          at++;
        } else if (char === '"') {
          out += `${escapeText(leaf!.end())}"`;
          leaf = null;
          state = "outside";
          at++;
        } else {
          let end = at;
          while (end < text.length && text[end] !== '"' && text[end] !== "\\") end++;
          out += intoLeaf(text.slice(at, end));
          at = end;
        }
      } else if (state === "key") {
        at++;
        if (char === '"' && escape === "") out += closeKey();
        else {
          pending += char;
          escape = char === "\\" && escape === "" ? char : "";
          if (pending.length > MAX_KEY) {
            // No key is that long: it is read like a value.
            state = "string";
            expectsKey = false;
            leaf = createProseChannel(options);
            const start = pending;
            pending = "";
            escape = "";
            out += `"${push(start)}`;
          }
        }
      } else if (state === "number") {
        if (/[0-9+\-.eE]/.test(char) && pending.length < MAX_NUMBER) {
          pending += char;
          at++;
        } else if (/[\s,\]}]/.test(char)) out += closeNumber();
        else return out + toProse(pending + text.slice(at));
      } else if (state === "word") {
        const longer = pending + char;
        if (LITERALS.some((literal) => literal.startsWith(longer))) {
          pending = longer;
          at++;
        } else if (LITERALS.includes(pending) && /[\s,\]}]/.test(char)) {
          out += settle() + pending;
          pending = "";
          state = "outside";
        } else return out + toProse(pending + text.slice(at));
      } else {
        // At the top only a container is read as JSON: "555..." may be the beginning of a sentence.
        if (stack.length === 0 && char !== "{" && char !== "[" && !/[ \n\r\t]/.test(char))
          return out + toProse(text.slice(at));
        const written = readOutside(char);
        if (written === null) return out + toProse(text.slice(at));
        out += written;
        at++;
      }
    }
    return out;
  };

  return {
    push,
    end() {
      if (prose !== null) return prose.end();
      // An escape that was cut off stands for nothing.
      if (state === "string") return escapeText(leaf!.end());
      if (state === "number") return closeNumber();
      const channel = createProseChannel(options);
      const quote = state === "key" ? '"' : "";
      const rest = opening + pending;
      return rest === "" ? quote : quote + channel.push(rest) + channel.end();
    },
    get held() {
      return (prose ?? leaf)?.held ?? opening.length + pending.length + escape.length;
    },
  };
}
