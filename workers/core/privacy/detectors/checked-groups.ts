// Numbers with check digits, in whatever way their groups are joined: beside their word, the check digits decide.
import { clabe, cnpj, cpf, cuit, frenchTax, nss, rut, siret } from "../checksums.ts";
import type { CueName } from "../cues.ts";
import type { Detector } from "../detector.ts";

/** A number whose groups any separator, or none, may stand between. */
interface GroupedNumber {
  name: string;
  category: string;
  /** Lengths of the groups in all ways of grouping that are known, longer numbers first. */
  groups: readonly (readonly number[])[];
  /** The last character may be a letter. */
  last?: string;
  check: (value: string) => boolean;
  cues: readonly CueName[];
}

const NUMBERS: readonly GroupedNumber[] = [
  { name: "cpf", category: "CPF", groups: [[3, 3, 3, 2]], check: cpf, cues: ["cpf"] },
  { name: "cnpj", category: "CNPJ", groups: [[2, 3, 3, 4, 2]], check: cnpj, cues: ["cnpj"] },
  {
    name: "nss",
    category: "NSS",
    groups: [
      [2, 2, 2, 4, 1],
      [4, 2, 4, 1],
      [3, 3, 3, 2],
    ],
    check: nss,
    cues: ["nss"],
  },
  {
    name: "cuit",
    category: "CUIT",
    groups: [[2, 2, 3, 3, 1]],
    check: cuit,
    cues: ["cuit"],
  },
  {
    name: "rut",
    category: "RUT",
    groups: [
      [2, 3, 3, 1],
      [1, 3, 3, 1],
    ],
    last: "[\\dkK]",
    check: rut,
    cues: ["rutPlain"],
  },
  {
    name: "clabe",
    category: "BANK_ACCOUNT",
    groups: [
      [3, 3, 11, 1],
      [3, 3, 3, 4, 4, 1],
      [4, 4, 4, 4, 2],
      [3, 3, 4, 4, 4],
    ],
    check: clabe,
    cues: ["clabe"],
  },
  { name: "siret", category: "SIRET", groups: [[3, 3, 3, 5]], check: siret, cues: ["siret"] },
  { name: "tax-france", category: "NIF", groups: [[2, 2, 3, 3, 3]], check: frenchTax, cues: ["frenchTax"] },
];

/** What may stand behind the first group; numbers in one piece are other rows'. */
const JOINTS = " ./-";
const SEPARATOR = "(?: [-–/] |[ .\\/-])?";

/** The lengths that a first group may have: up to any of the borders. */
function startsOf(groups: readonly (readonly number[])[]): number[] {
  const starts = new Set<number>();
  for (const lengths of groups) {
    let length = 0;
    for (const each of lengths) starts.add((length += each));
  }
  return [...starts];
}

function patternOfGroups(groups: readonly (readonly number[])[], last: string | undefined): RegExp {
  const ways = groups.map((lengths) =>
    lengths
      .map((length, index) => (last !== undefined && index === lengths.length - 1 ? last : `\\d{${length}}`))
      .join(SEPARATOR),
  );
  return new RegExp(`(?:${ways.join("|")})(?![.\\/-]?\\d)`, "y");
}

export const CHECKED_GROUPS: readonly Detector[] = NUMBERS.map(({ category, check, cues, groups, last, name }) => ({
  name: `${name}-any-groups`,
  category,
  trigger: "number" as const,
  starts: startsOf(groups),
  next: JOINTS,
  minDigits:
    Math.min(...groups.map((lengths) => lengths.reduce((sum, length) => sum + length))) - (last === undefined ? 0 : 1),
  match: patternOfGroups(groups, last),
  check,
  cues,
  scores: [0, 0, 0, 0.97] as const,
}));
