/** A seeded source of draws. The same seed gives the same sequence on every runtime. */
export type Random = {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [min, max], both included. */
  int(min: number, max: number): number;
  /** One element of a non-empty list. */
  pick<T>(list: readonly T[]): T;
  /** One element of a non-empty list, with probability proportional to its weight (negative weights count as 0). */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
  /** An independent generator that depends on this one's seed and the label only, not on how much was drawn. */
  fork(label: string): Random;
};

/**
 * xoshiro128** (Blackman and Vigna, 2018) whose state is filled from a 128-bit hash of the seed's UTF-16 units, so that
 * neighbouring seeds ("run:1", "run:2") give unrelated sequences.
 */
export function createRandom(seed: string | number): Random {
  const label = String(seed);
  const state = hashState(label);

  const next32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(state[1]!, 5), 7), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = rotateLeft(state[3]!, 11);
    return result;
  };
  const next = () => next32() / 4294967296;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));

  return {
    next,
    int,
    pick: (list) => list[int(0, nonEmpty(list) - 1)]!,
    weighted: (list, weight) => {
      nonEmpty(list);
      const weights = list.map((item) => Math.max(0, weight(item)));
      const total = weights.reduce((sum, value) => sum + value, 0);
      if (!(total > 0)) return list[int(0, list.length - 1)]!;
      let rest = next() * total;
      for (let i = 0; i < list.length; i++) {
        rest -= weights[i]!;
        if (rest < 0) return list[i]!;
      }
      // Rounding may leave a remainder of zero: the last item that can be drawn at all takes it.
      return list[weights.findLastIndex((value) => value > 0)]!;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    // The length in front keeps ("a", "b/c") and ("a/b", "c") apart.
    fork: (child) => createRandom(`${label.length}:${label}/${child}`),
  };
}

function nonEmpty(list: readonly unknown[]): number {
  if (list.length === 0) throw new RangeError("cannot draw from an empty list");
  return list.length;
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Four lanes of multiply-and-mix over the string, each finished by MurmurHash3's avalanche. */
function hashState(text: string): Int32Array {
  const lanes = Int32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667);
  const factors = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let lane = 0; lane < 4; lane++) {
      lanes[lane] = Math.imul(rotateLeft(lanes[lane]! ^ (unit + i), 13 + lane), factors[lane]!);
    }
  }
  for (let round = 0; round < 2; round++) {
    for (let lane = 0; lane < 4; lane++) lanes[lane] = avalanche(lanes[lane]! + lanes[(lane + 1) % 4]! + text.length);
  }
  // An all-zero state would stay zero for ever.
  if (lanes.every((lane) => lane === 0)) lanes[0] = 1;
  return lanes;
}

function avalanche(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
