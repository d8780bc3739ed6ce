import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import ts from 'typescript'
import {expect, it} from 'vitest'
import {projectRoot} from '../../studio/run/projectRoot.mjs'

const ROOMS = ['plugin/dashboard', 'plugin/actions', 'plugin/components', 'plugin/printing']

/** Attributes and properties that a person sees or hears. */
const VISIBLE =
  /^(?:aria-label|aria-description|alt|title|label|text|placeholder|description|hint|header|emptyTitle|emptyHint|tooltip)$/

const WORD = /\p{L}{2,}/u
/** Keys of texts, or the beginning of one. */
const KEY = /^[a-z][\w-]*(?:\.[\w-]+)*\.?$/

/** Hard-coded texts of a file: between tags, and in what is seen of an element or an object. */
function hardCodedTexts(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const found: string[] = []
  const note = (node: ts.Node, text: string) => {
    if (!WORD.test(text) || KEY.test(text)) return
    const {line} = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${relative(projectRoot, path)}:${line + 1} ${text.trim()}`)
  }
  const noteShown = (node: ts.Node, text: string) => note(node, text)
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) noteShown(node, node.text)
    if (ts.isJsxExpression(node) && ts.isJsxElement(node.parent)) noteLiterals(node.expression)
    if (ts.isJsxAttribute(node) && VISIBLE.test(node.name.getText())) noteLiterals(node.initializer)
    if (
      ts.isPropertyAssignment(node) &&
      VISIBLE.test(node.name.getText().replaceAll(/['"]/g, ''))
    ) {
      noteLiterals(node.initializer)
    }
    ts.forEachChild(node, visit)
  }
  /** A literal itself, or one of the branches of a condition; never what a call is given. */
  const noteLiterals = (node: ts.Node | undefined): void => {
    if (node === undefined) return
    if (ts.isStringLiteral(node)) note(node, node.text)
    if (ts.isNoSubstitutionTemplateLiteral(node)) note(node, node.text)
    if (ts.isTemplateExpression(node)) {
      for (const {literal} of node.templateSpans) note(literal, literal.text)
      note(node.head, node.head.text)
    }
    if (ts.isJsxExpression(node)) noteLiterals(node.expression)
    if (ts.isConditionalExpression(node)) {
      noteLiterals(node.whenTrue)
      noteLiterals(node.whenFalse)
    }
    if (ts.isBinaryExpression(node)) noteLiterals(node.right)
  }
  visit(source)
  return found
}

function sourcesOf(room: string): string[] {
  return readdirSync(join(projectRoot, room), {recursive: true, withFileTypes: true})
    .filter(({name}) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(({parentPath, name}) => join(parentPath, name))
}

/** The tool's name in the navigation bar comes from the config, before any language is loaded. */
const KNOWN = ['Realtime Dashboard']

it('shows no text that stands in the code instead of the bundles', () => {
  const found = ROOMS.flatMap(sourcesOf)
    .flatMap(hardCodedTexts)
    .filter((line) => !KNOWN.some((text) => line.endsWith(text)))
  if (found.length > 0) console.log(found.join('\n'))
  expect(found).toEqual([])
})
