import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where the package lies: its `seeds/` and `package.json` are read from here, wherever the command runs. */
export const packageRoot = fileURLToPath(new URL("../../", import.meta.url));

/** A JSON file of the package, by its path from the root. */
export async function readPackageJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(packageRoot + path, "utf8")) as T;
}

/** Names of the JSON files in a folder of the package. */
export async function listPackageJson(folder: string): Promise<string[]> {
  const names = await readdir(packageRoot + folder);
  return names.filter((name) => name.endsWith(".json")).sort();
}
