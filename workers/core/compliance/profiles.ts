import type { MetricName } from "../../contract/quality.ts";

/** What a regulation asks of a dataset: categories of personal data, thresholds, privacy budget, keeping and access. */
export interface ComplianceProfile {
  readonly name: string;
  readonly regulation: string;
  readonly description: string;
  readonly jurisdictions: readonly string[];
  readonly pii_categories: readonly string[];
  /** Minima, except `privacy_score` and `memorizacion`, which are maxima. */
  readonly quality_thresholds: Readonly<Partial<Record<MetricName, number>>>;
  readonly dp_required: boolean;
  readonly dp_max_epsilon: number;
  readonly audit_required: boolean;
  /** How long personal data may be kept, in days. */
  readonly data_retention_days: number;
  readonly encryption_at_rest: boolean;
  readonly access_control: "rbac" | "rbac_with_mfa";
  readonly additional_rules: Readonly<Record<string, string>>;
}

const words = (list: string): readonly string[] => Object.freeze(list.split(" "));

function thresholds(rouge: number, fidelity: number, diversity: number, coherence: number, memorisation: number) {
  return Object.freeze({
    rouge_l: rouge,
    fidelidad_factual: fidelity,
    diversidad_lexica: diversity,
    coherencia_dialogica: coherence,
    privacy_score: 0,
    memorizacion: memorisation,
  });
}

const COMMON = "PERSON DATE_TIME PHONE_NUMBER EMAIL_ADDRESS LOCATION";

const PROFILES: readonly ComplianceProfile[] = [
  {
    name: "hipaa",
    regulation: "Health Insurance Portability and Accountability Act",
    description: "Protected health information of patients in the United States, de-identified before any use.",
    jurisdictions: words("US"),
    pii_categories: words(
      `${COMMON} US_SSN MEDICAL_LICENSE US_BANK_NUMBER IP_ADDRESS US_PASSPORT US_DRIVER_LICENSE NRP MEDICAL_RECORD_NUMBER ` +
        "HEALTH_PLAN_NUMBER ACCOUNT_NUMBER CERTIFICATE_NUMBER VEHICLE_IDENTIFIER DEVICE_IDENTIFIER URL BIOMETRIC_IDENTIFIER",
    ),
    quality_thresholds: thresholds(0.65, 0.95, 0.55, 0.9, 0.005),
    dp_required: true,
    dp_max_epsilon: 3,
    audit_required: true,
    data_retention_days: 2555,
    encryption_at_rest: true,
    access_control: "rbac_with_mfa",
    additional_rules: {
      minimum_necessary: "Use and disclose only what the purpose needs.",
      business_associate: "Every processor signs a business associate agreement.",
      breach_notification: "Notify within 60 days of discovery.",
      training_required: "Everyone with access is trained.",
      de_identification: "Safe Harbor or Expert Determination before secondary use.",
    },
  },
  {
    name: "gdpr",
    regulation: "General Data Protection Regulation",
    description: "Personal data of people in the European Union, the European Economic Area and the United Kingdom.",
    jurisdictions: words("EU EEA UK"),
    pii_categories: words(
      `${COMMON} IBAN_CODE IP_ADDRESS NRP CREDIT_CARD GENETIC_DATA BIOMETRIC_DATA POLITICAL_OPINION RELIGIOUS_BELIEF ` +
        "TRADE_UNION_MEMBERSHIP SEXUAL_ORIENTATION CRIMINAL_RECORD",
    ),
    quality_thresholds: thresholds(0.65, 0.9, 0.55, 0.85, 0.008),
    dp_required: true,
    dp_max_epsilon: 5,
    audit_required: true,
    data_retention_days: 365,
    encryption_at_rest: true,
    access_control: "rbac",
    additional_rules: {
      lawful_basis: "Every processing names its basis under Article 6.",
      data_minimization: "Only what the purpose needs.",
      right_to_erasure: "Erase within 30 days of a request.",
      right_to_portability: "Hand data over in a machine-readable form.",
      dpia_required: "An impact assessment precedes high-risk processing.",
      cross_border: "Transfers outside the EEA need a safeguard of Chapter V.",
      dpo_required: "A data protection officer is named.",
    },
  },
  {
    name: "sox",
    regulation: "Sarbanes-Oxley Act",
    description: "Financial records of companies listed in the United States.",
    jurisdictions: words("US"),
    pii_categories: words(
      "PERSON PHONE_NUMBER EMAIL_ADDRESS US_SSN US_BANK_NUMBER CREDIT_CARD IBAN_CODE NRP ACCOUNT_NUMBER",
    ),
    quality_thresholds: thresholds(0.7, 0.95, 0.55, 0.9, 0.005),
    dp_required: true,
    dp_max_epsilon: 5,
    audit_required: true,
    data_retention_days: 2555,
    encryption_at_rest: true,
    access_control: "rbac_with_mfa",
    additional_rules: {
      internal_controls: "Controls over financial reporting are documented and tested.",
      audit_trail: "Every change is recorded and cannot be altered.",
      segregation_of_duties: "Nobody approves their own change.",
      change_management: "Changes are requested, reviewed and released.",
      material_weakness: "Material weaknesses are reported.",
    },
  },
  {
    name: "lfpdppp",
    regulation: "Ley Federal de Protección de Datos Personales en Posesión de los Particulares",
    description: "Personal data held by private parties in Mexico.",
    jurisdictions: words("MX"),
    pii_categories: words(`${COMMON} NRP CURP RFC CREDIT_CARD IP_ADDRESS`),
    quality_thresholds: thresholds(0.65, 0.9, 0.55, 0.85, 0.01),
    dp_required: false,
    dp_max_epsilon: 8,
    audit_required: true,
    data_retention_days: 365,
    encryption_at_rest: true,
    access_control: "rbac",
    additional_rules: {
      aviso_privacidad: "A privacy notice is given before data are collected.",
      consentimiento: "Consent is recorded; for sensitive data it is express and written.",
      derechos_arco: "Access, rectification, cancellation and opposition are answered in time.",
      transferencias: "Transfers are named in the notice and consented to.",
    },
  },
  {
    name: "ai_act",
    regulation: "EU Artificial Intelligence Act",
    description: "Data that train high-risk artificial intelligence systems in the European Union.",
    jurisdictions: words("EU EEA"),
    pii_categories: words(`${COMMON} BIOMETRIC_DATA GENETIC_DATA`),
    quality_thresholds: thresholds(0.7, 0.92, 0.6, 0.88, 0.008),
    dp_required: true,
    dp_max_epsilon: 5,
    audit_required: true,
    data_retention_days: 365,
    encryption_at_rest: true,
    access_control: "rbac",
    additional_rules: {
      risk_classification: "The system's risk class is stated.",
      transparency: "People know that they deal with a machine.",
      human_oversight: "A person can understand, stop and overrule it.",
      bias_testing: "Data are examined for bias.",
      technical_documentation: "Documentation as in Article 11 is kept.",
      conformity_assessment: "Conformity is assessed before release.",
    },
  },
];

