import {spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {programEnvironment} from './environment.mjs'

/** What Node says on stderr of its own accord when a program asks about colours. */
const remarks = (env: Record<string, string | undefined>) =>
  spawnSync(process.execPath, ['-e', 'require("tty").WriteStream.prototype.getColorDepth()'], {
    env,
    encoding: 'utf8',
  }).stderr

describe('environment of a program', () => {
  it('has one opinion about colours, so that Node adds nothing to stderr', () => {
    const both = {NO_COLOR: '1', FORCE_COLOR: '1', A: 'b'}
    expect(remarks(both)).toContain('Warning')
    expect(remarks(programEnvironment(both))).toBe('')
    expect(programEnvironment(both)).toEqual({FORCE_COLOR: '1', A: 'b'})
  })

  it('keeps a wish that stands alone', () => {
    expect(programEnvironment({NO_COLOR: '1'})).toEqual({NO_COLOR: '1'})
    expect(programEnvironment({FORCE_COLOR: '0'})).toEqual({FORCE_COLOR: '0'})
  })
})
