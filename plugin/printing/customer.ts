/** What papers say of a customer. */
export interface PaperCustomer {
  name: string
  phone: string | undefined
  email: string | undefined
  address: string | undefined
  taxId: string | undefined
  /** Address and tax number could not be read, which whoever prints is told. */
  isPartial: boolean
}
