// Keys and tokens of programs: by their prefix, by their label, or by how random they look.
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";

/** Shannon entropy, bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Random-looking: long, of mixed kinds, and high in entropy for its length. */
function isRandom(value: string): boolean {
  return value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 3.2;
}

const KEY_PREFIXES =
  "sk-ant-[A-Za-z0-9_-]{10,200}|sk-(?:proj-)?[A-Za-z0-9_-]{16,200}|[rsp]k_(?:live|test)_[A-Za-z0-9]{10,120}|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,64}|xox[abposr]-[A-Za-z0-9-]{10,200}|AIza[A-Za-z0-9_-]{30,50}|ya29\\.[A-Za-z0-9_-]{20,200}|(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}|hf_[A-Za-z0-9]{20,60}|npm_[A-Za-z0-9]{30,50}|SG\\.[A-Za-z0-9_-]{10,64}\\.[A-Za-z0-9_-]{16,64}|gsk_[A-Za-z0-9]{20,80}|pypi-[A-Za-z0-9_-]{20,250}|dop_v1_[a-f0-9]{40,80}|shpat_[a-f0-9]{20,60}|EAA[A-Za-z0-9]{30,300}|APP_USR-[A-Za-z0-9-]{16,200}";

export const API_KEYS: readonly Detector[] = [
  {
    // The tokens of bots: a number and a secret with a colon between.
    name: "api-key-of-bot",
    category: "API_KEY",
    trigger: "number",
    starts: [8, 9, 10],
    next: ":",
    match: /\d{8,10}:AA[A-Za-z0-9_-]{28,40}/y,
    openEnd: true,
    scores: [0.96, 0.97, 0, 0],
  },
  {
    name: "api-key-code",
    category: "API_KEY",
    opens: "sprgxAyhnSdE",
    trigger: "code",
    match: new RegExp(`(?:${KEY_PREFIXES})`, "y"),
    openEnd: true,
    scores: [0.97, 0.97, 0, 0],
  },
  {
    name: "api-key-word",
    category: "API_KEY",
    opens: "sprgxAyhnSdE",
    trigger: "word",
    words: "sk|pk|rk|ghp|gho|ghs|ghu|ghr|github|glpat|xoxb|xoxp|xoxa|xoxo|xoxs|xoxr|hf|npm|gsk|pypi|dop|shpat|sg|ya",
    side: "here",
    match: new RegExp(`(?:${KEY_PREFIXES})`, "y"),
    openEnd: true,
    scores: [0, 0.97, 0, 0],
  },
  {
    name: "jwt",
    category: "API_KEY",
    opens: "e",
    trigger: "code",
    match: /eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,2000}(?:\.[A-Za-z0-9_-]{0,2000})?/y,
    openEnd: true,
    scores: [0.97, 0.97, 0, 0],
  },
  {
    name: "secret-labelled",
    weak: true,
    category: "API_KEY",
    trigger: "word",
    words:
      "apikey|api key|api token|token|secret|secreto|bearer|access key|secret key|client secret|access token|authorization bearer|auth token",
    match:
      /(?:(?:key|token|is|es|bearer)[\s:=]{1,2}){0,2}"?((?!(?:sha\d{1,3}|md5)[:=]|[A-Z_]{3,30}=)[A-Za-z0-9_\-./+=]{12,500})/iy,
    check: (value) => isRandom(value) || /^A(?:KIA|SIA)[A-Z2-7]{16}$/.test(value),
    openEnd: true,
    scores: [0, 0, 0, 0.9],
  },
  {
    // "LIMS_KEY=lk_3f9Ta81Qz77Vb0Xe": the name of a variable.
    name: "secret-variable",
    category: "API_KEY",
    trigger: "word",
    words: "key|apikey|token|secret|llave|chave|cle",
    side: "here",
    match: /[A-Za-z]{3,6}["']?\s?[=:]\s?["']?((?=[A-Za-z_-]{0,40}\d)[A-Za-z0-9_\-.]{16,200})(?![A-Za-z0-9@/])/y,
    weak: true,
    check: isRandom,
    openEnd: true,
    scores: [0, 0, 0, 0.9],
  },
  {
    name: "high-entropy",
    weak: true,
    category: "API_KEY",
    trigger: "code",
    starts: range(32, 36),
    // A fingerprint of a key is public.
    match: /(?<!(?:sha\d{1,3}|md5)[:=-])[A-Za-z0-9_-]{32,200}/iy,
    check: (value) => isRandom(value) && entropy(value) > 3.6,
    cues: ["secret"],
    openEnd: true,
    scores: [0, 0, 0.45, 0.9],
  },
  {
    name: "private-key",
    category: "API_KEY",
    trigger: "word",
    words: "begin",
    side: "here",
    match: /BEGIN (?:RSA |EC |OPENSSH |DSA |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s:,.-]{0,8000}/y,
    openEnd: true,
    scores: [0, 0.99, 0, 0],
  },
];
