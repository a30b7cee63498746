import { execFile } from "node:child_process"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readBriefs } from "../../src/evaluate/corpus/brief.ts"
import { count, type Metric, median, most, percentage, share } from "../../src/evaluate/figure.ts"
import { readOptions } from "../../src/evaluate/options.ts"
import { misses, table, total } from "../../src/evaluate/report.ts"
import { spending } from "../../src/evaluate/spending.ts"
import { StartError } from "../../src/settings.ts"

const metrics = {
  kind: { head: "kind", of: share, better: "more", means: "facts of a kind that fits" },
  generated: { head: "gen", of: percentage, better: "less", means: "foreign words" },
  noise: { head: "noise", of: count, better: "less", means: "small talk" },
  words: { head: "words", of: median, better: "less", means: "words a question" },
  longest: { head: "max", of: most, better: "less", means: "words of the longest" },
} as const satisfies Record<string, Metric>

const rows = [
  { name: "boats", figures: { kind: [3, 4], generated: [1, 40], noise: [2], words: [3, 9, 4], longest: [9] } },
  { name: "an orchard", figures: { kind: [0, 0], generated: [0, 0], noise: [0], words: [20, 11], longest: [20] } },
]

describe("the table", () => {
  test("has a row for each, one that adds them up, and is aligned", () => {
    expect(table(metrics, "brief", rows)).toBe(
      [
        "brief        kind   gen  noise  words  max",
        "boats         3/4  2.5%      2      4    9",
        "an orchard      –     –      0     20   20",
        "total         3/4  2.5%      2      9   20",
        "            75.0%  2.5%",
      ].join("\n"),
    )
  })

  test("a limit looks where better is, holds the total, and a share of nothing misses none", () => {
    const sums = total(metrics, rows)
    const missed = (name: keyof typeof metrics, limit: number) => misses(metrics, sums, [{ name, limit }])
    expect(missed("kind", 0.75)).toEqual([])
    expect(missed("kind", 0.76)).toEqual(["FAIL  kind 0.75, wanted ≥ 0.76"])
    expect(missed("noise", 2)).toEqual([])
    expect(missed("noise", 1)).toEqual(["FAIL  noise 2, wanted ≤ 1"])
    expect(missed("generated", 0.02)).toEqual(["FAIL  generated 0.025, wanted ≤ 0.02"])
    expect(missed("words", 9)).toEqual([])
    expect(misses(metrics, total(metrics, rows.slice(1)), [{ name: "kind", limit: 1 }])).toEqual([])
  })
})

describe("what the turns took", () => {
  const ended = {
    seq: 3,
    id: "evt_01J00000000000000000000000",
    at: "2026-11-21T00:00:00.000Z",
    attempt: 1,
  } as const
  const turnId = "trn_01J00000000000000000000000" as const
  const completed = (model: string, costUsd?: number) => ({
    ...ended,
    turnId,
    type: "turn.completed" as const,
    messageId: "msg_01J00000000000000000000000" as const,
    model,
    asides: [],
    usage: { inputTokens: 100, outputTokens: 20, ...(costUsd !== undefined && { costUsd }) },
  })
  const failed = { ...ended, turnId, type: "turn.failed" as const, code: "model.failed", retryable: true, asides: [] }

  test("is known when each price is, and a guided turn in place of a model's spoils the figures", () => {
    expect(spending({ ends: [completed("openai/x", 0.5), completed("openai/x", 0.25)], asksModel: true })).toEqual({
      line: "2 turns, 200+40 tokens, $0.7500",
      faults: [],
    })
    expect(spending({ ends: [completed("openai/x"), completed("guided", 0), failed], asksModel: undefined })).toEqual({
      line: "3 turns, 200+40 tokens, unknown cost",
      faults: ["turns that did not end well: 1", "turns the guided interviewer answered in place of the model: 1"],
    })
    for (const asksModel of [false, undefined])
      expect(spending({ ends: [completed("guided", 0)], asksModel }).faults).toEqual([])
  })
})

describe("the options", () => {
  test("every metric is one, of its own ruler", () => {
    expect(readOptions(["--taps", "--kind", "0.85", "--inversions=0"])).toMatchObject({
      ruler: "briefs",
      isSorted: true,
      thresholds: [
        { name: "kind", limit: 0.85 },
        { name: "inversions", limit: 0 },
      ],
    })
    expect(readOptions(["--elicit", "--at12", "0.7", "--aspect", "look=0.6", "--persona", "terse"])).toMatchObject({
      ruler: "stakeholders",
      persona: "terse",
      thresholds: [{ name: "at12", limit: 0.7 }],
      aspects: [{ name: "look", limit: 0.6 }],
    })
  })

  test.each([
    ["--at12", "0.7"],
    ["--kind", "much"],
    ["--kind="],
    ["--elicit", "--taps"],
    ["--elicit", "--persona", "shy"],
    ["--elicit", "--control", "x"],
    ["--elicit", "--aspect", "taste=1"],
    ["--elicit", "--aspect", "look"],
    ["--brief=x"],
  ])("%s %s %s is refused with the usage", (...args) => {
    const given = args.filter((arg) => arg !== undefined)
    expect(() => readOptions(given)).toThrow(StartError)
    expect(() => readOptions(given)).toThrow(/^Usage/)
  })
})

