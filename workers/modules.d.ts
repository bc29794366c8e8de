// wrangler's Data and Text module rules (wrangler.toml, [[rules]]).
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}

// Vite's raw import, used by tests that run in workerd.
declare module "*?raw" {
  const text: string;
  export default text;
}
