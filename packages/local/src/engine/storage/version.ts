import { invalid } from "./error.ts"

/** The id of every object's only version, as of a bucket that keeps no others. */
export const ONLY_VERSION = "null"

export const isVersion = (version: string | undefined): boolean => version === undefined || version === ONLY_VERSION

/** @throws {StorageError} for a version that no object has */
export function assertVersion(version: string | undefined): void {
  if (!isVersion(version)) throw invalid("Invalid version id specified")
}
