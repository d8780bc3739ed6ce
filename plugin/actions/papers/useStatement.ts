import {addDays, isDay} from '../../domain/calendar.ts'
import {InvalidCommandError} from '../../domain/errors.ts'
import {statementOfCustomerQuery} from '../../domain/queries.ts'
import {buildStatement, readStatementRecords} from '../../domain/statement.ts'
import type {Statement, StatementRecords} from '../../domain/statement.ts'
import type {PaperCustomer} from '../../printing/customer.ts'
import {useListeningQuery, useShopSettings, useShopSnapshot} from '../../realtime/index.ts'
import {usePaperCustomer} from './usePaperCustomer.ts'

const USUAL_DAYS = 90

/** Calendar days, both included. */
export interface Period {
  from: string
  to: string
}

/** The last three months. */
export function useUsualPeriod(): Period {
  const today = useShopSnapshot(({figures}) => figures.day)
  return {from: addDays(today, -USUAL_DAYS), to: today}
}

type Records = {records: StatementRecords} | {problem: string}

export interface LoadedStatement {
  /** Absent while it is being asked for. */
  customer: PaperCustomer | undefined
  /** Absent while the lake has not answered, and with a problem. */
  statement: Statement | undefined
  /** Why there is none: a key of the bundle, or words about a paper that cannot be read. */
  problem: string | undefined
}

/** What a customer owes over these days, live. */
export function useStatement(id: string, period: Period): LoadedStatement {
  const loaded = usePaperCustomer(id)
  const customer = loaded.state === 'ready' ? loaded.customer : undefined
  const {timeZone} = useShopSettings()
  const {data} = useListeningQuery<Records>(statementOfCustomerQuery, {
    params: {customer: id},
    parse: readRecords,
    options: {tag: 'shop.statement'},
  })
  const isPeriod = isDay(period.from) && isDay(period.to) && period.from <= period.to
  const statement =
    isPeriod && data !== null && 'records' in data
      ? buildStatement(data.records, {...period, timeZone})
      : undefined
  return {customer, statement, problem: problemOf(data, isPeriod)}
}

/** A malformed paper is told in words; a statement without it would be wrong. */
function readRecords(answer: unknown): Records {
  try {
    return {records: readStatementRecords(answer)}
  } catch (error) {
    if (error instanceof InvalidCommandError) return {problem: error.message}
    throw error
  }
}

function problemOf(data: Records | null, isPeriod: boolean): string | undefined {
  if (!isPeriod) return 'statement.wrong-period'
  return data !== null && 'problem' in data ? data.problem : undefined
}
