import {Box, Flex, Spinner, Text} from '@sanity/ui'

/** A view or part of one that is on its way. */
export function Loading({text}: {text: string}) {
  return (
    <Box padding={5} role="status">
      <Flex align="center" gap={3}>
        <Spinner muted />
        <Text muted size={1}>
          {text}
        </Text>
      </Flex>
    </Box>
  )
}
