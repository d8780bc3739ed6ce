import {Button} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useTranslation} from 'sanity'
import {useShopFormat, useShopReady} from '../../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useSanityOperations, useShopSnapshot} from '../../../realtime/index.ts'
import {TestRow} from './TestRow.tsx'
import {useTestOperation} from './useTestOperation.ts'

/** Creates a brand that says it is a test, and takes all such brands away again. */
export function TestBrand() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useShopReady()
  const {brands} = useSanityOperations()
  const creation = useTestOperation()
  const removal = useTestOperation()
  const description = t('test.brand-description')
  const all = useShopSnapshot((snapshot) => snapshot.brands)
  const tests = [...all.values()].filter((brand) => brand.description === description)

  const create = () => {
    const name = t('test.brand-name', {time: format.clock(new Date().toISOString())})
    creation.start({
      run: () => brands.create({name, description, isActive: true}, uuid()),
      change: {what: 'brand', name},
    })
  }
  const remove = () =>
    removal.start({
      run: () => Promise.all(tests.map((brand) => brands.delete(brand._id))),
      arrived: (snapshot) => tests.every((brand) => !snapshot.brands.has(brand._id)),
    })

  return (
    <TestRow
      disabled={!ready}
      hint={t('test.brand-hint')}
      label={t('test.brand')}
      onClick={create}
      operation="brands.create"
      state={removal.state.name === 'idle' ? creation.state : removal.state}
      testId="shop-test-brand"
    >
      {tests.length > 0 && (
        <div>
          <Button
            data-testid="shop-test-brand-remove"
            disabled={removal.state.name === 'running'}
            fontSize={1}
            mode="bleed"
            onClick={remove}
            padding={2}
            text={t('test.remove-brands', {count: tests.length})}
            tone="critical"
          />
        </div>
      )}
    </TestRow>
  )
}
