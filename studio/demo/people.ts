import type {Draft, User} from '../../plugin/domain/documents.ts'
import {createChance} from './random.ts'

const GIVEN = [
  'Aarav',
  'Ananya',
  'Bhavna',
  'Chirag',
  'Deepa',
  'Eshan',
  'Farida',
  'Gaurav',
  'Harini',
  'Imran',
  'Jyoti',
  'Kabir',
  'Lakshmi',
  'Manoj',
  'Nandini',
  'Omkar',
  'Pallavi',
  'Rahim',
  'Sandhya',
  'Tejas',
  'Uma',
  'Varun',
  'Yamini',
  'Zoya',
] as const

const FAMILY = [
  'Adhikary',
  'Bhosle',
  'Chettiar',
  'Dalvi',
  'Gokhale',
  'Hegde',
  'Joshi',
  'Kulkarni',
  'Menon',
  'Naidu',
  'Parekh',
  'Rathod',
  'Shetty',
  'Thakkar',
  'Wagh',
] as const

const FIRMS = [
  'Sunrise Builders',
  'Lotus Residency Society',
  'Metro Interiors',
  'Green Leaf Restaurant',
  'Little Stars School',
  'Harbour View Hotel',
  'Shakti Contractors',
  'City Care Clinic',
] as const

const STREETS = [
  'Market Road',
  'Temple Street',
  'Station Road',
  'Lake View Lane',
  'Mill Compound',
] as const

const COUNT = 60

export type Customer = Draft<User>

/** Sixty invented customers. Their numbers begin with 00000, which India gives to no one. */
export function buildCustomers(): Customer[] {
  const chance = createChance('customers')
  return Array.from({length: COUNT}, (_, index) => {
    const firm = FIRMS[index]
    const name =
      firm ?? `${GIVEN[(index * 7) % GIVEN.length]} ${FAMILY[(index * 11) % FAMILY.length]}`
    return {
      _id: `user.demo-${String(index + 1).padStart(3, '0')}`,
      _type: 'user',
      name,
      role: 'customer',
      phone: `+91 00000 ${String(10_000 + index * 37)}`,
      address: `${chance.between(1, 240)} ${chance.pick(STREETS)}`,
      ...(firm === undefined ? {} : {notes: 'Buys on account.', creditLimit: 5_000_000}),
      ...(chance.happens(0.4) ? {email: `customer${index + 1}@example.com`} : {}),
      isActive: index !== COUNT - 1,
    }
  })
}

/** Firms buy on account and in larger quantities. */
export const isFirm = (customer: Customer): boolean => customer.creditLimit !== undefined
