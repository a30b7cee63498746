import type { Item } from "../table/table.ts"

/** An item as a stream's record has it. Lambda gets it as JSON: bytes in base64, numbers as text. */
export type Image = Record<string, unknown>

export function itemOf(image: Image): Item {
  const { pk, sk, ...rest } = fieldsOf(image)
  if (typeof pk !== "string" || typeof sk !== "string") throw new ImageUnreadableError()
  return { pk, sk, ...rest }
}

class ImageUnreadableError extends Error {}

const fieldsOf = (image: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, typedValue(value)]))

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html */
function typedValue(typed: unknown): unknown {
  const [[type, value] = []] = typeof typed === "object" && typed !== null ? Object.entries(typed) : []
  switch (type) {
    case "S":
    case "BOOL":
    case "SS":
      return value
    case "NULL":
      return null
    case "N":
      return Number(value)
    case "B":
      return Buffer.from(String(value), "base64")
    case "L":
      if (Array.isArray(value)) return value.map(typedValue)
      break
    case "M":
      if (typeof value === "object" && value !== null) return fieldsOf(value)
  }
  throw new ImageUnreadableError()
}
