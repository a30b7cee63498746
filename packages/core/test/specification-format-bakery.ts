import type { Input } from "../src/document/format/format.ts"
import { check, criterion, documentOf, line, requirement } from "./specification-format-line.ts"

const FIRST = "msg_01K9ZXW0000000000000000001"
const SECOND = "msg_01K9ZXW0000000000000000002"

const said = (quote: string, messageId: `msg_${string}` = FIRST) => ({
  sources: [{ messageId, quote, start: 0, end: quote.length }],
})
const guessed = { evidence: "inferred", state: "proposed" }
const usual = { evidence: "default", state: "proposed" }

/** A rich document: every kind of line, every state, every evidence. */
export const bakery = documentOf("en", 7, [
  line("SUM-1", {
    text: "A web page on which customers order celebration cakes, so that no order is lost on a Saturday and nobody has to answer the phone while serving.",
    ...said("People order celebration cakes by phone, and on Saturdays we lose track of them."),
  }),
  line("CTX-1", { text: "We have two shops.", ...said("we have two shops", SECOND) }),
  line("GOAL-1", {
    title: "No lost orders",
    text: "Every order that was placed is baked.",
    ...said("we lose track of them"),
  }),
  line("GOAL-2", { text: "More customers.", state: "retired", remark: "the ovens are full" }),
  line("SM-1", {
    text: "Lost orders fall from five a month to none.",
    metric: "orders that were placed and not baked, each month",
    baseline: "5 a month",
    target: "0 a month",
    method: "counted from the order list on the last day of the month",
    dependsOn: ["GOAL-1"],
    ...said("about five a month get lost", SECOND),
  }),
  line("ROLE-1", {
    title: "Customer",
    text: "Somebody who orders a cake.",
    job: "gets the right cake on the right day",
    may: ["see their own orders"],
    mayNot: ["see the orders of others"],
    count: "about 40 a week",
  }),
  line("ROLE-2", { title: "Baker", text: "Somebody who bakes what was ordered.", evidence: "from_document" }),
  line("SCOPE-1", { text: "Ordering celebration cakes.", when: "now" }),
  line("SCOPE-2", { text: "Ordering bread rolls.", when: "later", reason: "cakes bring the trouble", ...guessed }),
  line("OUT-1", { text: "Deliveries.", reason: "customers fetch their cakes", evidence: "confirmed" }),
  line("UJ-1", {
    title: "Ordering a cake",
    text: "A customer orders a cake for a birthday.",
    role: "Customer",
    start: "the customer opens the page on a phone",
    steps: ["chooses a cake", "chooses the day", "pays the deposit"],
    end: "the customer holds an order number",
    failure: "the payment is refused, and the day stays free for others",
    dependsOn: ["GOAL-1"],
  }),
  line("FEAT-1", { title: "Placing an order", text: "Customers choose a cake and a day.", priority: "must" }),
  line("FEAT-2", { text: "The list for the bakers.", ...guessed }),
  requirement(
    "FR-1",
    {
      pattern: "event",
      when: "a customer chooses a day",
      system: "the system",
      shall: "show how many cakes can still be ordered for it",
    },
    {
      title: "Free places",
      priority: "must",
      feature: "FEAT-1",
      dependsOn: ["UJ-1"],
      reference: "3.2",
      rationale: "customers gave up when they heard on the phone that the day was full",
      ...said("12 cakes a day is all we can do", SECOND),
      criteria: [
        criterion(
          "AC-1.1",
          "happy",
          "3 of 12 cakes are ordered for Saturday",
          "the customer chooses Saturday",
          "9 is shown",
        ),
        check("AC-1.2", "When two customers order the last cake at once, one of them is told that the day is full.", {
          case: "edge",
          when: "two customers order the last cake at once",
          then: "one of them is told that the day is full",
          ...said("When two customers order the last cake at once, one of them is told that the day is full", SECOND),
        }),
      ],
    },
  ),
  requirement(
    "FR-2",
    {
      pattern: "unwanted",
      if: "the 13th cake of a day is ordered",
      system: "the system",
      shall: "refuse it and name the next free day",
    },
    {
      priority: "must",
      feature: "FEAT-1",
      locked: "visitor",
      evidence: "confirmed",
      criteria: [
        criterion(
          "AC-2.1",
          "error",
          "12 cakes are ordered for Saturday",
          "a customer chooses Saturday",
          "the order is refused and Monday is offered",
        ),
      ],
    },
  ),
  requirement(
    "FR-3",
    {
      pattern: "complex",
      where: "the customer has left a number",
      when: "the cake is ready",
      system: "the system",
      shall: "send a text message",
    },
    { priority: "could", feature: "FEAT-2", state: "disputed", remark: "the baker would rather call", criteria: [] },
  ),
  requirement(
    "FR-4",
    {
      pattern: "state",
      while: "the shop is closed",
      system: "the system",
      shall: "take orders for the day after tomorrow at the earliest",
    },
    { priority: "should", feature: "FEAT-9", ...guessed, criteria: [] },
  ),
  requirement(
    "FR-5",
    { pattern: "ubiquitous", system: "the system", shall: "let customers pay in instalments" },
    { priority: "wont", criteria: [] },
  ),
  requirement(
    "FR-6",
    { pattern: "ubiquitous", system: "the system", shall: "let customers order by fax" },
    { state: "retired", remark: "nobody has a fax", criteria: [] },
  ),
  requirement(
    "FR-7",
    { pattern: "ubiquitous", system: "the system", shall: "accept 10 cakes a day" },
    { state: "superseded", supersededBy: "FR-2", criteria: [] },
  ),
  line("FR-8", {
    text: "It still works in the cellar, where there is no signal!",
    feature: "FEAT-2",
    criteria: [check("AC-8.1", "The list opens with the phone in flight mode.", { evidence: "confirmed" })],
    sources: [
      { messageId: FIRST, quote: "It still works in the cellar, where there is no signal!", start: 90, end: 145 },
      { messageId: FIRST, quote: "that is what Anna says", start: 146, end: 168, context: true },
      { messageId: FIRST, quote: ".", start: 168, end: 169, context: true },
    ],
  }),
  line("FR-9", {
    text: "As a baker, I want to tick off a cake, so that nobody bakes it twice.",
    feature: "FEAT-2",
    criteria: [check("AC-9.1", "A ticked cake is grey on both phones.", { evidence: "inferred" })],
    ...said("As a baker, I want to tick off a cake, so that nobody bakes it twice.", SECOND),
  }),
  line("RULE-1", { text: "A day takes 12 cakes.", example: "the 12th is accepted", exception: "24 in December" }),
  line("RULE-2", { text: "A day takes 10 pies.", state: "superseded", supersededBy: "RULE-1" }),
  line("ENT-1", {
    title: "Order",
    text: "A cake for a day.",
    attributes: ["cake", "day", "name", "phone number"],
    personal: true,
    retention: "2 years, for the tax office",
    volume: "40 a week",
  }),
  line("INT-1", {
    text: "The card terminal.",
    system: "the bank's payment page",
    direction: "both",
    data: "amount and order number",
    onFailure: "the order stays unpaid and can be paid in the shop",
  }),
  line("NFR-1", {
    text: "The order page opens quickly on a phone.",
    category: "performance",
    measure: "time until the cakes are shown",
    threshold: "2 seconds on a mobile network",
    method: "measured once a night from outside",
    ...usual,
  }),
  line("NFR-2", { text: "Only bakers see the list of orders.", category: "security" }),
  line("NFR-3", { text: "It looks like our shop: cream and dark green.", category: "look and feel" }),
  line("CON-1", { text: "It must be live before Easter." }),
  line("DEC-1", {
    text: "Customers pay a deposit of 10 euros.",
    alternatives: ["payment in full", "no payment"],
    reason: "people who paid come and fetch their cake",
    who: "the owner",
  }),
  line("ASM-1", {
    text: "Customers have an e-mail address.",
    used: "one address for each order",
    impact: "orders on paper stay",
    ...guessed,
  }),
  line("RISK-1", {
    text: "The shop's connection fails on a Saturday.",
    cause: "one line only",
    effect: "the list cannot be seen",
    mitigation: "the list is printed every evening",
  }),
  line("Q-1", {
    text: "May customers change an order?",
    why: "cakes are baked a day ahead",
    choices: ["never", "until the day before"],
    recommended: "until the day before",
    impact: 9,
    uncertainty: 8,
    blocks: ["FR-1"],
    ...guessed,
  }),
  line("Q-2", {
    text: "Who prints the list?",
    answer: "The baker on duty.",
    ...said("the baker on duty does", SECOND),
  }),
  line("U-1", {
    text: "The thing with the orders from the school.",
    ...said("The thing with the orders from the school."),
  }),
  line("TERM-1", { title: "Deposit", text: "Part of the price.", meaning: "10 euros, paid when ordering" }),
])

/** The second is the fourth of what was said. */
export const bakeryNumbers: ReadonlyMap<string, number> = new Map([
  [FIRST, 1],
  [SECOND, 4],
])

/** Its versions, as far as they are printed. */
export const bakeryHistory: NonNullable<Input["history"]> = [
  {
    version: 1,
    at: "2026-11-18T09:30:00.000Z",
    by: "interviewer",
    messageId: FIRST,
    operations: bakery.items.slice(0, 4).map((item) => ({ op: "add", item })),
  },
  {
    version: 2,
    at: "2026-11-19T23:59:59.000Z",
    by: "visitor",
    operations: [
      { op: "confirm", id: "OUT-1" },
      { op: "dispute", id: "FR-3", reason: "the baker would rather call" },
      { op: "retire", id: "FR-6", reason: "nobody has a fax" },
    ],
  },
]
