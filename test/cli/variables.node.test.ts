import { expect, it } from "vitest";
import { workerVariables } from "../../scripts/runtime/variables.ts";
import { VARIABLES } from "../../workers/platform/config.ts";

it("`npm start` passes on every variable that the Worker reads, and each is documented", () => {
  expect(workerVariables().toSorted()).toEqual([...VARIABLES].toSorted());
});
