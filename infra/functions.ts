import { FONTS } from "./fonts.ts"

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
    linked: ["Table", "Chat", "Reply", "Seal"],
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
    linked: ["Table", "Chat", "Reply", "Seal"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
      invoke: ["Reply"],
    },
  },
  Reply: {
    handler: "packages/chat/src/reply.handler",
    split: true, // a turn needs one model's provider, or none
    memoryMb: 512,
    // A turn has 5 minutes; a minute more for its end.
    timeoutSeconds: 360,
    // Turns are tried again by their leases, never by Lambda; an event that waited a minute has been started again by somebody else.
    asynchronous: { retries: 0, maxEventAgeSeconds: 60 },
    linked: ["Table", "Chat", "KeyRing", "ModelKey"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"],
      post: true,
      secrets: ["KeyRing", "ModelKey"],
      models: true,
    },
  },
  Sweep: {
    handler: "packages/chat/src/sweep.handler",
    memoryMb: 512,
    // Done before the next minute's sweep begins.
    timeoutSeconds: 50,
    schedule: "rate(1 minute)",
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
    linked: ["Table", "Ledger", "Chat", "KeyRing", "DownloadKey", "MailQueue", "EraseQueue", "ExportQueue"],
    // Posts what one device changed to the others, closes the sockets of those that are signed out, and forgets those that are gone.
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem", "BatchWriteItem"],
      index: ["Query"],
      ledger: ["PutItem"],
      post: true,
      secrets: ["KeyRing", "DownloadKey"],
      enqueue: ["MailQueue", "EraseQueue", "ExportQueue"],
    },
  },
  Count: {
    handler: "packages/sessions/src/count.handler",
    memoryMb: 512,
    timeoutSeconds: 30,
    stream: true,
    linked: ["Table"],
    rights: { table: ["PutItem", "UpdateItem"] },
  },
  Maintain: {
    handler: "packages/sessions/src/maintain.handler",
    memoryMb: 512,
    timeoutSeconds: 600,
    schedule: "cron(0 2 * * ? *)",
    // Whatever is left over is found again the next night.
    asynchronous: { retries: 0, maxEventAgeSeconds: 3600 },
    linked: ["Table", "Ledger", "MailQueue", "EraseQueue"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem"],
      index: ["Query"],
      ledger: ["PutItem", "Query"],
      enqueue: ["MailQueue", "EraseQueue"],
    },
  },
  Mail: {
    handler: "packages/exports/src/mail.handler",
    memoryMb: 512,
    timeoutSeconds: 30,
    queue: "MailQueue",
    linked: ["Table", "Chat", "KeyRing", "Mailing", "Files"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      index: ["Query"],
      post: true,
      secrets: ["KeyRing"],
      files: ["GetObject"],
      send: true,
    },
  },
  Export: {
    handler: "packages/exports/src/export.handler",
    memoryMb: 512,
    // Longer than a start of Render and its work; less than the lease of what it took.
    timeoutSeconds: 100,
    queue: "ExportQueue",
    linked: ["Table", "Chat", "Render"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
      invoke: ["Render"],
    },
  },
  Render: {
    handler: "packages/exports/src/render.handler",
    // A whole core and more: setting a document is nothing but CPU, and somebody waits for it.
    memoryMb: 2048,
    timeoutSeconds: 50,
    install: ["@myriaddreamin/typst-ts-node-compiler"],
    copies: [{ from: "packages/exports/src/pdf/template", to: "template" }, ...FONTS],
    linked: ["Table", "Chat", "Files", "MailQueue", "EraseQueue", "ExportQueue"],
    // Whoever was erased while their file was made is erased once more.
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
      enqueue: ["MailQueue", "EraseQueue"],
      files: ["PutObject"],
    },
  },
  MailEvents: {
    handler: "packages/exports/src/mail-events.handler",
    memoryMb: 512,
    timeoutSeconds: 30,
    topics: ["Deliveries", "Bounces", "Complaints"],
    // A notice that fails three times within the hour is laid aside, in MailEventsDeadLetters.
    asynchronous: { retries: 2, maxEventAgeSeconds: 3600 },
    linked: ["Table", "Chat"],
    rights: {
      table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
      post: true,
    },
  },
  Erase: {
    handler: "packages/exports/src/erase.handler",
    memoryMb: 512,
    timeoutSeconds: 50,
    queue: "EraseQueue",
    linked: ["Table", "Chat", "Files", "Downloads"],
    rights: {
      table: ["GetItem", "Query", "UpdateItem", "DeleteItem", "BatchWriteItem"],
      post: true,
      files: ["ListBucketVersions", "DeleteObject", "DeleteObjectVersion"],
      invalidate: true,
    },
  },
  OutboxSweep: {
    handler: "packages/exports/src/sweep.handler",
    memoryMb: 512,
    timeoutSeconds: 50,
    schedule: "rate(1 minute)",
    asynchronous: { retries: 0, maxEventAgeSeconds: 60 },
    linked: ["Table", "MailQueue", "EraseQueue", "ExportQueue"],
    rights: {
      table: ["GetItem", "UpdateItem"],
      index: ["Query"],
      enqueue: ["MailQueue", "EraseQueue", "ExportQueue"],
    },
  },
} as const satisfies Record<string, Definition>

