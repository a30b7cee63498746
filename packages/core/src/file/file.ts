import { createHash } from "node:crypto"
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import { UnavailableError } from "../error.ts"

/** Whose a file is: everything of a session, or of a submission, lies below one name, and goes with it. */
export const folderOf = (owner: string) => `pdf/${owner}/`

/** Named by its content: made twice, it is still one file. */
export const nameOf = (owner: string, bytes: Uint8Array) =>
  `${folderOf(owner)}${createHash("sha256").update(bytes).digest("hex")}.pdf`

/** What people get instead of the hash. */
const DISPOSITION = 'attachment; filename="specification.pdf"'

/** The bucket of files. */
export class Files {
  readonly #client: S3Client
  readonly #bucket: string

  constructor(options: { name: string; client?: S3Client }) {
    this.#bucket = options.name
    this.#client =
      options.client ??
      new S3Client({
        forcePathStyle: true, // on this machine a bucket has no name of its own
        maxAttempts: 3,
        requestHandler: { connectionTimeout: 2_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
      })
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: name,
        Body: bytes,
        ContentType: "application/pdf",
        ContentDisposition: DISPOSITION,
      }),
    )
  }

  async get(name: string): Promise<Uint8Array> {
    const { Body: body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: name }))
    if (!body) throw new UnavailableError()
    return await body.transformToByteArray()
  }

  /** All of an owner's files in all their versions; may be done again at any time. */
  async removeAll(owner: string): Promise<void> {
    for (;;) {
      const listing = { Bucket: this.#bucket, Prefix: folderOf(owner) }
      const { Versions: versions = [], DeleteMarkers: markers = [] } = await this.#client.send(
        new ListObjectVersionsCommand(listing),
      )
      const all = [...versions, ...markers].map(({ Key, VersionId }) => ({ Key, VersionId }))
      if (all.length === 0) return
      const { Errors: errors = [] } = await this.#client.send(
        new DeleteObjectsCommand({ Bucket: this.#bucket, Delete: { Objects: all, Quiet: true } }),
      )
      if (errors.length > 0) throw new Error(`${errors.length} files were not removed: ${errors[0]?.Code}`)
    }
  }
}
