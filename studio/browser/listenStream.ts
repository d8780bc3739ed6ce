/** One `data/listen` request that travels over the listen socket. */
export interface ListenStream {
  /** Settles as `fetch` would: with the response once its head is there, else with the error. */
  readonly response: Promise<Response>
  head: (status: number, headers: Record<string, string>) => void
  chunk: (text: string) => void
  end: () => void
  fail: (error: Error) => void
}

/** `onCancel` runs when the reader of the response gives up. */
export function createListenStream(onCancel: () => void): ListenStream {
  const encoder = new TextEncoder()
  let settle: {resolve: (response: Response) => void; reject: (error: Error) => void} | undefined
  const response = new Promise<Response>((resolve, reject) => {
    settle = {resolve, reject}
  })
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started
    },
    cancel: () => {
      controller = undefined
      onCancel()
    },
  })
  const finish = (last: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    if (controller) last(controller)
    controller = undefined
  }

  return {
    response,
    head: (status, headers) => settle?.resolve(new Response(body, {status, headers})),
    chunk: (text) => controller?.enqueue(encoder.encode(text)),
    end: () => finish((open) => open.close()),
    fail: (error) => {
      settle?.reject(error)
      finish((open) => open.error(error))
    },
  }
}
