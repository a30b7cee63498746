/** Where this is deployed. */
export const region = aws.getRegionOutput().region
export const accountId = aws.getCallerIdentityOutput().accountId

/** For what must stand before the distribution does: any of this account. */
export const byOwnDistributions = {
  test: "ArnLike",
  variable: "aws:SourceArn",
  values: [$interpolate`arn:aws:cloudfront::${accountId}:distribution/*`],
}
