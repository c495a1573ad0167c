/** Cities that browsers still name by an old spelling, or that the zone names spell without their signs. */
const properly: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Saigon: 'Ho Chi Minh City',
  Ho_Chi_Minh: 'Ho Chi Minh City',
  Rangoon: 'Yangon',
  Kiev: 'Kyiv',
  Dacca: 'Dhaka',
  Godthab: 'Nuuk',
  Ulan_Bator: 'Ulaanbaatar',
  Sao_Paulo: 'São Paulo',
  Bogota: 'Bogotá',
  Asuncion: 'Asunción',
  St_Johns: 'St John’s',
};

/** What people call a zone: the city in its name. */
export function cityOf(zone: string): string {
  const city = zone.split('/').at(-1) ?? zone;
  return properly[city] ?? city.replaceAll('_', ' ');
}
