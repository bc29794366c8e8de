/** Presidio's names beside ours. The first of ours in a row is what a Presidio entity becomes; all of them map back. */
const ROWS: readonly (readonly [presidio: string, ...ours: string[]])[] = [
  ["PERSON", "PERSON"],
  ["LOCATION", "LOCATION", "ADDRESS", "COORDINATES"],
  ["ORGANIZATION", "ORGANIZATION"],
  ["DATE_TIME", "DATE", "DATE_OF_BIRTH"],
  ["AGE", "AGE", "AGE_OVER_89"],
  ["NRP", "NRP", "RELIGIOUS_BELIEF", "POLITICAL_OPINION"],
  ["EMAIL_ADDRESS", "EMAIL"],
  ["PHONE_NUMBER", "PHONE"],
  ["URL", "URL"],
  ["IP_ADDRESS", "IP_ADDRESS"],
  ["MAC_ADDRESS", "MAC_ADDRESS"],
  ["CREDIT_CARD", "CREDIT_CARD"],
  ["IBAN_CODE", "IBAN"],
  ["SWIFT_CODE", "SWIFT"],
  ["CRYPTO", "CRYPTO"],
  ["US_BANK_NUMBER", "BANK_ACCOUNT"],
  ["US_SSN", "SSN"],
  ["US_ITIN", "ITIN"],
  ["US_EIN", "EIN"],
  ["US_PASSPORT", "PASSPORT"],
  ["US_DRIVER_LICENSE", "DRIVER_LICENSE"],
  ["MEDICAL_LICENSE", "MEDICAL_LICENSE"],
  ["US_MBI", "HEALTH_PLAN"],
  ["UK_NHS", "NHS_NUMBER"],
  ["UK_NINO", "NINO"],
  ["UK_PASSPORT", "PASSPORT"],
  ["UK_VEHICLE_REGISTRATION", "LICENSE_PLATE"],
  ["ES_NIF", "DNI"],
  ["ES_NIE", "NIE"],
  ["ES_CIF", "CIF"],
  ["ES_PASSPORT", "PASSPORT"],
  ["IT_PASSPORT", "PASSPORT"],
  ["IT_DRIVER_LICENSE", "DRIVER_LICENSE"],
  ["IT_IDENTITY_CARD", "ID_NUMBER"],
  ["IN_PASSPORT", "PASSPORT"],
  ["ZIP_CODE", "ZIP"],
  ["USERNAME", "USERNAME"],
  ["PASSWORD", "PASSWORD"],
  ["ID", "ID_NUMBER"],
  ["TITLE", "TITLE"],
];

const FROM = new Map<string, readonly string[]>();
const TO = new Map<string, string>();
for (const [presidio, ...ours] of ROWS) {
  FROM.set(presidio, ours);
  for (const category of ours) if (!TO.has(category)) TO.set(category, presidio);
}

/** Our category for a Presidio entity type; types without a counterpart keep their name. */
export function fromPresidio(entityType: string): string {
  return FROM.get(entityType)?.[0] ?? entityType;
}

/** The type under which each of our categories is reported to a client who asks for these entity types only. */
export function askedTypes(entityTypes: readonly string[]): Map<string, string> {
  const asked = new Map<string, string>();
  for (const type of entityTypes)
    for (const category of FROM.get(type) ?? [type]) if (!asked.has(category)) asked.set(category, type);
  return asked;
}

/** Presidio's entity type for our category; categories without a counterpart keep their name. */
export function toPresidio(category: string): string {
  return TO.get(category) ?? category;
}

/** The entity types that this engine can return, in Presidio's names (its `/supportedentities`). */
export function presidioEntities(categories: Iterable<string>): string[] {
  return [...new Set([...categories].map(toPresidio))].sort();
}
