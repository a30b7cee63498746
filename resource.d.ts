import "sst"

/** What `Resource` knows, in every function and under the local runtime: names and addresses, never permissions. */
declare module "sst" {
  export interface Resource {
    /** The single table. */
    Table: { name: string }
    /** Which sessions were erased, outside the table so that it survives the table's restore. */
    Ledger: { name: string }
    /** The WebSocket API: where clients connect, and where handlers post to connections. */
    Chat: { url: string; managementEndpoint: string }
    /** The worker that writes replies; invoked asynchronously. */
    Reply: { name: string }
    /** Makes files; invoked by whoever counts the tries. */
    Render: { name: string }
    /** The secret with the keys that hash addresses and make links. */
    KeyRing: { id: string }
    /** Seals what only the worker may read, and opens nothing. */
    Seal: { publicKey: string }
    /** The secret with the key that models are asked with. */
    ModelKey: { id: string }
    /** Where mails say they come from is the setting MAIL_FROM; what is measured about them is this. */
    Mailing: { configurationSet: string }
    MailQueue: { url: string }
    EraseQueue: { url: string }
    ExportQueue: { url: string }
    /** The bucket of files. */
    Files: { name: string }
    /** The secret with the key that signs links to files. */
    DownloadKey: { id: string }
    /** The CDN that gives files to whoever has such a link. */
    Downloads: { distribution: string }
  }
}
