import {useCallback} from 'react'
import type {BadgeTone} from '../../actions/shared/tones.ts'
import type {ShopFormat} from '../../components/format.ts'
import type {AlertKind, ShopAlert} from '../../domain/alertList.ts'
import type {StockAlert} from '../../domain/alerts.ts'
import {driftWords} from './driftWords.ts'
import type {DriftSpeech} from './driftWords.ts'
import {useDriftSpeech} from './useDriftSpeech.ts'

/** How an alert reads, in its row and when it is told. */
export interface AlertWords {
  title: string
  subtitle: string
  /** The amount it is about. */
  figure?: string
  badge: string
  tone: BadgeTone
  /** The document behind it. */
  document?: {id: string; type: string}
  /** What to do stands in the subtitle: it is never cut off. Absent: without a document. */
  isWhole?: boolean
}

type Translate = (key: string, values?: Record<string, string | number>) => string

const TONES: Readonly<Record<AlertKind, BadgeTone>> = {
  connectionLost: 'critical',
  publicDataset: 'critical',
  settings: 'caution',
  drift: 'critical',
  negativeStock: 'critical',
  outOfStock: 'critical',
  overdue: 'critical',
  largeVoid: 'caution',
  largeDiscount: 'caution',
  lowStock: 'caution',
  dueSoon: 'neutral',
  malformed: 'critical',
}

export function useAlertWords(): (alert: ShopAlert) => AlertWords {
  const speech = useDriftSpeech()
  return useCallback(
    (alert: ShopAlert) => ({
      badge: speech.t(`alert.${alert.kind}`),
      tone: TONES[alert.kind],
      ...wordsOf(alert, speech),
    }),
    [speech],
  )
}

function wordsOf(alert: ShopAlert, speech: DriftSpeech): Omit<AlertWords, 'badge' | 'tone'> {
  const {t, format} = speech
  switch (alert.kind) {
    case 'negativeStock':
    case 'outOfStock':
    case 'lowStock':
      return stockWords(alert.stock, t, format)
    case 'overdue': {
      const {number, balance, daysOverdue} = alert.bill
      const days = t('alert.overdue-days', {count: daysOverdue})
      return billWords(alert.bill, `${number} · ${days}`, format.money(balance), t)
    }
    case 'dueSoon': {
      const {number, balance, daysLeft} = alert.bill
      const days = t('alert.due-days', {count: daysLeft})
      return billWords(alert.bill, `${number} · ${days}`, format.money(balance), t)
    }
    case 'largeVoid': {
      const {number, total, by, reason} = alert.bill
      return billWords(alert.bill, `${number} · ${by}: ${reason}`, format.money(total), t)
    }
    case 'largeDiscount': {
      const {number, discount, by, rate} = alert.bill
      const share = t('alert.discount-share', {percent: Math.round(rate / 100), by})
      return billWords(alert.bill, `${number} · ${share}`, format.money(discount), t)
    }
    case 'drift': {
      const {document} = alert.alert
      const type = document.slice(0, document.indexOf('.'))
      return {...driftWords(alert.alert, speech), document: {id: document, type}, isWhole: true}
    }
    case 'malformed':
      return {title: alert.document.id, subtitle: alert.document.reason, document: alert.document}
    case 'settings':
      return {
        title: t('alert.settings-title'),
        subtitle: alert.notice,
        document: {id: 'shopSettings.shop', type: 'shopSettings'},
        isWhole: true,
      }
    case 'publicDataset':
      return {
        title: t('alert.public-title', {dataset: alert.dataset}),
        subtitle: t('alert.public-text'),
      }
    case 'connectionLost':
      return {
        title: t('alert.lost-title'),
        subtitle: t('alert.lost-text', {time: format.clock(alert.since)}),
      }
  }
}

function stockWords(stock: StockAlert, t: Translate, format: ShopFormat) {
  const values = {
    onHand: format.quantity(stock.onHand, stock.unit),
    reorderLevel: format.quantity(stock.reorderLevel, stock.unit),
  }
  const key = stock.onHand < 0 ? 'negative' : stock.onHand === 0 ? 'none' : 'left'
  return {
    title: stock.name,
    subtitle: t(`alert.stock-${key}`, values),
    document: {id: stock.productId, type: 'product'},
  }
}

function billWords(
  bill: {billId: string; customerName?: string},
  subtitle: string,
  figure: string,
  t: Translate,
) {
  return {
    title: bill.customerName ?? t('bill.walk-in'),
    subtitle,
    figure,
    document: {id: bill.billId, type: 'bill'},
  }
}
