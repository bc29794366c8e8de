/** Head of the OpenAPI document. */
export const OPENAPI_INFO = {
  openapi: "3.1.0",
  info: {
    title: "UNCASE",
    version: "0.1.0",
    description:
      "Turns real conversations into certified synthetic training data, without personal data reaching a model, a dataset or a training run.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
};
