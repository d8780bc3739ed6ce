import {defineArrayMember, defineField} from 'sanity'
import {SpecificationsInput} from '../inputs/SpecificationsInput.tsx'
import {joinText, titleText} from '../text.ts'
import {checkSpecifications} from '../validation/specifications.ts'

const TYPES = [
  {title: 'Text', value: 'text'},
  {title: 'Number', value: 'number'},
  {title: 'Yes or no', value: 'boolean'},
  {title: 'Choice', value: 'choice'},
]

/** What products of a category state; categories below it inherit. */
export function specificationFieldsField() {
  return defineField({
    name: 'specificationFields',
    type: 'array',
    title: 'Specifications',
    description: 'What products of this category and of those below it state, such as wattage.',
    of: [
      defineArrayMember({
        type: 'object',
        name: 'specificationField',
        title: 'Specification',
        fields: [
          defineField({
            name: 'name',
            type: 'string',
            title: 'What',
            validation: (rule) => rule.required().max(80),
          }),
          defineField({
            name: 'type',
            type: 'string',
            title: 'Kind',
            initialValue: 'text',
            options: {list: TYPES, layout: 'radio', direction: 'horizontal'},
            validation: (rule) => rule.required(),
          }),
          defineField({
            name: 'unit',
            type: 'string',
            title: 'Unit',
            description: 'Such as W, mm or l.',
            hidden: ({parent}) => parent?.type !== 'number',
          }),
          defineField({
            name: 'choices',
            type: 'array',
            title: 'Choices',
            of: [defineArrayMember({type: 'string'})],
            options: {layout: 'tags'},
            hidden: ({parent}) => parent?.type !== 'choice',
          }),
          defineField({
            name: 'isRequired',
            type: 'boolean',
            title: 'Every product must state it',
            initialValue: false,
          }),
        ],
        preview: {
          select: {name: 'name', type: 'type', unit: 'unit', isRequired: 'isRequired'},
          prepare: ({name, type, unit, isRequired}) => ({
            title: titleText(name, 'Specification without a name'),
            subtitle: joinText(
              TYPES.find(({value}) => value === type)?.title,
              unit,
              isRequired === true ? 'required' : undefined,
            ),
          }),
        },
      }),
    ],
  })
}

/** What a product states: the fields of its category first, then whatever else there is to say. */
export function specificationsField() {
  return defineField({
    name: 'specifications',
    type: 'array',
    title: 'Specifications',
    description: 'What its category asks for, and whatever else there is to say.',
    group: ['product', 'details'],
    components: {input: SpecificationsInput},
    validation: (rule) => rule.custom(checkSpecifications),
    of: [
      defineArrayMember({
        type: 'object',
        title: 'Specification',
        fields: [
          defineField({
            name: 'name',
            type: 'string',
            title: 'What',
            validation: (rule) => rule.required(),
          }),
          defineField({
            name: 'value',
            type: 'string',
            title: 'Value',
            validation: (rule) => rule.required(),
          }),
        ],
        preview: {select: {title: 'name', subtitle: 'value'}},
      }),
    ],
  })
}
