import type {CommandRecord} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import {hashText} from '../domain/ids.ts'
import {canonicalJson} from './canonicalJson.ts'

/** What stands on the root document of a command: its key and a hash of what was asked. */
export function commandRecord(operation: string, key: string, content: unknown): CommandRecord {
  return {
    operation,
    key: hashText(key),
    hash: hashText(`${operation} ${canonicalJson(content)}`),
  }
}

export function keyReused(): ShopError {
  return new ShopError(
    'key-reused',
    'This key was used for another command before. What it did then was kept, nothing new was saved; open a new form.',
  )
}
