import {DownloadIcon} from '@sanity/icons/Download'
import {Button} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {saveFile} from '../../components/saveFile.ts'
import {toCsvFile} from '../../csv/writeCsv.ts'
import type {CsvColumn, CsvRows} from '../../csv/writeCsv.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface DownloadCsvProps<R> {
  /** Without its ending; the day is added: `bills-2026-11-26.csv`. */
  fileName: string
  /** A function is called when the button is pressed, for columns that name other documents. */
  columns: readonly CsvColumn<R>[] | (() => readonly CsvColumn<R>[])
  /** Called when the button is pressed: the rows at hand, or page after page as they are read. */
  rows: () => CsvRows<R>
  /** Default: `Download CSV`. */
  text?: string
  /** Default: `<fileName>`. */
  testId?: string
}

/** A button that downloads rows as a CSV file; what begins as a formula does is neutralised. */
export function DownloadCsv<R>(props: DownloadCsvProps<R>) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {download, working} = useDownloadCsv()
  return (
    <Button
      data-testid={`shop-download-${props.testId ?? props.fileName}`}
      disabled={working}
      fontSize={1}
      icon={DownloadIcon}
      loading={working}
      mode="ghost"
      onClick={() => void download(props)}
      padding={2}
      text={props.text ?? t('csv.download')}
      type="button"
    />
  )
}

type Download = <R>(
  file: Pick<DownloadCsvProps<R>, 'fileName' | 'columns' | 'rows'>,
) => Promise<void>

/** Downloads a CSV file once at a time; a failure is told in a toast. */
export function useDownloadCsv(): {download: Download; working: boolean} {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const [working, setWorking] = useState(false)
  const inFlight = useRef(false)
  const download: Download = async ({fileName, columns, rows}) => {
    if (inFlight.current) return
    inFlight.current = true
    setWorking(true)
    try {
      const day = new Date().toISOString().slice(0, 10)
      const titled = typeof columns === 'function' ? columns() : columns
      saveFile(await toCsvFile(titled, rows()), `${fileName}-${day}.csv`)
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      toast.push({status: 'error', title: t('csv.download-failed'), description: words})
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  return {download, working}
}
