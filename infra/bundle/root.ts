import path from "node:path"

/** The project's own folder, which handlers' paths start from. */
export const ROOT = path.resolve(import.meta.dirname, "../..")
