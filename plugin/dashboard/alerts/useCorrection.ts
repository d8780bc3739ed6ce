import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import type {DriftCorrection} from '../../domain/proof/driftAlerts.ts'
import type {ShopOperations} from '../../operations/commands.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'

/** Puts a drifted document right, once however often it is clicked. */
export function useCorrection(correction: DriftCorrection, label: string) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const operations = useSanityOperations()
  const [working, setWorking] = useState(false)
  const inFlight = useRef(false)
  // A click whose answer was lost is repeated under the same key; the next drift gets a key of its own.
  const key = useRef(uuid())

  const correct = async (): Promise<void> => {
    if (inFlight.current) return
    inFlight.current = true
    setWorking(true)
    try {
      const sequence = await carryOut(correction, key.current, operations)
      key.current = uuid()
      const title =
        sequence === undefined
          ? t('alert.drift.follows', {label})
          : t('alert.drift.corrected', {label, sequence})
      toast.push({status: 'success', title})
    } catch (error) {
      const description = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: t('alert.drift.refused', {label}), description})
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  return {correct, working}
}

/** The sequence of the ledger entry that says what was corrected, where there is one. */
async function carryOut(
  correction: DriftCorrection,
  key: string,
  {bills, stock}: Pick<ShopOperations, 'bills' | 'stock'>,
): Promise<number | undefined> {
  switch (correction.kind) {
    case 'stock': {
      const {entries} = await stock.correct({key, product: correction.product})
      return entries.at(-1)?.sequence
    }
    case 'balance':
      await bills.correctBalance({key, bill: correction.bill})
      return undefined
    case 'series':
      await bills.correctSeries({key, series: correction.series})
      return undefined
  }
}
