import path from "node:path"
import { describe, expect, test } from "vitest"
import { pretend } from "../../src/evaluate/elicit/control.ts"
import { Interview } from "../../src/evaluate/elicit/interview.ts"
import { metrics, type Name } from "../../src/evaluate/elicit/metrics.ts"
import { CONTROLS, type Control, PERSONAS, type Persona } from "../../src/evaluate/elicit/persona.ts"
import { play } from "../../src/evaluate/elicit/play.ts"
import { countMarks, questionOf } from "../../src/evaluate/elicit/question.ts"
import { readScenarios } from "../../src/evaluate/elicit/scenario.ts"
import { score } from "../../src/evaluate/elicit/score.ts"
import type { Manner, Reply } from "../../src/evaluate/elicit/stakeholder.ts"
import { readJson } from "../../src/evaluate/files.ts"

const here = (folder: string) => path.join(import.meta.dirname, "evaluation", folder)

const [kiosk] = await readScenarios({ folders: [here("scenarios")], only: "" })
if (!kiosk) throw new Error("the kiosk is missing")
const [people, limit, look] = kiosk.hidden.map(({ text }) => text)

const manner = (persona: Persona = "strict", over: Partial<Manner> = {}): Manner => ({
  persona,
  hearing: { hasChoices: false, hasParagraph: false },
  more: 1,
  ...over,
})

/** An interview by somebody who says these things in turn, and nothing but "Noted." after. */
const interviewed = async (replies: readonly (string | Reply)[], how: Manner = manner()) => {
  const left = [...replies]
  const next = () => left.shift() ?? "Noted."
  return await play(kiosk, how, {
    say: async () => {
      const reply = next()
      return typeof reply === "string" ? { text: reply } : reply
    },
    written: async () => ({ messages: [], items: [] }),
    close: () => {},
  })
}

/** What the stakeholder answers to each. */
const answers = async (replies: readonly (string | Reply)[], how?: Manner) =>
  (await interviewed(replies, how)).turns.slice(0, replies.length).map(({ said, end }) => said ?? end)

describe("the controls", async () => {
  const ours = await readScenarios({ folders: [], only: "" })
  const toldBy = async (control: Control, persona: Persona) => {
    const interviews = await Promise.all(
      ours.map(async (scenario) => score(await play(scenario, manner(persona), pretend(control, scenario)), scenario)),
    )
    return interviews.map(
      ({
        figures: {
          at25: [told = 0, all = 0],
        },
      }) => told / all,
    )
  }
  const each = (share: number) => ours.map(() => share)

  test("there are eight scenarios of our own, in four languages, with what each must have", () => {
    expect(ours.map(({ language }) => language).join(" ")).toBe("de de en en en es fr fr")
    for (const { hidden, change } of ours) {
      const aspects = hidden.map(({ aspect }) => aspect)
      expect(aspects).toEqual(expect.arrayContaining(["look", "migration", "scope-out", "success", "failure"]))
      expect(hidden[change?.of ?? -1]).toBeDefined()
    }
  })

  test("who knows the topics is told everything", async () => {
    expect(await toldBy("oracle", "strict")).toEqual(each(1))
  })

  test("who names no topic is told nothing, but by the generous", async () => {
    expect(await toldBy("whatelse", "strict")).toEqual(each(0))
    expect(await toldBy("whatelse", "generous")).toEqual(each(1))
  })

  test("playing a topic back is no question about it", async () => {
    expect(await toldBy("parrot", "strict")).toEqual(each(0))
  })

  test("who asks nothing is told nothing, and gets to an end", async () => {
    expect(await toldBy("mute", "generous")).toEqual(each(0))
  })

  test.each(PERSONAS.flatMap((persona) => CONTROLS.map((control) => ({ persona, control }))))(
    "$control with $persona comes to an end",
    async ({ persona, control }) => {
      const { turns } = await play(kiosk, manner(persona), pretend(control, kiosk))
      expect(turns.at(-1)?.end).toBeDefined()
      expect(turns.length).toBeLessThan(40)
    },
  )
})

