import * as Specification from "@spec-wizard/core/protocol/document"
import * as Event from "@spec-wizard/core/protocol/event"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Message from "@spec-wizard/core/protocol/message"
import * as Operation from "@spec-wizard/core/protocol/operation"
import * as Session from "@spec-wizard/core/protocol/session"
import * as Submission from "@spec-wizard/core/protocol/submission"
import { MINOR } from "@spec-wizard/core/protocol/version"
import * as z from "zod/mini"
import manifest from "../package.json" with { type: "json" }
import { contract, type Promised } from "./contract.ts"

/** What is described once, under its name, however often it occurs. */
const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries({
  Session: Session.Info,
  Message: Message.Info,
  Event: Event.Info,
  KnownEvent: Event.Known,
  Item: Specification.Item,
  Operation: Operation.Info,
  Edit: Operation.Edit,
  Submission: Submission.Info,
  Problem: Http.Problem,
}))
  named.add(schema, { id })

const DIALECT = "https://json-schema.org/draft/2020-12/schema"

/** The HTTP API as OpenAPI 3.1 describes one. Generated, never written: `docs/openapi.json` is this. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {}
  const schemas: Schemas = {}
  for (const [route, promised] of Object.entries(contract)) {
    const [method = "", path = ""] = route.split(" ")
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, path, promised, schemas) }
  }
  json(Http.Problem, "output", schemas)
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: DIALECT,
    info: {
      title: "Spec Wizard",
      version: manifest.version,
      description:
        "Errors are RFC 9457 problems with a stable `code`. An id of somebody else's answers exactly like one that does not exist.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      parameters: { Minor },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A device's token, for programs." },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-spec_wizard",
          description: "The same token, for browsers. Over http, on one machine, `spec_wizard`.",
        },
        operator: { type: "http", scheme: "bearer", description: "The owner's token." },
      },
      schemas,
    },
  }
}

type Schemas = Record<string, unknown>

const SECURITY = { anybody: [], device: [{ token: [] }, { cookie: [] }], operator: [{ operator: [] }] }

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "New for each request; the same request may be repeated under its own.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
}

const Minor = {
  name: "Spec-Wizard-Minor",
  in: "header",
  description:
    `The minor of version 1 that the client was made for, ${MINOR} for this document. Of a newer one, fields that are not known here are left ` +
    "out; of any other, or without it, they are refused.",
  schema: { type: "integer", minimum: 0, maximum: 999_999 },
}

function operation(route: string, path: string, promised: Promised, schemas: Schemas) {
  const { summary, access, isKeyed, query, body, example, status, again, codes } = promised
  return {
    operationId: idOf(route),
    summary,
    security: SECURITY[access],
    parameters: [
      ...[...path.matchAll(/{(\w+)}/g)].map(([, name]) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      ...(isKeyed ? [IDEMPOTENCY_KEY] : []),
      { $ref: "#/components/parameters/Minor" },
      ...parameters(query, schemas),
    ],
    ...(body && {
      requestBody: { content: { "application/json": { schema: json(body, "input", schemas), example } } },
    }),
    responses: {
      [status]: answer(status, promised.answer, schemas),
      ...(again && { [again]: answer(again, promised.answer, schemas) }),
      default: {
        description: codes ? `A problem; among its codes: ${codes.join(", ")}` : "A problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  }
}

function answer(status: number, schema: Promised["answer"], schemas: Schemas) {
  if (schema === undefined) return { description: status === 204 ? "Done" : "Accepted" }
  if (schema === "text") return { description: "The file", content: { "*/*": { schema: { type: "string" } } } }
  return { description: "The answer", content: { "application/json": { schema: json(schema, "output", schemas) } } }
}

function parameters(query: Promised["query"], schemas: Schemas) {
  if (!query) return []
  const { properties = {}, required = [] } = json(query, "input", schemas)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }))
}

/** Names what has a name, and adds it to `schemas`. What cannot be written as a schema ("this text is well formed") is left to the server. */
function json(schema: z.ZodMiniType, io: "input" | "output", schemas: Schemas): z.core.JSONSchema.BaseSchema {
  const written = z.toJSONSchema(schema, {
    io,
    metadata: named,
    unrepresentable: "any",
    // Answers may have more fields one day.
    override: ({ jsonSchema }) => {
      if (io === "output") delete jsonSchema.additionalProperties
    },
  })
  const {
    $schema: _,
    "~standard": __,
    $defs = {},
    ...rest
  } = JSON.parse(JSON.stringify(written).replaceAll('"#/$defs/', '"#/components/schemas/'))
  Object.assign(schemas, $defs)
  return rest
}

/** `getSessionsIdDevices` */
const idOf = (route: string) =>
  route
    .replace(/ \/v1/, "")
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
