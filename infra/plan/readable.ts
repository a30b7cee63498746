import { ARCHIVE, ASSET, type Properties, SECRET, SIGNATURE } from "./pulumi.ts"

/** What was sent to the engine, as people and tests want to read it. */
export type Reader = {
  /** Takes out of a path what only this run knows. */
  shorten(text: string): string
  isSecret(text: string): boolean
}

export function readable(inputs: Properties, reader: Reader): Properties {
  // The code of a dynamic provider, serialised.
  const { __provider, ...rest } = inputs
  return fields(rest, (each) => read(each, false))

  /**
   * Pulumi holds all of an Output for secret when any part of it is, and whatever was made of it: a function's whole environment for one
   * key in it. Here only those texts are marked that have a secret in them.
   */
  function read(value: unknown, isSealed: boolean): unknown {
    if (typeof value === "string") return isSealed && reader.isSecret(value) ? { $secret: value } : plain(value)
    if (Array.isArray(value)) return value.map((each) => read(each, isSealed))
    if (!value || typeof value !== "object") return value
    const object: Properties = { ...value }
    switch (object[SIGNATURE]) {
      case SECRET:
        return read(object["value"], true)
      case ASSET:
      case ARCHIVE:
        return { $asset: read(object["path"] ?? object["text"] ?? object["uri"] ?? object["assets"], isSealed) }
      default:
        return fields(object, (each) => read(each, isSealed))
    }
  }

  function plain(text: string): string {
    return MOMENT.test(text) ? "<moment>" : reader.shorten(text)
  }
}

const fields = (object: Properties, read: (value: unknown) => unknown): Properties =>
  Object.fromEntries(Object.entries(object).map(([key, each]) => [key, read(each)]))

/** Milliseconds since 1970, by which SST makes a command run again each time. */
const MOMENT = /^1[789]\d{11}$/
