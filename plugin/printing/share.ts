/** A message to hand on. It leaves this page only by what the person chooses, and stands in no address of ours. */
export interface SharedMessage {
  subject: string
  text: string
}

/** Opens WhatsApp with the text, for a person with this number or, without one, for whoever is chosen there. */
export function whatsAppLink({text}: SharedMessage, phone?: string): string {
  return `https://wa.me/${phone === undefined ? '' : internationalDigits(phone)}?text=${encodeURIComponent(text)}`
}

/** wa.me knows numbers with their country code alone; any other number would reach a stranger. */
function internationalDigits(phone: string): string {
  const trimmed = phone.trim()
  return trimmed.startsWith('+') ? trimmed.replaceAll(/\D/g, '') : ''
}

/** Opens the mail program; lines end as RFC 6068 asks for. */
export function mailLink({subject, text}: SharedMessage, email?: string): string {
  const body = text.replaceAll('\n', '\r\n')
  const to = email === undefined ? '' : encodeURIComponent(email).replaceAll('%40', '@')
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}

/** Whether this device has a share sheet. */
export function canShare(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.share === 'function'
}

/** Opens the device's share sheet; `false` when the person closed it. */
export async function shareMessage({subject, text}: SharedMessage): Promise<boolean> {
  try {
    await navigator.share({title: subject, text})
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
}
