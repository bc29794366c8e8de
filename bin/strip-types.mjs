// Lets this thread import .ts files from a folder called node_modules, where Node refuses to strip types by itself.
import { registerHooks, stripTypeScriptTypes } from "node:module";

if (import.meta.url.includes("/node_modules/")) {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith(".ts")) return nextLoad(url, context);
      const { source } = nextLoad(url, { ...context, format: "module" });
      return { format: "module", source: stripTypeScriptTypes(String(source)), shortCircuit: true };
    },
  });
}
