import { DETECTORS } from "../privacy/detectors/table.ts";
import { SPECIAL_CATEGORY_NAMES } from "../privacy/policies.ts";
import { fromPresidio } from "../privacy/presidio.ts";

const words = (list: string): readonly string[] => list.split(" ");

/** What the recogniser finds, and what a value may make of a finding, besides the categories of detectors' rows. */
const FURTHER = words("PERSON LOCATION ORGANIZATION DATE AGE_OVER_89");

/** Every category that Layer 0 can find. */
export const CATEGORIES: ReadonlySet<string> = new Set([
  ...DETECTORS.map(({ category }) => category),
  ...SPECIAL_CATEGORY_NAMES,
  ...FURTHER,
]);

/** Our categories for what compliance profiles name more broadly than we do, or by another name. */
const OURS: ReadonlyMap<string, readonly string[]> = new Map([
  ["LOCATION", words("LOCATION ADDRESS COORDINATES ZIP CADASTRAL_REF")],
  ["DATE_TIME", words("DATE DATE_OF_BIRTH AGE_OVER_89")],
  [
    "NRP",
    words(
      "ID_NUMBER DNI NIE NIF NIR NIT NSS INE CURP RFC CPF CUIT RUC RUT CEDULA TARJETA_IDENTIDAD NINO NHS_NUMBER SSN ITIN",
    ),
  ],
  ["US_BANK_NUMBER", words("BANK_ACCOUNT IBAN SWIFT")],
  ["CREDIT_CARD", words("CREDIT_CARD CARD_EXPIRY CARD_SECURITY_CODE")],
  ["IP_ADDRESS", words("IP_ADDRESS MAC_ADDRESS")],
  ["MEDICAL_RECORD_NUMBER", words("MEDICAL_RECORD NHS_NUMBER")],
  ["HEALTH_PLAN_NUMBER", words("HEALTH_PLAN POLICY_NUMBER")],
  ["CERTIFICATE_NUMBER", words("MEDICAL_LICENSE DRIVER_LICENSE")],
  ["VEHICLE_IDENTIFIER", words("VIN LICENSE_PLATE")],
  ["DEVICE_IDENTIFIER", words("DEVICE_ID MAC_ADDRESS")],
  ["BIOMETRIC_IDENTIFIER", words("BIOMETRIC_DATA")],
]);

/** The categories of Layer 0 that a compliance profile means by one of its names. */
export function categoriesOf(profileName: string): readonly string[] {
  return OURS.get(profileName) ?? [fromPresidio(profileName)];
}
