import { enableCompileCache } from "node:module";

// Halves the start of every command after the first. Only code is kept, in the system's temporary folder.
enableCompileCache();
await import("./program.ts");
