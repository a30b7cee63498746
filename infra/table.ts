import "./link.ts"
import { sealTable } from "./sealed-table.ts"
import { capacity, stage } from "./stage.ts"

/** The single table; what it is asked stands in docs/access-patterns.md. */
export const table = new sst.aws.Dynamo("Table", {
  fields: { pk: "string", sk: "string", gsi1pk: "string", gsi1sk: "string" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  globalIndexes: { gsi1: { hashKey: "gsi1pk", rangeKey: "gsi1sk", projection: "keys-only" } },
  ttl: "ttl",
  stream: "new-and-old-images",
  deletionProtection: stage.isProtected,
  transform: {
    table: (args, options) => {
      sealTable(args)
      if (!capacity) return
      const { min } = capacity
      args.billingMode = "PROVISIONED"
      args.readCapacity = min
      args.writeCapacity = min
      args.globalSecondaryIndexes = $output(args.globalSecondaryIndexes).apply((indexes = []) =>
        indexes.map((index) => ({ ...index, readCapacity: min, writeCapacity: min })),
      )
      // From the first minute on the scaling below says how much.
      options.ignoreChanges = ["readCapacity", "writeCapacity", "globalSecondaryIndexes"]
    },
  },
})

if (capacity)
  for (const [of, path] of [
    ["table", $interpolate`table/${table.name}`],
    ["index", $interpolate`table/${table.name}/index/gsi1`],
  ] as const)
    for (const unit of ["Read", "Write"] as const) {
      const target = new aws.appautoscaling.Target(`Table${unit}${of}`, {
        serviceNamespace: "dynamodb",
        resourceId: path,
        scalableDimension: `dynamodb:${of}:${unit}CapacityUnits`,
        minCapacity: capacity.min,
        maxCapacity: capacity.max,
      })
      new aws.appautoscaling.Policy(`Table${unit}${of}Scaling`, {
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          targetValue: 70,
          predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${unit}CapacityUtilization` },
        },
      })
    }