/** The five profiles, frozen, in the order of the framework. */
export const COMPLIANCE_PROFILES: readonly ComplianceProfile[] = Object.freeze(
  PROFILES.map((profile) => Object.freeze({ ...profile, additional_rules: Object.freeze(profile.additional_rules) })),
);

/** A profile by name, whatever its case; null when there is none. */
export function findProfile(name: string): ComplianceProfile | null {
  const wanted = name.trim().toLowerCase();
  return COMPLIANCE_PROFILES.find((profile) => profile.name === wanted) ?? null;
}

/** Metrics whose threshold is a maximum, so that the lower of two is the stricter. */
const MAXIMA: ReadonlySet<string> = new Set(["privacy_score", "memorizacion"]);

/**
 * One profile that satisfies all of the given ones: unions of categories, jurisdictions and rules, the stricter of every
 * threshold, the smallest privacy budget among those that require one, the shortest keeping. Null for an empty list.
 */
export function intersectProfiles(profiles: readonly ComplianceProfile[]): ComplianceProfile | null {
  const first = profiles[0];
  if (first === undefined) return null;
  return profiles.slice(1).reduce(intersectPair, first);
}

function intersectPair(a: ComplianceProfile, b: ComplianceProfile): ComplianceProfile {
  if (a.name.split("+").includes(b.name)) return a;
  const thresholds: Partial<Record<MetricName, number>> = { ...a.quality_thresholds };
  for (const [metric, value] of Object.entries(b.quality_thresholds) as [MetricName, number][]) {
    const other = thresholds[metric];
    thresholds[metric] =
      other === undefined ? value : MAXIMA.has(metric) ? Math.min(other, value) : Math.max(other, value);
  }
  return Object.freeze({
    name: `${a.name}+${b.name}`,
    regulation: `${a.regulation}; ${b.regulation}`,
    description: `${a.description} ${b.description}`,
    jurisdictions: union(a.jurisdictions, b.jurisdictions),
    pii_categories: union(a.pii_categories, b.pii_categories),
    quality_thresholds: Object.freeze(thresholds),
    dp_required: a.dp_required || b.dp_required,
    dp_max_epsilon: strictestEpsilon(a, b),
    audit_required: a.audit_required || b.audit_required,
    data_retention_days: Math.min(a.data_retention_days, b.data_retention_days),
    encryption_at_rest: a.encryption_at_rest || b.encryption_at_rest,
    access_control: a.access_control === "rbac_with_mfa" ? a.access_control : b.access_control,
    additional_rules: Object.freeze({ ...a.additional_rules, ...b.additional_rules }),
  });
}

/** Where only one profile requires differential privacy its budget counts alone: the other's is advice. */
function strictestEpsilon(a: ComplianceProfile, b: ComplianceProfile): number {
  if (a.dp_required !== b.dp_required) return a.dp_required ? a.dp_max_epsilon : b.dp_max_epsilon;
  return Math.min(a.dp_max_epsilon, b.dp_max_epsilon);
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return Object.freeze([...new Set([...a, ...b])]);
}
