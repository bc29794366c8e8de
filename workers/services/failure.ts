/**
 * What may be logged of an unexpected error: its kind and the places in the code. Messages stay out, because those of
 * databases and parsers quote the values they failed on.
 */
export function describeError(error: unknown): { name: string; where: string } {
  if (!(error instanceof Error)) return { name: typeof error, where: "" };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { name: error.name, where: frames.slice(0, 3).join(" ").slice(0, 400) };
}
