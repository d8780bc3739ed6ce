import {
  literal,
  looseObject,
  maxLength,
  number,
  optional,
  pipe,
  record,
  string,
  union,
  unknown,
} from 'valibot'

/** JSON-RPC 2.0 as `@sanity/bifur-client` speaks it: methods, and `<name>_subscribe` for streams. */
export const rpcRequest = looseObject({
  jsonrpc: literal('2.0'),
  method: pipe(string(), maxLength(100)),
  id: union([pipe(string(), maxLength(100)), number()]),
  params: optional(record(string(), unknown()), {}),
})

export const errorCodes = {unauthorized: 4001, methodNotFound: -32_601, invalidRequest: -32_600}

export const toResult = (id: string | number, result: unknown) =>
  JSON.stringify({jsonrpc: '2.0', id, result})

export const toError = (id: string | number | null, code: number, message: string) =>
  JSON.stringify({jsonrpc: '2.0', id, error: {code, message}})

export const toSubscriptionMessage = (subscription: string, result: unknown) =>
  JSON.stringify({
    jsonrpc: '2.0',
    method: 'presence_subscription',
    params: {subscription, result},
  })
