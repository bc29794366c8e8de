// Where text stands in a wire format, as data: rows of path patterns, compiled into a tree that the walker descends.
import type { MediaKind, SlotRole } from "./types.ts";

/**
 * What a leaf is.
 * - `text`: prose (or code), scanned; if it is JSON, its values are scanned one by one
 * - `json`: JSON text, as tool arguments are: its values are scanned, keys and structure survive
 * - `name`: a name in the form of an identifier; what replaces a value goes without brackets
 * - `role`: who speaks in the surrounding context; any other word than the roles of the dialects is scanned
 * - `logprob`: one piece of a text, scanned joined with its neighbours
 * - `bytes`: the bytes of the `logprob` beside it
 * - `opaque`: sealed or binary by design; scanned only where it is text after all, or base64 of text
 * - `number`: protocol; other numbers are scanned where their key is free, as what it says, and from seven digits on
 * - `image`, `audio`, `file`: media; text in `data:` URLs and base64 is scanned, the rest goes by policy
 * - `tokens`: text, unless it comes as numbers, which go by policy
 * - a shape (`enum`, `id`, `model`, `tool`, `padding`): left alone if the value has that shape, else scanned
 */
export type SlotKind =
  | "text"
  | "json"
  | "name"
  | "role"
  | "logprob"
  | "bytes"
  | "opaque"
  | "number"
  | MediaKind
  | ShapeName;

export type ShapeName = keyof typeof SHAPES;

/** The shapes in which protocol values come. None has room for a number of seven digits, an address or a full name. */
export const SHAPES = {
  enum: /^(?!.*\d{7})[a-z0-9][a-z0-9_.:/-]{0,63}$/,
  id: /^(?:[a-z]{1,16}(?:-[a-z]{1,16})?[_-](?!\d+$)(?!.*\d{12})[A-Za-z0-9_-]{4,400}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?!\d+$)(?!.*\d{7})[A-Za-z0-9]{9})$/,
  model: /^(?!.*\d{9})[A-Za-z][A-Za-z0-9._:/-]{0,127}$/,
  tool: /^(?!.*\d{7})[A-Za-z_][A-Za-z0-9_.-]{0,127}$/,
  padding: /^(?!.*\d{7})[A-Za-z0-9]{0,64}$/,
} as const;

/** A key of free JSON that needs no scan: an identifier. */
export const KEY_SHAPE = /^(?!.*\d{7})[A-Za-z_$][A-Za-z0-9_$.-]{0,63}$/;

/**
 * One row. Members are `a.b`, elements `a[]`, any other member `a.*`; `a.**` is `a` and everything below it. An array
 * without a row for its elements takes the row of the array.
 */
export interface Position {
  path: string;
  kind: SlotKind;
  /** Absent: the role of the surrounding context. */
  role?: SlotRole;
  /** Parts of one text: values that reach over their borders are found. */
  joined?: boolean;
  /** Brought in from outside (documents, search results), whoever's turn it stands in. */
  untrusted?: boolean;
  /** Tokens stay as they are: the text is signed by the provider. */
  sealed?: boolean;
  /** Arguments of a tool call: JSON text, or members of their own. */
  args?: boolean;
  /** In a streamed answer the text comes in pieces here. */
  channel?: boolean;
}

/** A container that holds one speaker's text: a message, an item, a choice. */
export interface Context {
  path: string;
  /** The role unless a `role` member says otherwise. */
  role?: SlotRole;
  /** Its text belongs to the conversation: what is found in it counts for what follows. */
  turn: boolean;
}

export interface PositionTable {
  contexts: readonly Context[];
  positions: readonly Position[];
}

/** A node of the compiled table. */
export interface PositionNode {
  members: Map<string, PositionNode>;
  /** Of members that the table does not name; null where the table says nothing, and the default applies. */
  others: PositionNode | null;
  elements: PositionNode | null;
  row: Position | null;
  context: Context | null;
  /** Keys below are free text. */
  isFree: boolean;
}

/** Whether what stands there is scanned with its key before it: members that nobody has named say by it what they are. */
export function isCued(row: Position): boolean {
  return row.path.endsWith("*");
}

/** Members that nobody has named, and that hold a word of the protocol whenever the value has its shape. */
const PROTOCOL_KEY = /(?:^|_)(?:type|id|object|status|role|reason|event|name|model|provider|format|tier|version)$/;

/** Whether a member of a free object is a word of the protocol, by its key and its shape. */
export function isProtocolWord(key: string, value: string): boolean {
  return PROTOCOL_KEY.test(key) && [SHAPES.enum, SHAPES.id, SHAPES.model].some((shape) => shape.test(value));
}

function emptyNode(): PositionNode {
  return { members: new Map(), others: null, elements: null, row: null, context: null, isFree: false };
}

/** Everything the table does not know: scanned as text, keys included. */
export const UNKNOWN: PositionNode = emptyNode();
UNKNOWN.others = UNKNOWN;
UNKNOWN.elements = UNKNOWN;
UNKNOWN.row = { path: "**", kind: "text" };
UNKNOWN.isFree = true;

function step(node: PositionNode, part: string): PositionNode {
  if (part === "[]") return (node.elements ??= emptyNode());
  if (part === "**") {
    node.isFree = true;
    node.others = node;
    node.elements ??= node;
    return node;
  }
  if (part === "*") {
    node.isFree = true;
    return (node.others ??= emptyNode());
  }
  let next = node.members.get(part);
  if (next === undefined) {
    next = emptyNode();
    node.members.set(part, next);
  }
  return next;
}

function nodeAt(root: PositionNode, path: string): PositionNode {
  let node = root;
  for (const part of path.replaceAll("[]", ".[]").split(".")) if (part !== "") node = step(node, part);
  return node;
}

/** Compiles a table. Members named below `**` apply at every depth. */
export function compilePositions(table: PositionTable): PositionNode {
  const root = emptyNode();
  for (const context of table.contexts) nodeAt(root, context.path).context = context;
  for (const position of table.positions) nodeAt(root, position.path).row = position;
  return root;
}

/** Rows of one kind and role: paths separated by spaces. */
export function rows(kind: SlotKind, paths: string, rest: Omit<Position, "path" | "kind"> = {}): Position[] {
  return paths
    .split(/\s+/)
    .filter((path) => path !== "")
    .map((path) => ({ path, kind, ...rest }));
}

/** The rows of text as pieces of a stream. */
export function channels(positions: readonly Position[]): Position[] {
  return positions.map((position) =>
    position.kind === "text" || position.kind === "json" ? { ...position, channel: true } : position,
  );
}

/** The same rows below another path. */
export function under(prefix: string, positions: readonly Position[]): Position[] {
  return positions.map((position) => ({ ...position, path: `${prefix}.${position.path}` }));
}
