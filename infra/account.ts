/** Where this is deployed. */
export const region = aws.getRegionOutput().region
export const accountId = aws.getCallerIdentityOutput().accountId
