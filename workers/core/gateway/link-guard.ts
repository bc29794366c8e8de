// Keeps restored values out of links that lead where only untrusted text pointed.
import { authoritiesIn, bareHostsIn, bareLinksIn, createHostSet, hostsIn, readingsOf } from "./link-hosts.ts";
import type { HostSet } from "./link-hosts.ts";

/** Knows which hosts the caller's own text named. Hosts are read only when a question is asked. */
export interface LinkGuard {
  /** Takes note of a text of the request. */
  note(text: string, isTrusted: boolean): void;
  /** Takes note of texts that are read when a question is asked: `read` notes them. */
  noteLater(hasUntrusted: boolean, read: () => void): void;
  /**
   * Whether a value may stand behind `link`: the link, tag or form that is open before it. False where a link in it
   * leads to a host that no trusted text named, where untrusted text was around; also where the host has no end yet,
   * as the value itself would be part of it.
   */
  mayFollow(link: string): boolean;
  /** Whether a part of such a text leads to a host that no trusted text named. */
  isForeign(part: string): boolean;
  /**
   * Whether values may be put into a call with these arguments: false when they name a host, or a part of one, that
   * only untrusted text named. It is named where either of both writes it as a link.
   */
  mayFill(args: string): boolean;
  /** Whether a text that was noted holds this one. */
  hasNoted(text: string): boolean;
  /** True when something that may be a host was named by untrusted text only. */
  hasForeign(): boolean;
}

export function createLinkGuard(isOn: boolean): LinkGuard {
  const trustedTexts: string[] = [];
  const untrustedTexts: string[] = [];
  let hasUntrusted = false;
  let readLater: (() => void) | null = null;
  let trusted: Set<string> | null = null;
  let foreign: HostSet | null = null;
  let mentioned: HostSet | null = null;

  const readTexts = (): void => {
    readLater?.();
    readLater = null;
  };
  const trustedHosts = (): Set<string> => {
    readTexts();
    return (trusted ??= hostsIn(trustedTexts, true));
  };
  /** Hosts in links of untrusted text. */
  const foreignHosts = (): HostSet => {
    const known = trustedHosts();
    return (foreign ??= createHostSet(hostsIn(untrustedTexts, false), known));
  };
  /** Whatever in untrusted text may be a host. */
  const mentionedHosts = (): HostSet => {
    const known = trustedHosts();
    return (mentioned ??= createHostSet(
      [...hostsIn(untrustedTexts, false), ...untrustedTexts.flatMap(bareHostsIn)],
      known,
    ));
  };
  const leadsAway = (text: string, isEnd: boolean): boolean =>
    // What every link has in one reading or another.
    /[:/\\.&%]/.test(text) &&
    readingsOf(text).some(
      (reading) =>
        authoritiesIn(reading).some(({ host, isOpen }) =>
          isOpen ? isEnd : host !== "" && !trustedHosts().has(host),
        ) || bareLinksIn(reading).some((host) => foreignHosts().has(host)),
    );

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
    mayFollow: (link) => !isOn || !hasUntrusted || link === "" || !leadsAway(link, true),
    isForeign: (part) => isOn && hasUntrusted && leadsAway(part, false),
    mayFill(args) {
      if (!isOn || !hasUntrusted || mentionedHosts().size === 0) return true;
      return !readingsOf(args).some(
        (reading) =>
          authoritiesIn(reading).some(({ host }) => mentionedHosts().has(host)) ||
          bareHostsIn(reading).some((host) => foreignHosts().has(host)),
      );
    },
    hasNoted(text) {
      readTexts();
      return trustedTexts.some((own) => own.includes(text)) || untrustedTexts.some((own) => own.includes(text));
    },
    hasForeign: () => isOn && hasUntrusted && mentionedHosts().size > 0,
  };
}
