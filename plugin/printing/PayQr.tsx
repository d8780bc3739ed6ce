import {QRCodeSVG} from 'qrcode.react'

/** A QR code that a telephone's bank app reads as `value`. */
export default function PayQr({value, label}: {value: string; label: string}) {
  return (
    <figure>
      <QRCodeSVG level="M" marginSize={2} size={110} title={label} value={value} />
      <figcaption className="small">{label}</figcaption>
    </figure>
  )
}
