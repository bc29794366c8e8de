import { Gunzip, Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import type { ParseLimits } from "./limits.ts";

/** Files of an archive that are read; everything else (media, contact cards) is skipped. */
const TEXT_NAME = /\.(?:txt|csv|tsv|jsonl|ndjson|json|log|md)$/i;
/** What systems add to archives beside the files. */
const SYSTEM_NAME = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store)/;
/** Packed bytes handed to the inflater at a time: at most 1,032 times as many come out at once. */
const PIECE_BYTES = 4_096;
const RATIO_AFTER_BYTES = 16_777_216;

/** Why an archive was refused. */
export class RefusedArchive extends Error {}

/** A part of an archive's text: `file` counts the text files from 1; `last` ends one. */
export interface ArchivePiece {
  file: number;
  bytes: Uint8Array;
  last: boolean;
}

/** Keeps what an archive unpacks to within the caps. */
class Meter {
  packed = 0;
  unpacked = 0;
  entries = 0;
  readonly #limits: ParseLimits;

  constructor(limits: ParseLimits) {
    this.#limits = limits;
  }

  entry(): void {
    this.entries += 1;
    if (this.entries > this.#limits.maxArchiveEntries) {
      throw new RefusedArchive(`archive has more than ${this.#limits.maxArchiveEntries} entries`);
    }
  }

  grow(bytes: number): void {
    this.unpacked += bytes;
    const { maxArchiveBytes, maxArchiveRatio } = this.#limits;
    if (this.unpacked > maxArchiveBytes)
      throw new RefusedArchive(`archive unpacks to more than ${maxArchiveBytes} bytes`);
    if (this.unpacked > RATIO_AFTER_BYTES && this.unpacked > this.packed * maxArchiveRatio) {
      throw new RefusedArchive(`archive unpacks to more than ${maxArchiveRatio} times its size`);
    }
  }
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      const piece = chunk.subarray(start, start + PIECE_BYTES);
      meter.packed += piece.length;
      yield piece;
    }
  }
}

/** Runs one step of the unpacker; its own errors become RefusedArchive. */
function step(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof RefusedArchive) throw error;
    throw new RefusedArchive("archive is damaged");
  }
}

/**
 * The text files of a zip archive, in the archive's order, in constant memory. Names are never used as paths, nested
 * archives are not opened, and entries that are not text are thrown away as they stream by. Throws RefusedArchive for
 * damage, encryption, an unknown method, or a cap passed; what came before stays good.
 */
export async function* unzipText(chunks: AsyncIterable<Uint8Array>, limits: ParseLimits): AsyncGenerator<ArchivePiece> {
  const meter = new Meter(limits);
  const ready: ArchivePiece[] = [];
  let files = 0;
  let failure: RefusedArchive | null = null;
  const unzip = new Unzip((entry) => {
    meter.entry();
    if (entry.compression !== 0 && entry.compression !== 8) {
      throw new RefusedArchive("archive uses a compression method other than deflate, or is encrypted");
    }
    const wanted = TEXT_NAME.test(entry.name) && !SYSTEM_NAME.test(entry.name);
    if (wanted) files += 1;
    const file = files;
    entry.ondata = (error, bytes, last) => {
      if (error !== null) {
        failure ??= error instanceof RefusedArchive ? error : new RefusedArchive("archive is damaged");
        return;
      }
      meter.grow(bytes.length);
      if (wanted) ready.push({ file, bytes, last });
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const drain = function* (): Generator<ArchivePiece> {
    yield* ready.splice(0);
    if (failure !== null) throw failure;
  };
  for await (const piece of piecesOf(chunks, meter)) {
    step(() => unzip.push(piece));
    yield* drain();
  }
  step(() => unzip.push(new Uint8Array(0), true));
  yield* drain();
}

/** The content of gzip data, in constant memory, within the same caps. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, limits: ParseLimits): AsyncGenerator<Uint8Array> {
  const meter = new Meter(limits);
  const ready: Uint8Array[] = [];
  const inflate = new Gunzip((bytes) => {
    meter.grow(bytes.length);
    ready.push(bytes);
  });
  for await (const piece of piecesOf(chunks, meter)) {
    step(() => inflate.push(piece));
    yield* ready.splice(0);
  }
  step(() => inflate.push(new Uint8Array(0), true));
  yield* ready.splice(0);
}
