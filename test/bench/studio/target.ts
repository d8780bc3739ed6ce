/** The product whose name is followed. */
export const TARGET = 'product-000007'
