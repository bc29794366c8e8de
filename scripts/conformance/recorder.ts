// A provider that keeps what it gets and answers what it is told, on as many lanes as there are requests at once.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  status?: number;
  contentType: string;
  /** Written one by one, so that the borders of packets fall where they like. */
  pieces: readonly Uint8Array[];
}

export interface Lane {
  /** Base address without a slash at its end. */
  url: string;
  /** Bodies since the last `expect`. */
  received: string[];
  /** Forgets what came, and answers with this from now on. */
  expect(answer: (body: string) => Answer): void;
}

export interface Recorder {
  lanes: readonly Lane[];
  stop(): Promise<void>;
}

export async function startRecorder(count: number): Promise<Recorder> {
  const answers = Array.from({ length: count }, () => (_body: string): Answer => ({ contentType: "", pieces: [] }));
  const received: string[][] = answers.map(() => []);
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString("utf8");
      const index = Number(/^\/lane(\d+)\//.exec(request.url ?? "")?.[1]);
      received[index]!.push(body);
      const { contentType, pieces, status = 200 } = answers[index]!(body);
      response.writeHead(status, { "content-type": contentType });
      for (const piece of pieces) response.write(piece);
      response.end();
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const lanes = answers.map((_, index): Lane => ({
    url: `http://127.0.0.1:${port}/lane${index}`,
    received: received[index]!,
    expect(answer) {
      received[index]!.length = 0;
      answers[index] = answer;
    },
  }));
  return {
    lanes,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
