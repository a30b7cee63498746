import type { Lexicon } from "./lexicon.ts"

export const en: Lexicon = {
  small:
    "the, a, an, and, or, but, of, to, in, on, at, for, from, with, by, is, are, was, were, be, been, it, its, this, that, these, those, they, them, their, we, us, our, you, your, i, my, me, he, she, his, her, not, no, so, as, if, when, then, than, who, what, which, how, where, there, here, can, could, should, would, will, must, may, might, do, does, don, have, has, had, want, need, needs, like, please, yes, all, each, every, per, after, before, until, during, within, about, because, also, only, just, some, any, later",
  topics: {
    purpose:
      "!i run a, !i run an, !we run, !i own a, !we are a, !we re a, !we re an, !i m a, !i am a, !i have a, !we have a, app for, system for, website for, platform, i d like, i want, we want, i need, we need, build, request for proposal, background, a tool, !bot for, !api for, !app that, !tool that, !service that",
    users:
      "!users, user, !mostly, !people who use, !target group, audience, visitors, !used by, !who uses, !uses it, !works with it, everyone, anyone, !internal team, !also use, !headcount",
    journey:
      "choose, choos*, pick up, collect, bring back, select*, pick, picks, !step, !steps, !first they, then they, and then, fill in, fills in, confirm*, browse*, search*, !log in and, click*, scan*, !book move, !move and cancel, look up, submit*, send in, upload*, checkout, sign up",
    rules:
      "!must not, !may not, !only if, !unless, !except*, at least, at most, !no more than, deadline*, !days before, !hours before, !minutes before, expire*, !the day before, limit*, !not more than, !rule, rules, allowed, !not allowed, maximum, minimum, !in order, first come, !first to, whoever, cancel*, policy, !come first, comes first, discount*, !if someone, priority, rate limit*",
    success:
      "!success*, !measure*, !kpi, !target is, !would call it, !drop from, !drops from, !reduce, !increase*, !below, !fewer than, goal*, !objectives, !hours saved, save time",
    scope:
      "!first version, !must have*, !nice to have, !most important, !mvp, scope, feature*, !functional requirements, !version one, !to begin with, phase",
    reason:
      "!problem*, !mess, !chaos, !chaotic, !nightmare, !trouble, !currently, !today we, !at the moment, !right now we, !nowadays, !so far, !we lose, costs us, !cost us, annoying, !takes too long, !by hand, !on paper, !excel, spreadsheet*, !desktop program, !phone calls, !because we, !edit at the same time, !errors happen, !manual*, !cron job*",
    volume:
      "/a week before, /a week later, /a month before, /a day before, !a day, !per day, !per week, !a week, !per month, !a month, !a year, !per year, !on saturdays, on weekends, !at peak, peak, busy, !active patients, clinics, shops, plots, !how many, !plots, !waiting list currently, !rps, !requests per second, boats, branches, locations, !per hour, !per second, !qps",
    data: "!we store, !store*, !keep track, !save the, !record the, !data we, address*, birth*, !their names, name and, photo*, !need to know, !we ask for, allerg*, history, !database, !records of, fields, !postgres*, !json, !jsonb, !list with, !master data, notes",
    failure:
      "!goes wrong, !if it fails, !fail*, !refund*, !offline, !no signal, !without internet, !sold out, next free, late, mistake*, !breaks down, !bad weather, !wind, !give back, !error*, !retry, !retries, !backoff, !dead letter, !timeout*",
    exclusions:
      "!out of scope, !not included, !no delivery, !don t need, !do not need, !we don t want, !not part of, !leave out, !never want, !nothing like, !definitely no, !not needed, !no app",
    access:
      "!log in, !login, !logs in, !sign in, !account, !accounts, !password*, !identify themselves, !identified by, !magic link, !sso, !single sign on, !api key*, !member number, !oauth*, !without registering, !access code",
    permissions:
      "!may see, !see only, !sees only, !can see, !only them, !not allowed to see, !may only, !who can, !only the, !nobody should, !sees names, !sees all, !permission*, !admin, !admins, !approve*, !read only, !only managers, only staff",
    payment:
      "!pay, !pays, !payment*, !paid, !paying, card, !by card, !credit card, !card payment*, !card too, !bank transfer, !invoice*, !cash, !paypal, !stripe, !deposit, !price*, !fee, !fees, !owe, !owes, !commission, money, !subscription*, !prepaid, !free of charge, !for free, free, !no charge, !billing",
    notifications:
      "!remind*, !notif*, !sms, !text message*, !by text, !by email, !e mail, !email, !newsletter, !alert*, !push message*, !confirmation mail, !whatsapp, !informed, !gets a message, !slack, !webhook*",
    integrations:
      "!integrat*, !interface*, !connect to, !connects to, !import*, !export to, !csv, !api, !sync*, !calendar, !google calendar, !outlook, !accounting software, !sap, !datev, !xero, !quickbooks, !shopify, !erp, !crm, !provider, !s3, !kafka, !github",
    privacy:
      "!privacy, !personal data, !gdpr, !data protection, !health data, !sensitive, !confidential, !anonymous*, !consent, !hosting in the eu, !hosted in the eu, !patients notes, !no personal, !encrypted",
    retention:
      "!retention, !kept for, !be kept, !keep for, !delete after, !deleted after, !for ten years, !kept 10, !archive*, !nobody should delete, !never delete*, !erased after, !export and deletion, !days of logs",
    reports:
      "!report*, !statistic*, !overview, !list every, !need a list, !needs a list, !dashboard*, !weekly, !monthly summary, !printed, !print, !passenger list, !metrics, !grafana, !how much i owe",
    devices:
      "!phone, !phones, !mobile, !tablet*, !ipad*, !laptop*, !browser*, !on the go, !iphone*, !android, !desktop, !only web, !web only, !just web, !app store, !smartphone*, !cli, !terminal",
    security:
      "!security, !secure*, !access logged, !audit*, !two factor, !2fa, !hack*, !fraud, !tls, !abuse, !pen test*, !encryption, !hmac, !rate limit*",
    deadline:
      "!go live, !launch*, !deadline is, !ready by, !before christmas, !by the end of, !next season, !until spring, !in january, !in february, !in march, !in april, !in may, !in june, !in july, !in august, !in september, !in october, !in november, !in december, !by january, !by february, !by march, !by april, !by may, !by june, !by july, !by august, !by september, !by october, !by november, !by december, !before september, !before 1, !timeline, !next month, !next year, !this year, !no rush, !as soon as",
    budget:
      "!budget, !no money, !afford*, !can spend, !euros at most, !cheap*, !cost at most, !costs at most, !low cost, !hosting costs, !expensive, !free tier",
    availability:
      "!availab*, !uptime, !24 hours, !24 7, !around the clock, !always on, !downtime, !opening hours, !must not be down, !at night, !outage*, !maintenance window, !nines",
    accessibility:
      "!accessib*, !wcag, !screen reader*, !blind, !older people, !are old, !elderly, !large print, !large type, !large text, !big buttons, !disab*, !bad eyes, !wheelchair*, !colour blind",
    languages:
      "!languages, !language, !english, !german, !french, !spanish, !italian, !dutch, !polish, !turkish, !translat*, !multilingual, !bilingual",
    speed:
      "!fast enough, !seconds, !milliseconds, !ms, !second, !instantly, !response time, !load time, !loads in, !latency, !p99, !p95",
    terms: "!we call, !means, !stands for, !is called, !glossary, !by that we mean, !terminology",
  },
  cues: {
    exclusion:
      "out of scope, not included, we don t need, do not need, don t want, not part of, leave out, definitely no, nothing like, not needed, no need for, without any, we won t",
    rule: "must not, must be, must have, may not, may hold, only if, unless, except, no more than, not more than, at most, at least, days before, hours before, whoever, is allowed, not allowed, must never, may never, should never, never more, never before, never after, nobody may, nobody should, nobody must, come first, comes first, if someone, the first to, is free until, limit of, maximum, or if",
    measure:
      "success, reduce, drop from, drops from, drop below, below, rise to, increase, doubles, double the, halve, cut, kpi, fall from, go down, goes down, per cent fewer, save, would be great, down from",
    goal: "we want to, our goal, objective, so that we, in order to, i want to stop, want fewer, want more, want less",
    risk: "worried, afraid, risk, fear, worry, concern*, disaster if, might fail",
    decision:
      "we decided, we have decided, decision is, has to be, we chose, we picked, settled on, we will use, we use, must run on, written in",
    term: "means, we call, is called, stands for, by that we mean",
  },
  intents: {
    unsure:
      "not sure, i am not sure, i m not sure, idk, no idea, don t know, dont know, dunno, i don t know, do not know, not certain, hard to say, unsure, no clue, can t say, haven t thought about it",
    skip: "skip, skip it, skip this, next, next question, pass, move on, rather not say, not relevant, doesn t matter, does not matter, n a, whatever, don t care, i don t care, don t mind",
    back: "go back, back, previous question, undo, one step back, the question before, let me change my last answer",
    finish:
      "that s all, thats all, that is all, done, i m done, i am done, we are done, wrap it up, wrap up, finish, that s it, thats it, nothing else, nothing more, that would be all, finished, stop here, sum up, sum it up, that s everything, end, enough, that s enough, that is enough",
    gaps: "what do you still need, what else do you need, what is missing, what s missing, what is still missing, anything missing, what do you need from me, what s left, what is left, what else, how far are we, how many questions",
    delegate:
      "you decide, up to you, your choice, you choose, whatever you think, whatever is best, as you like, you pick, decide for me, your call, i leave it to you, whatever works",
    greeting:
      "hi, hello, hey, good morning, good afternoon, good evening, hi there, hello there, hey there, are you there, anyone there",
    thanks:
      "thanks, thank you, thx, cheers, great, ok, okay, cool, nice, perfect, got it, alright, fine, lol, haha, good",
    explain:
      "why do you ask, what do you mean, i don t understand, i do not understand, what does that mean, can you explain, explain, why, huh, pardon, example, for example",
    continue: "go on, continue, keep going, carry on, more questions, ask more, let s go on",
    both: "both, both of them, both hold, either, each of them",
    older: "the first, the first one, first one, first, former, the former, the earlier one",
    newer: "the second, the second one, second one, second, latter, the latter, the later one",
    yes: "yes, yep, yeah, sure, of course, certainly, absolutely, definitely, yes please, there is, there are",
    no: "no, nope, nah, none, nothing, nobody, no one, not really, not at all, nobody else, nothing special, no there isn t, no we don t",
  },
  fillers:
    "please, i, think, thanks, thank, you, ok, okay, sorry, well, hm, hmm, uh, um, um, so, now, really, just, yes, no, for, it, that, this, the, one, question, honestly, then, still, from, me, let, s, at, all, moment, yet, us, is, am, m, we, about, and, here",
  negation:
    "no, not, never, none, without, nobody, neither, nor, cannot, don t, doesn t, won t, can t, isn t, aren t, nothing",
  only: "only, just, exclusively, solely, nothing but",
  correction:
    "!correction, !i meant, i said, actually, sorry, !wait no, !no wait, !scratch that, !i was wrong, !my mistake, instead of, rather than, i take that back, on second thought, correct that",
  leads:
    "!but, !please, !and, !and then, !actually, !oh, !well, !anyway, !honestly, !basically, !of course, !i mean, !i said, !as i said, !you know, !i think, !i guess, !like i said, !hm, !hmm, !um, so, then, or, plus, yes, yeah, yep, no, nope, sorry, ok, okay, sure, also, like, maybe, right",
  trails: "though, of course, please, anyway, i think, i guess, i suppose, ok, right, you know, obviously",
  joins:
    "and, but, because, so that, or, that, when, while, if, unless, except, otherwise, although, though, instead of",
  exceptions: "but, unless, except, except for, apart from, or if, only if, however, otherwise, although, though",
  vague: [
    ["speed", "fast, quick, quickly, snappy, responsive, speedy"],
    ["accessibility", "easy, simple, user friendly, intuitive, easily, usable, easy to use"],
    ["security", "secure, safe, safely, securely"],
    ["availability", "reliable, robust, stable, reliably, always work"],
    ["devices", "modern, state of the art, nice looking, beautiful"],
    ["volume", "scalable, many people, lots of people, a lot of traffic, many users, lots of users, scales"],
    ["budget", "cheap, affordable, inexpensive, not too expensive"],
    ["deadline", "soon, asap, quickly ready, as soon as possible"],
  ],
  concepts: {
    accounts: "account, accounts, log in, login, logs in, logging in, sign in, signs in, sign up, registration",
    "pay-card":
      "by card, with card, credit card, credit cards, debit card, cards, card payment*, card would, card too, card as well, card is fine",
    "pay-transfer": "bank transfer, transfer, wire transfer, direct debit",
    "pay-cash": "cash",
    "pay-later": "invoice, pay in the shop, pay on site, pay on arrival, pay on collection",
    "reach-web": "web, website, browser, web page",
    "reach-app": "app, apps, native app, app store, mobile app",
    delivery: "delivery, deliver, delivers, deliveries, shipping, ship",
    "messages-sms": "sms, text messages, text message",
    "messages-email": "email, emails, e mail, e mails",
    chat: "chat, chatbot, live chat",
    advertising: "ads, advertising, adverts",
  },
  roles: [
    { id: "patient", words: "patient*", name: "patients", side: "public" },
    { id: "member", words: "member, members", name: "members", side: "public" },
    { id: "tourist", words: "tourist*", name: "tourists", side: "public" },
    { id: "passenger", words: "passenger*, traveller*", name: "passengers", side: "public" },
    { id: "visitor", words: "visitor, visitors", name: "visitors", side: "public" },
    { id: "guest", words: "guest, guests", name: "guests", side: "public" },
    { id: "pupil", words: "pupil*", name: "pupils", side: "public" },
    { id: "student", words: "student*, learner*", name: "students", side: "public" },
    { id: "participant", words: "participant*, attendee*", name: "participants", side: "public" },
    { id: "player", words: "player, players", name: "players", side: "public" },
    { id: "singer", words: "singer, singers", name: "singers", side: "public" },
    { id: "donor", words: "donor, donors", name: "donors", side: "public" },
    { id: "applicant", words: "applicant*", name: "applicants", side: "public" },
    { id: "family", words: "family, families, household, households", name: "families", side: "public" },
    { id: "parent", words: "parents, parent", name: "parents", side: "public" },
    { id: "resident", words: "resident, residents", name: "residents", side: "public" },
    { id: "tenant", words: "tenant*", name: "tenants", side: "public" },
    { id: "client", words: "client, clients", name: "clients", side: "public" },
    { id: "customer", words: "customer*, regulars, buyer*, shopper*", name: "customers", side: "public" },
    { id: "volunteer", words: "volunteer*", name: "volunteers", side: "staff" },
    { id: "developer", words: "developer*, devs, dev team, engineers", name: "developers", side: "public" },
    {
      id: "therapist",
      words: "physiotherapist*, therapist*, doctor, doctors, nurse*",
      name: "therapists",
      side: "staff",
    },
    { id: "reception", words: "reception, receptionist*, front desk", name: "reception", side: "staff" },
    { id: "manager", words: "manager, managers, boss, supervisor*", name: "managers", side: "staff" },
    { id: "treasurer", words: "treasurer*, accountant*, bookkeeper*", name: "the treasurer", side: "staff" },
    { id: "board", words: "board, chair, chairman, chairwoman, committee", name: "the board", side: "staff" },
    { id: "teacher", words: "teacher*, trainer*, coach, coaches, instructor*", name: "teachers", side: "staff" },
    { id: "captain", words: "captain, captains, crew, skipper*", name: "the crew", side: "staff" },
    { id: "driver", words: "driver, drivers, courier*", name: "drivers", side: "staff" },
    {
      id: "technician",
      words: "technician*, fitter*, craftsmen, craftsman, foreman, installers",
      name: "technicians",
      side: "staff",
    },
    { id: "employee", words: "employee*", name: "employees", side: "staff" },
    { id: "staff", words: "staff, colleague*, team, secretary, office", name: "staff", side: "staff" },
    {
      id: "partner",
      words: "hotel, hotels, supplier*, partner, partners, agency, agencies, reseller*",
      name: "partners",
      side: "partner",
    },
  ],
  activities: {
    order: {
      words: "order, orders, ordering, preorder*, /in order, /out of order, /order to",
      act: "place an order",
      things: "orders",
    },
    appointment: { words: "appointment*", act: "book an appointment", things: "appointments" },
    booking: { words: "book, booking*, reserve*, reservation*, /book club", act: "make a booking", things: "bookings" },
    registration: {
      words: "register*, sign up, signup*, enrol*, registration*",
      act: "sign up",
      things: "registrations",
    },
    rental: { words: "rent, rents, rental*, borrow*, lend*", act: "borrow something", things: "loans" },
    enquiry: { words: "enquir*, inquir*, quote request*, quotation*", act: "send an enquiry", things: "enquiries" },
    repair: {
      words: "repair*, maintenance job*, service call*, defect*",
      act: "report a repair",
      things: "repair jobs",
    },
    stock: { words: "inventory, stock, warehouse*", act: "look up what is in stock", things: "stock entries" },
    donation: { words: "donate*, donation*", act: "donate", things: "donations" },
    time: {
      words: "timesheet*, working hours, hours worked, time tracking",
      act: "enter their hours",
      things: "time entries",
    },
    document: { words: "document, documents, files, paperwork", act: "send in a document", things: "documents" },
    course: {
      words: "course, courses, lesson*, workshop*, /of course, /course of",
      act: "join a course",
      things: "course places",
    },
  },
  bounds: {
    max: "up to, at most, under, below, less than, fewer than, no more than, not more than, maximum, max, within, until, not over, limit of, to under, no later than, before, not take more than, never more than, must not exceed, not exceed, <, ≤",
    min: "at least, over, minimum, min, above, from, no less than, not less than, exceeds, >, ≥",
    about: "about, around, roughly, approximately, approx, ca, some, maybe, circa, almost, nearly, ~",
    more: "more than",
  },
  boundsAfter: {
    min: "or more, and more, upwards, +",
    max: "or less, or fewer, at most, max, maximum, or under, tops",
    notice: "before",
  },
  numbers: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    fifty: 50,
    hundred: 100,
    thousand: 1000,
  },
  units:
    "rps, ms, requests, day*, hour*, minute*, second, seconds, week*, month*, year*, knots, km, kg, euros, euro, dollars, percent, people, users, times",
  unitWords: 3,
  per: "a day, per day, a week, per week, a month, per month, a year, per year, an hour, per hour, per second, a second, each day, daily, weekly, every day",
  clock: "am, pm, o clock",
  mirror: {
    swap: {
      we: "you",
      i: "you",
      our: "your",
      my: "your",
      us: "you",
      me: "you",
      ours: "yours",
      mine: "yours",
      ourselves: "yourselves",
      myself: "yourself",
      am: "are",
      "we'd": "you'd",
      "i'd": "you'd",
      "we're": "you're",
      "i'm": "you're",
      "we've": "you've",
      "i've": "you've",
      "we'll": "you'll",
      "i'll": "you'll",
    },
    endings: [],
    refuse: "you your was yours yourself sorry said correction hi hello please thanks",
  },
}
