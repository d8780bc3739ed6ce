// Node reads TypeScript by itself, but neither JSX nor style sheets: the hook of sanity-plugin-utils imports some.
import {readFileSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {fileURLToPath} from 'node:url'
import ts from 'typescript'

const compilerOptions = {
  jsx: ts.JsxEmit.ReactJSX,
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ESNext,
}

registerHooks({
  load(url, context, next) {
    const toModule = (source) => ({format: 'module', source, shortCircuit: true})
    if (url.endsWith('.css')) return toModule('')
    if (!url.endsWith('.tsx')) return next(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
    return toModule(ts.transpileModule(source, {compilerOptions}).outputText)
  },
})
