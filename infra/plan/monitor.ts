import { attributes } from "./attributes.ts"
import { lookup } from "./lookups.ts"
import type { Options, Resource } from "./plan.ts"
import { type Answer, type Monitor, type Properties, type Register, SECRET, SIGNATURE, type Struct } from "./pulumi.ts"

const STACK = "pulumi:pulumi:Stack"

/**
 * Stands in for Pulumi's engine: writes down what is registered and answers as if it had been made. Pulumi's own `setMocks` does not do:
 * it tells nothing of options, forgets all but the last parent in a URN, from which SST reads a link's type, and lets two resources of
 * one name pass.
 */
export class Recorder implements Monitor {
  readonly resources: Resource[] = []
  outputs: Properties = {}
  /** What providers made up and nobody may read. */
  readonly secrets = new Set<string>()
  /** Regions of the providers beside the stage's own, by URN. */
  readonly #regions = new Map<string, string>()
  readonly #urns = new Set<string>()
  readonly #project: string
  readonly #stage: string
  readonly #region: string

  constructor(options: { project: string; stage: string; region: string }) {
    this.#project = options.project
    this.#stage = options.stage
    this.#region = options.region
  }

  /** Without values of Outputs and references to resources, inputs arrive as plain values and ids. */
  supportsFeature(request: { getId(): string }, answer: Answer<{ getHassupport(): boolean }>): void {
    const has = ["secrets", "deletedWith", "replaceWith", "aliasSpecs", "parameterization"].includes(request.getId())
    answer(null, { getHassupport: () => has })
  }

  registerPackage(_: unknown, answer: Answer<{ getRef(): string }>): void {
    answer(null, { getRef: () => "planned" })
  }

  invoke(...[request, answer]: Parameters<Monitor["invoke"]>): void {
    try {
      const result = lookup(request.getTok(), request.getArgs().toJavaScript(), this.#regionOf(request.getProvider()))
      answer(null, { getFailuresList: () => [], getReturn: () => struct(result) })
    } catch (error) {
      // Pulumi takes its words from `details`, as gRPC's errors have them.
      const details = error instanceof Error ? error.message : String(error)
      answer(Object.assign(new Error(details), { details }))
    }
  }

  /** Something that stands already, and is none of this stage's. */
  readResource(...[request, answer]: Parameters<Monitor["readResource"]>): void {
    const properties = request.getProperties().toJavaScript()
    answer(null, { getUrn: () => this.#urn(request), getProperties: () => struct(properties) })
  }

  registerResource(...[request, answer]: Parameters<Monitor["registerResource"]>): void {
    const urn = this.#urn(request)
    if (this.#urns.has(urn)) {
      answer(new Error(`there are two of ${urn}`))
      return
    }
    this.#urns.add(urn)
    const inputs = request.getObject().toJavaScript()
    const made = request.getCustom()
      ? attributes(request.getType(), request.getName(), inputs, this.#regionOf(request.getProvider()))
      : { id: "", state: {} }
    if (request.getType().startsWith("pulumi:providers:")) this.#regions.set(urn, String(inputs["region"]))
    if (request.getType() !== STACK) this.resources.push(resource(urn, request, inputs, made))
    const state = this.#sealed(made.state, request.getAdditionalsecretoutputsList())
    answer(null, {
      getUrn: () => urn,
      getId: () => made.id,
      getObject: () => struct({ ...inputs, ...state }),
      getPropertydependenciesMap: () => undefined,
      getResult: () => 0,
    })
  }

  registerResourceOutputs(...[request, answer]: Parameters<Monitor["registerResourceOutputs"]>): void {
    if (request.getUrn().includes(`::${STACK}::`)) this.outputs = request.getOutputs().toJavaScript()
    answer(null, {})
  }

  /** The engine's part: what a resource's class names as secret becomes so. */
  #sealed(state: Properties, secret: string[]): Properties {
    const entries = Object.entries(state).map(([key, value]) => {
      if (!secret.includes(key)) return [key, value]
      if (typeof value === "string") this.secrets.add(value)
      return [key, { [SIGNATURE]: SECRET, value }]
    })
    return Object.fromEntries(entries)
  }

  /** `urn:pulumi:dev::spec-wizard::sst:aws:Dynamo$aws:dynamodb/table:Table::TableTable` */
  #urn(request: { getType(): string; getName(): string; getParent(): string }): string {
    const above = request.getParent().split("::")[2]
    const type = above && above !== STACK ? `${above}$${request.getType()}` : request.getType()
    return `urn:pulumi:${this.#stage}::${this.#project}::${type}::${request.getName()}`
  }

  /** `provider`: URN and id, or nothing for the stage's own. */
  #regionOf(provider: string): string {
    return this.#regions.get(provider.slice(0, provider.lastIndexOf("::"))) ?? this.#region
  }
}

const struct = (value: Properties): Struct => ({ toJavaScript: () => value })

function resource(urn: string, request: Register, inputs: Properties, made: ReturnType<typeof attributes>): Resource {
  const { arn } = made.state
  return {
    urn,
    type: request.getType(),
    name: request.getName(),
    custom: request.getCustom(),
    ...(!request.getParent().includes(`::${STACK}::`) && request.getParent() && { parent: request.getParent() }),
    ...(made.id && { id: made.id }),
    ...(typeof arn === "string" && { arn }),
    inputs,
    options: options(request),
  }
}

function options(request: Register): Options {
  const lists = {
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    dependsOn: request.getDependenciesList().toSorted(),
  }
  const provider = request.getProvider()
  return {
    ...(request.getProtect() && { protect: true }),
    ...(request.getRetainondelete() && { retainOnDelete: true }),
    ...(request.getDeletebeforereplace() && { deleteBeforeReplace: true }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(provider && { provider: provider.slice(0, provider.lastIndexOf("::")) }),
    ...(request.getImportid() && { import: request.getImportid() }),
  }
}
