import { createRequire } from "node:module"
import path from "node:path"

/**
 * As much of Pulumi as the plan uses. It stands in SST's platform, which a fresh clone does not have, so its own types cannot be imported
 * here.
 */
export type Pulumi = {
  runtime: {
    setMockOptions(monitor: Monitor, project: string, stack: string, isPreview: boolean): void
    setAllConfig(config: Record<string, string>): void
    awaitFeatureSupport(): Promise<void>
    runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>
    registerStackTransformation(
      change: (made: { type: string; props: object; resource: { urn: Output } }) => undefined,
    ): void
  }
  Output: { isInstance(value: unknown): value is Output }
  /** Promises of Pulumi's that have not settled, each with what it was waiting for. */
  leakedPromises(): [Set<{ _debugCtx?: string }>, string]
}

/** A value that is there later, and which resources it was made from. */
export type Output = { promise(): Promise<unknown>; allResources?(): Promise<Set<object>> }

/** What Pulumi would ask the engine over gRPC. Without a wire in between, an answer may be any object that has the getters. */
export type Monitor = {
  supportsFeature(request: { getId(): string }, answer: Answer<{ getHassupport(): boolean }>): void
  registerPackage(request: unknown, answer: Answer<{ getRef(): string }>): void
  invoke(request: Invoke, answer: Answer<{ getFailuresList(): []; getReturn(): Struct }>): void
  readResource(request: Read, answer: Answer<{ getUrn(): string; getProperties(): Struct }>): void
  registerResource(request: Register, answer: Answer<Registered>): void
  registerResourceOutputs(request: Outputs, answer: Answer<object>): void
}

export type Answer<T> = (error: Error | null, response?: T) => void

export type Struct = { toJavaScript(): Properties }
export type Properties = Record<string, unknown>

type Invoke = { getTok(): string; getArgs(): Struct; getProvider(): string }

type Identity = { getType(): string; getName(): string; getParent(): string; getProvider(): string }

type Read = Identity & { getId(): string; getProperties(): Struct }

export type Register = Identity & {
  getCustom(): boolean
  getObject(): Struct
  getProtect(): boolean
  getRetainondelete(): boolean
  getIgnorechangesList(): string[]
  getReplaceonchangesList(): string[]
  getDeletebeforereplace(): boolean
  getDependenciesList(): string[]
  getAdditionalsecretoutputsList(): string[]
  getImportid(): string
}

type Registered = {
  getUrn(): string
  getId(): string
  getObject(): Struct
  getPropertydependenciesMap(): undefined
  getResult(): 0
}

type Outputs = { getUrn(): string; getOutputs(): Struct }

/** The very modules that the bundled configuration imports: Pulumi keeps its state in them. */
export function loadPulumi(platform: string): Pulumi {
  const load = createRequire(path.join(platform, "package.json"))
  return {
    runtime: load("@pulumi/pulumi/runtime"),
    Output: load("@pulumi/pulumi").Output,
    leakedPromises: load("@pulumi/pulumi/runtime/debuggable").leakedPromises,
  }
}

/**
 * How Pulumi marks what JSON cannot hold, from its `runtime/rpc.js`.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/runtime/rpc.ts
 */
export const SIGNATURE = "4dabf18193072939515e22adb298388d"
export const SECRET = "1b47061264138c4ac30d75fd1eb44270"
export const ASSET = "c44067f5952c0a294b673a41bacd8c17"
export const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7"
/** Stands for an Output that has no value yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
