import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {useRefusalWords} from '../../actions/shared/useRefusalWords.ts'
import type {DriftCorrection} from '../../domain/proof/driftAlerts.ts'
import {carryOutCorrection} from '../../operations/carryOutCorrection.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'

/** Puts a drifted document right, once however often it is clicked. */
export function useCorrection(correction: DriftCorrection, label: string) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const operations = useSanityOperations()
  const words = useRefusalWords()
  const [working, setWorking] = useState(false)
  const inFlight = useRef(false)
  // A click whose answer was lost is repeated under the same key; the next drift gets a key of its own.
  const key = useRef(uuid())

  const correct = async (): Promise<void> => {
    if (inFlight.current) return
    inFlight.current = true
    setWorking(true)
    try {
      const sequence = await carryOutCorrection(correction, key.current, operations)
      key.current = uuid()
      const title =
        sequence === undefined
          ? t('alert.drift.follows', {label})
          : t('alert.drift.corrected', {label, sequence})
      toast.push({status: 'success', title})
    } catch (error) {
      const description = words.ofError(error)
      toast.push({status: 'error', title: t('alert.drift.refused', {label}), description})
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  return {correct, working}
}
