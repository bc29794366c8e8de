// oxlint-disable-next-line typescript/triple-slash-reference -- declarations of the bundler's modules, which Node's types lack
/// <reference path="../../workers/modules.d.ts" />
// Layer 0 in workerd. POST /texts takes a JSON list of texts; GET /run?subject=NAME&passes=N scans them all N times.
import lexicon from "../../workers/core/privacy/models/lexicon.bin";
import weights from "../../workers/core/privacy/models/recogniser.bin";
import { createSubjects } from "./subjects.ts";

const subjects = createSubjects(() => ({ weights, lexicon }));
const made = new Map<string, (text: string) => unknown>();
let texts: string[] = [];

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/texts") {
      texts = await request.json();
      return new Response(String(texts.length));
    }
    const name = searchParams.get("subject")!;
    const make = subjects.get(name);
    if (make === undefined) return new Response("no such subject", { status: 404 });
    let run = made.get(name);
    if (run === undefined) made.set(name, (run = make()));
    for (let pass = Number(searchParams.get("passes")); pass > 0; pass--) for (const text of texts) run(text);
    return new Response("done");
  },
};
