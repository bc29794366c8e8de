// The encryption of Presidio's `encrypt` and `decrypt`: AES in CBC mode with PKCS #7 padding, a drawn initialisation
// vector in front, all in base64url. It hides a value and does not prove who wrote it.
const IV_BYTES = 16;

async function importKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new TextEncoder().encode(key), "AES-CBC", false, ["encrypt", "decrypt"]);
}

/** `key` has 16, 24 or 32 bytes. */
export async function encryptValue(key: string, value: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-CBC", iv },
    await importKey(key),
    new TextEncoder().encode(value),
  );
  const binary = [...iv, ...new Uint8Array(sealed)].map((byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_");
}

/** The value, or null when it is not of this form or the key is another. */
export async function decryptValue(key: string, sealed: string): Promise<string | null> {
  try {
    const bytes = Uint8Array.from(atob(sealed.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const plain = await crypto.subtle.decrypt(
      { name: "AES-CBC", iv: bytes.subarray(0, IV_BYTES) },
      await importKey(key),
      bytes.subarray(IV_BYTES),
    );
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    // What is no base64, no multiple of a block, badly padded or no UTF-8 was not written by this key.
    return null;
  }
}
