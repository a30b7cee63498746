/** The account that a plan pretends to be in; AWS uses it in its own examples. */
export const ACCOUNT = "123456789012"

export const partitionOf = (region: string) =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws"

/** `place` for services that leave region or account out of their ARNs. */
export function arn(service: string, resource: string, region: string, place = `${region}:${ACCOUNT}`): string {
  return `arn:${partitionOf(region)}:${service}:${place}:${resource}`
}

/** Of services that know no regions. */
export const GLOBAL = `:${ACCOUNT}`
/** Of buckets, whose names are one of a kind everywhere. */
export const NOWHERE = ":"
