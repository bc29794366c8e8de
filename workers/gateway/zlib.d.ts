// The runtime has Node's zlib; its types do not.
declare module "node:zlib" {
  interface Options {
    maxOutputLength?: number;
  }
  type Codec = (bytes: Uint8Array, options?: Options) => Uint8Array<ArrayBuffer>;
  export const brotliCompressSync: Codec;
  export const brotliDecompressSync: Codec;
  export const zstdCompressSync: Codec;
  export const zstdDecompressSync: Codec;
}
