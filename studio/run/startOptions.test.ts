import {resolve} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readStartOptions} from './startOptions.ts'

describe('start options', () => {
  it('have the documented defaults', () => {
    expect(readStartOptions([], {})).toEqual({
      lakePort: 3334,
      studioPort: 3333,
      isStudioPortChosen: false,
      dataDirectory: resolve('.lake'),
      dataset: 'production',
      mayJoin: false,
    })
  })

  it('are read from the command line and the environment', () => {
    const environment = {LAKE_PORT: '4001', STUDIO_PORT: '4000', LAKE_DATA: '/somewhere/else'}
    expect(readStartOptions(['--dataset', 'retail'], environment)).toEqual({
      lakePort: 4001,
      studioPort: 4000,
      isStudioPortChosen: true,
      dataDirectory: '/somewhere/else',
      dataset: 'retail',
      mayJoin: true,
    })
  })

  it.each([
    [['--datset', 'retail'], {}, /The only option is --dataset NAME/],
    [['retail'], {}, /The only option is --dataset NAME/],
    [['--dataset', 'Re tail'], {}, /"Re tail" cannot be a dataset/],
    [[], {LAKE_PORT: 'many'}, /LAKE_PORT is "many": it must be a port number/],
    [[], {STUDIO_PORT: '70000'}, /STUDIO_PORT is "70000"/],
  ])('say what is wrong with %j %j', (args, environment, words) => {
    expect(() => readStartOptions(args, environment)).toThrow(words)
  })
})
