import { parseArgs } from "node:util"
import { StartError } from "../settings.ts"
import { type Name as BriefMetric, metrics as briefMetrics } from "./corpus/metrics.ts"
import { type Name as StakeholderMetric, metrics as stakeholderMetrics } from "./elicit/metrics.ts"
import { CONTROLS, type Control, type Hearing, PERSONAS, type Persona } from "./elicit/persona.ts"
import { Aspect } from "./elicit/scenario.ts"
import type { Chosen } from "./files.ts"
import type { Keeping } from "./measure.ts"
import type { Threshold } from "./report.ts"

/** On one line, as every reason not to start. */
const USAGE = `Usage: pnpm evaluate [FOLDER …] [--only NAME] [--detail] [--taps] [--stand-in | --url URL] [--save FOLDER | --saved FOLDER] [--kind 0.85 …], or
  pnpm evaluate --elicit [FOLDER …] [--persona ${PERSONAS.join("|")}] [--control ${CONTROLS.join("|")}] [--choices] [--paragraph] [--more 1]
  [--aspect look=0.6 …] [--at12 0.75 …] and the same; evaluation/README.md says what they do`

type Common = Chosen &
  Keeping & {
    /** Says what to look at. */
    isDetailed: boolean
    /** Asks a model that is a program on this machine, not whom the settings name. */
    isStandIn: boolean
    /** Of a server that runs already. */
    url: string | undefined
  }

export type BriefOptions = Common & {
  ruler: "briefs"
  /** Thresholds are for the document that the visitor has sorted. */
  isSorted: boolean
  thresholds: Threshold<BriefMetric>[]
}

export type StakeholderOptions = Common & {
  ruler: "stakeholders"
  persona: Persona
  control: Control | undefined
  hearing: Hearing
  more: number
  thresholds: Threshold<StakeholderMetric>[]
  aspects: Threshold<Aspect>[]
}

export type Options = BriefOptions | StakeholderOptions

const common = {
  only: { type: "string", default: "" },
  detail: { type: "boolean", default: false },
  "stand-in": { type: "boolean", default: false },
  url: { type: "string" },
  save: { type: "string" },
  saved: { type: "string" },
} as const

/** @throws {StartError} */
export function readOptions(args: string[]): Options {
  try {
    return args.includes("--elicit") ? readStakeholderOptions(args) : readBriefOptions(args)
  } catch {
    throw new StartError(USAGE)
  }
}

function readBriefOptions(args: string[]): BriefOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...common, taps: { type: "boolean", default: false }, ...limitsOf(briefMetrics) },
  })
  return {
    ...commonOf(values, positionals),
    ruler: "briefs",
    isSorted: values.taps,
    thresholds: thresholdsOf(briefMetrics, values),
  }
}

function readStakeholderOptions(args: string[]): StakeholderOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...common,
      elicit: { type: "boolean" },
      persona: { type: "string", default: "strict" },
      control: { type: "string" },
      choices: { type: "boolean", default: false },
      paragraph: { type: "boolean", default: false },
      more: { type: "string", default: "1" },
      aspect: { type: "string", multiple: true, default: [] },
      ...limitsOf(stakeholderMetrics),
    },
  })
  return {
    ...commonOf(values, positionals),
    ruler: "stakeholders",
    persona: oneOf(PERSONAS, values.persona),
    control: values.control === undefined ? undefined : oneOf(CONTROLS, values.control),
    hearing: { hasChoices: values.choices, hasParagraph: values.paragraph },
    more: numberOf(values.more),
    thresholds: thresholdsOf(stakeholderMetrics, values),
    aspects: values.aspect.map((text) => {
      const [aspect, limit] = text.split("=")
      return { name: oneOf(Aspect.options, aspect), limit: numberOf(limit) }
    }),
  }
}

type CommonValues = {
  only: string
  detail: boolean
  "stand-in": boolean
  url?: string | undefined
  save?: string | undefined
  saved?: string | undefined
}

const commonOf = (values: CommonValues, folders: string[]): Common => ({
  folders,
  only: values.only,
  isDetailed: values.detail,
  isStandIn: values["stand-in"],
  url: values.url,
  save: values.save,
  saved: values.saved,
})

/** Every metric is an option. */
const limitsOf = <Name extends string>(metrics: Readonly<Record<Name, unknown>>) =>
  Object.fromEntries(Object.keys(metrics).map((name) => [name, { type: "string" }])) as Record<Name, { type: "string" }> // of the same names

function thresholdsOf<Name extends string>(
  metrics: Readonly<Record<Name, unknown>>,
  values: Partial<Record<NoInfer<Name>, string | undefined>>,
): Threshold<Name>[] {
  const names = Object.keys(metrics) as Name[] // no others are in it
  return names.flatMap((name) => (values[name] === undefined ? [] : [{ name, limit: numberOf(values[name]) }]))
}

function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new Error(`not one of ${values.join(", ")}`)
  return found
}

function numberOf(text: string | undefined): number {
  const number = Number(text || Number.NaN)
  if (!(number >= 0)) throw new Error("not a number")
  return number
}
