/** Headers of every answer of the Studio's server. `lakeUrl` is `http://localhost:PORT`. */
export function securityHeaders(lakeUrl: string): Record<string, string> {
  const lake = `${lakeUrl} ${lakeUrl.replace(/^http/, 'ws')}`
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${lakeUrl}`,
    `media-src 'self' blob: ${lakeUrl}`,
    "font-src 'self' data:",
    `connect-src 'self' ${lake}`,
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  }
}
