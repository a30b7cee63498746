/** What was written and not sent yet. In memory alone: looking at something else loses nothing, and nothing of it stays. */
const drafts = new Map<string, string>()

export const draftOf = (reference: string, about: "message" | "question") => drafts.get(`${reference} ${about}`) ?? ""

export function keepDraft(reference: string, about: "message" | "question", text: string) {
  drafts.set(`${reference} ${about}`, text)
}

export const forgetDrafts = () => drafts.clear()
