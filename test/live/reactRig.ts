import './installDom.ts'
import {cleanup, configure, screen, waitFor} from '@testing-library/react'
import {expect} from 'vitest'
import {startProxiedLake} from './proxiedLake.ts'
import type {ProxiedLake} from './proxiedLake.ts'

// what changes comes from outside React, so nothing is wrapped in act()
Object.assign(globalThis, {IS_REACT_ACT_ENVIRONMENT: false})
configure({asyncUtilTimeout: 20_000})

/** A lake behind a proxy for the screens of one test; closing it takes them down first. */
export async function startReactRig(): Promise<ProxiedLake> {
  const rig = await startProxiedLake()
  return {
    ...rig,
    close: () => {
      cleanup()
      return rig.close()
    },
  }
}

export const textOf = (id: string) => screen.getByTestId(id).textContent

export const shows = (id: string, text: string) => waitFor(() => expect(textOf(id)).toBe(text))
