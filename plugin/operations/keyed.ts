/**
 * Every command carries the key made when its form opened; the same key twice is one operation. Sending again must send
 * the same content, `occurredAt` too: other content under the same key is refused as `key-reused`.
 */
export interface Keyed {
  key: string
}
