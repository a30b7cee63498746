import type { Words } from "./wording.ts"

export const en: Words = {
  tag: "en-GB",
  save: {
    subject: "Your link to save the conversation",
    heading: "Save your conversation",
    lead: "Somebody, most likely you, asked Spec Wizard to save a conversation to this address. It is saved as soon as you open this link in the same browser.",
    button: "Save the conversation",
  },
  open: {
    subject: "Your link to what you saved",
    heading: "Open your saved conversation",
    lead: "Somebody, most likely you, asked Spec Wizard to open what is saved to this address. Open this link in the same browser.",
    button: "Open the conversation",
  },
  confirm: {
    subject: "Please confirm: a PDF is to be sent to you",
    heading: "Your PDF is ready to be sent",
    lead: "Somebody, most likely you, asked Spec Wizard to send a specification to this address as a PDF. It is sent as soon as you open this link in the same browser. The conversation is then saved to this address too.",
    button: "Send me the PDF",
  },
  code: "On another device, or in another browser, you are asked for this code:",
  limits: (minutes) => `Link and code work for ${minutes}, and only once.`,
  stranger: "If it was not you who asked, do nothing: nobody gets in without this mail.",
  reminder: {
    subject: (day) => `Your conversation will be erased on ${day}`,
    heading: "Your conversation will soon be erased",
    lead: (title, day) =>
      title
        ? `Nothing has been written in “${title}” for a while. We will erase this conversation, and its document, on ${day}.`
        : `Nothing has been written in your conversation for a while. We will erase it, and its document, on ${day}.`,
    button: "Open the conversation",
    keep: "To keep it, open it and write something.",
    where:
      "The link opens it in a browser where you are signed in. Anywhere else it offers to send a fresh link to this address.",
    otherwise: "If you do not need it any more, do nothing.",
  },
  export: {
    subject: "Your specification as a PDF",
    heading: "Your specification",
    lead: (title) =>
      title
        ? `Here is “${title}” as it stood when you asked for it.`
        : "Here is your specification as it stood when you asked for it.",
    attached: "It is attached to this mail.",
    linked: "It is too large for a mail. You can download it in the conversation.",
    button: "Open the conversation",
    where:
      "The link opens it in a browser where you are signed in. Anywhere else it offers to send a fresh link to this address.",
  },
  submission: {
    subject: (reference) => `Your specification ${reference} has arrived`,
    heading: "We have your specification",
    lead: "It has arrived as it stood when you sent it, and cannot change any more. You may go on with the conversation.",
    reference: "Please name this reference whenever you write to us about it:",
    next: "You hear from us at this address as soon as it has been looked at.",
    button: "Open the conversation",
    stranger: "If it was not you who sent it, tell us and we will delete it.",
  },
  answer: {
    subject: (reference) => `News about your specification ${reference}`,
    heading: "There is news about your specification",
    status: {
      received: "It has arrived and waits to be looked at.",
      reviewed: "It has been looked at.",
      quoted: "There is an offer for it.",
      closed: "It is closed.",
    },
    said: "We add:",
    asked: "We have a question. You can answer it in the conversation:",
    button: "Open the conversation",
  },
  sender: "Spec Wizard turns a conversation into a specification. It sends no advertising.",
}
