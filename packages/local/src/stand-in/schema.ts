import * as z from "zod/mini"

/** What we understand of JSON Schema. */
export type Schema = {
  type?: string | string[] | undefined
  const?: unknown
  enum?: unknown[] | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  items?: Schema | undefined
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  minItems?: number | undefined
  maxLength?: number | undefined
  minimum?: number | undefined
  $ref?: string | undefined
  $defs?: Record<string, Schema> | undefined
}

export const Schema: z.ZodMiniType<Schema> = z.lazy(() =>
  z.looseObject({
    type: z.optional(z.union([z.string(), z.array(z.string())])),
    const: z.optional(z.unknown()),
    enum: z.optional(z.array(z.unknown())),
    properties: z.optional(z.record(z.string(), Schema)),
    required: z.optional(z.array(z.string())),
    items: z.optional(Schema),
    anyOf: z.optional(z.array(Schema)),
    oneOf: z.optional(z.array(Schema)),
    minItems: z.optional(z.number()),
    maxLength: z.optional(z.number()),
    minimum: z.optional(z.number()),
    $ref: z.optional(z.string()),
    $defs: z.optional(z.record(z.string(), Schema)),
  }),
)
