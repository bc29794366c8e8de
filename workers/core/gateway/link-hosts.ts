// The hosts that a text names, in every way in which somebody may read it.

/** Hosts as they are written in links, and after an `@`. */
const HOSTS = /(?:[\\/]{2}|@|\bwww\.)([^\s/?#"'<>()[\]\\,;]{1,253})/gi;
const BARE_HOSTS = /(?<![a-z0-9-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi;
/** Longer than any host: what is cut off there is none. */
const MAX_HOST = 300;
/** The last label of a host is a word: `evil.example`, and neither `3.14` nor a version. */
const ENDS_IN_WORD = /\.(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
/** Where a link names its host: browsers need no slash behind the schemes they know. */
const AUTHORITIES = /(?:\b(?:https?|wss?|ftp):\/*|\/\/+|\bwww\.)([^/?#\s]*)/gi;
/** What may close the text around a link that ends with its host. */
const CLOSING = /["'`>)\]},.;:]+$/;
const ENTITIES = /&(?:#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?|([a-z]{2,8});)/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["bsol", "\\"],
  ["colon", ":"],
  ["commat", "@"],
  ["dash", "-"],
  ["hyphen", "-"],
  ["newline", "\n"],
  ["num", "#"],
  ["percnt", "%"],
  ["period", "."],
  ["quest", "?"],
  ["shy", ""],
  ["sol", "/"],
  ["tab", "\t"],
]);
/** Browsers pass over these inside of a link. */
const IGNORED = /[\t\n\r\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;

function normalHost(host: string): string {
  return host
    .slice(0, MAX_HOST)
    .normalize("NFKC")
    .replace(/:\d*$/, "")
    .replace(/[.:]+$/, "")
    .toLowerCase()
    .replace(/^www\./, "");
}

function ofCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** One step on the way from what is written to what is meant, in the order in which readers take them. */
const STEPS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => ofCode(parseInt(hex, 16))),
  (text) =>
    text.replace(ENTITIES, (all, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return ofCode(parseInt(hex, 16));
      if (decimal !== undefined) return ofCode(parseInt(decimal, 10));
      return NAMED.get(name!.toLowerCase()) ?? all;
    }),
  (text) => text.replace(/%([0-7][0-9a-f])/gi, (_all, hex: string) => ofCode(parseInt(hex, 16))),
];

/** Backslashes as browsers take them: slashes, of which two name a host where a link begins. */
function slashed(text: string): string {
  return text.replace(/[\\/]+/g, (run, at: number) => {
    if (!run.includes("\\")) return run;
    const isFirst = at === 0 || /[\s"'`=(<>]/.test(text[at - 1]!);
    return run.length > 1 && (isFirst || run.replaceAll("\\", "").length > 1) ? "//" : "/";
  });
}

/** Backslashes as markdown takes them: before punctuation they are not there. */
function unescaped(text: string): string {
  return slashed(text.replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

/** A text as its readers may take it: as it is, with its escapes decoded, with its backslashes as slashes or left out. */
export function readingsOf(text: string): string[] {
  const readings = new Set<string>();
  let reading = text.replace(IGNORED, "");
  for (const step of [(same: string) => same, ...STEPS]) {
    reading = step(reading).replace(IGNORED, "");
    if (!reading.includes("\\")) readings.add(reading);
    else for (const read of [slashed, unescaped]) readings.add(read(reading));
  }
  return [...readings];
}

/** Hosts that the links of a text name, and those behind an `@`; with `bare`, also what merely looks like a host. */
export function hostsIn(texts: readonly string[], bare: boolean): Set<string> {
  const hosts = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(HOSTS)) hosts.add(normalHost(match[1]!.slice(match[1]!.lastIndexOf("@") + 1)));
    if (bare) for (const [host] of text.matchAll(BARE_HOSTS)) hosts.add(normalHost(host));
  }
  return hosts;
}

/** Words with dots that may be hosts, wherever they stand. */
export function bareHostsIn(text: string): string[] {
  return [...text.matchAll(BARE_HOSTS)].map(([host]) => normalHost(host)).filter((host) => ENDS_IN_WORD.test(host));
}

/** Those that a path, a query or a port stands behind: many readers make links of them. */
export function bareLinksIn(text: string): string[] {
  return [...text.matchAll(BARE_HOSTS)]
    .filter((match) => /[/?#:]/.test(text.charAt(match.index + match[0].length)) && text[match.index - 1] !== "@")
    .map(([host]) => normalHost(host));
}

/**
 * Where links name their hosts, whole with what stands before an `@`. `isOpen`: the text ends before the host does,
 * unless that is too long for one.
 */
export function authoritiesIn(text: string): { host: string; isOpen: boolean }[] {
  return [...text.matchAll(AUTHORITIES)].map((match) => ({
    host: normalHost(match[1]!.slice(0, MAX_HOST).replace(CLOSING, "")),
    isOpen: match.index + match[0].length === text.length && match[1]!.length < MAX_HOST,
  }));
}

/** Hosts with all that is part of them, and what they are part of themselves. */
export interface HostSet {
  has(host: string): boolean;
  readonly size: number;
}

/** `a.b.example`, `b.example`, but no single word. */
function domainsOf(host: string): string[] {
  const domains: string[] = [];
  for (let domain = host; domain.includes("."); domain = domain.slice(domain.indexOf(".") + 1)) domains.push(domain);
  return domains;
}

/** A set of hosts without those that are `trusted`. */
export function createHostSet(hosts: Iterable<string>, trusted: ReadonlySet<string>): HostSet {
  const own = new Set([...hosts].filter((host) => !trusted.has(host)));
  const above = new Set([...own].flatMap(domainsOf));
  return {
    has: (host) =>
      !trusted.has(host) && (own.has(host) || above.has(host) || domainsOf(host).some((domain) => own.has(domain))),
    size: own.size,
  };
}
