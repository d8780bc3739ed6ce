import * as v from 'valibot'
import {isTimeZone} from '../domain/calendar.ts'
import {settingsValuesSchema} from '../domain/documentSchemas.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {SETTINGS_ID} from '../domain/ids.ts'
import {isCurrency} from '../domain/money.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {resolveOptions, valuesOfSettings} from '../domain/options.ts'
import type {ShopOptions, ShopSettingsValues} from '../domain/options.ts'
import {inSentence, toFieldIssues} from './fieldIssues.ts'
import type {Snapshot} from './snapshot.ts'

export interface ShopSettingsState {
  values: ShopSettingsValues
  /** Stores the settings with the first operation of a shop. */
  mutations: readonly ShopMutation[]
}

/**
 * What is stored wins; a shop without stored settings starts with the options.
 * @throws InvalidCommandError when the options name another currency or time zone than the stored one, or one that does
 * not exist
 */
export function readSettings(snapshot: Snapshot, options: ShopOptions): ShopSettingsState {
  const stored = snapshot.find('shopSettings', SETTINGS_ID)
  if (stored === undefined) {
    const values = resolveOptions(options)
    checkExisting(values)
    checkOptions(values)
    // `create`, not `createIfNotExists`: of two first operations with different options the later must plan again.
    const document = {_id: SETTINGS_ID, _type: 'shopSettings', ...values}
    return {values, mutations: snapshot.isLoaded(SETTINGS_ID) ? [{create: document}] : []}
  }
  const issues = [
    ...differing('currency', 'currency', options.currency, stored.currency),
    ...differing('timeZone', 'time zone', options.timeZone, stored.timeZone),
  ]
  if (issues.length > 0) {
    throw new InvalidCommandError(
      `Nothing was saved: ${issues.map((issue) => issue.message).join(' ')}`,
      issues,
    )
  }
  checkExisting(stored)
  return {values: valuesOfSettings(stored), mutations: []}
}

/** What is not stored yet comes from the embedding project's code. */
function checkOptions(values: ShopSettingsValues): void {
  const result = v.safeParse(settingsValuesSchema, values)
  if (result.success) return
  const issues = toFieldIssues(result.issues)
  throw new InvalidCommandError(
    `Nothing was saved: the options of this shop cannot be its settings: ${inSentence(issues)}. Correct them where the shop is set up.`,
    issues,
  )
}

function differing(path: string, words: string, option: string | undefined, stored: string) {
  if (option === undefined || option === stored) return []
  const message =
    `This shop's ${words} is ${stored}, but the options say ${option}. ` +
    `It cannot change once the shop has settings; set the option to ${stored}.`
  return [{path, message}]
}

function checkExisting(values: Pick<ShopSettingsValues, 'currency' | 'timeZone'>): void {
  if (!isCurrency(values.currency)) {
    throw new InvalidCommandError(
      `Nothing was saved: ${values.currency} is no currency of ISO 4217; set it to one like INR.`,
      [{path: 'currency', message: 'is no currency of ISO 4217'}],
    )
  }
  if (!isTimeZone(values.timeZone)) {
    throw new InvalidCommandError(
      `Nothing was saved: ${values.timeZone} is no time zone; set it to one like Asia/Kolkata.`,
      [{path: 'timeZone', message: 'is no IANA time zone'}],
    )
  }
}
