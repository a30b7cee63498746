import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3"
import { expect, test } from "vitest"
import type { StorageCall } from "../src/engine/storage/storage.ts"
import { Bucket, openStorage } from "./storage.ts"

const put = (s3: S3Client, Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
const keysIn = async (s3: S3Client) =>
  ((await s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(({ Key }) => Key)

test("every object has one version, and they are listed below a prefix, page by page", async () => {
  const { s3 } = await openStorage()
  for (const key of ["pdf/b/1", "pdf/a/2", "pdf/a/1", "pdf/a/3", "pdf/ab/1"]) await put(s3, key)
  await put(s3, "pdf/a/1")
  const list = (more = {}) => s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: "pdf/a/", MaxKeys: 2, ...more }))
  const first = await list()
  expect(first.Versions).toMatchObject([
    { Key: "pdf/a/1", VersionId: "null", IsLatest: true, Size: 7 },
    { Key: "pdf/a/2", VersionId: "null", IsLatest: true, Size: 7 },
  ])
  expect([first.IsTruncated, first.DeleteMarkers]).toEqual([true, undefined])
  const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = first
  const second = await list({ KeyMarker, VersionIdMarker })
  expect(second.Versions?.map(({ Key }) => Key)).toEqual(["pdf/a/3"])
  expect(second.IsTruncated).toBe(false)
})

test("a version that was listed can be deleted, alone or among many, and no other one", async () => {
  const { s3 } = await openStorage()
  for (const key of ["a", "b", "c"]) await put(s3, key)
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "a", VersionId: "null" }))
  await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: "b", VersionId: "1" }))).rejects.toMatchObject({
    name: "InvalidArgument",
  })
  const Objects = [
    { Key: "b", VersionId: "null" },
    { Key: "c", VersionId: "1" },
  ]
  const { Deleted, Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  expect(Deleted).toEqual([{ Key: "b", VersionId: "null" }])
  expect(Errors).toMatchObject([{ Key: "c", VersionId: "1", Code: "NoSuchVersion" }])
  expect(await keysIn(s3)).toEqual(["c"])
})

test("listing and deleting versions need rights of their own", async () => {
  const asked: string[] = []
  const isGranted = ({ action }: StorageCall) => asked.push(action) > 0 && !action.includes("Version")
  const { s3 } = await openStorage({ isGranted })
  await put(s3, "a")
  asked.length = 0
  const denied = { name: "AccessDenied" }
  await expect(s3.send(new ListObjectVersionsCommand({ Bucket }))).rejects.toMatchObject(denied)
  await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: "a", VersionId: "null" }))).rejects.toMatchObject(denied)
  const Objects = [{ Key: "a", VersionId: "null" }]
  const { Errors } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
  expect(Errors).toMatchObject([{ Key: "a", Code: "AccessDenied" }])
  expect(asked).toEqual(["s3:ListBucketVersions", "s3:DeleteObjectVersion", "s3:DeleteObjectVersion"])
  expect(await keysIn(s3)).toEqual(["a"])
})
