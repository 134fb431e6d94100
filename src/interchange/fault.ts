/** Why files could not be imported, as one sentence for the person who chose them. Nothing was written. */
export class ImportFault extends Error {
  override name = 'ImportFault'
}
