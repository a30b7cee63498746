import type { Definition } from "./functions.ts"

/**
 * Keeps instances of a function ready. They belong to one deployed version, so whoever is to meet them calls the alias that stands for it:
 * `link` and `arn` are the alias's. What the function's own configuration says of asynchronous calls does not hold for an alias.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
 */
export function kept(name: string, fn: sst.aws.Function, instances: number, asynchronous: Definition["asynchronous"]) {
  const alias = new aws.lambda.Alias(`${name}Warm`, {
    name: "warm",
    functionName: fn.name,
    functionVersion: fn.nodes.function.version,
  })
  const called = { functionName: fn.name, qualifier: alias.name }
  new aws.lambda.ProvisionedConcurrencyConfig(`${name}WarmInstances`, {
    ...called,
    provisionedConcurrentExecutions: instances,
  })
  if (asynchronous)
    new aws.lambda.FunctionEventInvokeConfig(`${name}WarmEventInvokeConfig`, {
      ...called,
      maximumRetryAttempts: asynchronous.retries,
      maximumEventAgeInSeconds: asynchronous.maxEventAgeSeconds,
    })
  const link = { urn: fn.urn, getSSTLink: () => ({ properties: { name: alias.arn } }) }
  return { link, arn: alias.arn }
}
