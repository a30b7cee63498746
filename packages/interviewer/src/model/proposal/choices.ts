import type * as Message from "@spec-wizard/core/protocol/message"
import { clean } from "@spec-wizard/core/text"
import { readJson } from "./json.ts"
import { all, isObject, wordsOf } from "./value.ts"

const MAX_CHOICES = 5
const MAX_LABEL = 80
const MAX_VALUE = 300

/** Two to five answers to tap. One that cannot be used is left out alone; without a value, its label is what is said. */
export function choicesIn(input: string): Message.Choice[] {
  const { value } = readJson(input)
  const given = isObject(value) ? value["choices"] : value
  const usable = all(given).flatMap((one) => {
    const label = said(isObject(one) ? (one["label"] ?? one["value"]) : one)
    const sent = said(isObject(one) ? one["value"] : undefined) || label
    return label !== "" && label.length <= MAX_LABEL && sent.length <= MAX_VALUE ? [{ label, value: sent }] : []
  })
  return usable.length < 2 ? [] : usable.slice(0, MAX_CHOICES)
}

const said = (value: unknown): string => clean(wordsOf(value) ?? "").trim()
