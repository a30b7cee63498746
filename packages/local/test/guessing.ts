import { interviewing } from "../src/stand-in/interviewer/interviewing.ts"
import type { Script } from "../src/stand-in/play.ts"

/** A model that only concludes what it writes down. */
export const guessing: Script = (call) => {
  const { tools = [], ...play } = interviewing(call)
  return { ...play, tools: JSON.parse(JSON.stringify(tools).replaceAll('"stated"', '"inferred"')) }
}
