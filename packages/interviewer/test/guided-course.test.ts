import { type Course, type ID as Question, traced } from "@spec-wizard/core/interviewer/question"
import { describe, expect, test } from "vitest"
import { play } from "./guided-play.ts"

describe("the way of the questions", () => {
  const courses = async (...messages: string[]): Promise<(Course | undefined)[]> =>
    (await play(messages)).map(({ course }) => course)
  const BEGINNING = "We run a bakery with two shops and want orders online."

  test.each([
    ["skip", "skipped"],
    ["not sure", "skipped"],
    ["Our customers, mostly regulars, about 200 of them.", "answered"],
    ["what do you mean?", "waiting"],
  ])("after a question, %j leaves it %s", async (said, fate) => {
    const [first, second] = await courses(BEGINNING, said)
    expect(first?.asks).toBeDefined()
    expect(second?.fate).toBe(fate)
    expect(second?.asks === first?.asks).toBe(fate === "waiting")
  })

  test("whoever ends it leaves no question waiting, and what is said after that answers none", async () => {
    const [, end, after] = await courses(BEGINNING, "that's all", "One more thing: gift cards.")
    expect(end).toEqual({ fate: "skipped" })
    expect(after?.asks).toBeUndefined()
    expect(traced(after ?? { fate: "waiting" }, undefined)).toEqual({})
  })

  test("a question given up after remarks beside the matter was skipped", async () => {
    const found = await courses(BEGINNING, "what do you mean?", "what do you mean?", "what do you mean?")
    expect(found.slice(1).map((course) => course?.fate)).toEqual(["waiting", "waiting", "skipped"])
  })

  test("through a whole interview every question is asked before it has a fate, and each but the last has one", async () => {
    const said = [
      BEGINNING,
      "Our customers.",
      "skip",
      "not sure",
      "Nobody may order on Sundays.",
      "what do you mean?",
      "yes",
    ]
    const all = await courses(...said, ...Array.from({ length: 12 }, () => "skip"), "that's all")
    let waiting: Question | undefined
    const sums = { asked: 0, answered: 0, skipped: 0 }
    for (const course of all) {
      const now = traced(course ?? { fate: "waiting" }, waiting)
      for (const name of ["asked", "answered", "skipped"] as const) if (now[name]) sums[name]++
      waiting = course?.asks
    }
    expect(waiting).toBeUndefined()
    expect(sums.asked).toBe(sums.answered + sums.skipped)
    expect(sums.asked).toBeGreaterThan(8)
  })
})
