import type { BlobStore } from "../services/ports/datasets.ts";

/** R2 wants every part of a multipart upload but the last to have the same size, 5 MiB at the least. */
const PART_BYTES = 8 * 1024 * 1024;

function toHex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Re-cuts chunks of any size into blocks of exactly `blockBytes`, the last one shorter. */
async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  blockBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let block = new Uint8Array(blockBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    let offset = 0;
    while (offset < chunk.length) {
      const take = Math.min(blockBytes - filled, chunk.length - offset);
      block.set(chunk.subarray(offset, offset + take), filled);
      filled += take;
      offset += take;
      if (filled === blockBytes) {
        yield block;
        block = new Uint8Array(blockBytes);
        filled = 0;
      }
    }
  }
  yield block.slice(0, filled);
}

export function makeBlobStore(bucket: R2Bucket): BlobStore {
  return {
    async put(key, bytes) {
      await bucket.put(key, bytes);
    },

    async putStream(key, chunks) {
      const digest = new crypto.DigestStream("SHA-256");
      const writer = digest.getWriter();
      let sizeBytes = 0;
      let upload: R2MultipartUpload | null = null;
      const parts: R2UploadedPart[] = [];
      try {
        for await (const block of cutBlocks(chunks, PART_BYTES)) {
          sizeBytes += block.length;
          await writer.write(block);
          const last = block.length < PART_BYTES;
          if (upload === null && last) await bucket.put(key, block);
          else if (block.length > 0) {
            upload ??= await bucket.createMultipartUpload(key);
            parts.push(await upload.uploadPart(parts.length + 1, block));
          }
        }
        await writer.close();
        if (upload !== null) await upload.complete(parts);
      } catch (error) {
        await upload?.abort();
        throw error;
      }
      return { sizeBytes, sha256: toHex(await digest.digest) };
    },

    async get(key) {
      const object = await bucket.get(key);
      return object === null ? null : new Uint8Array(await object.arrayBuffer());
    },

    async getRange(key, offset, length) {
      const object = await bucket.get(key, { range: { offset, length } });
      return object === null ? null : new Uint8Array(await object.arrayBuffer());
    },

    async stream(key, range) {
      const object = await bucket.get(key, range === undefined ? {} : { range });
      return object === null ? null : object.body;
    },

    async rewrite(key, change) {
      for (;;) {
        const object = await bucket.get(key);
        if (object === null) return;
        const changed = change(new Uint8Array(await object.arrayBuffer()));
        if (changed === null) return bucket.delete(key);
        // Null where somebody has written since it was read: of those who try at once, one gets through each time.
        if ((await bucket.put(key, changed, { onlyIf: { etagMatches: object.etag } })) !== null) return;
      }
    },

    async delete(key) {
      await bucket.delete(key);
    },

    async deletePrefix(prefix) {
      // What was deleted is not listed any more, so each listing starts at the beginning.
      for (;;) {
        const { objects, truncated } = await bucket.list({ prefix });
        if (objects.length > 0) await bucket.delete(objects.map((object) => object.key));
        if (!truncated) return;
      }
    },
  };
}
