import { createJsonChannel } from "./json-channel.ts";
import type { Channel, ChannelOptions } from "./prose-channel.ts";

/** Arguments longer than this are not kept whole to see where they lead. */
const MAX_CALL = 256 * 1024;

/** Arguments of a call that may lead to a host which only untrusted text named: nothing is given out before the end. */
function createGuardedChannel(options: ChannelOptions): Channel {
  const parts: string[] = [];
  let length = 0;
  let open: Channel | null = null;
  return {
    push(text) {
      if (open !== null) return open.push(text);
      parts.push(text);
      length += text.length;
      if (length <= MAX_CALL) return "";
      open = createJsonChannel({ ...options, place: "sealed" });
      return open.push(parts.join(""));
    },
    end() {
      if (open !== null) return open.end();
      const text = parts.join("");
      const place = options.exchange.placeOfCall(text);
      const channel = createJsonChannel({ ...options, place });
      return channel.push(text) + channel.end();
    },
    get held() {
      return open === null ? length : open.held;
    },
  };
}

/** JSON text, or text that turns out to be JSON by its first character. */
export function createChannel(options: ChannelOptions): Channel {
  if (options.place === "arguments" && options.exchange.links.hasForeign()) return createGuardedChannel(options);
  return createJsonChannel(options);
}
