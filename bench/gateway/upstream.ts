// A provider that costs next to nothing: one answer of about 840 bytes, or 64 deltas. `node upstream.ts [PAUSE_MS]`
// prints its port. With a pause the deltas come that far apart, else all at once after the first.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const SENTENCES = [
  "The order left the warehouse this morning and should arrive before the weekend.",
  "You can change the delivery window from the tracking page until the evening before.",
  "If nobody is at home, the driver leaves a note with the address of the nearest depot.",
  "The return label is in the box; print another one from your account if it got lost.",
  "Refunds take three to five working days after the parcel reached us.",
  "Let me know if you would like a call from the local depot instead.",
];
const pauseMs = Number(process.argv[2] ?? 0);
let asked = 0;

/** Another order of the sentences each time, so that nothing can be answered from memory. */
function nextText(): string {
  asked += 1;
  const first = asked % SENTENCES.length;
  const step = 1 + (Math.floor(asked / SENTENCES.length) % (SENTENCES.length - 1));
  const order = SENTENCES.map((_, index) => SENTENCES[(first + index * step) % SENTENCES.length]!);
  return `Ticket ${asked % 9973}. ${order.join(" ")}`.slice(0, 560);
}

const head = (id: number) => ({ id: `chatcmpl-bench${id}`, created: 1_700_000_000, model: "bench" });
const usage = { prompt_tokens: 120, completion_tokens: 90, total_tokens: 210 };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const streamed = Buffer.concat(chunks).includes('"stream":true');
    const text = nextText();
    if (!streamed) {
      const choice = { index: 0, message: { role: "assistant", content: text }, logprobs: null, finish_reason: "stop" };
      const body = JSON.stringify({ ...head(asked), object: "chat.completion", choices: [choice], usage });
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
      response.end(body);
      return;
    }
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    const words = text.split(/(?<= )/);
    const frame = (delta: object, finish: string | null): string =>
      `data: ${JSON.stringify({
        ...head(asked),
        object: "chat.completion.chunk",
        choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      })}\n\n`;
    const frames = Array.from({ length: 64 }, (_, index) =>
      frame({ ...(index === 0 ? { role: "assistant" } : {}), content: words[index % words.length] }, null),
    );
    const end = `${frame({}, "stop")}data: [DONE]\n\n`;
    if (pauseMs === 0) {
      response.write(frames[0]);
      response.end(frames.slice(1).join("") + end);
      return;
    }
    let sent = 0;
    const send = (): void => {
      if (response.destroyed) return;
      response.write(frames[sent]);
      sent += 1;
      if (sent < frames.length) setTimeout(send, pauseMs);
      else response.end(end);
    };
    send();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
