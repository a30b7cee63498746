import { system } from "@spec-wizard/core/clock"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { queues as definitions } from "@spec-wizard/infra/functions"
import type { Mailbox } from "./engine/mailbox.ts"
import type { Secrets } from "./engine/secrets.ts"
import { secretsManager } from "./engine/secrets-manager.ts"
import { Ses } from "./engine/ses.ts"
import { Queues } from "./engine/sqs.ts"
import { CONFIGURATION_SET, type Env, SECRETS_PATH, SES_PATH, SQS_PATH, TABLE_NAME } from "./environment.ts"
import { aboutOfMail } from "./erasing.ts"
import type { HostedService } from "./gateway/hosted-service.ts"
import type { Lambda } from "./lambda.ts"
import { publish } from "./topic.ts"

/** The AWS services that this process answers for, by the path they stand below. */
export function createServices(options: { env: Env; lambda: Lambda; mailbox: Mailbox; secrets: Secrets }): {
  queues: Queues
  services: Record<string, HostedService>
  stop(): Promise<void>
} {
  const { env, lambda, mailbox, secrets } = options
  const queues = new Queues(definitions)
  const table = new Table({ name: TABLE_NAME, clock: system })
  const ses = new Ses({
    sender: Settings.parse(env).mailFrom,
    configurationSet: CONFIGURATION_SET,
    mailbox,
    publish: (event) => publish(lambda, event),
    aboutOf: (tags) => aboutOfMail(table, tags),
  })
  return {
    queues,
    services: { [SQS_PATH]: queues.service, [SES_PATH]: ses.service, [SECRETS_PATH]: secretsManager(secrets) },
    stop: async () => void (await Promise.all([queues.stop(), ses.stop()])),
  }
}
