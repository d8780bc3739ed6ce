import {useEffect, useImperativeHandle, useRef, useState} from 'react'
import type {ReactNode, Ref} from 'react'
import {createPortal} from 'react-dom'
import {untilDrawn} from './untilDrawn.ts'

export interface PrintFrameHandle {
  /** Opens the browser's print dialog, where *Save as PDF* is one of the printers, once everything is drawn. */
  print: () => Promise<void>
}

export interface PrintFrameProps {
  /** Names the frame for screen readers, and the file when it is saved as a PDF. */
  title: string
  /** Style sheet of the page; `height` of its content in CSS pixels, for paper that is as long as it needs. */
  css: (height: number) => string
  lang: string
  ref?: Ref<PrintFrameHandle>
  children: ReactNode
}

const BLANK = '<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>'

/**
 * A page of its own inside the Studio, same origin: what is seen is what is printed, and the Studio's own styles stay
 * out of it. React context reaches its children.
 */
export function PrintFrame({title, css, lang, ref, children}: PrintFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<Document>()
  const height = useContentHeight(page)

  useEffect(() => {
    const shown = frame.current?.contentDocument
    if (page === undefined || !shown) return
    shown.title = title
    shown.documentElement.lang = lang
  }, [page, title, lang])

  useImperativeHandle(ref, () => ({
    print: async () => {
      const printed = frame.current?.contentWindow
      if (page === undefined || !printed) throw new Error('The paper is not drawn yet. Try again.')
      await untilDrawn(page)
      // The length of a roll follows what was just drawn.
      await nextFrame()
      await nextFrame()
      printed.print()
    },
  }))

  return (
    <iframe
      onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
      ref={frame}
      sandbox="allow-same-origin allow-modals"
      srcDoc={BLANK}
      style={{border: 0, display: 'block', height: Math.max(height, 160), width: '100%'}}
      title={title}
    >
      {page !== undefined &&
        createPortal(
          <>
            <style>{css(height)}</style>
            {children}
          </>,
          page.body,
        )}
    </iframe>
  )
}

/** Height of what stands in the page, in CSS pixels; follows it. */
function useContentHeight(page: Document | undefined): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (page === undefined) return undefined
    const observer = new ResizeObserver(() => setHeight(page.body.offsetHeight))
    observer.observe(page.body)
    return () => observer.disconnect()
  }, [page])
  return height
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
