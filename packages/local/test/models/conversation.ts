import { expect, test } from "vitest"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { type Asked, answers, SERVER_KEY, said, withModels } from "./asking.ts"

/** The same conversation, in the form of one provider. `key`: what its calls show. */
export function conversationWith(provider: string, { key = SERVER_KEY, ...env }: Record<string, string> = {}): Asked {
  const asked = withModels({ MODEL_PROVIDER: provider, ...env })

  test(`${provider}: a conversation streams byte by byte, with lines for the document and answers to tap`, async () => {
    asked.standIn.play((call) => ({ ...interviewing(call), split: "byte" }))
    const { chat, api, sessionId } = await asked.begin()
    const pieces: string[] = []
    chat.on("delta", ({ text }) => pieces.push(text))
    const brief = "We run a bakery with two shops and want orders online, at most 150 on Saturdays."
    for (const text of [brief, "Our customers, and two people in the shop."])
      expect(await said(chat, text)).toMatchObject({
        type: "turn.completed",
        model: expect.stringMatching(`^${provider}/`),
      })
    expect(pieces.join("")).toBe(answers(chat).join(""))
    const items = chat.state.document?.items ?? []
    expect(items.length).toBeGreaterThanOrEqual(2)
    const texts = new Map<string, string>(chat.state.messages.map(({ id, text }) => [id, text]))
    for (const { sources } of items)
      for (const { messageId, quote, start, end } of sources)
        expect(texts.get(messageId)?.slice(start, end)).toBe(quote)
    expect(chat.state.messages.at(-1)?.choices?.length).toBeGreaterThanOrEqual(2)
    expect(asked.standIn.calls.every(({ call }) => call.apiKey === key)).toBe(true)
    const { specification } = await api.sessions.get(sessionId)
    expect(specification.items).toEqual(items)
    const exported = JSON.parse(await api.sessions.specification(sessionId, { format: "json" }))
    expect(exported).toMatchObject({
      models: [expect.stringMatching(`^${provider}/`)],
      promptVersion: expect.stringMatching(/^model-\d+$/),
    })
  })
  return asked
}
