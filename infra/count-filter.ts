const keys = (prefix: string, ...sk: (string | { prefix: string })[]) => ({
  pk: { S: [{ prefix }] },
  ...(sk.length > 0 && { sk: { S: sk } }),
})

/**
 * Which changes of the table are counted at all, as packages/core/src/metrics/change.ts has it: any of these. Left out is most of what
 * happens, a worker's heartbeats and what its calls may cost above all, and what the counting itself writes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 */
export const COUNTED = [
  { eventName: ["INSERT"], dynamodb: { Keys: keys("session#", "session", { prefix: "event#" }) } },
  { eventName: ["INSERT"], dynamodb: { Keys: keys("submission#", "submission") } },
  {
    eventName: ["MODIFY"],
    dynamodb: {
      Keys: keys("session#", { prefix: "turn#" }),
      NewImage: { status: { S: [{ "anything-but": ["pending", "running"] }] } },
    },
  },
  {
    eventName: ["MODIFY"],
    dynamodb: { Keys: keys("reservation#"), NewImage: { status: { S: [{ "anything-but": ["open"] }] } } },
  },
]