describe("the stakeholder", () => {
  test("tells one fact to a question about it, once, is unsure of the rest, and skips every third", async () => {
    const replies = [
      "Who will use it?",
      "Who will use it?",
      "Which limits hold?",
      "Any fees?",
      "Any fees?",
      "Any fees?",
    ]
    expect(await answers(replies)).toEqual([
      people,
      "I am not sure.",
      limit,
      "I am not sure.",
      "Skip",
      "I am not sure.",
    ])
  })

  test("hears the last question alone, and its choices or paragraph when told to", async () => {
    const colours = { text: "Which colours? And which size?" }
    expect(await answers([colours])).toEqual(["I am not sure."])
    const hasParagraph = { hasChoices: false, hasParagraph: true }
    expect(await answers([colours], manner("strict", { hearing: hasParagraph }))).toEqual([look])
    const choosing = { text: "What matters?", choices: [{ label: "Colours", value: "Colours" }] }
    const hasChoices = { hasChoices: true, hasParagraph: false }
    expect(await answers([choosing])).toEqual(["I am not sure."])
    expect(await answers([choosing], manner("strict", { hearing: hasChoices }))).toEqual([look])
  })

  test("takes what the choices say for skipping, more and summing up", async () => {
    const choice = (text: string, ...labels: string[]): Reply => ({
      text,
      choices: labels.map((label) => ({ label, value: `${label}!` })),
    })
    const offer = choice("Shall I sum it up?", "Sum it up", "More detail")
    const fees = choice("Any fees?", "Skip it")
    expect(await answers([fees, fees, fees, offer, offer, "Here it is."])).toEqual([
      "I am not sure.",
      "I am not sure.",
      "Skip it!",
      "More detail!",
      "Sum it up!",
      "closed",
    ])
  })

  test("says only the short of it when terse", async () => {
    expect(await answers(["Who will use it?"], manner("terse"))).toEqual(["families, two wardens"])
  })

  test("decides nothing any more after eight answers when tired, and sums up at the first offer", async () => {
    const fees = Array.from({ length: 9 }, () => "Any fees?")
    expect((await answers([...fees, "Shall I sum it up?", "Here it is."], manner("fatigued"))).slice(-4)).toEqual([
      "I am not sure.",
      "You decide.",
      "Sum it up.",
      "closed",
    ])
  })

  test("changes a mind at the third question that brings nothing, or the sixth, and says which holds", async () => {
    const wavering = manner("changes-mind-once")
    const changed = kiosk.change?.text
    const limits = "Which limits hold?"
    const fees = "Any fees?"
    expect((await answers([limits, fees, fees, fees, "Which one holds?"], wavering)).slice(-2)).toEqual([
      changed,
      changed,
    ])
    const bringing = [limits, "Who will use it?", "Which colours?", "What is left out?", fees]
    expect((await answers(bringing, wavering)).at(-1)).toBe(changed)
    expect(await answers([fees, fees, fees, fees], wavering)).not.toContain(changed)
  })

  test("goes on after silence, leaves at the third, and knows an end on its own from one that was agreed to", async () => {
    expect(await answers(["Noted.", "Noted.", "Noted.", "Noted."])).toEqual(["Go on.", "Go on.", "That's all.", "mute"])
    const { closed, turns } = await interviewed(["Any fees?", "Noted.", "Noted.", "Noted.", "Who will use it?"])
    expect(turns.at(4)?.said).toBe(people)
    expect(closed).toBe(true)
  })

  test("confirms what was understood, which is no question, and answers 25", async () => {
    const { turns } = await interviewed(["Is that right?", ...Array.from({ length: 40 }, () => "Any fees?")])
    expect(turns[0]).toMatchObject({ said: "Yes, that is right.", wrap: true })
    expect(turns.filter(({ asked }) => asked !== undefined)).toHaveLength(25)
    expect(turns.slice(-2)).toMatchObject([{ said: "That's all." }, { end: "enough" }])
  })

  test("cannot go on when a turn brings no reply", async () => {
    const dumb = { say: async () => undefined, written: async () => ({ messages: [], items: [] }), close: () => {} }
    await expect(play(kiosk, manner(), dumb)).rejects.toThrow("nothing was replied to: We rent out")
  })
})

describe("a question", () => {
  test.each([
    ["Noted. Who uses it, e.g. at noon? Thanks.", "Who uses it, e.g. at noon?"],
    ["Who?\n\nAnd when?", "And when?"],
    ["Wer darf das, z. B. am Abend?", "Wer darf das, z. B. am Abend?"],
    ["Noted.", undefined],
  ])("%j asks %j", (reply, question) => {
    expect(questionOf(reply, false)).toBe(question)
  })

  test("its marks are counted outside of quotations", () => {
    expect(countMarks("You asked “how much?” and „wie viel?“. Who? When?")).toBe(2)
  })
})

describe("a saved interview", async () => {
  const saved = await readJson(path.join(here("saved-interviews"), "en-kiosk.json"), Interview)
  const printed = (interview: Interview) => {
    const { figures } = score(interview, kiosk)
    const names = Object.keys(metrics) as Name[] // no others are in it
    return Object.fromEntries(names.map((name) => [name, metrics[name].of.print(figures[name])]))
  }

  test("has the figures it always had", () => {
    expect(printed(saved)).toEqual({
      at5: "3/4",
      at10: "3/4",
      at12: "3/4",
      at25: "3/4",
      questions: "6",
      effective: "3/6",
      lastfive: "2/5",
      doubles: "1",
      words: "5",
      longest: "13",
      repeated: "1",
      quoted: "2/3",
      kind: "1/3",
      donated: "1/1",
      changed: "1/1",
      silent: "1",
      closed: "1/1",
    })
    const { aspects, notes } = score(saved, kiosk)
    expect(aspects).toMatchObject({ people: [1, 1], look: [0, 1], data: [0, 0] })
    expect(notes).toEqual([
      " 1 [people] Who will use it?\n       → Families and our two wardens would use it.",
      " 2 [rule] Which limits must hold?\n       → At most 12 boats are out at a time.",
      " 4 [scope-out] What should be left out?\n       → We do not want to sell ice cream.",
      "nothing: 3. Which devices do they have?",
      "nothing: 5. Which devices do they have?",
      "nothing: 6. When would an outage hurt your guests the most, on a hot Sunday?",
      "never told: look: It should be as blue as our boats.",
      "asked again: Which devices do they have?",
      "wrong kind (people): ROLE-1 role, U-1 unsorted: Families and our two wardens would use it.",
      "not quoted: We do not want to sell ice cream.",
      "wrong kind (scope-out): : We do not want to sell ice cream.",
    ])
  })

  test("a change of mind is honoured when the old is gone or open, and ignored when it stands", () => {
    const old = (over: Partial<Interview["items"][number]>) =>
      printed({ ...saved, items: saved.items.map((item) => (item.id === "RULE-1" ? { ...item, ...over } : item)) })
    expect(old({ state: "accepted" })).toMatchObject({ changed: "0/1" })
    expect(old({ state: "accepted", kind: "unsorted" })).toMatchObject({ changed: "1/1" })
    expect(old({ state: "disputed" })).toMatchObject({ changed: "1/1" })
  })

  test("an interview without a document has no figures of one", () => {
    expect(printed({ ...saved, messages: [] })).toMatchObject({ at5: "3/4", quoted: "–", kind: "–", changed: "–" })
  })
})
