import {useTranslation} from 'sanity'
import {useRefusalWords} from '../../actions/shared/useRefusalWords.ts'
import type {CellIssue} from '../../csv/cells.ts'
import {CsvFileError} from '../../csv/errors.ts'
import type {ImportReason} from '../../csv/importTexts.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface ImportWords {
  /** Of a row: each cell by its column, one after the other. */
  ofIssues: (issues: readonly CellIssue[], between: string) => string
  /** Of a file that is none, or of a row that an operation refused. */
  ofError: (error: unknown) => string
}

/** What is wrong with an imported file, in the Studio's language. */
export function useImportWords(): ImportWords {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {ofError} = useRefusalWords()
  const ofReason = ({name, values}: ImportReason) => t(`csv.issue.${name}`, {...values})
  const ofIssue = ({column, message, reason}: CellIssue) =>
    `${column} ${reason === undefined ? message : ofReason(reason)}`.trim()
  return {
    ofIssues: (issues, between) => issues.map(ofIssue).join(between),
    ofError: (error) => (error instanceof CsvFileError ? ofReason(error.reason) : ofError(error)),
  }
}
