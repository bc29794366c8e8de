// wrangler's Data and Text module rules (wrangler.toml, [[rules]]).
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
