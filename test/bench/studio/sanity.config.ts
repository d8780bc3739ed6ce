import {defineConfig} from 'sanity'
import {route} from 'sanity/router'
import {embeddedLake} from '../../../studio/browser/embeddedLake.ts'
import {readSession} from '../../../studio/browser/session.ts'
import {BenchTool} from './BenchTool.tsx'

/** A Studio with nothing but one product's name on the screen, followed in one of three ways, or the count of a burst. */
export default defineConfig({
  ...embeddedLake(readSession()),
  title: 'Bench',
  schema: {types: []},
  tools: [
    {
      name: 'follow',
      title: 'Follow',
      component: BenchTool,
      router: route.create('/', [route.create('/:way')]),
    },
  ],
})
