import {Dialog, Flex, Spinner, Text} from '@sanity/ui'

/** Stands where a dialog will, until what it needs is there. */
export function LoadingDialog({text, onClose}: {text: string; onClose: () => void}) {
  return (
    <Dialog header={text} id="shop-loading" onClose={onClose}>
      <Flex align="center" gap={3} padding={5}>
        <Spinner muted />
        <Text muted size={1}>
          {text}
        </Text>
      </Flex>
    </Dialog>
  )
}
