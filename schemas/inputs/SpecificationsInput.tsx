import {Box, Select, Stack, Text, TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useId} from 'react'
import {
  insert,
  set,
  setIfMissing,
  unset,
  useFormValue,
  useTranslation,
  type ArrayOfObjectsInputProps,
} from 'sanity'
import {Field, fieldAttributes} from '../../plugin/components/Field.tsx'
import type {SpecificationField} from '../../plugin/domain/documents.ts'
import {
  fieldsOfCategory,
  nameKey,
  specificationIssue,
  valueOf,
} from '../../plugin/domain/specifications.ts'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import {useShopSnapshot} from '../../plugin/realtime/index.ts'
import {readSpecifications} from './readSpecifications.ts'

/** A proper input for everything that the product's category asks for; other rows stand below as they are. */
export function SpecificationsInput(props: ArrayOfObjectsInputProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const category = useFormValue(['category', '_ref'])
  const categories = useShopSnapshot((snapshot) => snapshot.categories)
  const fields = fieldsOfCategory(typeof category === 'string' ? category : undefined, categories)
  const specifications = readSpecifications(props.value)
  const asked = new Set(fields.map(({name}) => nameKey(name)))
  const edit = (field: SpecificationField, text: string) => {
    const row = valueOf(specifications, field)
    if (text === '') {
      if (row !== undefined) props.onChange(unset([{_key: row._key}]))
    } else if (row === undefined) {
      const added = {_key: uuid().slice(0, 12), name: field.name, value: text}
      props.onChange([setIfMissing([]), insert([added], 'after', [-1])])
    } else {
      props.onChange(set(text, [{_key: row._key}, 'value']))
    }
  }
  const others = props.members.filter(
    (member) =>
      member.kind !== 'item' ||
      !readSpecifications([member.item.value]).some(({name}) => asked.has(nameKey(name))),
  )
  return (
    <Stack gap={5}>
      {fields.length === 0 && (
        <Text muted size={1}>
          {t(category === undefined ? 'specifications.no-category' : 'specifications.no-fields')}
        </Text>
      )}
      {fields.map((field) => (
        <SpecificationInput
          field={field}
          key={field._key}
          onChange={(text) => edit(field, text)}
          readOnly={props.readOnly === true}
          value={valueOf(specifications, field)?.value ?? ''}
        />
      ))}
      <Box>{props.renderDefault({...props, members: others})}</Box>
    </Stack>
  )
}

interface SpecificationInputProps {
  field: SpecificationField
  value: string
  readOnly: boolean
  onChange: (text: string) => void
}

function SpecificationInput({field, value, readOnly, onChange}: SpecificationInputProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  const issue = specificationIssue(field, value)
  const error = issue === undefined ? undefined : t(`specifications.${issue}`)
  const label =
    field.isRequired === true ? t('specifications.required', {name: field.name}) : field.name
  const options = field.type === 'boolean' ? ['yes', 'no'] : field.choices
  return (
    <Field error={error} id={id} label={label}>
      {field.type === 'boolean' || field.type === 'choice' ? (
        <Select
          {...fieldAttributes(id, error)}
          onChange={(event) => onChange(event.currentTarget.value)}
          readOnly={readOnly}
          value={value}
        >
          <option value="">–</option>
          {/* What is stored stays visible, also when it is no choice any more. */}
          {[...new Set([...(options ?? []), ...(value === '' ? [] : [value])])].map((choice) => (
            <option key={choice} value={choice}>
              {field.type === 'boolean' ? t(`specifications.${choice}`) : choice}
            </option>
          ))}
        </Select>
      ) : (
        <TextInput
          {...fieldAttributes(id, error)}
          inputMode={field.type === 'number' ? 'decimal' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          readOnly={readOnly}
          suffix={
            field.unit === undefined ? undefined : (
              <Box padding={3}>
                <Text muted size={1}>
                  {field.unit}
                </Text>
              </Box>
            )
          }
          value={value}
        />
      )}
    </Field>
  )
}
