import type {Frame} from './frame.ts'

/** Where a stream goes: an SSE answer or one channel of the shared socket. */
export interface Sink {
  /** Sent once, before any frame. */
  open: () => void
  write: (frame: Frame) => void
  /** Ends the stream in order. */
  end: () => void
  /** Breaks the connection at once: its reader is too slow. */
  drop: () => void
  /** Bytes accepted but not yet taken by the reader. */
  pendingBytes: () => number
  /** Called once when the reader went away. */
  onClose: (callback: () => void) => void
}

/** A sink that delivers everything `milliseconds` later, in order. */
export function delaySink(sink: Sink, milliseconds: number): Sink {
  if (milliseconds <= 0) return sink
  const later = (action: () => void) => {
    setTimeout(action, milliseconds)
  }
  return {
    ...sink,
    write: (frame) => later(() => sink.write(frame)),
    end: () => later(() => sink.end()),
  }
}
