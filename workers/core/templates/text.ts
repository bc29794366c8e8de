// The string operations of Jinja templates, with Python's idea of white space and of what can be joined to what.
import { isList, isMapping, member, printPython } from "./json.ts";
import { type Json, TemplateError, type TemplateMessage } from "./model.ts";

// str.isspace: Unicode white space plus the four information separators, without U+FEFF.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE_CHARACTER = new RegExp(`[${SPACE}]`);

/** `text.strip()`: linear time even on long runs of inner white space. */
export function strip(text: string): string {
  return stripStart(stripEnd(text));
}

/** `text.lstrip()`. */
export function stripStart(text: string): string {
  let start = 0;
  while (start < text.length && SPACE_CHARACTER.test(text.charAt(start))) start++;
  return text.slice(start);
}

/** `text.rstrip()`. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && SPACE_CHARACTER.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** `text.lstrip("\n")`. */
export function stripNewlinesStart(text: string): string {
  let start = 0;
  while (text[start] === "\n") start++;
  return text.slice(start);
}

/** `text.rstrip("\n")`. */
export function stripNewlinesEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\n") end--;
  return text.slice(0, end);
}

/** `text.strip("\n")`. */
export function stripNewlines(text: string): string {
  return stripNewlinesStart(stripNewlinesEnd(text));
}

/** What follows the last `mark`, or the whole text without one. */
export function afterLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return at < 0 ? text : text.slice(at + mark.length);
}

/** What precedes the first `mark`, or the whole text without one. */
export function beforeFirst(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}

/** A value that the template joins to a string with `+`: anything but a string raises, as in Python. */
export function joinable(value: Json | undefined, what: string): string {
  if (typeof value === "string") return value;
  throw new TemplateError(
    `${what} must be text, not ${value === null ? "null" : isList(value) ? "a list" : typeof value}`,
  );
}

/** The content of a message where the template joins it with `+`. */
export function contentText(message: TemplateMessage): string {
  return joinable(message.content, `the content of a ${message.role} message`);
}

/** What `{{ value }}` prints; null prints nothing, where Python would print the word None into training text. */
export function printed(value: Json | undefined): string {
  return value === undefined || value === null ? "" : printPython(value);
}

/** Whether Jinja takes the value as true. */
export function truthy(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false || value === "" || value === 0 || value === 0n)
    return false;
  if (isList(value)) return value.length > 0;
  if (isMapping(value)) return value instanceof Map ? value.size > 0 : Object.keys(value).length > 0;
  return !(typeof value === "object" && "value" in value && value.value === 0);
}

/** The text of content parts joined without separator; images and the like raise. */
export function partsText(content: Json | undefined, what: string): string {
  if (typeof content === "string") return content;
  if (!isList(content)) throw new TemplateError(`${what} must be text or a list of parts`);
  return content
    .map((part) => {
      if (typeof part === "string") return part;
      if (member(part, "type") !== "text") throw new TemplateError(`${what} holds a part that is not text`);
      return joinable(member(part, "text"), what);
    })
    .join("");
}

/** The number of Unicode code points, which is what Python's `length` counts. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The parts of `now` that templates print. Throws TemplateError when it is absent or no ISO date. */
export function dateOf(now: string | null): { iso: string; long: string; short: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)/.exec(now ?? "");
  const month = MONTHS[Number(match?.[2]) - 1];
  if (match === null || month === undefined)
    throw new TemplateError("this template prints the date: `now` must be an ISO 8601 date and time");
  return {
    iso: match[0].slice(0, 10),
    long: `${month} ${match[3]}, ${match[1]}`,
    short: `${match[3]} ${month.slice(0, 3)} ${match[1]}`,
  };
}

/** The reasoning and the answer of a text that carries its own think block. */
export function splitThinking(text: string): { reasoning: string; content: string } {
  if (!text.includes("</think>")) return { reasoning: "", content: text };
  const reasoning = afterLast(stripNewlinesEnd(beforeFirst(text, "</think>")), "<think>");
  return { reasoning: stripNewlinesStart(reasoning), content: stripNewlinesStart(afterLast(text, "</think>")) };
}

/** The text that a reader sees: strings and text parts, the rest left out. */
export function visibleText(content: Json | undefined): string {
  if (!isList(content)) return printed(content);
  return content
    .map((part) =>
      typeof part === "string" ? part : member(part, "type") === "text" ? printed(member(part, "text")) : "",
    )
    .join("");
}
