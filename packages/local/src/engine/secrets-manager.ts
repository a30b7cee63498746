import { randomUUID } from "node:crypto"
import * as z from "zod/mini"
import type { Ask } from "../access.ts"
import { arn } from "../arn.ts"
import { type Call, type HostedService, parseCall, ServiceError, textOf } from "../gateway/hosted-service.ts"
import type { Secrets, Versions } from "./secrets.ts"

const MAX_BYTES = 65_536
const INVALID = "InvalidParameterException"

const Get = z.object({
  SecretId: z.string(),
  VersionStage: z._default(z.enum(["AWSCURRENT", "AWSPREVIOUS"]), "AWSCURRENT"),
})
const Put = z.object({
  SecretId: z.string(),
  SecretString: z.string().check(z.minLength(1), z.maxLength(MAX_BYTES)),
  ClientRequestToken: z.optional(z.string()),
})

const ARN = arn("secretsmanager", "secret:")
const arnOf = (name: string) => `${ARN}${name}-local0`
/** A secret goes by its name or its ARN. */
const nameOf = (id: string) => (id.startsWith(ARN) ? id.slice(ARN.length).replace(/-\w{6}$/, "") : id)

/** Secrets Manager, as far as we use it: reading a secret, and giving it another value. */
export function secretsManager(secrets: Secrets): HostedService {
  async function find(id: string): Promise<{ name: string; versions: Versions }> {
    const name = nameOf(id)
    const versions = await secrets.find(name)
    if (!versions) throw notFound("specified secret")
    return { name, versions }
  }

  async function get({ SecretId, VersionStage: stage }: z.infer<typeof Get>): Promise<object> {
    const { name, versions } = await find(SecretId)
    const version = stage === "AWSCURRENT" ? versions.current : versions.previous
    if (!version) throw notFound(`secret value for staging label: ${stage}`)
    return {
      ARN: arnOf(name),
      Name: name,
      VersionId: version.id,
      SecretString: version.text,
      VersionStages: [stage],
      CreatedDate: version.createdAt,
    }
  }

  /** The same version once more changes nothing. */
  async function put({ SecretId, SecretString: text, ClientRequestToken: id = randomUUID() }: z.infer<typeof Put>) {
    const { name, versions } = await find(SecretId)
    const same = [versions.current, versions.previous].find((version) => version?.id === id)
    if (same && same.text !== text)
      throw new ServiceError(400, "ResourceExistsException", "There is a version with this token and another value.")
    if (!same) await secrets.put(name, { id, text })
    return { ARN: arnOf(name), Name: name, VersionId: id, VersionStages: ["AWSCURRENT"] }
  }

  return {
    maxBytes: 2 * MAX_BYTES, // a secret of quotes is twice as long as JSON
    tooLarge: new ServiceError(400, INVALID, `A secret has at most ${MAX_BYTES} bytes.`),
    asks: (call) => [askOf(call)],
    async answer(call) {
      const done = async () => {
        if (call.action === "GetSecretValue") return await get(parseCall(Get, call, INVALID))
        if (call.action === "PutSecretValue") return await put(parseCall(Put, call, INVALID))
        throw new ServiceError(400, "InvalidRequestException", "GetSecretValue and PutSecretValue are known here.")
      }
      return { status: 200, type: "application/x-amz-json-1.1", body: JSON.stringify(await done()) }
    },
  }
}

const notFound = (what: string) =>
  new ServiceError(400, "ResourceNotFoundException", `Secrets Manager can't find the ${what}.`)

function askOf(call: Call): Ask {
  const name = nameOf(textOf(call, "SecretId") ?? "")
  return {
    action: `secretsmanager:${call.action}`,
    resource: name || "secret",
    isGranted({ secrets = [] }) {
      const granted: readonly string[] = secrets
      return call.action === "GetSecretValue" && granted.includes(name)
    },
  }
}
