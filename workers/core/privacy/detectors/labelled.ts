import type { Detector } from "../detector.ts";
import { labelled, LABELLED_BEFORE_REACH, LABELLED_REACH, labelledBefore } from "../labels.ts";
import type { Label } from "./label.ts";
import { ACCOUNT_LABELS } from "./labels-accounts.ts";
import { FILE_LABELS } from "./labels-files.ts";
import { HEALTH_LABELS } from "./labels-health.ts";
import { IDENTITY_LABELS } from "./labels-identity.ts";

const LABELS: readonly Label[] = [...HEALTH_LABELS, ...FILE_LABELS, ...ACCOUNT_LABELS, ...IDENTITY_LABELS];

/** What keys of files and forms begin or end with. */
const KEY_SHAPE =
  /^(?:numero|id|codigo|clave|folio|cuenta) | (?:number|no|id|code|ref|card|account|numero|license|licence|serial)$/;

/** Phrases that keys are made of are also keys in one word: "memberId", "accountNumber". */
function withKeys(words: string): string {
  const phrases = words.split("|");
  return [
    ...new Set([
      ...phrases,
      ...phrases.filter((phrase) => KEY_SHAPE.test(phrase)).map((phrase) => phrase.replaceAll(" ", "")),
    ]),
  ].join("|");
}

/** Kinds of short numbers that are said before their label. */
const SHORT: readonly Label[] = [
  {
    name: "pin",
    category: "PASSWORD",
    digits: 4,
    letters: "none",
    words: "nip|pin|clave|password|contrasena|passcode|senha|otp|codigo acceso|codigo verificacion|verification code",
  },
  {
    name: "zip",
    category: "ZIP",
    digits: 4,
    length: 5,
    letters: "none",
    words: "cp|codigo postal|zip|zip code|zipcode|postcode|postal code|cep|code postal",
  },
  {
    name: "security-code",
    category: "CARD_SECURITY_CODE",
    digits: 3,
    length: 3,
    letters: "none",
    words: "cvv|cvc|security code|codigo seguridad",
  },
];

/** A label of any kind, and the letters and digits behind it or, with "is my" between, before it. */
export const LABELLED: readonly Detector[] = [
  ...LABELS.map(({ category, name, score, words, ...shape }) => ({
    name,
    category,
    trigger: "word" as const,
    words: withKeys(words),
    match: labelled(shape),
    digitAhead: LABELLED_REACH,
    against: ["unit"] as const,
    weak: true,
    scores: [0, shape.loose === true ? 0.8 : 0.845, 0, score ?? (shape.loose === true ? 0.89 : 0.94)] as const,
  })),
  ...[...LABELS, ...SHORT].map(({ category, name, words, ...shape }) => ({
    name: `${name}-before`,
    category,
    trigger: "word" as const,
    words,
    side: "here" as const,
    match: labelledBefore(shape),
    digitBehind: LABELLED_BEFORE_REACH,
    weak: true,
    scores: [0, 0, 0, 0.9] as const,
  })),
];
