import { type Id, idFrom } from '../domain/id'
import { ImportFault } from './fault'

/**
 * Gives ids to the things of one kind. Identity is scoped by kind: a role and one of its
 * levels may share a name, two skills may not.
 */
export class IdRegister {
  private readonly names = new Map<Id, string>()

  constructor(
    private readonly prefix: Id,
    /** As in "Two skills would get the id …". */
    private readonly kind: string,
  ) {}

  /**
   * The id of one thing; call once for each.
   * @throws ImportFault when another thing has it already, or no letter or digit is left to make it from.
   */
  claim(...words: string[]): Id {
    const id = idFrom(this.prefix, ...words)
    const name = words.filter((word) => word !== '').join(', ')
    if (id === this.prefix)
      throw new ImportFault(`One of the ${this.kind} is called “${name}”, which gives no id.`)
    const taken = this.names.get(id)
    if (taken !== undefined) {
      throw new ImportFault(`Two ${this.kind} would get the same id, ${id}: “${taken}” and “${name}”.`)
    }
    this.names.set(id, name)
    return id
  }
}