const evaluation = path.join(import.meta.dirname, "evaluation")

describe("a key", () => {
  test.each([
    ["{}", /kiosk\.json cannot be read: language: /],
    ["boats", /kiosk\.json cannot be read: it is missing, or no JSON\.$/],
  ])("%s is refused with its place", async (text, why) => {
    const folder = await mkdtemp(path.join(tmpdir(), "keys-"))
    await writeFile(path.join(folder, "kiosk.json"), text)
    await writeFile(path.join(folder, "kiosk.md"), "Boats")
    await expect(readBriefs({ folders: [folder], only: "" })).rejects.toThrow(why)
    await rm(folder, { recursive: true })
  })

  test("none to measure with is a reason not to start", async () => {
    await expect(readBriefs({ folders: [path.join(evaluation, "briefs")], only: "boat" })).rejects.toThrow(StartError)
  })
})

describe("pnpm evaluate", () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "evaluate-"))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const script = path.join(import.meta.dirname, "../../run.mjs")
      const env = { ...process.env, INIT_CWD: evaluation }
      const child = execFile(process.execPath, [script, "evaluate", ...args], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      )
    })
  const rowsOf = (out: string, name: string) => out.split("\n").filter((line) => line.startsWith(name))

  test("scores kept runs without a server, and fails when a limit is missed", async () => {
    const args = ["briefs", "--saved", "saved-briefs"]
    const good = await run(...args, "--kind", "0.5", "--numbers", "0.6")
    expect(good).toMatchObject({ code: 0, err: "" })
    expect(good.out).toMatch(/^saved in saved-briefs, briefs: 1\n\nAs it was written\nbrief +cons +facts/)
    expect(rowsOf(good.out, "kiosk")).toHaveLength(1)
    const bad = await run(...args, "--kind", "0.51", "--noise", "0", "--detail")
    expect(bad.code).toBe(1)
    expect(bad.out).toMatch(/ {2}noise: SUM-1 \| It has been warm lately\./)
    expect(bad.out).toMatch(/\nFAIL {2}kind 0\.5, wanted ≥ 0\.51\nFAIL {2}noise 2, wanted ≤ 0\n$/)
  })

  test("a run that is not there, or that nobody has sorted, is said, and the exit code is 1", async () => {
    expect(await run("briefs", "--saved", "saved-interviews")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^FAIL {2}kiosk: .*kiosk\.json cannot be read/),
    })
    expect(await run("briefs", "--saved", "saved-briefs", "--taps")).toMatchObject({
      code: 1,
      err: "FAIL  kiosk: it was saved before the visitor had sorted anything\n",
    })
  })

  test("plays the controls without a server", async () => {
    const oracle = await run("scenarios", "--elicit", "--control", "oracle", "--at5", "1", "--aspect", "look=1")
    expect(oracle).toMatchObject({ code: 0, out: expect.stringMatching(/^control oracle, persona strict, /) })
    const mute = await run("scenarios", "--elicit", "--control", "mute", "--aspect", "look=0.5")
    expect(mute).toMatchObject({ code: 1, out: expect.stringMatching(/\nFAIL {2}look 0, wanted ≥ 0\.5\n$/) })
  })

  test("an unknown option is one line, and exit 1", async () => {
    expect(await run("--rounds", "3")).toEqual({ code: 1, out: "", err: expect.stringMatching(/^Usage[^\n]*\n$/) })
  })

  test.each([
    { who: "the guided interviewer", args: [], name: /^guided \(5 turns, 0\+0 tokens, \$0\.0000\), briefs: 1\n/ },
    { who: "the stand-in", args: ["--stand-in"], name: /^stand-in, .* \(5 turns, [1-9]\d*\+[1-9]\d* tokens, \$/ },
  ])("plays a brief to $who, keeps the run, and scores it again the same", async ({ who, args, name }) => {
    const kept = path.join(folder, who)
    const limits = ["--taps", "--conservation", "1"]
    const played = await run("briefs", ...args, "--save", kept, ...limits)
    expect(played).toMatchObject({ code: 0, err: "", out: expect.stringMatching(name) })
    expect(rowsOf(played.out, "kiosk")).toHaveLength(2)
    expect(await readdir(kept)).toEqual(["kiosk.json"])
    const { messages, items, sorted } = JSON.parse(await readFile(path.join(kept, "kiosk.json"), "utf8"))
    expect(messages).toHaveLength(10)
    expect(sorted.length).toBeGreaterThanOrEqual(items.length)
    const again = await run("briefs", "--saved", kept, ...limits)
    expect(rowsOf(again.out, "kiosk")).toEqual(rowsOf(played.out, "kiosk"))
  })

  test("plays a stakeholder, and scores the kept interview the same", async () => {
    const kept = path.join(folder, "interviews")
    const played = await run("scenarios", "--elicit", "--stand-in", "--save", kept)
    expect(played).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^stand-in, .* \(\d+ turns, /) })
    const again = await run("scenarios", "--elicit", "--saved", kept)
    expect(rowsOf(again.out, "en-kiosk")).toEqual(rowsOf(played.out, "en-kiosk"))
  })
})
