import type {DocumentActionComponent} from 'sanity'
import {describe, expect, it} from 'vitest'
import {guardRemovals} from './guardRemovals.ts'

function action(name: DocumentActionComponent['action']): DocumentActionComponent {
  const component: DocumentActionComponent = () => ({label: String(name)})
  component.action = name
  return component
}

const publish = action('publish')
const remove = action('delete')
const unpublish = action('unpublish')
const all = [publish, remove, unpublish]

describe('removing what bills refer to', () => {
  it.each(['product', 'brand', 'category', 'user'])('is guarded for a %s', (schemaType) => {
    const [first, second, third] = guardRemovals(all, {schemaType})
    expect(first).toBe(publish)
    expect(second).not.toBe(remove)
    expect(third).not.toBe(unpublish)
    expect([second?.action, third?.action]).toEqual(['delete', 'unpublish'])
  })

  it('gives the same functions each time: an action that changes loses its open dialog', () => {
    const once = guardRemovals(all, {schemaType: 'product'})
    expect(guardRemovals(all, {schemaType: 'product'})).toEqual(once)
    expect(guardRemovals(all, {schemaType: 'brand'})[1]).toBe(once[1])
  })

  it('leaves other types alone', () => {
    expect(guardRemovals(all, {schemaType: 'page'})).toEqual(all)
  })
})
