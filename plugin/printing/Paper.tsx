import type {ReactNode} from 'react'
import type {ShopSettingsValues} from '../domain/options.ts'
import {Letterhead} from './Letterhead.tsx'

export interface PaperProps {
  shop: ShopSettingsValues
  /** Beside the letterhead: what the paper is and whom it is for. */
  facts: ReactNode
  /** Below everything: codes to scan. */
  end?: ReactNode
  children: ReactNode
}

/** What every paper of the shop has: letterhead at the top, the settings' footer below. */
export function Paper({shop, facts, end, children}: PaperProps) {
  return (
    <article>
      <div className="top">
        <Letterhead shop={shop} />
        {facts}
      </div>
      {children}
      {shop.papers.footer !== undefined && <p className="pre small">{shop.papers.footer}</p>}
      {end}
    </article>
  )
}
