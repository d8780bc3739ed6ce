import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {createBarcodeReader} from './barcodeDetector.ts'

/** Often enough for a steady hand, seldom enough for a telephone's battery. */
const LOOK_MS = 150
/** The same code in view is one scan until the product is taken away. */
const AGAIN_MS = 2_000

export interface CameraScannerProps {
  onScan: (code: string) => void
  onClose: () => void
  texts: {title: string; close: string; refused: string}
}

/** Reads barcodes with the camera until it is closed. The pictures never leave the page. */
export function CameraScanner({onScan, onClose, texts}: CameraScannerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [refused, setRefused] = useState(false)
  const current = useRef(onScan)
  useEffect(() => {
    current.current = onScan
  })
  useEffect(() => {
    const ended = new AbortController()
    watch(video.current, (code) => current.current(code), ended.signal).catch(() => {
      if (!ended.signal.aborted) setRefused(true)
    })
    return () => ended.abort()
  }, [])
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

/** Looks at the camera's pictures until `signal` ends it; rejects when there is no camera or it is refused. */
async function watch(
  video: HTMLVideoElement | null,
  onScan: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = createBarcodeReader()
  if (video === null || reader === undefined) throw new Error('There is no barcode reader.')
  const stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}})
  const stop = () => {
    for (const track of stream.getTracks()) track.stop()
  }
  if (signal.aborted) return stop()
  signal.addEventListener('abort', stop)
  video.srcObject = stream
  let last = {code: '', at: Number.NEGATIVE_INFINITY}
  while (!signal.aborted) {
    const code = await firstCode(reader, video)
    const now = performance.now()
    if (code !== undefined && (code !== last.code || now - last.at > AGAIN_MS)) onScan(code)
    if (code !== undefined) last = {code, at: now}
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** A picture that cannot be read yet (the camera is still starting) holds no code. */
async function firstCode(
  reader: NonNullable<ReturnType<typeof createBarcodeReader>>,
  video: HTMLVideoElement,
): Promise<string | undefined> {
  if (video.readyState < video.HAVE_CURRENT_DATA) return undefined
  const [found] = await reader.detect(video)
  return found?.rawValue
}
