// The only globals that core/ may use besides the language itself: the three that workerd, Node and browsers share.
// Everything else (fetch, Buffer, document, Date.now as a clock, Math.random) is kept out by `types: []` and a test.
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
interface CoreCryptoKey {
  readonly type: string;
}
declare const crypto: {
  readonly subtle: {
    digest(algorithm: string, data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer>;
    importKey(
      format: "raw",
      keyData: ArrayBufferView | ArrayBuffer,
      algorithm: string | object,
      extractable: boolean,
      usages: string[],
    ): Promise<CoreCryptoKey>;
    sign(algorithm: string, key: CoreCryptoKey, data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer>;
    verify(
      algorithm: string,
      key: CoreCryptoKey,
      signature: ArrayBufferView | ArrayBuffer,
      data: ArrayBufferView | ArrayBuffer,
    ): Promise<boolean>;
    encrypt(algorithm: object, key: CoreCryptoKey, data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer>;
    decrypt(algorithm: object, key: CoreCryptoKey, data: ArrayBufferView | ArrayBuffer): Promise<ArrayBuffer>;
    deriveBits(algorithm: object, key: CoreCryptoKey, length: number): Promise<ArrayBuffer>;
  };
};
