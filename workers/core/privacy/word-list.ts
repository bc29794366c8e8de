interface Node {
  next: Map<number, Node>;
  /** Whether a word of the list ends here. */
  ends: boolean;
}

const WORD = /[\p{L}\p{N}_]/u;

/** Lower case, one code unit for one. */
function lowerCode(text: string, at: number): number {
  const lower = text[at]!.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : text.charCodeAt(at);
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD.test(text[at]!);
}

/**
 * Finds the words (or phrases) of a list in a text, in any case, where neither a letter, a digit nor `_` touches them;
 * of several that begin in one place the longest. Time grows with the text times the longest word.
 */
export function createWordList(words: readonly string[]): (text: string) => { start: number; end: number }[] {
  const root: Node = { next: new Map(), ends: false };
  for (const word of words) {
    let node = root;
    for (let at = 0; at < word.length; at += 1) {
      const code = lowerCode(word, at);
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = { next: new Map(), ends: false }));
      node = next;
    }
    node.ends = word !== "";
  }
  return (text) => {
    const found: { start: number; end: number }[] = [];
    let start = 0;
    while (start < text.length) {
      let end = 0;
      if (!isWordAt(text, start - 1)) {
        let node: Node | undefined = root;
        for (let at = start; at < text.length; at += 1) {
          node = node.next.get(lowerCode(text, at));
          if (node === undefined) break;
          if (node.ends && !isWordAt(text, at + 1)) end = at + 1;
        }
      }
      if (end > start) found.push({ start, end });
      start = Math.max(end, start + 1);
    }
    return found;
  };
}
