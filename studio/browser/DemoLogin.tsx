import {Button, Card, Flex, Stack, Text} from '@sanity/ui'

/** Shown after logging out: the demo knows one person, whom the page brings with it. */
export function DemoLogin() {
  return (
    <Flex align="center" data-testid="demo-login" height="fill" justify="center" padding={4}>
      <Card border padding={5} radius={3}>
        <Stack gap={4}>
          <Text>You are logged out of the demo shop.</Text>
          <Button onClick={() => window.location.reload()} text="Log in again" />
        </Stack>
      </Card>
    </Flex>
  )
}
