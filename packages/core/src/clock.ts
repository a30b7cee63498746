/** Epoch milliseconds. Everything that expires or is leased asks a clock, so that a test can move it. */
export type Clock = { now(): number }

export const system: Clock = { now: () => Date.now() }

export const iso = (at: number) => new Date(at).toISOString()

/** DynamoDB's `ttl` attribute is in epoch seconds. */
export const ttl = (at: number) => Math.ceil(at / 1000)
