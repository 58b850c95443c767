/** The id of the heading that names a dialog: known before the dialog is made, which is when it asks for its name. */
export function dialogTitleId(dialogId: string): string {
  return `${dialogId}-title`;
}
