export interface SplitShares {
  train: number;
  validation: number;
  test: number;
}
export type SplitName = keyof SplitShares;

export interface SplitItem {
  seedId: string;
  /** What the seed was extracted from, or null when it has no source. */
  sourceId: string | null;
}

const NAMES: readonly SplitName[] = ["train", "validation", "test"];

/**
 * Assigns every item to a split so that no seed and no source is in two of them: items that share either, directly or
 * through others, stay together. Groups go, in the order of their hash, to the split that is furthest below its share;
 * the first goes to the largest share. `salt` gives another split of the same data. Shares are relative weights.
 */
export function assignSplits(items: readonly SplitItem[], shares: SplitShares, salt = 0): SplitName[] {
  const total = NAMES.reduce((sum, name) => sum + shares[name], 0);
  if (!(total > 0) || NAMES.some((name) => !(shares[name] >= 0)))
    throw new RangeError("shares must be positive numbers");
  const groups = groupItems(items);
  const ordered = [...groups]
    .map(([key, members]) => ({ members, hash: hashText(key, salt), key }))
    .toSorted((a, b) => a.hash - b.hash || (a.key < b.key ? -1 : 1));
  const result = Array.from<SplitName>({ length: items.length });
  const counts: SplitShares = { train: 0, validation: 0, test: 0 };
  for (const { members } of ordered) {
    const behind = (name: SplitName): number => (shares[name] / total) * items.length - counts[name];
    const split = NAMES.reduce((best, name) => (behind(name) > behind(best) ? name : best));
    counts[split] += members.length;
    for (const index of members) result[index] = split;
  }
  return result;
}

/** The connected groups of items, each under the smallest of its keys. */
function groupItems(items: readonly SplitItem[]): Map<string, number[]> {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    let at = key;
    while (at !== root) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const keysOf = ({ seedId, sourceId }: SplitItem): string[] =>
    sourceId === null ? [`seed:${seedId}`] : [`seed:${seedId}`, `source:${sourceId}`];
  for (const item of items) {
    const roots = keysOf(item).map(rootOf);
    const smallest = roots.reduce((a, b) => (b < a ? b : a));
    for (const root of roots) parents.set(root, smallest);
  }
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    const root = rootOf(`seed:${item.seedId}`);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [index]);
    else members.push(index);
  }
  return groups;
}

/** FNV-1a over UTF-16 code units with murmur's finaliser, in [0, 2^32). */
function hashText(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
