import { describe, expect, it } from "vitest";
import { createPrivacyEngine } from "../../../workers/core/privacy/engine.ts";
import { POLICIES } from "../../../workers/core/privacy/policies.ts";

const engine = createPrivacyEngine({ recogniser: null });

/** Addresses at the gateway point, by structured detectors alone. */
function addressesIn(text: string): string[] {
  return engine
    .scan(text, { policy: POLICIES.gateway })
    .filter(({ category }) => category === "ADDRESS")
    .map(({ end, start }) => text.slice(start, end));
}

describe("addresses of other shapes", () => {
  it.each([
    ["Please send it to PSC 3310, Box 5502, APO AE 09704 by Friday", "PSC 3310, Box 5502, APO AE 09704"],
    ["mail: Unit 6614 Box 0871, DPO AP 96338", "Unit 6614 Box 0871, DPO AP 96338"],
    ["USS Tamarack\nFPO AP 96601-1180", "USS Tamarack\nFPO AP 96601-1180"],
    ["Wohnhaft Nelkenstraße 27b, 80331 München", "Nelkenstraße 27b, 80331 München"],
    ["bezorgen op Bloemgracht 88, 1015 TN Amsterdam", "Bloemgracht 88, 1015 TN Amsterdam"],
    ["I live at 6 Drottninggatan 41 now", "6 Drottninggatan 41"],
    ["abita in Viale Monza 41", "Viale Monza 41"],
    ["mieszka przy ul. Dworcowa 4/12", "ul. Dworcowa 4/12"],
    ["Invoice\n\nSuite 210\n Porto\n PT 4050", "Suite 210\n Porto\n PT 4050"],
    ["To:\nP.O. Box 5120\nSan Angelo, TX 76903", "P.O. Box 5120\nSan Angelo, TX 76903"],
    ["She lives at 77 Rua das Flores 12 and works nearby", "77 Rua das Flores 12"],
  ])("%j holds %j", (text, address) => {
    expect(addressesIn(text)).toEqual([address]);
  });

  it.each([
    "Spring 2024 went its own way 3 times",
    "Headway 30, Norway 2 - Sweden 1, Galway 3",
    "fly via Terminal 2, via Gate 41",
    "Suite 12\nTraining room",
    "Orders\nRef AB 12345\nFlight IB 6845\n",
    "APO is the apolipoprotein 4 times",
    "the price of 40 avenues in 2019",
  ])("%j holds none", (text) => {
    expect(addressesIn(text)).toEqual([]);
  });

  it("leaves the count before a street alone where nothing says that it is a number of a house", () => {
    expect(addressesIn("pedido 4521 Calle Mayor 14")).toEqual(["Calle Mayor 14"]);
  });
});
