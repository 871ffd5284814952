// Where the toasts are shown: inside the dialog that is open, else on the page; above all else. The place is there
// before its first toast and stays: a region that appears together with its words is not read out.

/** To be called when a dialog has opened, before it goes, and when toasts have come or gone. */
export function moveToasts(leaving?: HTMLDialogElement): void {
  const place = document.querySelector<HTMLElement>('.k-toasts')
  if (!place) return
  const open = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog !== leaving)
  const home = open.at(-1) ?? document.body
  if (place.parentElement !== home) home.append(place)
  if (!place.showPopover) return
  if (place.matches(':popover-open')) place.hidePopover()
  place.showPopover()
}
