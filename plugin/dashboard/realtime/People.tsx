import {Flex, Text} from '@sanity/ui'
import {useGlobalPresence, UserAvatar, useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Who else has the Studio open now; whoever it is in another window of one's own account is left out by the Studio. */
export function People() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const people = useGlobalPresence()
  if (people.length === 0) {
    return (
      <Text muted size={1}>
        {t('people.alone')}
      </Text>
    )
  }
  const names = people.map(({user}) => user.displayName ?? user.id)
  return (
    <Flex
      align="center"
      aria-label={t('people.label', {count: people.length})}
      gap={2}
      role="group"
    >
      {people.map(({user}) => (
        <UserAvatar key={user.id} size={0} user={user} />
      ))}
      <Text muted size={1}>
        {t('people.here', {count: people.length, names: names.join(', ')})}
      </Text>
    </Flex>
  )
}
