/**
 * The words of saving, opening again and letting go: no part of the first load. Days, times and durations arrive already written out in
 * the language: "19 February 2027", "in 12 seconds".
 */
export type KeepingWords = {
  close: string
  cancel: string
  moment: string
  failure: {
    address: string
    link: string
    limited: string
    cookies: string
    offline: string
    unavailable: string
    gone: string
    other: (reference: string) => string
    again: (when: string) => string
  }
  address: string
  code: { label: string; hint: string; wrong: string; wrongPair: string }
  /** How a mail with a link is asked for: to save a conversation, or to open what is saved. */
  ask: Record<
    "save" | "open",
    { lead: (days: string | undefined) => string; send: string; sent: (email: string) => string; enter: string }
  >
  sent: { missing: string; or: string; again: string; done: string; other: string }
  save: {
    heading: string
    saved: string
    to: (email: string) => string
    until: (day: string) => string
    elsewhere: string
  }
  link: {
    lead: string
    once: string
    open: string
    otherBrowser: string
    used: string
    fresh: string
    haveCode: string
    elsewhere: string
  }
  conversations: {
    heading: string
    untitled: string
    current: string
    changed: (when: string) => string
    saved: (email: string, day: string) => string
    unsaved: (day: string) => string
    rename: string
    renameIt: (title: string) => string
    name: string
    keepName: string
    more: string
    empty: string
  }
  devices: {
    heading: string
    lead: string
    current: string
    seen: (when: string) => string
    out: string
    outIt: (name: string) => string
    sure: (name: string) => string
    sureHere: string
    unnamed: string
  }
  key: {
    heading: string
    meaning: string
    company: string
    label: string
    untilClosed: string
    use: string
    stop: string
    unfit: string
    refused: string
  }
  data: {
    heading: string
    who: string
    nobody: string
    /** Only the guided interviewer has answered, but `names` could be asked. */
    ours: (names: string) => string
    seen: (names: string) => string
    /** US dollars, without their sign. */
    cost: (usd: string) => string
    tokens: (count: string) => string
    where: string
    here: string
    saved: (email: string) => string
    until: string
    erased: (day: string) => string
    download: string
    file: string
    preparing: string
    done: string
  }
  erase: {
    heading: string
    lead: string
    conversation: string
    document: string
    access: string
    unsent: string
    final: string
    first: string
    confirm: string
    erasing: string
  }
  deleted: { heading: string; text: string; traces: string }
}
