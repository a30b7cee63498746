import path from "node:path"

/** A file counted from where the person called: pnpm runs scripts in the root and tells the place in `INIT_CWD`. */
export const fromCaller = (file: string): string => path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file)
