import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {alertNoteId} from '../../plugin/domain/ids.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

const alert = 'lowStock-bulb'
const until = '2030-01-01T00:00:00.000Z'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

describe('the note on an alert', () => {
  it('is one document an alert, and the last word counts', async () => {
    const {alerts} = shop.operations
    const assignee = {id: 'user.meera', name: 'Meera'}
    await alerts.note({key: 'first', alert, isMuted: false, assignee, until})
    await shop.till('Bina').alerts.note({key: 'second', alert, isMuted: true, until})
    const notes = await shop.documents('alertNote')
    expect(notes).toMatchObject([
      {_id: alertNoteId(alert), alert, isMuted: true, until, by: {name: 'Bina'}},
    ])
    expect(notes[0]).not.toHaveProperty('assignee')
  })

  it('is written once by its key', async () => {
    const {alerts} = shop.operations
    const command = {key: 'form 7', alert, isMuted: true, until}
    const [first, second] = [await alerts.note(command), await alerts.note(command)]
    expect(second.note._rev).toBe(first.note._rev)
    await expect(alerts.note({...command, isMuted: false})).rejects.toMatchObject({
      code: 'key-reused',
    })
  })

  it('is refused to whoever may only look', async () => {
    const viewer = shop.till('Viewer', {roles: ['viewer']})
    const note = viewer.alerts.note({key: 'look', alert, isMuted: true, until})
    await expect(note).rejects.toMatchObject({code: 'not-permitted'})
    expect(await shop.documents('alertNote')).toEqual([])
  })
})
