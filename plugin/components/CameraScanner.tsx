import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useBarcodeCamera} from './useBarcodeCamera.ts'

export interface CameraScannerProps {
  onScan: (code: string) => void
  onClose: () => void
  texts: {title: string; close: string; refused: string}
}

/** Reads barcodes with the camera until it is closed. The pictures never leave the page. */
export function CameraScanner({onScan, onClose, texts}: CameraScannerProps) {
  const {video, refused} = useBarcodeCamera(onScan)
  return (
    <Card aria-label={texts.title} border padding={2} radius={2} role="group">
      <Stack gap={2}>
        {refused ? (
          <Text size={1}>{texts.refused}</Text>
        ) : (
          <video
            aria-hidden
            autoPlay
            muted
            playsInline
            ref={video}
            style={{maxHeight: 220, objectFit: 'cover', width: '100%'}}
          />
        )}
        <Flex justify="flex-end">
          <Button
            fontSize={1}
            mode="ghost"
            onClick={onClose}
            padding={2}
            text={texts.close}
            type="button"
          />
        </Flex>
      </Stack>
    </Card>
  )
}
