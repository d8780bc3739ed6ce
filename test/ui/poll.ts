import {expect} from 'vitest'

/** `expect.poll` with the patience that a shared machine needs. */
export const poll = <T>(read: () => T) => expect.poll(read, {timeout: 20_000, interval: 250})