export type FunctionName = keyof typeof functions

/** What a message waits in until its function has done with it. */
export const queues = {
  // A function that is killed at its timeout must not meet its own message again before that.
  // SES takes one mail a second in its sandbox, and 14 from most accounts outside it.
  MailQueue: { visibilitySeconds: 180, maxReceives: 5, batchSize: 1, maxConcurrency: 5 },
  EraseQueue: { visibilitySeconds: 300, maxReceives: 5, batchSize: 1, maxConcurrency: 5 },
  // What Render failed with comes again after this.
  ExportQueue: { visibilitySeconds: 120, maxReceives: 5, batchSize: 1, maxConcurrency: 5 },
} as const satisfies Record<string, QueueDefinition>

export type QueueName = keyof typeof queues

/** How the table's stream is read. A record that fails as often is laid aside, in `CountDeadLetters`. */
export const stream = { batchSize: 100, windowSeconds: 5, retries: 5 } as const

export type QueueDefinition = {
  visibilitySeconds: number
  /** After so many failures a message is laid aside, in `<name>DeadLetters`. */
  maxReceives: number
  batchSize: number
  /** How many of its function work at once, at most; SQS knows no fewer than 2. */
  maxConcurrency: number
}

export type Definition = {
  /** File and export, from the root of the project: `packages/chat/src/connect.handler`. */
  handler: `packages/${string}.handler`
  /** Packages that no bundle can hold, native ones: laid beside it in `node_modules`, as packages/exports/package.json has them. */
  install?: readonly string[]
  /** Files and folders that are read as such. `from` counts from the root of the project, `to` from the function's folder. */
  copies?: readonly { from: string; to: string }[]
  /** Deployed as files, of which a start reads only what it needs at once: for what imports much when asked for. */
  split?: boolean
  memoryMb: number
  timeoutSeconds: number
  /** Called by the clock, in UTC. */
  schedule?: "rate(1 minute)" | "cron(0 2 * * ? *)"
  /** Called with what arrives in a queue; receiving and deleting there is its right. */
  queue?: QueueName
  /** Called with what SES tells of mails it was given. */
  topics?: readonly TopicName[]
  /** Called with what changes in the table, as `stream` below says; reading there is its right. */
  stream?: true
  /** For a function that is started without waiting for its answer. */
  asynchronous?: { retries: 0 | 1 | 2; maxEventAgeSeconds: number }
  /** What its `Resource` knows; a name gives no right. */
  linked: readonly LinkName[]
  rights: Rights
}

export type TopicName = "Deliveries" | "Bounces" | "Complaints"

export type SecretName = "KeyRing" | "ModelKey" | "DownloadKey"

export type LinkName =
  | "Seal"
  | "Table"
  | "Ledger"
  | "Chat"
  | "Reply"
  | "Render"
  | "Mailing"
  | "Files"
  | "Downloads"
  | SecretName
  | QueueName

/** What a function may do, and nothing beside. */
export type Rights = {
  /** Of items in the table. A transaction needs the rights of what it writes. */
  table: readonly TableAction[]
  /** Of the table's index. */
  index?: readonly "Query"[]
  /** Of the ledger of erasures, a table of its own. */
  ledger?: readonly ("PutItem" | "Query")[]
  /** Post to, and close, connections. */
  post?: true
  /** Functions it may start. */
  invoke?: readonly string[]
  /** Send mail as the stage's own sender. */
  send?: true
  /** Queues it may put something in. */
  enqueue?: readonly QueueName[]
  /** Ask the models on Bedrock that the settings name; none where they are elsewhere. */
  models?: true
  /** Secrets it may read. */
  secrets?: readonly SecretName[]
  /** Of the bucket of files, and of what lies in it. */
  files?: readonly FileAction[]
  /** Make the CDN forget paths. */
  invalidate?: true
}

export type FileAction = "GetObject" | "PutObject" | "DeleteObject" | "DeleteObjectVersion" | "ListBucketVersions"

export type TableAction =
  | "GetItem"
  | "Query"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "ConditionCheckItem"
  | "BatchWriteItem"
