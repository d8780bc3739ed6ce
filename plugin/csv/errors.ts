import type {ImportReason} from './importTexts.ts'
import {inEnglish} from './importTexts.ts'

/** A file that cannot be read as rows at all; nothing was saved. The message says what to do. */
export class CsvFileError extends Error {
  override readonly name = 'CsvFileError'
  readonly reason: ImportReason

  constructor(reason: ImportReason) {
    super(inEnglish(reason))
    this.reason = reason
  }
}
