import "sst"

/** What `Resource` knows, in every function and under the local runtime: names and addresses, never permissions. */
declare module "sst" {
  export interface Resource {
    /** The single table. */
    Table: { name: string }
    /** The WebSocket API: where clients connect, and where handlers post to connections. */
    Chat: { url: string; managementEndpoint: string }
    /** The worker that writes replies; invoked asynchronously. */
    Reply: { name: string }
  }
}
