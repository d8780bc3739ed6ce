import {UserIcon} from '@sanity/icons/User'
import {defineType} from 'sanity'
import {createMoneyFields, weakField} from '../fields.ts'
import {correctionField} from '../objects/parts.ts'
import {joinText, moneyText, titleText} from '../text.ts'

export function createCustomerAccountType(currency: string) {
  const {signedMoney} = createMoneyFields(currency)
  return defineType({
    name: 'customerAccount',
    type: 'document',
    title: 'Customer’s account',
    icon: UserIcon,
    liveEdit: true,
    readOnly: true,
    description: 'What a customer owes on all bills, and what the shop keeps for the next one.',
    fields: [
      weakField('customer', ['user'], {title: 'Customer’s record'}),
      signedMoney('owed', {title: 'Owed', description: 'Sum of the balances of all bills.'}),
      signedMoney('credit', {
        title: 'Credit',
        description: 'Overpaid, deposited or given back as credit, and not spent yet.',
      }),
      correctionField(),
    ],
    preview: {
      select: {name: 'customer.name', owed: 'owed', credit: 'credit'},
      prepare: ({name, owed, credit}) => ({
        title: titleText(name, 'Customer without a name'),
        subtitle: joinText(
          `${moneyText(owed, currency)} owed`,
          `${moneyText(credit, currency)} credit`,
        ),
      }),
    },
  })
}
