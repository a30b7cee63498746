import type { Wording } from "./wording.ts"

export const en: Wording = {
  cues: {
    could:
      "nice to have, would be nice, would be great, optional, optionally, maybe later, could have, if there is time",
    should: "ideally, preferably, should have, if possible, where possible",
    later:
      "maybe later, later version, later on, second phase, phase two, phase 2, not in the first version, in the future",
    personal:
      "name, names, first name, last name, address*, phone, phone number*, mobile number*, email address*, e mail, email, date of birth, birth*, health*, allerg*, photo*, patients notes, bank account, iban, signature*",
    reason: "because, since, that was, that is, it was, as we, as our, our, they, too",
    placeholder:
      "to be chosen, to be decided, to be defined, to be confirmed, tbd, tba, tbc, not yet chosen, still open",
    offline: "offline, no signal, without internet, without signal, no connection, no reception",
    consequence: "fee, free, first to, gets it, come first, comes first, whoever, next, recorded, instead, then",
    baseline: "from, now, currently, today, at the moment, around",
    technology:
      "postgres*, mysql, sqlite, mongodb, redis, kafka, s3, docker, kubernetes, typescript, python, java, aws, azure",
  },
  wish: /\b(?:i|we|and)(?:['’]d| would| really| just)* (?:like|want|wish for|need)(?: to have)? (.+)$/iu,
  things:
    "the a an what which who whether how when where their his her its our my your this that these those to in on at for with by of per only no all any each every",
  problem: (said) => `Put an end to this: ${said}`,
  ensure: () => undefined,
  enforce: {
    apply: (rule, gist) => `apply ${rule}${gist && ` (${gist})`}`,
    if: (rule, gist) => `a request breaks ${rule}${gist && ` (${gist})`}`,
    shall: "refuse it and tell the person why",
  },
  features: {
    main: "Main task",
    access: "Access and permissions",
    payment: "Payment",
    messages: "Messages",
    lists: "Lists and reports",
    limits: "Limits and deadlines",
    failure: "When something goes wrong",
  },
  impact: {
    data: "Forms and storage change; details that nobody asked for cannot be collected afterwards.",
    failure: "People are stuck when something goes wrong, and the team does by hand what the system should do.",
    access: "People cannot get in, or see what is not theirs.",
    permissions: "Somebody sees or changes what they should not, or cannot do their work.",
    notifications: "People miss what they should have heard, and phone instead.",
    integrations: "Data has to be typed a second time, or an interface is added late.",
    privacy: "Sensitive details would be protected too little, which can break the law.",
    retention: "Records are deleted too early or kept longer than allowed.",
    reports: "A list that somebody needs regularly is missing.",
    devices: "Screens are made for the wrong device and have to be laid out again.",
    security: "The wrong thing is protected, and damage is noticed late.",
    availability: "Outages last longer than the work can bear, or uptime is paid for that nobody needs.",
    accessibility: "Some people cannot use it without help.",
    languages: "Texts have to be translated late, and layouts change with them.",
    speed: "It feels slow, and people give up half-way.",
  },
  ask: {
    dispute: (older, newer) => `Which of the two holds: “${older}” or “${newer}”?`,
    both: "Both",
    disputeWhy: "The two statements cannot both be built.",
    priority: (quotes) =>
      `What comes first when several of these apply: ${quotes.map((quote) => `“${quote}”`).join(", ")}?`,
    priorityWhy:
      "The rule and its exceptions can apply at the same time, and then two people would decide differently.",
    locked: (line, said) => `The line “${line}” is locked, but “${said}” was said later. Should it change?`,
    lockedWhy: "A locked line is not changed without you.",
    placeholder: (said) => `What will it be: ${said}?`,
    placeholderWhy: "It was left open in the brief.",
    vagueWhy: "As it stands nobody can check it.",
    unknown: (label) => `Not known yet: ${label}.`,
    unknownWhy: "Nobody could say yet, and the answer changes what gets built.",
    rest: (count) => `The message had ${count} more statements than one step takes in. Which of the rest matter?`,
    restWhy: "They are not in the document yet.",
  },
  lost: (said) => `Decided otherwise: ${said}`,
  criteria: {
    most: ({ limit, unit }) => [
      {
        given: `the number of ${unit} stands at ${limit - 1}`,
        when: "one more is asked for",
        outcome: `it is accepted, and the number stands at ${limit}`,
      },
      {
        given: `the number of ${unit} stands at ${limit}`,
        when: `one more is asked for, which would make ${limit + 1}`,
        outcome: `it is refused, the person sees the reason, and the number stays at ${limit}`,
      },
    ],
    least: ({ limit, unit }) => [
      {
        given: `the number of ${unit} stands at ${limit}`,
        when: "the person goes on",
        outcome: "it is accepted, and the person sees the confirmation",
      },
      {
        given: `the number of ${unit} stands at ${limit - 1}`,
        when: "the person goes on",
        outcome: `it is refused, and the person sees that ${limit} are needed`,
      },
    ],
    notice: ({ amount, part }) => [
      {
        given: `exactly ${amount} remain`,
        when: sent(part),
        outcome: "it is accepted, and the person sees the confirmation",
      },
      {
        given: `less than ${amount} remain`,
        when: sent(part),
        outcome: "it is refused, the person sees the reason, and nothing is saved",
      },
    ],
    clock: ({ amount, part }) => [
      {
        given: `it is one minute before ${amount} on the last day that counts`,
        when: sent(part),
        outcome: "it is accepted, and the person sees the confirmation",
      },
      {
        given: `it is ${amount} on the last day that counts`,
        when: sent(part),
        outcome: "it is refused, the person sees the reason, and nothing is saved",
      },
    ],
    within: ({ amount }) => [
      {
        given: `exactly ${amount} have passed`,
        when: "the person acts",
        outcome: "it is accepted, and the person sees the confirmation",
      },
      {
        given: `more than ${amount} have passed`,
        when: "the person acts",
        outcome: "it is refused, the person sees the reason, and nothing is changed",
      },
    ],
    border: ({ amount, action }) => [
      {
        given: `the case lies exactly on the limit (${amount})`,
        when: action,
        outcome: "it counts as within the limit, and the record shows it",
      },
      {
        given: `the case lies just beyond the limit (${amount})`,
        when: action,
        outcome: "it does not count as within the limit, and the person sees the reason",
      },
    ],
    cap: ({ limit, unit }) => [
      {
        given: `the number of ${unit} stands at ${limit - 1}`,
        when: "one more is due",
        outcome: `it happens, and the number stands at ${limit}`,
      },
      {
        given: `the number of ${unit} stands at ${limit}`,
        when: "one more would be due",
        outcome: `it does not happen, and the number stays at ${limit}`,
      },
    ],
    permission: () => [
      {
        given: "a person who has this right",
        when: "they open what they may see or change",
        outcome: "they see it, and nothing beyond it",
      },
      {
        given: "a person who does not have this right",
        when: "they try to reach it, also by its address",
        outcome: "it is refused, they see nothing of it, and nothing is changed",
      },
    ],
    payment: () => [
      {
        given: "an amount is due",
        when: "the payment succeeds",
        outcome: "the amount is shown as paid, once, and the person sees the confirmation",
      },
      {
        given: "an amount is due",
        when: "the payment is refused or breaks off",
        outcome: "the amount stays unpaid, and the person sees that nothing was paid",
      },
    ],
    message: ({ does }) => [
      {
        given: `this applies: ${does}`,
        when: "the moment for it comes",
        outcome: "the person concerned receives the message once, and it is listed as sent",
      },
      {
        given: "the message cannot be delivered",
        when: "the moment for it comes",
        outcome: "it is listed as not delivered, where the team sees it",
      },
    ],
    list: ({ amount }) => [
      {
        given: "entries that belong in it and others that do not",
        when: `it is due or opened${amount && ` (${amount})`}`,
        outcome: "it shows every entry that belongs in it, and no other",
      },
      {
        given: "there is no entry that belongs in it",
        when: `it is due or opened${amount && ` (${amount})`}`,
        outcome: "it appears and says that there is nothing in it",
      },
    ],
    identity: () => [
      {
        given: "a person who gives the right details",
        when: "they identify themselves",
        outcome: "they see what is theirs, and only that",
      },
      {
        given: "details that do not match",
        when: "somebody tries to identify themselves with them",
        outcome: "it is refused, and nothing of anybody's data is shown",
      },
    ],
    never: ({ action }) => [
      {
        given: "a case to which this applies",
        when: "it is looked up later",
        outcome: "it stands there unchanged",
      },
      { given: "a case to which this applies", when: action, outcome: "it is refused, and nothing is changed" },
    ],
    refusal: () => [
      {
        given: "a request that keeps to the rule",
        when: "it is sent",
        outcome: "it is accepted, and the person sees the confirmation",
      },
      {
        given: "a request that breaks the rule",
        when: "it is sent",
        outcome: "it is refused, the person sees the reason, and nothing is saved",
      },
    ],
    event: ({ event, does }) => [
      {
        given: "the case has not come up yet",
        when: event,
        outcome: `this follows and is shown: ${does}`,
      },
      {
        given: "a case that is like it but does not meet the condition",
        when: "it is handled",
        outcome: "nothing of this follows, and everything stays as it was",
      },
    ],
    action: ({ action }) => [
      {
        given: "the person has given all that is needed for it",
        when: action,
        outcome: "they see the confirmation, and find the result again later",
      },
      {
        given: "something that is needed for it is missing or wrong",
        when: action,
        outcome: "it is refused, the person sees what is missing, and nothing is saved",
      },
    ],
  },
  offline: () => ({
    given: "the device has no connection",
    when: "it is opened",
    outcome: "it shows what was loaded last, and the time it was loaded",
  }),
  done: (said) => `this comes up: ${said}`,
}

const sent = (part: string) => (part === "" ? "the request is sent" : `a request is sent that falls under “${part}”`)
