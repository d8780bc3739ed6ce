import {defineConfig} from '@sanity/pkg-utils'

export default defineConfig({
  tsconfig: 'tsconfig.dist.json',
  dist: 'dist',
  dts: 'rolldown',
  babel: {styledComponents: false},
  extract: {rules: {'ae-missing-release-tag': 'off'}},
})
