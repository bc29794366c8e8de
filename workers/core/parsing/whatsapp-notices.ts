/**
 * What WhatsApp itself writes into an export, by kind and language. Patterns see one line, without direction marks,
 * and must cover all of it: `turn left` is what a person wrote, `Ana left` stands on a line of its own without a
 * sender. All are bounded, so that matching is linear.
 */
const MEDIA: Record<string, readonly string[]> = {
  es: [
    "<multimedia omitido>",
    "(?:imagen|v[ií]deo|audio|sticker|gif|documento|archivo|nota de v[ií]deo|tarjeta de contacto) omitid[oa]",
    "mensaje(?: de voz)? de visualizaci[oó]n [uú]nica omitido",
  ],
  en: [
    "<media omitted>",
    "(?:image|video|audio|sticker|gif|document|file|video note|contact card) omitted",
    "view once (?:voice )?message omitted",
    "null",
  ],
  pt: [
    "<(?:arquivo de )?m[ií]dia (?:ocult|omitid)[oa]>",
    "(?:imagem|v[ií]deo|[aá]udio|figurinha|gif|documento|arquivo|cart[aã]o d[eo] contato) (?:ocultad|omitid|ocult)[oa]",
  ],
  fr: [
    "<m[eé]dias? omis>",
    "<fichier omis>",
    "(?:image|vid[eé]o|audio|sticker|autocollant|gif|document|fichier|fiche contact) (?:absente?|omise?)",
  ],
};

const DELETED: Record<string, readonly string[]> = {
  es: ["se elimin[oó] este mensaje", "eliminaste este mensaje", "este mensaje fue eliminado"],
  en: ["this message was deleted(?: by admin)?", "you deleted this message"],
  pt: ["(?:est|ess)?a? ?mensagem (?:foi )?apagada", "voc[eê] apagou (?:est|ess)a mensagem"],
  fr: ["ce message a [eé]t[eé] supprim[eé]", "vous avez supprim[eé] ce message"],
};

const CALLS: Record<string, readonly string[]> = {
  es: ["(?:llamada|videollamada)(?: grupal)?(?: de voz| de v[ií]deo)? perdida(?: a las? .{1,20})?"],
  en: ["missed (?:group )?(?:voice|video) call(?: at .{1,20})?"],
  pt: ["(?:chamada|liga[cç][aã]o) de (?:voz|v[ií]deo) perdida(?: [aà]s .{1,20})?"],
  fr: ["appel (?:vocal|vid[eé]o) manqu[eé](?: [aà] .{1,20})?"],
};

/** Texts that announce encryption, whoever the export names as their sender; they also open every export. */
const ENCRYPTION: Record<string, readonly string[]> = {
  es: ["los mensajes y las llamadas est[aá]n (?:ahora )?(?:cifrados|protegidos)"],
  en: ["messages (?:and calls |to this (?:chat|group)(?: and calls)? )are (?:now )?(?:end-to-end|secured)"],
  pt: ["as mensagens e (?:as )?(?:liga[cç][oõ]es|chamadas) (?:s[aã]o|est[aã]o) protegidas"],
  fr: ["les messages et (?:les )?appels sont (?:chiffr[eé]s|prot[eé]g[eé]s)"],
};

/** What a group notice does; only tried where the export marks the text as WhatsApp's own. */
const GROUP_ACTS: Record<string, readonly string[]> = {
  es: ["cre[oó]|a[nñ]adi[oó]|agreg[oó]|se uni[oó]|sali[oó]|elimin[oó] a|cambi[oó]|cambiaste|abandon[oó]|te uniste"],
  en: ["created|added|joined|left|removed|changed|pinned|turned on|turned off|now an admin|is a contact"],
  pt: ["criou|adicionou|entrou|saiu|removeu|mudou|alterou|voc[eê] entrou"],
  fr: ["a cr[eé][eé]|a ajout[eé]|a rejoint|a quitt[eé]|est partie?|a retir[eé]|a supprim[eé]|a chang[eé]|a modifi[eé]"],
};

const EDITED: Record<string, readonly string[]> = {
  es: ["se edit[oó] este mensaje"],
  en: ["this message was edited"],
  pt: ["(?:esta )?mensagem (?:foi )?editada"],
  fr: ["ce message a [eé]t[eé] modifi[eé]"],
};

const ATTACHMENT: Record<string, readonly string[]> = {
  es: ["adjunto", "archivo adjunto"],
  en: ["attached", "file attached"],
  pt: ["anexado", "anexo", "arquivo anexado"],
  fr: ["pi[eè]ce jointe", "fichier joint"],
};

function anyOf(table: Record<string, readonly string[]>): string {
  return Object.values(table).flat().join("|");
}

const WHOLE_LINE = new RegExp(`^(?:${anyOf(MEDIA)}|${anyOf(DELETED)}|${anyOf(CALLS)})\\.?$`, "i");
const MARKED_TAIL = new RegExp(`\\u200e(?:${anyOf(MEDIA)})$`, "i");
const ATTACHED_FILE = new RegExp(`^.{1,200} \\((?:${anyOf(ATTACHMENT)})\\)$`, "i");
const ATTACHED_TAG = new RegExp(`<(?:${anyOf(ATTACHMENT)}) ?: [^<>]{1,200}>`, "gi");
const EDITED_TAG = new RegExp(`<(?:${anyOf(EDITED)})\\.?>$`, "i");
const ENCRYPTION_START = new RegExp(`^(?:${anyOf(ENCRYPTION)})`, "i");
const GROUP_ACT = new RegExp(`(?:^|\\s)(?:${anyOf(GROUP_ACTS)})(?:\\s|[.:]|$)`, "i");
const QUOTE = /["“”«»]/;

/** True for the notice with which every export begins. */
export function opensChat(text: string): boolean {
  return ENCRYPTION_START.test(text);
}

/** True for a text that the export marks as WhatsApp's own (`marked`) and that speaks of the group, not to it. */
export function isGroupNotice(text: string, marked: boolean): boolean {
  return marked && text.length < 400 && GROUP_ACT.test(text);
}

/** True when what stands before the first colon is not a sender but a notice such as `Ana changed the subject from "a`. */
export function isNoticeSender(sender: string): boolean {
  return QUOTE.test(sender) && GROUP_ACT.test(sender);
}

/** The line without markers of omitted media, attachments and edits; `""` when nothing else was there. */
export function withoutMarkers(line: string): string {
  let text = line;
  if (text.includes("\u200e")) {
    if (MARKED_TAIL.test(text)) return "";
    text = text.replaceAll("\u200e", "");
  }
  if (text.endsWith(">")) text = text.replace(ATTACHED_TAG, "").replace(EDITED_TAG, "").trimEnd();
  if (text.length > 240) return text;
  return WHOLE_LINE.test(text) || (text.endsWith(")") && ATTACHED_FILE.test(text)) ? "" : text;
}
