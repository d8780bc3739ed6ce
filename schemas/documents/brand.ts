import {StarIcon} from '@sanity/icons/Star'
import {defineField, defineType} from 'sanity'
import {hiddenCommandField} from '../objects/parts.ts'
import {joinText, titleText} from '../text.ts'
import {translated} from '../translated.ts'

export const brandType = defineType({
  name: 'brand',
  type: 'document',
  title: 'Brand',
  icon: StarIcon,
  description: 'Who makes it.',
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
    defineField({name: 'logo', type: 'image', title: 'Logo'}),
    defineField({name: 'description', type: 'text', title: 'Description', rows: 3}),
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
    {...translated('ordering.name'), name: 'name', by: [{field: 'name', direction: 'asc'}]},
  ],
  preview: {
    select: {name: 'name', description: 'description', isActive: 'isActive', media: 'logo'},
    prepare: ({name, description, isActive, media}) => ({
      title: titleText(name, 'Brand without a name'),
      subtitle: joinText(isActive === false ? 'Inactive' : undefined, description),
      media,
    }),
  },
})
