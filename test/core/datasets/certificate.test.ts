import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type CertificateClaims,
  certificateStatement,
  fromBase64,
  keyFingerprint,
  openCertificate,
  sealCertificate,
  toBase64,
} from "../../../workers/core/datasets/certificate.ts";

interface Signer {
  publicKey: string;
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

interface KeyPair {
  publicKey: object;
  privateKey: object;
}

/** What a test needs of Web Crypto beyond the part that core/ may use. */
const subtle = crypto.subtle as unknown as {
  generateKey(algorithm: string, extractable: boolean, usages: string[]): Promise<KeyPair>;
  exportKey(format: "raw", key: object): Promise<ArrayBuffer>;
  sign(algorithm: string, key: object, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
};

async function makeSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  return {
    publicKey: toBase64(new Uint8Array(await subtle.exportKey("raw", publicKey))),
    sign: async (bytes) => new Uint8Array(await subtle.sign("Ed25519", privateKey, bytes)),
  };
}

const claims = (publicKey: string): CertificateClaims => ({
  dataset_id: "d1",
  name: "Ventas año 1",
  issued_at: "2026-01-15T12:00:00.000Z",
  certified: true,
  counts: { exported: 3, left_out: 1, splits: { train: 3 } },
  template: "chatml",
  record: "text",
  tool_mode: "native",
  gates: [],
  public_key: publicKey,
});

let signer: Signer;
let certificate: string;

beforeAll(async () => {
  signer = await makeSigner();
  const statement = certificateStatement([{ name: "train.jsonl", sha256: "ab".repeat(32) }], claims(signer.publicKey));
  certificate = await sealCertificate(statement, "k1", signer.sign);
});

describe("openCertificate", () => {
  it("accepts what was signed, with the trusted key and without one", async () => {
    for (const key of [null, signer.publicKey]) {
      expect(await openCertificate(certificate, key)).toMatchObject({
        ok: true,
        statement: { predicate: claims(signer.publicKey), subject: [{ name: "train.jsonl" }] },
      });
    }
  });

  it("refuses a certificate that somebody else signed for themselves once a key is trusted", async () => {
    const other = await makeSigner();
    const statement = certificateStatement([], claims(other.publicKey));
    const forged = await sealCertificate(statement, "k1", other.sign);
    expect((await openCertificate(forged, null)).ok).toBe(true);
    expect(await openCertificate(forged, signer.publicKey)).toMatchObject({ ok: false, reason: /another key/ });
    // The trusted key in the statement does not help without its private half.
    const posing = await sealCertificate(certificateStatement([], claims(signer.publicKey)), "k1", other.sign);
    expect(await openCertificate(posing, null)).toMatchObject({ ok: false, reason: /changed/ });
  });

  it("refuses every single change of a byte of payload or signature", async () => {
    const envelope = JSON.parse(certificate) as { payload: string; signatures: [{ keyid: string; sig: string }] };
    const flip = (text: string, at: number) => {
      const bytes = fromBase64(text)!;
      bytes[at % bytes.length]! ^= 1 << (at % 8);
      return toBase64(bytes);
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), async (at, inPayload) => {
        const changed = inPayload
          ? { ...envelope, payload: flip(envelope.payload, at) }
          : { ...envelope, signatures: [{ keyid: "k1", sig: flip(envelope.signatures[0].sig, at) }] };
        expect((await openCertificate(JSON.stringify(changed), null)).ok).toBe(false);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("answers any text or JSON with a verdict and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect((await openCertificate(text, null)).ok).toBe(false);
        const payload = toBase64(new TextEncoder().encode(text));
        const wrapped = JSON.stringify({ ...(JSON.parse(certificate) as object), payload, signatures: [null, {}] });
        expect((await openCertificate(wrapped, null)).ok).toBe(false);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe("Base64", () => {
  it("is the platform's, both ways", () => {
    const platform = globalThis as unknown as { btoa(text: string): string };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(toBase64(bytes)).toBe(platform.btoa(String.fromCharCode(...bytes)));
        expect([...fromBase64(toBase64(bytes))!]).toEqual([...bytes]);
      }),
      { seed: 7 },
    );
    for (const text of ["a", "ab=", "a===", "á===", "====", "ab c"]) {
      if (fromBase64(text) !== null) expect(toBase64(fromBase64(text)!)).toBe(text);
    }
    expect(fromBase64("ab=")).toBeNull();
  });
});

describe("keyFingerprint", () => {
  it("is 32 hexadecimal digits of the key's SHA-256", async () => {
    expect(await keyFingerprint(new Uint8Array(0))).toBe("e3b0c44298fc1c149afbf4c8996fb924");
  });
});
