import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { byOwnDistributions } from "./account.ts"

// Built beside SST's own artefacts, so that a page that is being served from its folder is left alone.
const web = path.join($cli.paths.root, "packages/web")
const dist = path.join($cli.paths.work, "page")
const vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", dist, "--emptyOutDir"]
execFileSync(process.execPath, vite, { cwd: web })

/** Everything that was built, by its path in the address: `/assets/index-B1ACdpUT.css`. */
export const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `/${path.relative(dist, path.join(parentPath, name)).split(path.sep).join("/")}`)
  .sort()

/** The page for wrong addresses. */
export const missing = readFileSync(path.join(dist, "404.html"), "utf8")

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
}

const forCloudFront = {
  principals: [{ type: "service" as const, identifiers: ["cloudfront.amazonaws.com"] }],
  conditions: [byOwnDistributions],
}

/** The built page. Nobody reads it but this account's distributions; without the right to list, a missing file would be a 403. */
export const bucket = new sst.aws.Bucket("Page", {
  cors: false,
  policy: [
    { ...forCloudFront, actions: ["s3:GetObject"], paths: ["*"] },
    { ...forCloudFront, actions: ["s3:ListBucket"], paths: [""] },
  ],
})

new aws.s3.BucketServerSideEncryptionConfiguration("PageEncryption", {
  bucket: bucket.name,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }], // what it holds is public
})

for (const file of files) {
  const isHashed = file.startsWith("/assets/")
  new aws.s3.BucketObjectv2(
    `Page${file}`,
    {
      bucket: bucket.name,
      key: file.slice(1),
      source: new $util.asset.FileAsset(path.join(dist, file)),
      contentType: TYPES[path.extname(file)] ?? "application/octet-stream",
      cacheControl: isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
    // A page that was opened before a deployment still asks for the assets it was built with.
    { retainOnDelete: isHashed },
  )
}
