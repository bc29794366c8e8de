/** Tokens that differ from the category's name: the reference's names for them. */
const TOKENS: Readonly<Record<string, string>> = { MEDICAL_LICENSE: "LICENSE", NRP: "ID_NUMBER" };

/**
 * The name inside a category's token: the reference's sixteen (EMAIL, PHONE, SSN, CURP, RFC, CREDIT_CARD, IP_ADDRESS,
 * IBAN, PERSON, LOCATION, DATE, ID_NUMBER, LICENSE, BANK_ACCOUNT, PASSPORT, DRIVER_LICENSE) and one per further
 * category, which is the category itself.
 */
export function tokenName(category: string): string {
  return Object.hasOwn(TOKENS, category) ? TOKENS[category]! : category;
}

/** `[PERSON]` */
export function placeholder(category: string): string {
  return `[${tokenName(category)}]`;
}
