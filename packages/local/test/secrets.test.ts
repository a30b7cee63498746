import { createPrivateKey } from "node:crypto"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { afterEach, beforeEach, expect, test } from "vitest"
import { Secrets } from "../src/engine/secrets.ts"
import { secretsManager } from "../src/engine/secrets-manager.ts"
import { SECRETS_PATH } from "../src/environment.ts"
import { StartError } from "../src/settings.ts"
import { openOrigin } from "./origin.ts"

let dataDir: string
const open: (() => unknown)[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "secrets-"))
})
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
  await rm(dataDir, { recursive: true })
})

async function openSecrets(directory?: string) {
  const service = secretsManager(await Secrets.open(directory))
  const origin = await openOrigin({}, { services: () => ({ [SECRETS_PATH]: service }) })
  const client = new SecretsManagerClient({
    endpoint: `http://127.0.0.1:${origin.port}${SECRETS_PATH}`,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  })
  open.push(
    () => origin.close(),
    () => client.destroy(),
  )
  const get = (SecretId = "KeyRing", VersionStage?: string) =>
    client.send(new GetSecretValueCommand({ SecretId, ...(VersionStage && { VersionStage }) }))
  const put = (SecretString: string, ClientRequestToken?: string) =>
    client.send(new PutSecretValueCommand({ SecretId: "KeyRing", SecretString, ClientRequestToken }))
  return { get, put }
}

test("the key ring is made at the first start, in a file for its owner alone, and is the same at the next", async () => {
  const first = await openSecrets(dataDir)
  const { SecretString: ring = "", ARN: arn, Name: name, VersionStages: stages } = await first.get()
  const key = expect.stringMatching(/^[\w-]{43}$/) // 32 bytes
  expect(JSON.parse(ring)).toEqual({ current: key, others: [key] })
  expect(JSON.parse(ring).current).not.toBe(JSON.parse(ring).others[0])
  expect([name, stages]).toEqual(["KeyRing", ["AWSCURRENT"]])
  expect((await first.get(arn)).SecretString).toBe(ring)
  const file = path.join(dataDir, "secrets.json")
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const stored = await readFile(file, "utf8")
  expect((await (await openSecrets(dataDir)).get()).SecretString).toBe(ring)
  expect(await readFile(file, "utf8")).toBe(stored)
})

test("the key of downloads is made when somebody first asks for it, once, and kept", async () => {
  const first = await openSecrets(dataDir)
  const file = path.join(dataDir, "secrets.json")
  expect(await readFile(file, "utf8")).not.toContain("DownloadKey")
  const asked = await Promise.all([1, 2, 3].map(() => first.get("DownloadKey")))
  const [text = "", ...others] = asked.map(({ SecretString }) => SecretString)
  expect(others).toEqual([text, text])
  const { keyId, privateKey } = JSON.parse(text)
  expect(keyId).toMatch(/^K[0-9A-F]{14}$/)
  expect(createPrivateKey(privateKey).asymmetricKeyDetails?.modulusLength).toBe(2048)
  expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/) // PKCS #8
  await expect(first.get("DownloadKey", "AWSPREVIOUS")).rejects.toMatchObject({ name: "ResourceNotFoundException" })
  const stored = await readFile(file, "utf8")
  expect((await (await openSecrets(dataDir)).get("DownloadKey")).SecretString).toBe(text)
  expect(await readFile(file, "utf8")).toBe(stored)
})

test("another value is current at once and kept, and the one before is the previous", async () => {
  const { get, put } = await openSecrets(dataDir)
  await expect(get("KeyRing", "AWSPREVIOUS")).rejects.toMatchObject({ name: "ResourceNotFoundException" })
  await Promise.all(["first", "second"].map((value) => put(value)))
  await put("third")
  const reopened = await openSecrets(dataDir)
  for (const now of [get, reopened.get]) {
    expect((await now()).SecretString).toBe("third")
    expect(["first", "second"]).toContain((await now("KeyRing", "AWSPREVIOUS")).SecretString)
  }
})

test("the same version put twice changes nothing, and with another value it is refused", async () => {
  const { get, put } = await openSecrets()
  const token = "5f0c1f0e-5d1a-4a3b-9c0e-0123456789ab"
  await put("before")
  await put("after", token)
  expect((await put("after", token)).VersionId).toBe(token)
  expect((await get("KeyRing", "AWSPREVIOUS")).SecretString).toBe("before")
  await expect(put("other", token)).rejects.toMatchObject({ name: "ResourceExistsException" })
  expect((await get()).SecretString).toBe("after")
})

test("a secret there is not is not found, whatever its name", async () => {
  const { get } = await openSecrets()
  for (const name of ["Other", "__proto__", "constructor", "keyring"])
    await expect(get(name)).rejects.toMatchObject({ name: "ResourceNotFoundException" })
})

test("a file that somebody else wrote stops the start with one line, and stays as it is", async () => {
  const file = path.join(dataDir, "secrets.json")
  await writeFile(file, '{"KeyRing":')
  const failed = await Secrets.open(dataDir).catch((error) => error)
  expect(failed).toBeInstanceOf(StartError)
  expect(failed.message).toContain(file)
  expect(await readFile(file, "utf8")).toBe('{"KeyRing":')
})
