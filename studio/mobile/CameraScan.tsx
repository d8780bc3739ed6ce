import {ImageIcon} from '@sanity/icons/Image'
import {Button, Card, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {canScanByCamera, useBarcodeCamera} from 'sanity-plugin-shop/realtime'
import {useTexts} from './TextsContext.ts'

/** Scans with the camera where the browser reads barcodes itself; elsewhere there is nothing. */
export function CameraScan({onScan}: {onScan: (code: string) => void}) {
  const {t} = useTexts()
  const [open, setOpen] = useState(false)
  if (!canScanByCamera()) return null
  return (
    <Stack gap={2}>
      <Button
        aria-expanded={open}
        icon={ImageIcon}
        mode="ghost"
        onClick={() => setOpen(!open)}
        padding={4}
        text={t(open ? 'camera.close' : 'camera')}
      />
      {open && <Picture onScan={onScan} />}
    </Stack>
  )
}

function Picture({onScan}: {onScan: (code: string) => void}) {
  const {t} = useTexts()
  const {video, refused} = useBarcodeCamera(onScan)
  return (
    <Card border overflow="hidden" padding={refused ? 3 : 0} radius={3}>
      {refused ? (
        <Text role="alert" size={1}>
          {t('camera.refused')}
        </Text>
      ) : (
        <video
          aria-hidden
          autoPlay
          muted
          playsInline
          ref={video}
          style={{display: 'block', maxHeight: 220, objectFit: 'cover', width: '100%'}}
        />
      )}
    </Card>
  )
}
