import {Text} from '@sanity/ui'
import {styled} from 'styled-components'

const Hint = styled.div`
  flex: 1 1 200px;
  @media (pointer: coarse), (max-width: 600px) {
    display: none;
  }
`

/** What the keys do, in the foot of a dialog; not where there is no keyboard, or no room. */
export function KeysHint({text}: {text: string}) {
  return (
    <Hint>
      <Text muted size={0}>
        {text}
      </Text>
    </Hint>
  )
}
