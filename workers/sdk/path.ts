/** One segment of a path, escaped; an empty or dotted one would reach another route. */
export function segment(value: string): string {
  if (value === "" || value === "." || value === "..") throw new TypeError(`${JSON.stringify(value)} is not an id`);
  return encodeURIComponent(value);
}
