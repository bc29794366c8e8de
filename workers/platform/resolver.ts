// DNS over HTTPS (RFC 8484, JSON form): Workers have no resolver of their own to ask.
import { z } from "zod";
import type { Resolver } from "../services/ports/models.ts";

const ENDPOINT = "https://cloudflare-dns.com/dns-query";
const TIMEOUT_MS = 3000;
/** Types of records that hold addresses: A and AAAA. */
const ADDRESS_TYPES = new Set([1, 28]);

const Answer = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).optional(),
});

export function makeResolver(send: typeof fetch = (input, init) => fetch(input, init)): Resolver {
  const ask = async (host: string, type: "A" | "AAAA"): Promise<string[] | null> => {
    try {
      const response = await send(`${ENDPOINT}?name=${encodeURIComponent(host)}&type=${type}`, {
        headers: { accept: "application/dns-json" },
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = Answer.safeParse(await response.json());
      if (!response.ok || !answer.success) return null;
      return (answer.data.Answer ?? []).filter((each) => ADDRESS_TYPES.has(each.type)).map((each) => each.data);
    } catch {
      return null;
    }
  };
  return {
    async addresses(host) {
      const [ipv4, ipv6] = await Promise.all([ask(host, "A"), ask(host, "AAAA")]);
      return ipv4 === null || ipv6 === null ? null : [...ipv4, ...ipv6];
    },
  };
}
