import type { Detector } from "../detector.ts";
import { ADDRESSES_WITHOUT_STREET } from "./addresses-without-street.ts";
import { AGES } from "./ages.ts";
import { API_KEYS } from "./api-keys.ts";
import { BANK_ACCOUNTS } from "./bank-accounts.ts";
import { BANK_CODES } from "./bank-codes.ts";
import { BLOCK_ADDRESSES } from "./block-addresses.ts";
import { CARD_DETAILS } from "./card-details.ts";
import { CARDS } from "./cards.ts";
import { CHECKED_GROUPS } from "./checked-groups.ts";
import { CODED_ADDRESSES } from "./coded-addresses.ts";
import { CONTACT } from "./contact.ts";
import { COORDINATES } from "./coordinates.ts";
import { CRYPTO_WALLETS } from "./crypto-wallets.ts";
import { DEVICES } from "./devices.ts";
import { FILE_NUMBERS } from "./file-numbers.ts";
import { HEALTH_NUMBERS } from "./health-numbers.ts";
import { IDENTITY_EUROPE } from "./identity-europe.ts";
import { IDENTITY_MEXICO } from "./identity-mexico.ts";
import { IDENTITY_SOUTH_AMERICA } from "./identity-south-america.ts";
import { IDENTITY_UNITED_STATES } from "./identity-united-states.ts";
import { LABELLED } from "./labelled.ts";
import { LABELS_IN_CONTEXT } from "./labels-in-context.ts";
import { MACHINE_ADDRESSES } from "./machine-addresses.ts";
import { MEDICAL_LICENCES } from "./medical-licences.ts";
import { MEMBERSHIPS } from "./memberships.ts";
import { PASSWORDS } from "./passwords.ts";
import { POSTAL_CODES } from "./postal-codes.ts";
import { STREETS_NUMBER_FIRST } from "./streets-number-first.ts";
import { STREETS } from "./streets.ts";
import { TIME } from "./time.ts";
import { TRAVEL_DOCUMENTS } from "./travel-documents.ts";
import { UNEXPLAINED } from "./unexplained.ts";
import { URLS } from "./urls.ts";
import { VEHICLES } from "./vehicles.ts";

/**
 * Every structured detector: one table, interpreted by `scanner.ts`. Rows of one subject stand together; the order
 * matters to rows that spend a cue, of which the earlier one has it.
 */
export const DETECTORS: readonly Detector[] = [
  ...CONTACT,
  ...CARDS,
  ...CARD_DETAILS,
  ...BANK_ACCOUNTS,
  ...BANK_CODES,
  ...CRYPTO_WALLETS,
  ...IDENTITY_UNITED_STATES,
  ...IDENTITY_MEXICO,
  ...IDENTITY_SOUTH_AMERICA,
  ...IDENTITY_EUROPE,
  ...CHECKED_GROUPS,
  ...TRAVEL_DOCUMENTS,
  ...MEDICAL_LICENCES,
  ...LABELS_IN_CONTEXT,
  ...HEALTH_NUMBERS,
  ...FILE_NUMBERS,
  ...MEMBERSHIPS,
  ...DEVICES,
  ...UNEXPLAINED,
  ...VEHICLES,
  ...LABELLED,
  ...URLS,
  ...MACHINE_ADDRESSES,
  ...COORDINATES,
  ...PASSWORDS,
  ...API_KEYS,
  ...TIME,
  ...AGES,
  ...STREETS,
  ...STREETS_NUMBER_FIRST,
  ...ADDRESSES_WITHOUT_STREET,
  ...POSTAL_CODES,
  ...CODED_ADDRESSES,
  ...BLOCK_ADDRESSES,
];
