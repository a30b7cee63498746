import type { Call } from "../call.ts"
import type { Play } from "../play.ts"
import { fill } from "./fill.ts"
import { lastWords, wholeText } from "./visitor.ts"

/** A call that offers no tools of the interview and asks whether a message belongs here. */
export const isScreening = (call: Call): boolean =>
  !call.tools.includes("propose") &&
  (verdictSchema(call) !== undefined || /\bon.?topic\b|\bverdict\b/i.test(wholeText(call)))

export function screened(call: Call): Play {
  const onTopic = !isElsewhere(lastWords(call))
  const schema = verdictSchema(call)
  const verdict = schema
    ? fill(schema, { onTopic, text: onTopic ? "It is about the project." : "It is not." })
    : { onTopic }
  // Where structured answers are not to be had otherwise, the SDK offers a tool of that name.
  return call.tools.includes("json")
    ? { tools: [{ name: "json", input: verdict }] }
    : { text: [JSON.stringify(verdict)] }
}

const verdictSchema = ({ format, schemas }: Call) =>
  [format, schemas["json"]].find((schema) => schema?.properties && "onTopic" in schema.properties)

const elsewhere = [
  /\b(write|tell|give|make|compose|bake)\s+(me\s+)?(an?|my|some|the)\s+(\w+\s+)?(poem|essay|recipe|joke|song|story|homework|horoscope)\b/i,
  /\b(weather|horoscope)\b.*\?/i,
  /\b(schreib|erzähl|gib|mach)\w*\s+(mir\s+)?(ein|eine|einen|meine|meinen)\s+(\w+\s+)?(gedicht|aufsatz|rezept|witz|lied|geschichte|hausaufgaben)\b/i,
  /\b(escribe|escríbeme|cuenta|cuéntame|dame|haz|hazme)\s+(un|una|mi|mis)\s+(\w+\s+)?(poema|ensayo|receta|chiste|canción|cuento|deberes)/i,
  /(écris|raconte|donne|fais)(-moi)?\s+(un|une|mon|mes)\s+(\w+\s+)?(poème|essai|recette|blague|chanson|histoire|devoirs)/i,
]

const isElsewhere = (text: string) => elsewhere.some((pattern) => pattern.test(text))
