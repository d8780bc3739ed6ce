import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {shop, shopDefaultDocumentNode, shopStructure} from './plugin/index.ts'
import {embeddedLake} from './studio/browser/embeddedLake.ts'
import {readSession} from './studio/browser/session.ts'

const session = readSession()

export default defineConfig({
  ...embeddedLake(session),
  title: 'Shop',
  plugins: [
    structureTool({structure: shopStructure, defaultDocumentNode: shopDefaultDocumentNode}),
    shop({currency: 'INR', timeZone: 'Asia/Kolkata', ...session.shop}),
  ],
})
