import {Dialog, Flex, Spinner, Text} from '@sanity/ui'

export interface LoadingDialogProps {
  title: string
  /** What is being waited for. */
  text: string
  onClose: () => void
}

/** Stands where a dialog will, until what it needs is there. */
export function LoadingDialog({title, text, onClose}: LoadingDialogProps) {
  return (
    <Dialog header={title} id="shop-loading" onClose={onClose}>
      <Flex align="center" gap={3} padding={5}>
        <Spinner muted />
        <Text muted size={1}>
          {text}
        </Text>
      </Flex>
    </Dialog>
  )
}
