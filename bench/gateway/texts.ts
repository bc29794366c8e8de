// What the load says: another text every time, so that nothing is answered from memory.
const SENTENCES = [
  "I ordered two lamps last week and only one of them arrived, the box was open on one side.",
  "Please check whether the second one is still on its way or whether I should ask for my money back.",
  "The tracking page has said the same thing for three days now and nobody answers the telephone.",
  "It is a present, so it would help me to know before the weekend whether it will be here in time.",
  "You can write to me at lucia.marin@mail.example if anything is unclear about the order.",
];
let asked = 0;

/** A question of about 460 characters. */
export function nextText(): string {
  asked += 1;
  const from = asked % SENTENCES.length;
  return `Question ${asked}: ${SENTENCES.map((_, index) => SENTENCES[(from + index) % SENTENCES.length]!).join(" ")}`;
}
