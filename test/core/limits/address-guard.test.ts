import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isPublicAddress,
  parseAllowedHost,
  parseIpv4,
  parseIpv6,
  refuseAddress,
} from "../../../workers/core/limits/address-guard.ts";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"].map((text) => parseAllowedHost(text)!);
const refusal = (url: string, allowed = [] as typeof LOOPBACK) => refuseAddress(new URL(url), allowed);

const PRIVATE = [
  "10.0.0.1",
  "10.255.255.255",
  "192.168.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "0.0.0.0",
  "0.1.2.3",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "255.255.255.255",
  "224.0.0.1",
  "233.252.0.1",
  "239.1.2.3",
  "192.0.0.8",
  "192.0.2.1",
  "198.51.100.7",
  "203.0.113.9",
  "100.64.0.1",
  "100.127.255.255",
  "192.88.99.1",
  "198.18.0.1",
  "198.19.255.255",
  "240.0.0.1",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:7f00:1",
  "::127.0.0.1",
  "2001:db8::1",
  "2001::1",
  "2001:1ff::1",
  "3fff::1",
  "3fff:fff::1",
  "fe80::1",
  "febf::1",
  "fc00::1",
  "fd12:3456::1",
  "ff02::1",
  "2002:7f00:1::",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "5f00::1",
  "100::1",
];
const PUBLIC = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.1",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:4860:4860::8888",
  "2606:4700::1111",
  "2001:200::1",
  "2a00:1450:4007::2004",
];

describe("an address", () => {
  it.each(PRIVATE)("%s is not public", (address) => {
    expect(isPublicAddress(address)).toBe(false);
    const host = address.includes(":") ? `[${address}]` : address;
    expect(refusal(`https://${host}/v1`)).not.toBeNull();
  });

  it.each(PUBLIC)("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
    const host = address.includes(":") ? `[${address}]` : address;
    expect(refusal(`https://${host}/v1`)).toBeNull();
  });

  it("is the same in every notation that a resolver takes", () => {
    const loopback = [
      "127.1",
      "127.0.1",
      "2130706433",
      "0x7f000001",
      "0x7f.1",
      "0177.0.0.1",
      "017700000001",
      "0x7f.0.0x0.1",
    ];
    for (const text of loopback) expect([text, parseIpv4(text)]).toEqual([text, 0x7f000001]);
    for (const text of [
      "1.2.3.4.5",
      "256.1.1.1",
      "1.2.3.256",
      "08.1.1.1",
      "4294967296",
      "1..2",
      "",
      "a.b.c.d",
      "1.2.3.",
      "-1",
    ]) {
      expect([text, parseIpv4(text)]).toEqual([text, null]);
    }
  });

  it("of six bytes and more is read as its groups, and nothing else is taken for one", () => {
    expect(parseIpv6("::ffff:1.2.3.4")).toEqual([0, 0, 0, 0, 0, 0xffff, 0x0102, 0x0304]);
    expect(parseIpv6("1:2:3:4:5:6:7:8")).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(parseIpv6("2001:db8::1")).toEqual([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]);
    for (const text of [
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      ":::",
      "1::2::3",
      "fe80::1%eth0",
      "12345::",
      "::g",
      "1:2:3:4:5:6:7::8",
    ]) {
      expect([text, parseIpv6(text)]).toEqual([text, null]);
    }
  });
});

describe("a URL", () => {
  it.each([
    "https://0x7f.1/",
    "https://2130706433/",
    "https://①②⑦.⓪.⓪.①/",
    "https://127.0.0.1./",
    "https://localhost/",
    "https://localhost./",
    "https://LOCALHOST/",
    "https://api.localhost/",
    "https://printer.local/",
    "https://vault.internal/",
    "https://metadata.google.internal/computeMetadata/v1/",
    "https://metadata/",
    "https://instance-data/",
    "https://router.lan/",
    "https://nas.home.arpa/",
    "https://kubernetes/",
    "https://[::]/",
    "https://[fd00:ec2::254]/",
  ])("%s does not reach inside", (url) => {
    expect(refusal(url)).toContain("public address");
  });

  it.each([
    ["http://api.example.com/", "https"],
    ["ftp://api.example.com/", "http or https"],
    ["file:///etc/passwd", "http or https"],
    ["gopher://127.0.0.1:25/", "http or https"],
    ["https://user@api.example.com/", "user name"],
    ["https://user:pass@api.example.com/", "user name"],
    ["https://api.example.com:22/", "port"],
    ["https://api.example.com:6379/", "port"],
    [`https://api.example.com/${"a".repeat(2048)}`, "characters"],
  ])("%s is refused for its %s", (url, word) => {
    expect(refusal(url)).toContain(word);
  });

  it("of a public host is let through, with the port that a few of them use", () => {
    for (const url of [
      "https://api.openai.com/v1",
      "https://llm.acme.mx:8443/v1",
      "https://8.8.8.8/",
      "https://a.b.c.example/",
    ]) {
      expect([url, refusal(url)]).toEqual([url, null]);
    }
  });

  it("of a host that the operator allows is let through on its port alone, plain http included", () => {
    expect(refusal("http://localhost:11434/", LOOPBACK)).toBeNull();
    expect(refusal("http://127.0.0.1:9100/v1", LOOPBACK)).toBeNull();
    expect(refusal("http://[::1]:8000/", LOOPBACK)).toBeNull();
    expect(refusal("http://localhost.:11434/", LOOPBACK)).toBeNull();
    const one = [parseAllowedHost("gpu.lan:8000")!];
    expect(refusal("http://gpu.lan:8000/v1", one)).toBeNull();
    expect(refusal("http://gpu.lan:8001/v1", one)).not.toBeNull();
    expect(refusal("https://gpu.lan/v1", one)).not.toBeNull();
    expect(refusal("http://user@localhost/", LOOPBACK)).not.toBeNull();
    expect(refusal("http://evil-localhost/", LOOPBACK)).not.toBeNull();
    expect(refusal("https://localhost.evil.example/", LOOPBACK)).toBeNull();
  });

  it("never throws and never lets an address inside through, whatever its host is written like", () => {
    const part = fc.oneof(
      fc.nat({ max: 255 }).map(String),
      fc.nat({ max: 255 }).map((n) => `0x${n.toString(16)}`),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const host = ["127", ...parts].slice(0, 4).join(".");
        if (!URL.canParse(`https://${host}/`)) return;
        expect(refusal(`https://${host}/`)).not.toBeNull();
      }),
      { seed: 5, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (hostname) => {
        const parts = { protocol: "https:", username: "", password: "", hostname, port: "", href: "https://x/" };
        expect(() => refuseAddress(parts, LOOPBACK)).not.toThrow();
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe("an entry of UNCASE_ALLOWED_PRIVATE_HOSTS", () => {
  it("is a host or a host and a port", () => {
    expect(parseAllowedHost(" GPU.lan:8000 ")).toEqual({ host: "gpu.lan", port: "8000" });
    expect(parseAllowedHost("[::1]:11434")).toEqual({ host: "[::1]", port: "11434" });
    expect(parseAllowedHost("10.0.0.7")).toEqual({ host: "10.0.0.7", port: null });
    for (const text of ["http://x", "x/y", "x:", "x:99999999", "*", "", "::1", "a b"]) {
      expect([text, parseAllowedHost(text)]).toEqual([text, null]);
    }
  });
});
