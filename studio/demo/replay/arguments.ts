import {parseArgs} from 'node:util'
import type {LakeChoice} from '../connectLake.ts'
import {ReplayInputError} from './errors.ts'

export interface ReplayArguments {
  files: string[]
  lake: LakeChoice
  json: boolean
}

export const usage = 'npm run replay -- FILE.csv[.gz]… [--lake URL --token T --dataset D] [--json]'

/** @throws ReplayInputError for an unknown option or no file */
export function readReplayArguments(args: readonly string[]): ReplayArguments {
  const {values, positionals} = parse(args)
  if (positionals.length === 0) throw new ReplayInputError(`Name at least one file: ${usage}`)
  if (values.token !== undefined && values.lake === undefined) {
    throw new ReplayInputError(`--token needs --lake: ${usage}`)
  }
  const {lake, token, dataset = 'retail', json = false} = values
  return {
    files: positionals,
    lake: {
      dataset,
      ...(lake === undefined ? {} : {url: lake.replace(/\/$/, '')}),
      ...(token === undefined ? {} : {token}),
    },
    json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lake: {type: 'string'},
        token: {type: 'string'},
        dataset: {type: 'string'},
        json: {type: 'boolean'},
      },
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : 'unknown option'
    throw new ReplayInputError(`${words.split('. ')[0] ?? words}: ${usage}`, {cause: error})
  }
}
