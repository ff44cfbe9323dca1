/** The device of a session in words, from what its browser says of itself: enough to recognise one's own. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // The most particular first: nearly all of them also say that they are Chrome or Safari.
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'un iPhone'],
  [/\biPad\b/, 'un iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'un Mac'],
  [/\bCrOS\b/, 'un Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** « Firefox sur Windows »; « un appareil inconnu » when it says nothing that we know. */
export function deviceInWords(userAgent: string | null): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  if (browser === undefined && system === undefined) return 'Un appareil inconnu';
  if (browser === undefined) return `Un navigateur sur ${system ?? ''}`;
  return system === undefined ? browser : `${browser} sur ${system}`;
}
