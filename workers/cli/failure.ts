/** How the command line ends. */
export const EXIT = { ok: 0, checkFailed: 1, badInput: 2 } as const;

/** Wrong usage or unreadable input: the message names the file or option, what is wrong and what would be right. */
export class InputError extends Error {
  override readonly name = "InputError";
}
