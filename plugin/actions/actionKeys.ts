declare module 'sanity' {
  /** Lets other plugins find and replace the shop's actions. */
  interface DocumentActionKeys {
    shopCreateBill: never
    shopAdjustStock: never
  }
}

export {}
