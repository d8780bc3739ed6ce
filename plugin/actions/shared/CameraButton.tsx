import {ImageIcon} from '@sanity/icons/Image'
import {Button} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {canScanByCamera} from '../../components/barcodeDetector.ts'
import {CameraScanner} from '../../components/CameraScanner.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Scans with the camera where the browser reads barcodes itself; elsewhere there is no such button. */
export function CameraButton({onScan}: {onScan: (code: string) => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const [open, setOpen] = useState(false)
  if (!canScanByCamera()) return null
  if (open) {
    return (
      <CameraScanner
        onClose={() => setOpen(false)}
        onScan={onScan}
        texts={{
          title: t('scan.camera'),
          close: t('scan.camera-close'),
          refused: t('scan.camera-refused'),
        }}
      />
    )
  }
  return (
    <div>
      <Button
        fontSize={1}
        icon={ImageIcon}
        mode="bleed"
        onClick={() => setOpen(true)}
        padding={2}
        text={t('scan.camera')}
        type="button"
      />
    </div>
  )
}
