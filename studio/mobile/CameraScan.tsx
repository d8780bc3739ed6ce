import {ImageIcon} from '@sanity/icons/Image'
import {Button, Card, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {canScanByCamera, watchBarcodes} from 'sanity-plugin-shop/realtime'
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
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const current = useRef(onScan)
  useEffect(() => {
    current.current = onScan
  })
  useEffect(() => {
    const shown = video.current
    if (shown === null) return undefined
    const ended = new AbortController()
    watchBarcodes(shown, (code) => current.current(code), ended.signal).catch(() => {
      if (!ended.signal.aborted) setRefused(true)
    })
    return () => ended.abort()
  }, [])
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
