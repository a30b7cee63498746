import { parseArgs } from "node:util"
import { StartError } from "../settings.ts"

/** On one line, as every reason not to start. */
const USAGE = `Usage: pnpm evaluate [BRIEF.md …] [--stand-in] [--turns 12] [--show] [--out FILE] [--at-least found=0.6 …], where what can be held to
  a least is the mean of found, quotes or named`

const SHARES = ["found", "quotes", "named"] as const
export type Threshold = { share: (typeof SHARES)[number]; least: number }

type Options = {
  /** None: all of ours. */
  files: string[]
  /** Asks a model that is a program on this machine, not whom the settings name. */
  isStandIn: boolean
  /** Writes the conversations to standard error. */
  isShown: boolean
  /** The most answers after a brief's own messages. */
  turns: number
  out: string | undefined
  thresholds: Threshold[]
}

/** @throws {StartError} */
export function readOptions(args: string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        "stand-in": { type: "boolean", default: false },
        show: { type: "boolean", default: false },
        turns: { type: "string", default: "12" },
        out: { type: "string" },
        "at-least": { type: "string", multiple: true, default: [] },
      },
    })
    const turns = Number(values.turns)
    if (!Number.isInteger(turns) || turns < 0) throw new Error("not a number of turns")
    return {
      files: positionals,
      isStandIn: values["stand-in"],
      isShown: values.show,
      turns,
      out: values.out,
      thresholds: values["at-least"].map(threshold),
    }
  } catch {
    throw new StartError(USAGE)
  }
}

function threshold(text: string): Threshold {
  const [name, value] = text.split("=")
  const share = SHARES.find((one) => one === name)
  const least = Number(value || Number.NaN)
  if (share === undefined || !(least >= 0 && least <= 1)) throw new Error("not a threshold")
  return { share, least }
}
