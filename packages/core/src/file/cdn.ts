import { CloudFrontClient, CreateInvalidationCommand } from "@aws-sdk/client-cloudfront"
import { folderOf } from "./file.ts"

/** The CDN's copies of files. `distribution`: empty where there is none, as on one machine. */
export class Cdn {
  readonly #distribution: string
  readonly #client: CloudFrontClient | undefined

  constructor(options: { distribution: string; client?: CloudFrontClient }) {
    this.#distribution = options.distribution
    if (options.distribution === "") return
    this.#client =
      options.client ??
      new CloudFrontClient({
        maxAttempts: 3,
        requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
      })
  }

  /** Nobody gets a copy of an owner's files any more, not even by a link that is still good. Asked twice with one `reference` it is one request. */
  async forget(owners: readonly string[], reference: string): Promise<void> {
    const paths = owners.map((owner) => `/${folderOf(owner)}*`)
    await this.#client?.send(
      new CreateInvalidationCommand({
        DistributionId: this.#distribution,
        InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: paths } },
      }),
    )
  }
}
