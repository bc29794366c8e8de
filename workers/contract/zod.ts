// zod with the `.openapi(name)` method, so that one declaration gives validation, types and the OpenAPI components.
import { extendZodWithOpenApi } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";

extendZodWithOpenApi(z);

export { z };
