import {THIS_WINDOW} from '../../realtime/windows/thisWindow.ts'
import {parseMessage} from './messages.ts'
import type {WindowMessage} from './messages.ts'

const NAME = 'sanity-plugin-shop'

export interface WindowChannel {
  post: (message: WindowMessage) => void
  close: () => void
}

/** The windows of one browser talk to each other; what a window says of itself is not told to itself. */
export function openWindowChannel(onMessage: (message: WindowMessage) => void): WindowChannel {
  // a browser without it has windows that do not know each other: each still measures itself
  if (typeof BroadcastChannel === 'undefined') return {post: () => {}, close: () => {}}
  const channel = new BroadcastChannel(NAME)
  channel.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    const message = parseMessage(data)
    if (message === undefined || isFromHere(message)) return
    onMessage(message)
  })
  return {
    // a channel has no target: it never leaves the origin
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}

/** The parts of one page have a channel each. */
function isFromHere(message: WindowMessage): boolean {
  return 'window' in message && message.window === THIS_WINDOW
}
