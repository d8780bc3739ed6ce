import {builtinEnvironments} from 'vitest/runtime'

// React and the Studio look for a document when they are imported, so this module comes first
await builtinEnvironments.jsdom.setup(globalThis, {jsdom: {url: 'http://localhost/'}})

class NothingToObserve {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(window, {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }),
})
for (const name of ['ResizeObserver', 'IntersectionObserver']) {
  Object.assign(window, {[name]: NothingToObserve})
  Object.assign(globalThis, {[name]: NothingToObserve})
}
Object.assign(globalThis, {matchMedia: window.matchMedia})
