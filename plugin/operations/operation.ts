import type {Actor, CommandRecord} from '../domain/documents.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import type {ShopSettingsValues} from '../domain/options.ts'
import type {ShopRole} from '../domain/roles.ts'
import type {GenericSchema} from 'valibot'
import type {Keyed} from './keyed.ts'
import type {OperationName} from './permissions.ts'
import type {Snapshot} from './snapshot.ts'

/** What a plan may know beside its documents: nothing else, so that it is pure. */
export interface PlanContext {
  actor: Actor
  /** ISO UTC: the moment of this attempt. */
  now: string
  settings: ShopSettingsValues
  /** Roles of the actor in the shop; `undefined` when the lake does not tell them. */
  roles: readonly ShopRole[] | undefined
  /** The till's own numbering series. */
  series: string | undefined
  /** Goes onto the root document. */
  command: CommandRecord
  /** Ids that the operation's search has found. */
  found: readonly string[]
}

/** A question for ids that do not follow from the command. */
export interface Search {
  /** GROQ for a list of ids. */
  query: string
  params: Record<string, unknown>
  /**
   * Id of a document that every change of the answer changes too: while a query shows it in another revision than it has,
   * the query is behind and is asked again.
   */
  guard: string
}

/** Server attributes that a written document gets: its revision is the id of its transaction. */
interface Stamp {
  _rev: string
  _createdAt: string
  _updatedAt: string
}

interface Plan<R> {
  mutations: readonly ShopMutation[]
  /** The result once the transaction is committed. */
  result(stamp: Stamp): R
}

/** One intent of the shop: one pure plan, one transaction. */
export interface Operation<C extends Keyed, R> {
  /** `bills.create`: part of the command's hash. */
  name: OperationName
  schema: GenericSchema<unknown, C>
  /** Every document that the plan reads; asked again with what has been loaded until nothing is new. */
  ids(command: C, snapshot: Snapshot, context: PlanContext): readonly string[]
  /** What only a query can find, on all that `ids` asks for without it; then `ids` asks for more. */
  search?(command: C, snapshot: Snapshot): Search | undefined
  /** The proof that this command has been done, if it has. */
  recordOf(command: C, snapshot: Snapshot): CommandRecord | undefined
  /** The result of a command that has been done before. */
  replay(command: C, snapshot: Snapshot): R
  /** @throws ShopError when the command cannot be carried out on these documents */
  plan(command: C, snapshot: Snapshot, context: PlanContext): Plan<R>
}
