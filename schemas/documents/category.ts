import {FolderIcon} from '@sanity/icons/Folder'
import {defineField, defineType} from 'sanity'
import {hiddenCommandField} from '../objects/parts.ts'
import {specificationFieldsField} from '../objects/specifications.ts'
import {joinText, titleText} from '../text.ts'
import {noCategoryCycle} from '../validation/categoryCycle.ts'
import {translated} from '../translated.ts'

export const categoryType = defineType({
  name: 'category',
  type: 'document',
  title: 'Category',
  icon: FolderIcon,
  description: 'Where a product stands in the shop.',
  fields: [
    defineField({
      name: 'name',
      type: 'string',
      title: 'Name',
      validation: (rule) => rule.required().max(120),
    }),
    defineField({
      name: 'slug',
      type: 'slug',
      title: 'Web address',
      options: {source: 'name', maxLength: 96},
    }),
    defineField({
      name: 'parent',
      type: 'reference',
      title: 'Part of',
      description: 'Empty for a category at the top.',
      to: [{type: 'category'}],
      validation: (rule) => rule.custom(noCategoryCycle),
    }),
    defineField({name: 'description', type: 'text', title: 'Description', rows: 3}),
    defineField({
      name: 'sortOrder',
      type: 'number',
      title: 'Place in the list',
      description: 'Lower comes first.',
      validation: (rule) => rule.integer(),
    }),
    specificationFieldsField(),
    defineField({
      name: 'isActive',
      type: 'boolean',
      title: 'In use',
      description: 'Off: offered no more for new products.',
      initialValue: true,
    }),
    hiddenCommandField(),
  ],
  orderings: [
    {
      ...translated('ordering.place'),
      name: 'place',
      by: [
        {field: 'sortOrder', direction: 'asc'},
        {field: 'name', direction: 'asc'},
      ],
    },
    {...translated('ordering.name'), name: 'name', by: [{field: 'name', direction: 'asc'}]},
  ],
  preview: {
    select: {name: 'name', parent: 'parent.name', isActive: 'isActive'},
    prepare: ({name, parent, isActive}) => ({
      title: titleText(name, 'Category without a name'),
      subtitle: joinText(isActive === false ? 'Inactive' : undefined, parent),
    }),
  },
})
