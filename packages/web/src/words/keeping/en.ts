import type { KeepingWords } from "./wording.ts"

export const en: KeepingWords = {
  close: "Close",
  cancel: "Cancel",
  moment: "One moment…",
  failure: {
    address: "We cannot write to that address. Check it: it should look like ada@example.com.",
    link: "This link or code is wrong, was used, or has expired.",
    limited: "That was asked for too often.",
    cookies: "This page needs cookies to know you again. Allow them for this site, then try again.",
    offline: "We cannot be reached right now. Check your connection and try again.",
    unavailable: "That is not possible at the moment. Please try again in a minute.",
    gone: "This conversation can no longer be opened on this device.",
    other: (reference) => `Something went wrong on our side. Please try again. Reference: ${reference}`,
    again: (when) => `You can try again ${when}.`,
  },
  address: "Your e-mail address",
  code: {
    label: "Code from the mail",
    hint: "Eight letters and digits, like 7KM2-XQ9A",
    wrong: "That is not the code, or it has expired. Compare it with the newest mail.",
    wrongPair: "Address and code do not belong together, or the code has expired. Compare both with the newest mail.",
  },
  ask: {
    save: {
      lead: (days) =>
        `We send you a mail with a link. Once you have opened it, ${
          days
            ? `this conversation is kept for ${days} days after your last answer`
            : "this conversation is kept longer"
        }, and you can go on with it on any device.`,
      send: "Send the mail",
      sent: (email) => `We sent a mail to ${email}. Open its link in this browser.`,
      enter: "Save",
    },
    open: {
      lead: () => "Tell us the address you saved it to. We send a link there.",
      send: "Send me a link",
      sent: (email) => `If something is saved to ${email}, a mail is on its way there. Open its link in this browser.`,
      enter: "Open",
    },
  },
  sent: {
    missing: "If it does not come within a few minutes, look among the spam, or check the address.",
    or: "You read your mail on another device? Then type its code here.",
    again: "Send again",
    done: "Sent once more.",
    other: "Another address",
  },
  save: {
    heading: "Save this conversation",
    saved: "Saved",
    to: (email) => `This conversation is saved to ${email}.`,
    until: (day) => `We keep it until ${day}. Every answer you write moves that day further away.`,
    elsewhere: "To go on with it elsewhere, choose “Open a saved conversation” on the first page there.",
  },
  link: {
    lead: "Your link is ready. It opens the conversation in this browser.",
    once: "It works once. After that, this browser stays signed in.",
    open: "Open my conversation",
    otherBrowser:
      "This link was asked for in another browser. So that nobody else can use it, type the code from the same mail.",
    used: "This link was used or has expired.",
    fresh: "We can send you a fresh one.",
    haveCode: "I have a code",
    elsewhere: "Is it saved to your e-mail address?",
  },
  conversations: {
    heading: "Your conversations",
    untitled: "Untitled",
    current: "open here",
    changed: (when) => `Changed ${when}`,
    saved: (email, day) => `Saved to ${email}, until ${day}`,
    unsaved: (day) => `Not saved to an address; kept until ${day}`,
    rename: "Rename",
    renameIt: (title) => `Rename “${title}”`,
    name: "Name of the conversation",
    keepName: "Save",
    more: "Show more",
    empty: "This browser has no conversation at the moment.",
  },
  devices: {
    heading: "Your devices",
    lead: "This conversation can be opened on:",
    current: "this device",
    seen: (when) => `Last used ${when}`,
    out: "Sign out",
    outIt: (name) => `Sign out ${name}`,
    sure: (name) => `Sign out ${name}? It can then be opened there only with a fresh link.`,
    sureHere:
      "Sign out this device? What you have written and not sent is deleted here. You get back in only with a link, if the conversation is saved.",
    unnamed: "Unknown device",
  },
  key: {
    heading: "Your own key",
    meaning:
      "Do you have a key for an AI company’s models? It is sent along with each message and used for that one answer only. Our server does not store it. What the answers cost, the company bills to you. If it does not accept the key or cannot be reached, our own program asks the next question.",
    company: "Whose key is it?",
    label: "Key",
    untilClosed: "Keep it until I close this tab, even when I reload the page",
    use: "Use it",
    stop: "Stop using it",
    unfit: "A key is one piece of letters, digits and signs, without spaces. Copy it again, as a whole.",
    refused: "Keys of this company are not used here. Nothing was sent to it, and your message is kept.",
  },
  data: {
    heading: "About your data",
    who: "Who sees it",
    nobody: "No AI company saw this: the questions come from a program that runs here.",
    ours: (names) =>
      `So far, a program that runs here has asked the questions. What you write may also be sent to ${names}.`,
    seen: (names) => `${names} read what you wrote and answered.`,
    cost: (usd) => `So far this cost about ${usd} USD.`,
    tokens: (count) => `So far that took ${count} tokens: the pieces of words that AI companies charge for.`,
    where: "Where it is",
    here: "With us. It can be opened only on the devices under “Your devices”.",
    saved: (email) =>
      `With us, saved to ${email}. It can be opened on the devices under “Your devices”, and with a link that we send there.`,
    until: "When it is erased",
    erased: (day) => `On ${day}, if you write nothing more until then. At once, if you delete it.`,
    download: "Download my data",
    file: "Everything we keep about this conversation as one file: what was said, the document with all its versions, your devices.",
    preparing: "Preparing the file…",
    done: "The file is in your downloads.",
  },
  erase: {
    heading: "Delete everything",
    lead: "This deletes, for you and on every device:",
    conversation: "the whole conversation",
    document: "the document, with all its versions",
    access: "your devices and the address it is saved to",
    unsent: "what you have written here and not sent",
    final: "It cannot be undone, and we cannot bring it back either.",
    first: "Download my data first",
    confirm: "Delete for good",
    erasing: "Deleting…",
  },
  deleted: {
    heading: "Deleted",
    text: "The conversation and its document are gone, on this device and wherever else they were open.",
    traces:
      "The last traces leave our systems within a minute. Backups fade out over the next weeks; if we ever need one, your conversation is deleted from it before anything else.",
  },
}
