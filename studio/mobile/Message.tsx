import {ThemeProvider, Card, Text} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'

const theme = buildTheme()

/** When the shop cannot be opened at all. */
export function Message({text}: {text: string}) {
  return (
    <ThemeProvider theme={theme}>
      <Card padding={4} role="alert" tone="critical">
        <Text size={1}>{text}</Text>
      </Card>
    </ThemeProvider>
  )
}
