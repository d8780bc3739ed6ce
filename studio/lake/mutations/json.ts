/** A JSON object or any other non-array object. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

/**
 * Copies an object and writes one own attribute. `__proto__` becomes a plain attribute:
 * an assignment would swap the prototype and lose the value.
 */
export function withAttribute(object: JsonObject, name: string, value: unknown): JsonObject {
  if (name !== '__proto__') return {...object, [name]: value}
  const copy = {...object}
  Object.defineProperty(copy, name, {value, enumerable: true, configurable: true, writable: true})
  return copy
}

/** Copies an object without one attribute; the same object when it was not there. */
export function withoutAttribute(object: JsonObject, name: string): JsonObject {
  if (!Object.hasOwn(object, name)) return object
  const copy = {...object}
  delete copy[name]
  return copy
}
