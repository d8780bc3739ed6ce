import {uuid} from '@sanity/uuid'

/** This window, as long as its page lives. */
export const THIS_WINDOW = uuid()
