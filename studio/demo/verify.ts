import {parseArgs} from 'node:util'
import {LakeStoreError} from '../lake/errors.ts'
import {CommandError} from '../run/errors.ts'
import {demoDataset} from '../run/startOptions.ts'
import {connectLake, type LakeChoice} from './connectLake.ts'
import {countRepairable} from './verify/planRepair.ts'
import {repairShop, verifyShop, type Verification} from './verify/verifyShop.ts'

const usage = 'npm run verify -- [--lake URL --token T --dataset D] [--repair]'
const SHOWN = 200

/** `npm run verify`: proves every level, number and total; code 1 when anything differs. */
async function main(): Promise<void> {
  const {lake, repair} = readArguments(process.argv.slice(2))
  const connected = await connectLake(lake)
  try {
    const found = await verifyShop(connected.client)
    print(found)
    if (found.differences.length === 0 || !repair) return
    const repaired = await repairShop(connected.client, found)
    const left = await verifyShop(connected.client)
    process.stdout.write(`Put ${repaired} documents right.\n`)
    print(left)
  } finally {
    await connected.close()
  }
}

function print({documents, differences}: Verification): void {
  process.exitCode = differences.length === 0 ? 0 : 1
  if (differences.length === 0) {
    process.stdout.write(`Nothing differs: ${countTypes(documents)}.\n`)
    return
  }
  const lines = differences.slice(0, SHOWN).map(({kind, message}) => `${kind}: ${message}`)
  const hidden = differences.length - lines.length
  if (hidden > 0) lines.push(`… and ${hidden} more`)
  lines.push(
    `${differences.length} differences; --repair can settle ${countRepairable(differences)} of them: levels, days, accounts and balances, ` +
      'counters that are behind, entries that are gone. The rest is for people: restore it from its history.',
  )
  process.stdout.write(`${lines.join('\n')}\n`)
}

function countTypes(documents: Verification['documents']): string {
  const counted = [
    ['bill', 'bills'],
    ['creditNote', 'credit notes'],
    ['payment', 'payments'],
    ['stockLevel', 'stock levels'],
    ['stockTransaction', 'stock movements'],
    ['daySummary', 'days'],
  ] as const
  return counted
    .map(([type, words]) => `${documents.filter(({_type}) => _type === type).length} ${words}`)
    .join(', ')
}

function readArguments(args: readonly string[]): {lake: LakeChoice; repair: boolean} {
  const {lake, token, dataset = demoDataset, repair = false} = parse(args)
  if (token !== undefined && lake === undefined)
    throw new CommandError(`--token needs --lake: ${usage}`)
  return {
    lake: {
      dataset,
      ...(lake === undefined ? {} : {url: lake.replace(/\/$/, '')}),
      ...(token === undefined ? {} : {token}),
    },
    repair,
  }
}

function parse(args: readonly string[]) {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        lake: {type: 'string'},
        token: {type: 'string'},
        dataset: {type: 'string'},
        repair: {type: 'boolean'},
      },
    })
    return values
  } catch (error) {
    const words = error instanceof Error ? error.message : 'unknown option'
    throw new CommandError(`${words.split('. ')[0] ?? words}: ${usage}`)
  }
}

function fail(error: unknown): void {
  process.exitCode = 1
  const known = error instanceof CommandError || error instanceof LakeStoreError
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  process.stderr.write(known ? `${error.message}\n` : `Nothing was proved: ${message}\n`)
}

main().catch(fail)
