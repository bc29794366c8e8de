/**
 * Regular forms of a Spanish verb, rough on purpose: some are not words, which does no harm in a list of words that
 * are not names, as long as a name of the gazetteers stays a name.
 */
export function spanishForms(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  const ending = infinitive.slice(-2).normalize("NFD").replaceAll(/\p{M}/gu, "");
  const endings = ENDINGS.get(ending);
  if (endings === undefined) return [infinitive];
  const forms = endings.flatMap((tail) => SPELLINGS.map(([from, to]) => respell(stem, tail, from, to) + tail));
  const imperatives = ["a", "e"].flatMap((tail) => SPELLINGS.map(([from, to]) => respell(stem, tail, from, to) + tail));
  const hosts = [infinitive, ...new Set(imperatives)];
  return [infinitive, ...forms, ...hosts.flatMap((host) => CLITICS.map((clitic) => host + clitic))];
} // prettier-ignore

const CLITICS = ["me", "te", "se", "le", "lo", "la", "nos", "les", "los", "las"];

const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ["ar", "o as a amos áis an ás aba abas ábamos aban é aste ó asteis aron aré ará aremos arán aría arían e es emos en ara aran ase ando ado ada ados adas a ame alo ale"],
      ["er", "o es e emos en és ía ías íamos ían í iste ió imos ieron eré erá eremos erán ería erían a as amos an iera ieran iendo ido ida idos idas eme elo ele"],
      ["ir", "o es e imos en ís ía ías íamos ían í iste ió ieron iré irá iremos irán iría irían a as amos an iera ieran iendo ido ida idos idas eme elo ele"],
    ] as const
  ).map(([ending, tails]) => [ending, tails.split(" ")]),
); // prettier-ignore

/** Spelling changes before e and i: `pagar` gives `pague`, `buscar` gives `busque`, `empezar` gives `empiece`. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["", ""],
  ["g", "gu"],
  ["c", "qu"],
  ["z", "c"],
];

function respell(stem: string, tail: string, from: string, to: string): string {
  return from !== "" && stem.endsWith(from) && /^[eé]/u.test(tail) ? stem.slice(0, -from.length) + to : stem;
}
