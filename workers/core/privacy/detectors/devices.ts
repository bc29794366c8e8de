// Numbers and names of devices and of their parts.
import { imei, luhn } from "../checksums.ts";
import type { Detector } from "../detector.ts";

export const DEVICES: readonly Detector[] = [
  {
    name: "device-name",
    category: "DEVICE_ID",
    trigger: "word",
    words: "desktop|laptop|win",
    side: "here",
    match: /(?:DESKTOP|LAPTOP|WIN)-(?=[A-Z]{0,10}\d)[A-Z0-9]{6,12}/y,
    scores: [0, 0.93, 0, 0],
  },
  {
    name: "imei",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [2, 15],
    minDigits: 15,
    match: /(?:\d{15}|\d{2}[ -]\d{6}[ -]\d{6}[ -]\d)(?![.-]?\d)/y,
    check: imei,
    cues: ["device"],
    scores: [0, 0.85, 0.45, 0.99],
  },
  {
    name: "imei-alone",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [15],
    opens: "389",
    match: /(?:35|86|99)\d{13}(?![.-]?\d)/y,
    check: imei,
    weak: true,
    against: ["product", "order", "money"],
    scores: [0, 0, 0.6, 0.6],
  },
  {
    name: "iccid",
    category: "DEVICE_ID",
    trigger: "number",
    starts: [19, 20],
    match: /89\d{17,18}(?!\d)/y,
    check: luhn,
    cues: ["device", "phone"],
    scores: [0, 0.8, 0.6, 0.97],
  },
  {
    // "s/n" is "sin número" before a postal code and its town.
    name: "device-labelled",
    category: "DEVICE_ID",
    trigger: "word",
    words:
      "imei|imsi|s n|serial|serial number|serial no|numero serie|device id|device identifier|udi|anydesk|teamviewer|iccid|android id",
    match:
      /(?:(?:number|n[uú]mero|no|es|is|id|del|de|the)[\s:.#º°]{1,3}){0,3}((?!\d{5}\.? \p{Lu}[\p{Ll}'’])(?!(?:DEMO|TEST|SAMPLE)-)(?=[A-Z0-9]{0,8}-?\d)[A-Z0-9]{4,20}(?:[ -]\d{2,6}){0,3}(?<=\d[A-Z]{0,6}))/uy,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "device-serial",
    category: "DEVICE_ID",
    trigger: "word",
    words: "serie|serial|s n",
    match: /(?=[A-Z0-9]{0,11}\d)(?=[A-Z0-9]{0,11}[A-Z])[A-Z0-9]{9,14}(?![-/.]?[A-Za-z0-9])/y,
    scores: [0, 0.8, 0, 0],
  },
  {
    name: "uuid",
    category: "DEVICE_ID",
    trigger: "code",
    starts: [8],
    match: /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/y,
    cues: ["device"],
    scores: [0.2, 0.85, 0, 0],
  },
];
