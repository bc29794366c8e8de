// Which addresses the Worker may be sent to by somebody's configuration: a guard against server-side request forgery
// (OWASP API7, ASVS 1.3.6). Providers and webhooks share it.

/** A URL taken apart by the WHATWG parser, which has made one notation of every number in the host by then. */
export interface UrlParts {
  protocol: string;
  username: string;
  password: string;
  /** Lower case; IPv6 in brackets. */
  hostname: string;
  /** Empty for the scheme's own. */
  port: string;
  href: string;
}

/** A host that the operator lets through although it is not public; `port` null stands for any. */
export interface AllowedHost {
  host: string;
  port: string | null;
}

const MAX_URL_CHARS = 2048;
const PUBLIC_PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]);

/** Names that resolve inside a network only, and those of cloud metadata services. */
const PRIVATE_SUFFIXES = [
  "localhost",
  "local",
  "internal",
  "intranet",
  "lan",
  "home",
  "corp",
  "home.arpa",
  "in-addr.arpa",
  "ip6.arpa",
  "onion",
];

/** IPv4 ranges that are not public unicast (IANA special-purpose registry), as first address and prefix length. */
const IPV4_SPECIAL: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 0, 0, 8],
  [10, 0, 0, 0, 8],
  [100, 64, 0, 0, 10],
  [127, 0, 0, 0, 8],
  [169, 254, 0, 0, 16],
  [172, 16, 0, 0, 12],
  [192, 0, 0, 0, 24],
  [192, 0, 2, 0, 24],
  [192, 31, 196, 0, 24],
  [192, 52, 193, 0, 24],
  [192, 88, 99, 0, 24],
  [192, 168, 0, 0, 16],
  [192, 175, 48, 0, 24],
  [198, 18, 0, 0, 15],
  [198, 51, 100, 0, 24],
  [203, 0, 113, 0, 24],
  // Multicast and everything above it, the broadcast address included.
  [224, 0, 0, 0, 3],
];

/**
 * Inside 2000::/3, the only IPv6 space that is public at all, what is not: Teredo, benchmarking, ORCHID and the rest of
 * 2001::/23, documentation, 6to4. Mapped, NAT64, unique-local and link-local addresses lie outside it.
 */
const IPV6_SPECIAL: readonly (readonly [number, number, number])[] = [
  [0x2001, 0x0000, 23],
  [0x2001, 0x0db8, 32],
  [0x2002, 0x0000, 16],
  [0x3fff, 0x0000, 20],
];

/** One number of an IPv4 address as `inet_aton` reads it: decimal, octal with a leading 0, hexadecimal with 0x. */
function readNumber(text: string): number | null {
  if (/^0x[0-9a-f]{0,8}$/i.test(text)) return text.length === 2 ? 0 : Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]{0,11}$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

/**
 * An IPv4 address in any notation that resolvers take (one to four numbers, decimal, octal or hexadecimal), as a number
 * of 32 bits; null for anything else.
 */
export function parseIpv4(host: string): number | null {
  const parts = host.split(".");
  if (parts.length > 4) return null;
  const numbers = parts.map(readNumber);
  let value = 0;
  for (const [index, number] of numbers.entries()) {
    if (number === null) return null;
    const isLast = index === numbers.length - 1;
    const bits = isLast ? 8 * (4 - index) : 8;
    if (number >= 2 ** bits) return null;
    value = value * 2 ** bits + number;
  }
  return value;
}

/** An IPv6 address without brackets as eight groups; null for anything else. A zone (`%eth0`) is refused. */
export function parseIpv6(host: string): number[] | null {
  const halves = host.split("::");
  if (halves.length > 2 || !host.includes(":")) return null;
  const groupsOf = (text: string): number[] | null => {
    if (text === "") return [];
    const groups: number[] = [];
    const parts = text.split(":");
    for (const [index, part] of parts.entries()) {
      if (part.includes(".") && index === parts.length - 1) {
        const embedded = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(part) ? parseIpv4(part) : null;
        if (embedded === null) return null;
        groups.push(Math.floor(embedded / 65_536), embedded % 65_536);
      } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
      else return null;
    }
    return groups;
  };
  const head = groupsOf(halves[0]!);
  const tail = halves.length === 2 ? groupsOf(halves[1]!) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1) return missing === 0 ? head : null;
  return missing < 1 ? null : [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function isPublicIpv4(address: number): boolean {
  return !IPV4_SPECIAL.some(([a, b, c, d, bits]) => {
    const size = 2 ** (32 - bits);
    const first = ((a * 256 + b) * 256 + c) * 256 + d;
    return address >= first && address < first + size;
  });
}

function isPublicIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  if (first < 0x2000 || first > 0x3fff) return false;
  const start = first * 65_536 + second;
  return !IPV6_SPECIAL.some(([a, b, bits]) => {
    const low = a * 65_536 + b;
    return start >= low && start < low + 2 ** (32 - bits);
  });
}

/** Whether an address as a resolver gives it is public unicast. Anything that is no address is not. */
export function isPublicAddress(address: string): boolean {
  const groups = parseIpv6(address);
  if (groups !== null) return isPublicIpv6(groups);
  const ipv4 = parseIpv4(address);
  return ipv4 !== null && isPublicIpv4(ipv4);
}

/** `host` or `host:port`, IPv6 in brackets; null for anything else. */
export function parseAllowedHost(text: string): AllowedHost | null {
  const found = /^(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::(\d{1,5}))?$/.exec(text.trim().toLowerCase());
  return found === null ? null : { host: found[1]!, port: found[2] ?? null };
}

function withoutTrailingDot(hostname: string): string {
  return hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
}

/** The port that a URL reaches. */
function portOf({ protocol, port }: UrlParts): string {
  return port === "" ? (protocol === "https:" ? "443" : "80") : port;
}

/** Whether the operator lets this host through, whatever it resolves to. */
export function isAllowedHost(url: UrlParts, allowed: readonly AllowedHost[]): boolean {
  const host = withoutTrailingDot(url.hostname.toLowerCase());
  return allowed.some((each) => each.host === host && (each.port === null || each.port === portOf(url)));
}

/**
 * Why this URL must not be asked for, in words for its owner; null when it may. Hosts that the operator lets through
 * may be plain http, on any port they were let through for. What a public name resolves to is `isPublicAddress`'s to
 * tell.
 */
export function refuseAddress(url: UrlParts, allowed: readonly AllowedHost[]): string | null {
  if (url.href.length > MAX_URL_CHARS) return `must have at most ${MAX_URL_CHARS} characters`;
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must be an http or https URL";
  if (url.username !== "" || url.password !== "") return "must not carry a user name or a password";
  if (isAllowedHost(url, allowed)) return null;
  if (url.protocol !== "https:") return "must be an https URL";
  if (!PUBLIC_PORTS.has(url.port)) return "must use port 443 or 8443";
  const host = withoutTrailingDot(url.hostname.toLowerCase());
  const notPublic = "must be a public address; the operator can allow others in UNCASE_ALLOWED_PRIVATE_HOSTS";
  if (host.startsWith("[")) return isPublicAddress(host.slice(1, -1)) ? null : notPublic;
  const ipv4 = parseIpv4(host);
  if (ipv4 !== null) return isPublicIpv4(ipv4) ? null : notPublic;
  const isPrivateName =
    !host.includes(".") || PRIVATE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  return isPrivateName ? notPublic : null;
}
