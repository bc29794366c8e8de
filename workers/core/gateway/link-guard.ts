// Keeps restored values out of links that lead where only untrusted text pointed.

/** Hosts as they are written in links, and after an `@`. */
const HOSTS = /(?:\/\/|@|\bwww\.)([^\s/?#"'<>()[\]\\,;]{1,253})/gi;
const BARE_HOSTS = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi;
/** A run without a space longer than this is taken for a link. */
const MAX_RUN = 2048;

function normalHost(host: string): string {
  return host
    .slice(host.lastIndexOf("@") + 1)
    .replace(/:\d*$/, "")
    .replace(/[.:]+$/, "")
    .toLowerCase()
    .replace(/^www\./, "");
}

/** Knows which hosts the caller's own text named. Hosts are read only when a question is asked. */
export interface LinkGuard {
  /** Takes note of a text of the request. */
  note(text: string, isTrusted: boolean): void;
  /** Takes note of texts that are read when a question is asked: `read` notes them. */
  noteLater(hasUntrusted: boolean, read: () => void): void;
  /**
   * Whether a value may stand behind `run`: what stands before it without a space. False in a link to a host that no
   * trusted text named, where untrusted text was around.
   */
  mayFollow(run: string): boolean;
  /** Whether values may be put into a call with these arguments: false when they name a host only untrusted text named. */
  mayFill(args: string): boolean;
  /** True when some host was named by untrusted text only. */
  hasForeign(): boolean;
}

export function createLinkGuard(isOn: boolean): LinkGuard {
  const trustedTexts: string[] = [];
  const untrustedTexts: string[] = [];
  let hasUntrusted = false;
  let readLater: (() => void) | null = null;
  let trusted: Set<string> | null = null;
  let foreign: Set<string> | null = null;

  const hostsOf = (texts: readonly string[], pattern: RegExp): Set<string> => {
    const hosts = new Set<string>();
    for (const text of texts) {
      for (const match of text.matchAll(pattern)) hosts.add(normalHost(match[1] ?? match[0]));
    }
    return hosts;
  };
  const readTexts = (): void => {
    readLater?.();
    readLater = null;
  };
  const trustedHosts = (): Set<string> => {
    readTexts();
    return (trusted ??= new Set([...hostsOf(trustedTexts, HOSTS), ...hostsOf(trustedTexts, BARE_HOSTS)]));
  };
  const foreignHosts = (): Set<string> => {
    readTexts();
    return (foreign ??= new Set([...hostsOf(untrustedTexts, HOSTS)].filter((host) => !trustedHosts().has(host))));
  };

  return {
    note(text, isTrusted) {
      if (!isOn) return;
      (isTrusted ? trustedTexts : untrustedTexts).push(text);
      hasUntrusted ||= !isTrusted;
    },
    noteLater(isUntrusted, read) {
      if (!isOn) return;
      hasUntrusted ||= isUntrusted;
      readLater = read;
    },
    mayFollow(run) {
      if (!isOn || !hasUntrusted) return true;
      if (run.length > MAX_RUN) return false;
      const slashes = run.lastIndexOf("//");
      const link = slashes >= 0 ? slashes + 2 : run.lastIndexOf("www.");
      if (link < 0) return true;
      const host = /^[^/?#]*(?=[/?#])/.exec(run.slice(link));
      // Without an end the value itself would be part of the host.
      return host !== null && trustedHosts().has(normalHost(host[0]));
    },
    mayFill(args) {
      if (!isOn || !hasUntrusted) return true;
      const hosts = foreignHosts();
      if (hosts.size === 0) return true;
      for (const match of args.matchAll(BARE_HOSTS)) if (hosts.has(normalHost(match[0]))) return false;
      return true;
    },
    hasForeign: () => isOn && hasUntrusted && foreignHosts().size > 0,
  };
}
