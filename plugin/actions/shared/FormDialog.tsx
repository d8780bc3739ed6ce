import {Button, Dialog, Flex, Stack} from '@sanity/ui'
import {useId} from 'react'
import type {FormEvent, ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {FailureCard} from './FailureCard.tsx'
import {KeysHint} from './KeysHint.tsx'
import {useOpenForm} from './openForms.ts'
import {useKeepFocus} from './useKeepFocus.ts'
import type {Submission} from './useSubmission.ts'

export interface FormDialogProps {
  /** Also its test id: `shop-<name>-dialog`. */
  name: string
  title: string
  submitText: string
  workingText: string
  /** "Nothing was written", in the words of this form. */
  failureTitle: string
  submission: Submission
  onSubmit: () => void
  onClose: () => void
  width?: 0 | 1 | 2 | 3
  /** Beside the buttons: what the keys do. */
  hint?: string
  children: ReactNode
}

/** A dialog with one form: Enter submits, Escape closes, a refusal stands below the fields. */
export function FormDialog(props: FormDialogProps) {
  const {name, submission, onSubmit, onClose} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const formId = useId()
  useKeepFocus()
  useOpenForm()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog opened from a document form is a React child of that form.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <Dialog
      __unstable_autoFocus={false}
      data-testid={`shop-${name}-dialog`}
      footer={
        <Flex align="center" gap={2} justify="flex-end" paddingX={4} paddingY={3} wrap="wrap">
          {props.hint !== undefined && <KeysHint text={props.hint} />}
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('form.close')}
            type="button"
          />
          <Button
            data-testid={`shop-submit-${name}`}
            disabled={submission.working}
            fontSize={1}
            form={formId}
            loading={submission.working}
            padding={3}
            text={submission.working ? props.workingText : props.submitText}
            type="submit"
          />
        </Flex>
      }
      header={props.title}
      id={`shop-${name}-dialog`}
      onClose={onClose}
      width={props.width ?? 1}
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Stack gap={4} padding={4} paddingTop={2}>
          {props.children}
          {submission.failure !== undefined && (
            <FailureCard failure={submission.failure} title={props.failureTitle} />
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
