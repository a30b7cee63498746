import * as Settings from "@spec-wizard/core/settings"
import { queues as definitions } from "@spec-wizard/infra/functions"
import type { Mailbox } from "./engine/mailbox.ts"
import type { Secrets } from "./engine/secrets.ts"
import { secretsManager } from "./engine/secrets-manager.ts"
import { Ses } from "./engine/ses.ts"
import { Queues } from "./engine/sqs.ts"
import { CONFIGURATION_SET, type Env, SECRETS_PATH, SES_PATH, SQS_PATH } from "./environment.ts"
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
  const ses = new Ses({
    sender: Settings.parse(env).mailFrom,
    configurationSet: CONFIGURATION_SET,
    mailbox,
    publish: (event) => publish(lambda, event),
  })
  return {
    queues,
    services: { [SQS_PATH]: queues.service, [SES_PATH]: ses.service, [SECRETS_PATH]: secretsManager(secrets) },
    stop: async () => void (await Promise.all([queues.stop(), ses.stop()])),
  }
}
