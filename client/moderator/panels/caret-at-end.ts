/** Puts the caret behind the last word of a field that opens with words in it: a `ref` of its textarea. */
export function caretAtEnd(field: HTMLTextAreaElement | null): void {
  field?.setSelectionRange(field.value.length, field.value.length);
}
