import {defineConfig, defineLocale} from 'sanity'
import {structureTool} from 'sanity/structure'
import {shop, shopDefaultDocumentNode, shopStructure} from './plugin/index.ts'
import {embeddedLake} from './studio/browser/embeddedLake.ts'
import {readSession} from './studio/browser/session.ts'

const session = readSession()

export default defineConfig({
  ...embeddedLake(session),
  title: 'Shop',
  i18n: {
    // The Studio begins in the last of them.
    locales: (english) => [
      defineLocale({
        id: 'de-DE',
        title: 'Deutsch',
        weekInfo: {firstDay: 1, weekend: [6, 7], minimalDays: 4},
      }),
      defineLocale({
        id: 'ar',
        title: 'العربية',
        weekInfo: {firstDay: 7, weekend: [5, 6], minimalDays: 1},
      }),
      ...english,
    ],
  },
  plugins: [
    structureTool({structure: shopStructure, defaultDocumentNode: shopDefaultDocumentNode}),
    shop({currency: 'INR', timeZone: 'Asia/Kolkata', ...session.shop, window: session.window}),
  ],
})
