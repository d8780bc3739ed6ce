import type {ShopFormat} from '../../components/format.ts'
import type {Unit} from '../../domain/documents.ts'
import type {Drift, DriftKind} from '../../domain/proof.ts'
import type {DriftAlert} from '../../domain/proof/driftAlerts.ts'
import type {DriftSubject} from '../../domain/proof/drift.ts'

type Translate = (key: string, values?: Record<string, string | number>) => string

/** What a drift is told with; `unitOf` a product's id. */
export interface DriftSpeech {
  t: Translate
  format: ShopFormat
  unitOf(product: string): Unit
}

/** So many values are told; a day may have a hundred. */
const TOLD = 4

/** What differs, in the product's unit and the shop's money, and what to do where no click helps. */
export function driftWords({subject, drifts, advice}: DriftAlert, speech: DriftSpeech) {
  const {t} = speech
  const told = drifts.slice(0, TOLD).map((drift) => valueWords(drift, speech))
  const more = drifts.length - told.length
  const next = advice === undefined ? [] : [t(`alert.drift.advice-${advice}`)]
  return {
    title: subjectWords(subject, speech),
    subtitle: [...told, ...(more > 0 ? [t('alert.drift.more', {count: more})] : []), ...next].join(
      ' · ',
    ),
  }
}

/** What the value belongs to: `Stock of LED bulb`, `B-2026-17`. */
export function subjectWords(subject: DriftSubject, {t, format}: DriftSpeech): string {
  switch (subject.of) {
    case 'paper':
      return subject.name
    case 'day':
      return t('alert.drift.of-day', {name: format.day(subject.name)})
    case 'movement': {
      const {name, product, movement} = subject
      return t(`alert.drift.of-${movement}`, {name, product})
    }
    case 'entry':
      return t('alert.drift.of-entry', {name: subject.name, sequence: subject.sequence})
    default:
      return t(`alert.drift.of-${subject.of}`, {name: subject.name})
  }
}

/** One value that differs: `paid ₹700.00, should be ₹0.00`. */
export function valueWords(drift: Drift, speech: DriftSpeech): string {
  const {t, format} = speech
  const {kind, field, expected, found} = drift
  if (kind === 'malformed') return drift.message
  if (kind === 'level' && field === 'onHand') return onHandWords(drift, speech)
  const isMoney = isMoneyField(kind, field)
  const say = (value: unknown) => {
    if (value === undefined) return t('alert.drift.absent')
    return isMoney && typeof value === 'number' ? format.money(value) : String(value)
  }
  const words = {field: fieldWords(field, t), found: say(found), expected: say(expected)}
  return t('alert.drift.value', words)
}

function onHandWords({product = '', expected, found, difference}: Drift, speech: DriftSpeech) {
  const {t, format, unitOf} = speech
  const unit = unitOf(product)
  const say = (value: unknown) =>
    typeof value === 'number' ? format.quantity(value, unit) : t('alert.drift.absent')
  const by = difference === undefined ? '' : format.change(difference, unit)
  const words = {found: say(found), expected: say(expected), difference: by}
  return t(by === '' ? 'alert.drift.on-hand-absent' : 'alert.drift.on-hand', words)
}

const COUNTED: ReadonlySet<string> = new Set(['bills', 'creditNotes', 'sequence', 'unit.decimals'])
const OF_MONEY: ReadonlySet<DriftKind> = new Set([
  'total',
  'balance',
  'account',
  'summary',
  'level',
])

function isMoneyField(kind: DriftKind, field: string): boolean {
  if (!OF_MONEY.has(kind) || COUNTED.has(field)) return false
  return !field.startsWith('creditedLines') || field.endsWith('.amount')
}

/** The fields that people have a word for; others are named as they stand in the document. */
const FIELDS: ReadonlySet<string> = new Set([
  'balance',
  'bills',
  'cost',
  'credit',
  'creditNotes',
  'credited',
  'credits',
  'last',
  'onHand',
  'owed',
  'paid',
  'sales',
  'sequence',
  'tax',
  'total',
  'value',
])
const GROUPS: ReadonlySet<string> = new Set(['byBrand', 'byCategory'])

function fieldWords(field: string, t: Translate): string {
  const [group = '', ...rest] = field.split('.')
  const key = rest.join('.')
  if (FIELDS.has(field)) return t(`alert.drift.field-${field}`)
  if (group === 'totals' && FIELDS.has(key)) return t(`alert.drift.field-${key}`)
  if (group === 'byMethod' || group === 'paidByMethod') return t(`analytics.method.${key}`)
  if (group === 'byHour') return t('alert.drift.field-byHour', {hour: key.slice(1)})
  return GROUPS.has(group) ? t(`alert.drift.field-${group}`) : field
}
