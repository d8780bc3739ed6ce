import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'

/** Corrects drifted stock by an entry in its ledger, once however often it is clicked. */
export function useCorrection(product: string, label: string) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {stock} = useSanityOperations()
  const [working, setWorking] = useState(false)
  const inFlight = useRef(false)
  // A click whose answer was lost is repeated under the same key; the next drift gets a key of its own.
  const key = useRef(uuid())

  const correct = async (): Promise<void> => {
    if (inFlight.current) return
    inFlight.current = true
    setWorking(true)
    try {
      const {entries} = await stock.correct({key: key.current, product})
      key.current = uuid()
      const sequence = entries.at(-1)?.sequence ?? 0
      toast.push({status: 'success', title: t('alert.drift.corrected', {label, sequence})})
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
