import {useId} from 'react'
import {BillFormFields} from './BillFormFields.tsx'
import {useBillForm} from './useBillForm.ts'

/** The fields of an empty till, to be rendered where nobody sees them. */
export default function WarmTill() {
  const formId = useId()
  const till = useBillForm(NOBODY, nothing)
  return <BillFormFields bill={till} formId={formId} />
}

const NOBODY = {}
const nothing = () => {}
