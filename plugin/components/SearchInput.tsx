import {SearchIcon} from '@sanity/icons/Search'
import {Box, TextInput} from '@sanity/ui'

export interface SearchInputProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** A small search field for the head of a panel. */
export function SearchInput({label, placeholder, value, onChange}: SearchInputProps) {
  return (
    <Box style={{flex: '0 1 150px', minWidth: 90}}>
      <TextInput
        aria-label={label}
        clearButton={value !== ''}
        fontSize={1}
        icon={SearchIcon}
        onChange={(event) => onChange(event.currentTarget.value)}
        onClear={() => onChange('')}
        padding={2}
        placeholder={placeholder}
        radius={2}
        type="text"
        value={value}
      />
    </Box>
  )
}
