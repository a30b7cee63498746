import "./link.ts"
import { sealTable } from "./sealed-table.ts"
import { stage } from "./stage.ts"

/** Which sessions were erased. Apart from the table, so that a restore of it can be followed by the same erasures. */
export const ledger = new sst.aws.Dynamo("Ledger", {
  fields: { pk: "string", sk: "string" },
  primaryIndex: { hashKey: "pk", rangeKey: "sk" },
  deletionProtection: stage.isProtected,
  transform: {
    table: (args) => {
      sealTable(args)
    },
  },
})
