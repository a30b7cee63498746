import type { Ask } from "../../access.ts"
import { FILES_NAME } from "../../environment.ts"
import type { StorageCall } from "./service.ts"

/** What a call asks IAM for. An action that `Rights` does not know, such as `ListBucket`, nobody may do. */
export function askOf({ action, bucket }: StorageCall): Ask {
  return {
    action,
    resource: bucket === FILES_NAME ? "files" : "another-bucket",
    isGranted({ files = [] }) {
      const granted: readonly string[] = files
      return bucket === FILES_NAME && granted.includes(action.slice("s3:".length))
    },
  }
}
