/**
 * Every function that is deployed: where its handler stands, what it may do, and how much it gets. The one list that the stack, the local
 * runtime and the bundles are made from.
 *
 * Memory buys CPU too: at 1,769 MB a function has one whole core, at 512 MB 0.29 of one. A visitor waits for the cold start of the first
 * group, which is CPU; `Reply` is billed for seconds in which it mostly waits for a model, so it gets less.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
 */
export const functions = {
  Connect: {
    handler: "packages/chat/src/connect.handler",
    memoryMb: 1024,
    // Refuses within 3 s when the table is out of reach; the rest is for a cold start.
    timeoutSeconds: 10,
    linked: ["Table"],
    rights: { table: ["GetItem", "ConditionCheckItem", "PutItem", "DeleteItem"] },
  },
  Disconnect: {
    handler: "packages/chat/src/disconnect.handler",
    memoryMb: 512, // nobody waits for it
    timeoutSeconds: 10,
    linked: ["Table"],
    rights: { table: ["GetItem", "DeleteItem"] },
  },
  SendMessage: {
    handler: "packages/chat/src/send-message.handler",
    memoryMb: 1024,
    // A second less than the gateway waits, so that what is answered late is answered by us.
    timeoutSeconds: 28,
    linked: ["Table", "Chat", "Reply"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
      invoke: ["Reply"],
    },
  },
  Default: {
    handler: "packages/chat/src/default.handler",
    memoryMb: 1024,
    timeoutSeconds: 28,
    linked: ["Table", "Chat", "Reply"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
      invoke: ["Reply"],
    },
  },
  Reply: {
    handler: "packages/chat/src/reply.handler",
    memoryMb: 512,
    // A turn has 5 minutes; a minute more for its end.
    timeoutSeconds: 360,
    // Turns are tried again by their leases, never by Lambda; an event that waited a minute has been started again by somebody else.
    asynchronous: { retries: 0, maxEventAgeSeconds: 60 },
    linked: ["Table", "Chat"],
    rights: { table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], post: true },
  },
  Sweep: {
    handler: "packages/chat/src/sweep.handler",
    memoryMb: 512,
    // Done before the next minute's sweep begins.
    timeoutSeconds: 50,
    asynchronous: { retries: 0, maxEventAgeSeconds: 60 },
    linked: ["Table", "Chat", "Reply"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      index: ["Query"],
      post: true,
      invoke: ["Reply"],
    },
  },
  Api: {
    handler: "packages/sessions/src/router.handler",
    memoryMb: 1024,
    timeoutSeconds: 28,
    linked: ["Table", "Chat"],
    // Posts what one device changed to the others, and forgets those that are gone.
    rights: { table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"], post: true },
  },
} as const satisfies Record<string, Definition>

export type FunctionName = keyof typeof functions

export type Definition = {
  /** File and export, from the root of the project: `packages/chat/src/connect.handler`. */
  handler: `packages/${string}.handler`
  memoryMb: number
  timeoutSeconds: number
  /** For a function that is started without waiting for its answer. */
  asynchronous?: { retries: 0 | 1 | 2; maxEventAgeSeconds: number }
  /** What its `Resource` knows; a name gives no right. */
  linked: readonly LinkName[]
  rights: Rights
}

export type LinkName = "Table" | "Chat" | "Reply"

/** What a function may do, and nothing beside. */
export type Rights = {
  /** Of items in the table. A transaction needs the rights of what it writes. */
  table: readonly TableAction[]
  /** Of the table's index. */
  index?: readonly "Query"[]
  /** Post to, and close, connections. */
  post?: true
  /** Functions it may start. */
  invoke?: readonly string[]
}

export type TableAction = "GetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem" | "ConditionCheckItem"
