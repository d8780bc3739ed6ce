import {Box, Flex, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {Field} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Period} from './useStatement.ts'

export interface StatementPeriodProps {
  period: Period
  onChange: (period: Period) => void
}

/** From which day to which. */
export function StatementPeriod({period, onChange}: StatementPeriodProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  return (
    <Flex gap={3}>
      {(['from', 'to'] as const).map((end) => (
        <Box flex={1} key={end}>
          <Field id={`${id}-${end}`} label={t(`statement.${end}`)}>
            <TextInput
              fontSize={1}
              id={`${id}-${end}`}
              onChange={(event) => onChange({...period, [end]: event.currentTarget.value})}
              padding={2}
              type="date"
              value={period[end]}
            />
          </Field>
        </Box>
      ))}
    </Flex>
  )
}
