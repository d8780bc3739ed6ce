import {join} from 'node:path'
import {defineConfig} from 'vite'

const plugin = join(import.meta.dirname, '..', '..', 'plugin')

/** The phone page stands beside the Studio under `/mobile/`; it uses the package by its public names. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/mobile/',
  resolve: {
    alias: [{find: /^sanity-plugin-shop\/(core|realtime)$/, replacement: `${plugin}/$1.ts`}],
    dedupe: ['react', 'react-dom', 'rxjs', 'styled-components'],
  },
  build: {assetsDir: 'static', sourcemap: false},
})
