import {useEffect, useRef, useState} from 'react'
import type {RefObject} from 'react'
import {watchBarcodes} from './barcodeDetector.ts'

export interface BarcodeCamera {
  /** Of the `<video>` that shows what the camera sees: muted, playing inline. */
  video: RefObject<HTMLVideoElement | null>
  /** There is no camera, or the person did not allow it. */
  refused: boolean
}

/** Reads barcodes with the camera while the component is mounted, each once while it stays in view. */
export function useBarcodeCamera(onScan: (code: string) => void): BarcodeCamera {
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
  return {video, refused}
}
