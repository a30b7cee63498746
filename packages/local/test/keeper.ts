import type { House } from "../src/house.ts"
import { type Answer, found, Jar } from "./jar.ts"
import { RawSocket } from "./raw.ts"

let people = 0
export const newAddress = () => `person-${process.pid}-${++people}@example.com`

/** The stable code of a refusal; undefined for what was not refused. */
export const code = ({ body }: Pick<Answer, "body">) => (body as { code?: string } | undefined)?.code // a problem has one

export const sees = async (jar: Jar, sessionId: string) =>
  (await jar.call("GET", `/v1/sessions/${sessionId}`)).status === 200

/** Asks for a link and reads the mail. */
export async function mailed(house: House, jar: Jar, email: string, sessionId?: string) {
  const mail = house.mailbox.next(email)
  const { status, text } = await jar.ask(email, sessionId)
  if (status !== 202) throw new Error(`refused with ${status}: ${text}`)
  return found(await mail)
}

/** A browser whose new session is saved to an address. */
export async function saved(house: House, email = newAddress(), jar = new Jar(house.url)) {
  const sessionId = await jar.begin()
  const { token } = await mailed(house, jar, email, sessionId)
  const { status, text } = await jar.redeem({ token })
  if (status !== 200) throw new Error(`refused with ${status}: ${text}`)
  return { jar, email, sessionId }
}

/** A second device of a session that is saved. */
export async function joined(house: House, email: string): Promise<Jar> {
  const jar = new Jar(house.url)
  const { token } = await mailed(house, jar, email)
  if ((await jar.redeem({ token })).status !== 200) throw new Error("the link was not taken")
  return jar
}

export type Ticket = { ticket: string; url: string; protocol: string }

export async function ticketOf(jar: Jar, sessionId: string): Promise<Ticket> {
  const { body } = await jar.call("POST", `/v1/sessions/${sessionId}/tickets`, {})
  return body as Ticket // the route's answer
}

export const enter = (house: House, { ticket, url, protocol }: Ticket, origin = house.url) =>
  RawSocket.connect(url, [protocol, `ticket.${ticket}`], { origin })

/** A socket of a browser that has caught up. */
export async function socketOf(house: House, jar: Jar, sessionId: string): Promise<RawSocket> {
  const socket = await enter(house, await ticketOf(jar, sessionId), jar.origin)
  if (typeof socket === "number") throw new Error(`refused with ${socket}`)
  socket.send({ action: "hello", v: 1, lastSeq: 0 })
  await socket.next(({ type }) => type === "synced")
  return socket
}
