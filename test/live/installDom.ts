import {builtinEnvironments} from 'vitest/runtime'

// The test runs in Node, where the lake is at home (`node:sqlite` cannot be bundled for the jsdom environment); React
// looks for a document when it is imported, so this module comes first.
await builtinEnvironments.jsdom.setup(globalThis, {jsdom: {url: 'http://localhost/'}})
