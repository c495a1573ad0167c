/** What of a name can stand in an address: small letters, digits and hyphens; while it is `typed`, a hyphen may end it. */
export function addressFrom(name: string, typed = false): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60);
  return typed ? plain : plain.replace(/-+$/, '');
}
