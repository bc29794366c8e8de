import { foldText } from "../characters.ts";

/** Shorter words are hardly ever names of diseases by their ending alone. */
export const MEDICAL_CHARS = 8;

/** Endings of diseases, drugs and operations whose names no list holds. */
const ENDINGS =
  /(?:itis|litiasis|iasis|[^cp]osis|ciatica|[cl]emia|emia|patia|pathy|plejia|plegia|paresia|algia|ectomia|ectomy|plastia|plasty|ostomia|ostomy|sarcoma|carcinoma|blastoma|linfoma|penia|[^t]uria|sclerosis|esclerosis|trofia|dystrophy|gliptina|gliflozina?|[ai]statina?|sartan|azepam|azolam|oxetina?|tiroxina|[^a]triptilina|cilina|cillin|micina|mycin|floxacino?|tinib|zumab|ximab|limumab|prazol|setron|triptan|vir)$/;
const ORDINARY =
  /^(?:simpatia|empatia|apatia|antipatia|telepatia|sympathy|empathy|telepathy|antipathy|homeopatia|academia|epidemia|pandemia|bohemia|blasfemia|alquimia|vendimia|hipotesis|metamorfosis|simbiosis|symbiosis|hypnosis|hipnosis|osmosis|diagnosis|prognosis|apoteosis|overdosis|nostalgia|neuralgias|centuria|injuria|penuria|lujuria|curia|servir|convivir|recibir|sobrevivir|revivir|escribir|subscribir|filatelia|mitosis|meiosis|academias|fotosintesis|gentis|gratis|elvir|nubia|toxemias|metempsicosis|astoria|gemini|osadia|atrofiar|olimpiasis)$/;

/** The last letters by which most words are passed over. */
const LAST = new Set([..."syaenmbrlo"].map((char) => char.charCodeAt(0)));

/** Whether a word ends as names of diseases, drugs and operations do. */
export function isMedicalWord(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1) | 32;
  if (!LAST.has(last) || end - start > 32) return false;
  const folded = foldText(text.slice(start, end));
  return ENDINGS.test(folded) && !ORDINARY.test(folded);
}
