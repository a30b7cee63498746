/** Who may import whom: docs/architecture.md draws it, `pnpm check` holds it. */

/**
 * The folders of packages/core/src, from the ground up. A folder imports from floors below its own, and from no other folder of its own; the
 * files that stand beside the folders are the ground.
 */
export const FLOORS = [
  ["protocol", "table", "secret"],
  ["document", "interviewer", "message", "address", "limit", "file", "outbox"],
  ["session"],
  ["device", "event", "claim", "cache", "budget"],
  ["connection", "link"],
  ["specification"],
  ["export", "turn"],
  ["submission", "metrics", "access"],
  ["lifecycle"],
]

const CORE = "^packages/core/src/"
const folders = (names) => `${CORE}(${names.join("|")})/`

const floors = FLOORS.flatMap((floor, index) => [
  ...floor.map((folder) => ({
    name: `core: ${folder} imports what stands below it`,
    severity: "error",
    from: { path: folders([folder]) },
    to: { path: folders(FLOORS.slice(index).flat()), pathNot: folders([folder]) },
  })),
])

const ground = {
  name: "core: the files beside the folders import each other alone",
  severity: "error",
  from: { path: `${CORE}[^/]+$` },
  to: { path: `${CORE}.+/` },
}

const known = {
  name: "core: every folder has its floor",
  severity: "error",
  from: { path: "." },
  to: { path: `${CORE}[^/]+/`, pathNot: folders(FLOORS.flat()) },
}

/** Code of ours that is neither `own` nor among `others`. Tests may use what they test with, and helpers of another package's tests. */
const arrow = (own, others, also = "") => ({
  name: `${own} imports ${others.length > 0 ? others.join(", ") : "no other package"}`,
  severity: "error",
  from: { path: `^(packages/)?${own}/`, pathNot: "/(test|bench)/" },
  to: { path: "^(packages|infra)/", pathNot: `^(packages/)?(${[own, ...others].join("|")})/${also}` },
})

const arrows = [
  arrow("core", []),
  arrow("interviewer", ["core"]),
  arrow("chat", ["core", "interviewer"]),
  arrow("sessions", ["core"]),
  arrow("exports", ["core"]),
  arrow("client", ["core"]),
  arrow("web", ["client", "core"]),
]

const BROWSER_HALF = `${CORE}(protocol/|document/|(error|id|text)\\.ts$)`

const browser = [
  {
    name: "client and web see the browser half of core",
    severity: "error",
    from: { path: "^packages/(client|web)/", pathNot: "/test/" },
    to: { path: CORE, pathNot: BROWSER_HALF },
  },
  {
    name: "web talks to client alone, and reads the document with core's pure functions",
    severity: "error",
    from: { path: "^packages/web/src/" },
    to: { path: CORE, pathNot: `${CORE}(protocol/(document|operation|patch|readiness)\\.ts$|document/)` },
  },
  {
    name: "the browser half of core imports nothing of a server's",
    severity: "error",
    from: { path: BROWSER_HALF },
    to: { path: CORE, pathNot: BROWSER_HALF },
  },
  {
    name: "the browser half of core needs zod/mini and ulid",
    severity: "error",
    from: { path: BROWSER_HALF },
    to: { dependencyTypesNot: ["local"], path: ".", pathNot: "/node_modules/(zod/v?4?/?mini|ulid)/" },
  },
]

export default {
  forbidden: [
    {
      name: "no circle of files",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ground,
    known,
    ...floors,
    ...arrows,
    {
      // One formula is both ends': the key that seals is made of the ring's while deploying, the one that opens in the worker.
      name: "infra names handlers by path",
      severity: "error",
      from: { path: "^infra/", pathNot: "^infra/(plan|test)/" },
      to: { path: "^packages/", pathNot: `${CORE}secret/seal-key\\.ts$` },
    },
    {
      name: "nothing imports local",
      severity: "error",
      from: { pathNot: "^packages/local/" },
      to: { path: "^packages/local/" },
    },
    ...browser,
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|\\.data|node_modules/\\.cache)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
}
