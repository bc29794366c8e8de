// A dataset's certificate: an in-toto statement (v1) in a DSSE envelope, so that tools which are not ours read it too.
import type { DatasetGate } from "./manifest.ts";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPE = "urn:uncase:dataset-certificate:1";

export interface CertifiedFile {
  name: string;
  sha256: string;
}

/** What is certified of a dataset besides the hashes of its files. */
export interface CertificateClaims {
  dataset_id: string;
  name: string;
  issued_at: string;
  /** Every conversation passed the gates. */
  certified: boolean;
  counts: { exported: number; left_out: number; splits: Record<string, number> };
  template: string | null;
  record: string;
  tool_mode: string;
  gates: DatasetGate[];
  /** Base64 of the 32 bytes of the Ed25519 key. Whoever verifies compares it with the installation's. */
  public_key: string;
}

export interface CertificateStatement {
  _type: typeof STATEMENT_TYPE;
  subject: { name: string; digest: { sha256: string } }[];
  predicateType: typeof PREDICATE_TYPE;
  predicate: CertificateClaims;
}

/** The envelope as it is stored. */
export interface CertificateEnvelope {
  payloadType: typeof PAYLOAD_TYPE;
  /** Base64 of the statement's JSON: the signed bytes themselves, so that nobody has to rebuild them. */
  payload: string;
  signatures: { keyid: string; sig: string }[];
}

export function certificateStatement(files: readonly CertifiedFile[], claims: CertificateClaims): string {
  const statement: CertificateStatement = {
    _type: STATEMENT_TYPE,
    subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: PREDICATE_TYPE,
    predicate: claims,
  };
  return JSON.stringify(statement);
}

/** DSSE's pre-authentication encoding, the bytes under the signature: `DSSEv1 <length> <type> <length> <payload>`. */
function signedBytes(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** Signs a statement. `sign` is Ed25519 over its argument. */
export async function sealCertificate(
  statement: string,
  keyId: string,
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<string> {
  const payload = new TextEncoder().encode(statement);
  const signature = await sign(signedBytes(payload));
  const envelope: CertificateEnvelope = {
    payloadType: PAYLOAD_TYPE,
    payload: toBase64(payload),
    signatures: [{ keyid: keyId, sig: toBase64(signature) }],
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

export type CertificateVerdict = { ok: true; statement: CertificateStatement } | { ok: false; reason: string };

/**
 * Checks an envelope offline. `trustedKey` (base64) must be the signer's when it is given; without it the certificate's
 * own key is used, which proves that nothing was changed since it was signed, not who signed it.
 * Never throws on malformed text.
 */
export async function openCertificate(text: string, trustedKey: string | null): Promise<CertificateVerdict> {
  const envelope = parseObject(text) as Partial<CertificateEnvelope> | null;
  if (envelope === null || envelope.payloadType !== PAYLOAD_TYPE || typeof envelope.payload !== "string")
    return { ok: false, reason: "this is no certificate of a dataset" };
  const payload = fromBase64(envelope.payload);
  const statement =
    payload === null ? null : (parseObject(new TextDecoder().decode(payload)) as CertificateStatement | null);
  const claimedKey: unknown = (statement?.predicate as Partial<CertificateClaims> | undefined)?.public_key;
  if (
    payload === null ||
    statement === null ||
    statement._type !== STATEMENT_TYPE ||
    statement.predicateType !== PREDICATE_TYPE ||
    typeof claimedKey !== "string" ||
    !isSubjects(statement.subject)
  )
    return { ok: false, reason: "the certificate's statement is malformed" };
  const key = trustedKey ?? claimedKey;
  if (key !== claimedKey) return { ok: false, reason: "it was signed with another key than the trusted one" };
  const signatures: readonly unknown[] = Array.isArray(envelope.signatures) ? envelope.signatures : [];
  const bytes = signedBytes(payload);
  for (const each of signatures) {
    const text: unknown = (each as { sig?: unknown } | null)?.sig;
    const signature = typeof text === "string" ? fromBase64(text) : null;
    if (signature !== null && (await verifies(key, signature, bytes))) return { ok: true, statement };
  }
  return { ok: false, reason: "the signature does not fit: the certificate was changed" };
}

async function verifies(
  key: string,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const raw = fromBase64(key);
  if (raw === null || raw.length !== 32) return false;
  try {
    const imported = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, signature, bytes);
  } catch {
    return false;
  }
}

/** The first 16 bytes of the SHA-256 of a public key, hexadecimal: short enough to compare by eye. */
export async function keyFingerprint(publicKey: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", publicKey.slice()));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isSubjects(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (each: { name?: unknown; digest?: { sha256?: unknown } } | null) =>
        typeof each?.name === "string" && typeof each.digest?.sha256 === "string",
    )
  );
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 (RFC 4648, padded) of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    text += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text += b === undefined ? "=" : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    text += c === undefined ? "=" : ALPHABET[c & 63]!;
  }
  return text;
}

/** The bytes of padded Base64; null when the text is not that. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const body = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let width = 0;
  let length = 0;
  for (const character of body) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes[length++] = (bits >> width) & 0xff;
  }
  return bytes;
}
