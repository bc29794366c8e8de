// Addresses of wallets, by chain.
import { bech32 } from "../checksums.ts";
import { range } from "../detector.ts";
import type { Detector } from "../detector.ts";

export const CRYPTO_WALLETS: readonly Detector[] = [
  {
    name: "bitcoin-bech32",
    category: "CRYPTO",
    trigger: "code",
    starts: range(14, 36),
    match: /(?:bc1|tb1|ltc1)[02-9ac-hj-np-z]{11,80}/iy,
    check: bech32,
    cues: ["crypto"],
    scores: [0.5, 0.85, 0.97, 0.99],
  },
  {
    name: "bitcoin-base58",
    category: "CRYPTO",
    trigger: "code",
    starts: range(26, 36),
    match: /[13LM][1-9A-HJ-NP-Za-km-z]{25,34}/y,
    cues: ["crypto"],
    scores: [0.7, 0.95, 0, 0],
  },
  {
    name: "ethereum",
    category: "CRYPTO",
    trigger: "code",
    starts: [36],
    match: /0x[0-9a-fA-F]{40}/y,
    cues: ["crypto"],
    scores: [0.9, 0.97, 0, 0],
  },
  {
    name: "solana",
    category: "CRYPTO",
    trigger: "code",
    starts: range(32, 36),
    match: /(?=[1-9A-HJ-NP-Za-km-z]{0,20}[A-Z])(?=[1-9A-HJ-NP-Za-km-z]{0,20}[a-z])[1-9A-HJ-NP-Za-km-z]{32,44}/y,
    cues: ["crypto"],
    scores: [0, 0.9, 0, 0],
  },
  {
    name: "tron",
    category: "CRYPTO",
    trigger: "code",
    starts: range(34, 36),
    match: /T[1-9A-HJ-NP-Za-km-z]{33}/y,
    cues: ["crypto"],
    scores: [0.8, 0.95, 0, 0],
  },
];
