import type { Phrases } from "./phrases.ts"

export const en: Phrases = {
  notSure: ["Not sure", "Not sure"],
  skip: ["Skip", "Skip"],
  questions: {
    purpose: {
      label: "what it should do",
      ask: () => "What should it do, and for whom?",
      choices: () => [
        ["Take bookings or orders", "It should take bookings or orders from customers."],
        ["Keep records in order", "It should keep our records in one place, in order."],
        ["Connect people", "It should help people in a group work together."],
      ],
    },
    users: {
      label: "who uses it",
      ask: () => "Who will use it?",
      more: ({ who }) => `Besides ${who}, who else will work with it?`,
      choices: ({ isMore }) =>
        isMore
          ? [
              ["Our own team", "Our own team works with it, too."],
              ["One person in the office", "One person in the office manages it."],
              ["Nobody else", "Nobody else uses it."],
            ]
          : [
              ["Our customers", "Our customers use it."],
              ["Only our own team", "Only our own team uses it."],
              ["Both", "Our customers and our own team use it."],
            ],
    },
    journey: {
      label: "the main steps from start to finish",
      ask: ({ who, act }) =>
        act === undefined
          ? `What happens, step by step, when ${who} use it?`
          : `What happens from the moment ${who} ${act} until it is finished?`,
      more: ({ who, act }) =>
        `After ${who} ${act ?? "have done their part"}, what happens on your side until it is finished?`,
      choices: ({ things }) => [
        ["Confirmed by itself", "It is confirmed automatically, and both sides see it at once."],
        ["We check first", "Somebody in the team checks it first and then confirms."],
        ["We get a list", `We get a list${things ? ` of ${things}` : ""} and do the rest ourselves.`],
      ],
    },
    rules: {
      label: "limits and rules",
      ask: ({ things, subject }) => {
        const about = things ?? subject
        return `Which limits or deadlines must hold${about ? ` for ${about}` : ""}?`
      },
      more: () => "Which other rules must always hold, such as a limit, a deadline or an exception?",
      choices: ({ things }) => [
        ["A maximum number", `There is a maximum number${things ? ` of ${things}` : ""} per day.`],
        ["A deadline", "Changes must be made at least one day before."],
        ["No further rules", "There are no further rules."],
      ],
    },
    success: {
      label: "a number that shows success",
      ask: () => "How would you notice after three months that it was worth it, ideally as a number?",
      choices: () => [
        ["Hours saved", "It saves us at least 5 hours of work per week."],
        ["Fewer mistakes", "Mistakes drop to less than half."],
        ["Fewer phone calls", "Phone calls drop by half."],
      ],
    },
    scope: {
      label: "what the first version must have",
      ask: () => "If only one thing could be ready on the first day, which one would it be?",
      choices: ({ who, act }) => [
        act === undefined
          ? ["The main task", "On the first day, the main task must work from start to finish."]
          : [`That ${who} can ${act}`.slice(0, 60), `On the first day, ${who} must be able to ${act}.`],
        ["Our overview", "On the first day, we must see everything in one overview."],
        ["All of it", "Everything is a must-have in the first version."],
      ],
    },
    reason: {
      label: "how it is done today and what goes wrong",
      ask: () => "How is this done today, and what is the most annoying part?",
      choices: () => [
        ["Phone and paper, too slow", "Currently by phone and on paper, and that takes too long."],
        ["Spreadsheets, with errors", "Currently in spreadsheets, and errors happen."],
        ["It is all new", "There is nothing like it today; it is new."],
      ],
    },
    volume: {
      label: "how much it has to carry",
      ask: ({ things, who }) =>
        things
          ? `How many ${things} do you expect, on a normal day and on the busiest?`
          : `About how many ${who} will use it, on a normal day and on the busiest?`,
      vague: ({ vague, things, who }) =>
        `You said “${vague}”: about how many ${things ?? who} would that be on the busiest day?`,
      choices: () => [
        ["Fewer than 20 a day", "Fewer than 20 a day."],
        ["20 to 200 a day", "About 20 to 200 a day."],
        ["More than 200 a day", "More than 200 a day."],
      ],
    },
    data: {
      label: "which details are kept",
      ask: ({ things, subject }) => {
        const about = things ?? subject
        return `Which details have to be kept${about ? ` about the ${about}` : ""}?`
      },
      choices: () => [
        ["Name and contact", "We store name, phone number and email address."],
        ["Contact and photos", "We store name, contact details and photos or files."],
        ["As little as possible", "We store as little as possible, only what the task needs."],
      ],
    },
    failure: {
      label: "what happens when something goes wrong",
      ask: ({ things }) =>
        `When something goes wrong${things ? ` with the ${things}` : ""}, such as a mistake or a delay, what should happen?`,
      choices: ({ money }) => [
        ["They can change it", "If something goes wrong, they can change or cancel it themselves."],
        ["They call us", "If something goes wrong, they call us and we sort it out."],
        money
          ? ["Money goes back", "If something goes wrong on our side, they get a refund."]
          : ["We are told at once", "If something goes wrong, the team is told at once."],
      ],
    },
    exclusions: {
      label: "what is left out on purpose",
      ask: () => "What should deliberately be left out, even if others expect it?",
      choices: () => [
        ["An app from a store", "No app from an app store."],
        ["Chat and forum", "No chat and no forum."],
        ["Nothing", "For now everything may be in."],
      ],
    },
    access: {
      label: "how people show who they are",
      ask: ({ who, withoutAccounts }) =>
        withoutAccounts
          ? `Without accounts, how should ${who} show who they are, so that each sees only their own things?`
          : `How should ${who} show who they are, if at all?`,
      choices: ({ withoutAccounts }) => [
        ["A link by email", "They get a personal link by email."],
        ["A number they have", "They enter a number they already have and their date of birth."],
        withoutAccounts
          ? ["They ask us", "They ask us, and we look it up for them."]
          : ["Name and password", "They log in with a name and a password."],
      ],
    },
    permissions: {
      label: "who may see and change what",
      ask: () => "Who may see what, and who may change it?",
      choices: () => [
        ["Each only their own", "Each person may see and change only their own entries; the team can see all."],
        ["All see, the team changes", "Everyone can see everything; only the team may change it."],
        ["One person changes", "Everyone can see it, but only one person may change or delete things."],
      ],
    },
    payment: {
      label: "how money is handled",
      ask: ({ payers }) => (payers === undefined ? "How is it paid, and when?" : `How do ${payers} pay, and when?`),
      choices: () => [
        ["By card, at once", "Payment by card, at once."],
        ["Later, by invoice", "Payment later, by invoice."],
        ["No money involved", "No payment is needed in it."],
      ],
    },
    notifications: {
      label: "who is told what, and how",
      ask: ({ who }) => `When something is confirmed or changes, how should ${who} hear of it?`,
      choices: () => [
        ["By email", "They are informed by email."],
        ["By text message", "They get a text message."],
        ["On the page is enough", "No notification; they see it on the page."],
      ],
    },
    integrations: {
      label: "other programs it must work with",
      ask: () => "Which programs you already use does it have to work with, such as accounting or a calendar?",
      choices: () => [
        ["Accounting", "It must connect to our accounting software."],
        ["A calendar", "It must sync with our calendar."],
        ["None", "It connects to no other program."],
      ],
    },
    privacy: {
      label: "how personal details are protected",
      ask: ({ who }) => `Is anything it keeps about ${who} sensitive, so that it needs special protection?`,
      choices: () => [
        ["No, only contact details", "Only ordinary personal data such as contact details."],
        ["Yes, sensitive", "Yes, sensitive personal data such as health or money."],
        ["No personal data at all", "No personal data is kept."],
      ],
    },
    retention: {
      label: "how long things are kept",
      ask: ({ things }) =>
        `How long should ${things ? `the ${things}` : "things"} be kept, and what is deleted after that?`,
      choices: () => [
        ["One year", "Everything is deleted after 1 year."],
        ["As the law says", "Invoices are kept for as long as the law says, the rest is deleted after 1 year."],
        ["For good", "Everything is kept for good."],
      ],
    },
    reports: {
      label: "lists and overviews you need",
      ask: () => "Which list or overview do you need regularly, and who reads it?",
      choices: () => [
        ["A daily list for the team", "We need a list every morning, for the team."],
        ["A monthly one for managers", "We need a monthly overview, for the management."],
        ["None", "No reports are needed."],
      ],
    },
    devices: {
      label: "which devices it is used on",
      ask: ({ who }) => `On which devices will ${who} use it most?`,
      vague: ({ vague }) => `You said “${vague}”: which device should it look best on?`,
      choices: () => [
        ["Phones", "Mostly on phones."],
        ["Computers", "Mostly on computers, in the browser."],
        ["Both alike", "On phones and computers alike."],
      ],
    },
    security: {
      label: "what must be protected most",
      ask: () => "What would be the worst thing to get into the wrong hands, or to be changed unnoticed?",
      vague: ({ vague }) => `You said “${vague}”: what would be the worst thing to get into the wrong hands?`,
      choices: () => [
        ["Personal details", "Personal details of people getting out would be the worst, so access must be secure."],
        ["Payments", "Payments being changed would be the worst, so every change is logged."],
        ["Nothing critical", "Nothing in it is critical; usual security is enough."],
      ],
    },
    deadline: {
      label: "when it has to be ready",
      ask: () => "When does it have to be ready?",
      vague: ({ vague }) => `You said “${vague}”: by which date would it be too late?`,
      choices: () => [
        ["Within 3 months", "It should be ready within 3 months."],
        ["Within a year", "It should be ready within a year."],
        ["No fixed date", "There is no fixed date."],
      ],
    },
    budget: {
      label: "the budget",
      ask: () => "Roughly, what may it cost to build?",
      vague: ({ vague }) => `You said “${vague}”: up to what amount would that be true?`,
      choices: () => [
        ["Up to 5,000", "The budget is at most 5,000 euros."],
        ["5,000 to 25,000", "The budget is 5,000–25,000 euros."],
        ["More than 25,000", "The budget is more than 25,000 euros."],
      ],
    },
    availability: {
      label: "how long it may be down",
      ask: () => "If it stopped working, after how long would it really hurt?",
      vague: ({ vague }) => `You said “${vague}”: for how long may it be out of order before it really hurts?`,
      choices: () => [
        ["Minutes", "An outage of more than 15 minutes would hurt."],
        ["A few hours", "An outage of up to 4 hours is acceptable."],
        ["A day", "An outage of up to one day is acceptable."],
      ],
    },
    accessibility: {
      label: "people who need it made easier",
      ask: ({ who }) => `Do some of the ${who} need it made easier, for example large type or use without a mouse?`,
      vague: ({ vague, who }) => `You said “${vague}”: what should ${who} manage on the first try, without any help?`,
      choices: ({ vague, act = "do the main task" }) =>
        vague === undefined
          ? [
              ["Yes, large type", "Yes, some need large type and simple pages."],
              ["No, the usual standard", "The usual accessibility standard (WCAG AA) is enough."],
            ]
          : [
              [`To ${act}`.slice(0, 60), `They should manage to ${act} within 2 minutes, without help.`],
              ["Everything", "They should manage everything without help; some are older people."],
            ],
    },
    languages: {
      label: "which languages it speaks",
      ask: ({ who }) => `Which languages do ${who} need it in?`,
      choices: () => [
        ["English only", "Only in English."],
        ["Several", "In English and one or two more languages."],
      ],
    },
    speed: {
      label: "how fast is fast enough",
      ask: () => "How quickly does a page have to appear for it to feel right?",
      vague: ({ vague }) => `You said “${vague}”: how many seconds may it take at most?`,
      choices: () => [
        ["Under 1 second", "Pages appear in under 1 second."],
        ["Under 3 seconds", "Pages appear in under 3 seconds."],
        ["It does not matter much", "Speed does not matter much."],
      ],
    },
    terms: {
      label: "words with a special meaning",
      ask: () => "Is there a word you use every day that an outsider would get wrong?",
      choices: () => [
        ["No, all plain", "No, our words are plain."],
        ["Yes, a few", "Yes, we use a few words of our own."],
      ],
    },
  },
  affirm: {
    summary: [(x) => `I see: ${x}.`, (x) => `In short: ${x}.`],
    goal: [(x) => `Worth solving: ${x}.`, (x) => `The aim is clear: ${x}.`],
    measure: [(x) => `Something to measure: ${x}.`, (x) => `A clear mark: ${x}.`],
    role: [(x) => `On the people: ${x}.`, (x) => `I see: ${x}.`],
    scope: [(x) => `That belongs in: ${x}.`, (x) => `Part of it, then: ${x}.`],
    exclusion: [(x) => `Left out on purpose: ${x}.`, (x) => `That stays outside: ${x}.`],
    journey: [(x) => `So that is the way: ${x}.`, (x) => `I can picture it: ${x}.`],
    requirement: [(x) => `Needed, then: ${x}.`, (x) => `Noted: ${x}.`],
    rule: [(x) => `A firm rule: ${x}.`, (x) => `As a rule: ${x}.`],
    entity: [(x) => `To be kept: ${x}.`, (x) => `On what is kept: ${x}.`],
    integration: [(x) => `To work with: ${x}.`, (x) => `On other programs: ${x}.`],
    quality: [(x) => `Good to know: ${x}.`, (x) => `That sets the bar: ${x}.`],
    constraint: [(x) => `That is a given: ${x}.`, (x) => `I will plan around it: ${x}.`],
    decision: [(x) => `Decided: ${x}.`, (x) => `Settled: ${x}.`],
    assumption: [(x) => `As an assumption: ${x}.`, (x) => `I will assume this: ${x}.`],
    risk: [(x) => `A fair worry: ${x}.`, (x) => `Noted as a risk: ${x}.`],
    question: [(x) => `An open question, then: ${x}.`, (x) => `That stays open: ${x}.`],
    term: [(x) => `I will use the word so: ${x}.`, (x) => `For the glossary: ${x}.`],
  },
  noted: [(x) => `Noted: ${x}.`, (x) => `I see: ${x}.`, (x) => `Understood: ${x}.`],
  chosen: [(x) => `${x}: noted.`, (x) => `All right: ${x}.`],
  withException: (x) => `${x}, with your exception`,
  acknowledge: {
    reports: ["I have noted that list and who it is for.", "That tells me what must be at hand."],
    purpose: ["That gives me a first picture.", "That is a good place to start."],
    users: ["I have a picture of the people now.", "That tells me who is behind it."],
    journey: ["I can follow the steps now.", "The way through is clear."],
    rules: ["I have written those rules down exactly.", "Those rules are noted as you put them."],
    success: ["That gives us something to measure.", "A good yardstick to have."],
    volume: ["That tells me how much it has to carry.", "Those numbers help."],
    payment: ["The money side is clear now.", "I have noted how the money moves."],
    permissions: ["I have noted who may do what.", "That draws a clear line between people."],
    failure: ["It helps to know what happens on a bad day.", "I have noted what should happen then."],
    reason: ["I see what the trouble is today.", "That explains why you want it."],
    exclusions: ["That keeps it small, and it is noted.", "Noted as left out."],
  },
  acknowledgeTopic: (label) => `That goes under “${label}”.`,
  acknowledgeAnything: ["All right.", "I have that."],
  brief: (count, numbered) =>
    `Thank you, that is thorough. I have read it as ${count} points${numbered ? " and kept your numbering" : ""}, so I will ask only about what it leaves open.`,
  briefCut: (count) =>
    `That is long: I have taken in the first ${count} points. Please send the rest in a second message.`,
  list: (count) => `I have noted all ${count} points.`,
  corrected: (x) => (x === undefined ? "Corrected." : `Corrected: ${x}.`),
  resolved: (x) => `Then this holds: ${x}.`,
  bothKept: "Then I keep both.",
  assumed: [
    "That is fine. I have put down the usual answer as an assumption; you can change it.",
    "No problem: I assume what is usual, and mark it, so that you can change it.",
  ],
  exceptions: (x) =>
    x === undefined
      ? "That rule has exceptions; which of them comes first is noted as open."
      : `A rule with exceptions: ${x}. Which comes first is noted as open.`,
  measurable: ["Let us make that something one can check.", "That deserves a number."],
  sayMore: "A few words on that would help.",
  unsure: [
    "That is fine. I will leave it as an open question.",
    "No problem, it stays open for now.",
    "Fair enough, nobody has to know that today. I have marked it as open.",
  ],
  skipped: ["Skipped.", "We leave that out.", "On to something else."],
  delegated: [
    "I will choose something usual and mark it as an assumption, so that you can change it.",
    "Then I will assume the usual solution and mark it as such.",
  ],
  leftToTeam: (label) => `Left to the team: ${label}`,
  openQuestion: (label) => `Not known yet: ${label}.`,
  people: "people",
  about: (things) => `I see, so it is about ${things}.`,
  numbers: [(x) => `${x}: noted.`, (x) => `Those numbers help: ${x}.`],
  bounds: { exact: (x) => x, about: (x) => `about ${x}`, min: (x) => `at least ${x}`, max: (x) => `at most ${x}` },
  welcome:
    "Hello, good to have you here. I will ask a few questions, one at a time; say “that's all” whenever you have had enough.",
  thanks: "All right.",
  stray: "I can help only with describing what you want to have built, so back to that.",
  explain: (label) => `I ask because ${label} changes what gets built. A rough answer is enough.`,
  noPrevious: "There is no earlier question to go back to.",
  previous: "Back to the one before. Your new answer counts.",
  enoughIfYouLike: "By the way, you can say “that's all” at any time.",
  dispute: (older, newer) => `Earlier you said “${older}”, and then “${newer}”. Which of the two holds?`,
  holds: (x) => [x, `“${x}” holds.`],
  gaps: (labels) =>
    `Mainly ${labels.length === 1 ? "one thing is" : "these are"} still missing:\n${labels.map((label) => `- ${label}`).join("\n")}`,
  noGaps: "Nothing important is missing any more.",
  wrap: "I have enough for a first version of the specification. Shall I sum up, or do you want to go into more detail?",
  wrapChoices: [
    ["Sum up", "Sum it up"],
    ["More questions", "More questions"],
  ],
  last: "That is all I would ask. Is there anything else I should know before I sum up?",
  lastChoices: [
    ["Sum up", "Sum it up"],
    ["Back one question", "Go back"],
  ],
  added: (x) => (x === undefined ? "I have added that." : `I have added that: ${x}.`),
  closedAlready: "You are welcome. If anything else comes to mind, just write it here.",
  closing: {
    separator: "; ",
    colon: ": ",
    lead: "Thank you. This is what I have understood, in your words:",
    leadEmpty: "Thank you. There is not much yet, but the start is made.",
    areas: {
      what: "What it is",
      people: "People",
      working: "How it works",
      rules: "Rules",
      out: "Left out",
      data: "Data and other programs",
      quality: "Quality and numbers",
      frame: "Money, time and decisions",
    },
    more: (count) => `and ${count} more`,
    open: "Still open",
    assumed: "Assumed, until you say otherwise",
    disputed: (older, newer) => `whether “${older}” or “${newer}” holds`,
    nothingOpen: "Nothing important is open.",
    end: "If something comes to mind, write it here and I will add it.",
  },
}
